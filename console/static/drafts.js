// What was chosen and written on a case and not sent yet outlives an ended session, a reload and a
// cut network. It stays in this tab, under the name of who wrote it. What was sent is kept a while
// longer, for whoever takes a decision back to change it.

import { one, tell } from "./swap.js";

const key = (path = location.pathname) => `draft:${document.body.dataset.user}:${path}`;

function keep() {
  const form = one("#decide[data-case]:not(.shut)");
  if (!form) return;
  const { action = "", reason, note } = Object.fromEntries(new FormData(form));
  if (action || reason || note) sessionStorage.setItem(key(), JSON.stringify({ action, reason, note }));
  else sessionStorage.removeItem(key());
}

const SENT_MAX = 10; // decisions whose words are kept
const sent = () => JSON.parse(sessionStorage.getItem("sent") ?? "[]");

function remember(name) {
  const kept = sessionStorage.getItem(name);
  if (!kept) return;
  sessionStorage.setItem("sent", JSON.stringify([[name, kept], ...sent()].slice(0, SENT_MAX)));
  sessionStorage.removeItem(name);
}

function restore() {
  const form = one("#decide[data-case]");
  if (!form) return show();
  if (form.note.value) return;
  const isUndone = new URLSearchParams(location.search).get("said") === "undone";
  const kept = sessionStorage.getItem(key()) ?? (isUndone && sent().find(([name]) => name === key())?.[1]);
  if (!kept) return;
  sessionStorage.setItem(key(), kept); // it is a draft again
  const { action, reason, note } = JSON.parse(kept);
  if (action) form.querySelector(`[value="${CSS.escape(action)}"]`).checked = true;
  form.reason.value = reason;
  form.note.value = note;
  if (note) tell("back");
}

/** Where nothing can be decided now, the words are there to be read and copied. */
function show() {
  const field = one("#kept");
  const note = field?.value || JSON.parse(sessionStorage.getItem(key()) ?? "{}").note;
  if (!field || !note) return;
  field.value = note;
  field.closest(".kept").hidden = false;
}

for (const kind of ["input", "change"]) {
  document.addEventListener(kind, (event) => { if (event.target.form?.id === "decide") keep(); });
}
document.addEventListener("chosen", keep);
document.addEventListener("sent", ({ detail: { address, answer } }) => {
  const path = new URL(address, location.href).pathname;
  if (answer.ok && path.endsWith("/decision")) remember(key(path.replace(/\/decision$/, "")));
});
document.addEventListener("submit", (event) => {
  if (event.target.getAttribute("action").endsWith("/logout")) sessionStorage.clear();
});
document.addEventListener("shown", restore);
restore();
