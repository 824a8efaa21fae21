// Thresholds are tried as they are stepped or dragged. Without this file the form is sent by its button.

import { isLogin, isOnline, one, parse } from "./swap.js";

const REST = 200; // ms after the last step, before the server is asked

let waiting = null; // for the rest
let asking = null; // the question under way; a newer one takes its place

/** What the form asks for takes the place of what stands below it; the form keeps the focus. */
async function show(form) {
  const address = `${form.getAttribute("action")}?${new URLSearchParams(new FormData(form))}`;
  asking?.abort();
  const mine = (asking = new AbortController());
  one("#tried").ariaBusy = "true";
  try {
    const answer = await fetch(address, { signal: mine.signal });
    if (isLogin(answer)) return location.assign(answer.url);
    const next = parse(await answer.text());
    if (!form.isConnected) return;
    if (!next.querySelector("#tried")) return location.assign(address); // it says what is wrong
    one("#tried").replaceWith(next.querySelector("#tried"));
    history.replaceState(null, "", address);
    form.classList.remove("changed");
    one("#thresholds .unapplied").hidden = true;
    isOnline(true);
    one("#tell").textContent = one("#tried .sentence").textContent; // heard, and in sight below
    begin();
  } catch (error) {
    if (error.name !== "AbortError") isOnline(false);
  } finally {
    if (asking === mine) one("#tried")?.setAttribute("aria-busy", "false");
  }
}

/** Whether nobody is in the middle of writing one. */
const areThresholds = (form) => [...form.querySelectorAll("[type=number]")].every(
  ({ value, min, max }) => value !== "" && Number(value) >= min && Number(value) <= max);

function later(form) {
  clearTimeout(waiting);
  waiting = setTimeout(() => form.isConnected && areThresholds(form) && show(form), REST);
}

document.addEventListener("input", ({ target }) => {
  const form = target.form;
  if (form?.id !== "thresholds") return;
  if (target.type === "number") return later(form);
  clearTimeout(waiting);
  form.requestSubmit(); // other thresholds may be today's there
});

/** The thresholds in the picture can be taken hold of. */
function begin() {
  one(".histogram")?.classList.add("draggable");
}

document.addEventListener("pointerdown", (event) => {
  const edge = event.target.closest?.(".draggable [data-moves]");
  const field = edge && document.getElementById(edge.dataset.moves);
  if (!field || event.button) return;
  event.preventDefault();
  const chart = edge.closest("svg");
  const { left, right } = chart.dataset;
  const box = chart.getBoundingClientRect();
  const scale = box.width / chart.viewBox.baseVal.width;
  const begun = event.clientX;
  const drag = ({ clientX }) => {
    const share = ((clientX - box.left) / scale - left) / (right - left);
    const value = Math.min(Math.max(share, Number(field.min)), 1);
    field.value = value.toFixed(2);
    edge.setAttribute("transform", `translate(${(clientX - begun) / scale} 0)`);
  };
  const drop = () => {
    removeEventListener("pointermove", drag);
    removeEventListener("pointerup", drop);
    removeEventListener("pointercancel", drop);
    field.focus({ preventScroll: true });
    field.dispatchEvent(new Event("input", { bubbles: true }));
  };
  addEventListener("pointermove", drag);
  addEventListener("pointerup", drop);
  addEventListener("pointercancel", drop);
});

document.addEventListener("shown", begin);
begin();
