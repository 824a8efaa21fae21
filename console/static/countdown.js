// Count-downs begin at what the server said was left, so that a clock that is wrong does no harm.

const SHORT = 60; // seconds; from here on the page warns

const begun = new WeakMap();

export function left(count) {
  if (!begun.has(count)) begun.set(count, performance.now());
  return Math.max(0, Number(count.dataset.seconds) - (performance.now() - begun.get(count)) / 1000);
}

function clock(seconds) {
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  const rest = String(Math.floor(seconds % 60)).padStart(2, "0");
  return hours ? `${hours}:${String(minutes).padStart(2, "0")}:${rest}` : `${minutes}:${rest}`;
}

export function tick() {
  for (const count of document.querySelectorAll("[data-seconds]")) {
    const seconds = left(count);
    count.textContent = clock(seconds);
    count.closest("form")?.classList.toggle("over", seconds === 0);
    if (!count.matches(".lease")) continue;
    const panel = count.closest(".state");
    panel.classList.toggle("short", seconds <= SHORT);
    panel.querySelector("meter").value = seconds;
    if (seconds === 0) document.dispatchEvent(new Event("lapsed"));
  }
}

document.addEventListener("shown", tick);
tick();
setInterval(tick, 1000);
