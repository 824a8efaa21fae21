// Signs of life: who looks at a case is seen by colleagues, and who works on theirs keeps it.
// Somebody who only leaves the page open sends them too, but keeps nothing.

import { deeds, end, isLogin, isOnline, one, parse, tell, visit } from "./swap.js";
import { left, tick } from "./countdown.js";

const BEAT = 15_000; // ms; the server forgets who was not heard of for 40 s
const SOON = 500; // ms; first the page is drawn, and what is under way answered
const SHORT = 60; // seconds; from here on a key is not kept for the next beat

let isActive = false;
let isBeating = false;

const TOLD = ["other", "decided", "free"]; // what became of a case, as the page tells it

export async function beat() {
  const panel = one("#hold");
  if (!panel || document.hidden || isBeating) return;
  isBeating = true;
  const had = panel.dataset.kind === "yours" || panel.matches(".lost") ? "1" : "";
  const body = new URLSearchParams({ csrf: panel.dataset.csrf, active: isActive ? "1" : "", had });
  isActive = false;
  try {
    const answer = await fetch(panel.dataset.beat, { method: "POST", body });
    isOnline(true);
    if (isLogin(answer)) return end();
    const text = await answer.text();
    if (deeds % 2) return; // what is under way brings a panel of its own, and a notice with it
    if (answer.ok && panel.isConnected) exchange(panel, parse(text).querySelector("#hold"));
  } catch {
    isOnline(false);
  } finally {
    isBeating = false;
  }
}

function exchange(panel, fresh) {
  if (panel.matches(":active")) return setTimeout(beat, SOON); // a button there is being pressed
  const buttons = [...panel.querySelectorAll("button, a")];
  const focused = buttons.indexOf(document.activeElement);
  const changed = panel.dataset.kind !== fresh.dataset.kind;
  panel.replaceWith(fresh);
  tick();
  if (focused >= 0) fresh.querySelectorAll("button, a")[focused]?.focus();
  const isOpen = ["free", "yours"].includes(fresh.dataset.kind);
  const form = one("#decide");
  if (isOpen && !form) return visit(location.href, { isNew: false });
  if (form) shut(form, !isOpen);
  if (changed && TOLD.includes(fresh.dataset.kind)) tell(isLapsed(fresh) ? "lost" : fresh.dataset.kind);
}

const isLapsed = (panel) => panel.dataset.kind === "free" && panel.matches(".lost");

/**
 * Nothing can be chosen any more, and only the words are left. Who writes stays in the field, so
 * that no letter becomes a key.
 */
function shut(form, isShut) {
  form.classList.toggle("shut", isShut);
  form.classList.toggle("worded", form.elements.note.value !== "" || form.elements.note === document.activeElement);
  for (const control of form.querySelectorAll("button, fieldset, select")) control.disabled = isShut;
  const { note } = form.elements;
  note.readOnly = isShut;
  if (!isShut) return;
  form.closest(".pane").scrollTop = 0; // whose it is now stands there
  if (note === document.activeElement) note.scrollIntoView({ block: "nearest" });
}

function act() {
  isActive = true;
  const count = one("#hold .lease[data-seconds]");
  if (count && left(count) < SHORT) beat();
}

for (const kind of ["keydown", "pointerdown", "wheel", "input"]) {
  document.addEventListener(kind, act, { capture: true, passive: true });
}

function leave() {
  const panel = one("#hold");
  if (panel) navigator.sendBeacon(panel.dataset.leave, new URLSearchParams({ csrf: panel.dataset.csrf }));
}

document.addEventListener("leaving", leave);
window.addEventListener("pagehide", leave);
document.addEventListener("shown", () => setTimeout(beat, SOON));
document.addEventListener("lapsed", beat);
document.addEventListener("visibilitychange", beat);
setInterval(beat, BEAT);
beat();
