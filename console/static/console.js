// Keys. Every page works without this file: it presses what could be clicked.

import { one } from "./swap.js";
import "./countdown.js";
import "./drafts.js";
import "./lease.js";
import "./live.js";
import "./tuning.js";

/** Keys belong to whoever types; only Escape leaves the field. */
const isTyping = (target) =>
  target.isContentEditable ||
  target.matches("textarea, select, input:not([type=radio]):not([type=checkbox])");

/** Focus moves along the cases of the queue, or the page to the next case of the list. */
function step(by) {
  const rows = [...document.querySelectorAll("#rows .cover")];
  if (rows.length) {
    const at = rows.indexOf(document.activeElement);
    const row = rows[Math.min(Math.max(at + by, 0), rows.length - 1)];
    row.focus();
    row.scrollIntoView({ block: "nearest" });
    return;
  }
  const links = [...document.querySelectorAll(".list .short a")];
  const here = links.findIndex((link) => link.ariaCurrent === "true");
  links[here + by]?.click();
}

function choose(key) {
  const radio = one(`#decide:not(.shut) input[data-key="${key}"]`);
  if (!radio) return;
  radio.checked = true;
  radio.focus();
  document.dispatchEvent(new Event("chosen"));
}

function reason(digit) {
  const select = one("#reason:enabled");
  if (!select || digit >= select.options.length) return;
  select.selectedIndex = digit;
  document.dispatchEvent(new Event("chosen"));
}

/** From one finding to the next, its places in the text lit up. */
function span(by) {
  const findings = [...document.querySelectorAll(".finding")];
  if (!findings.length) return;
  const at = findings.findIndex((finding) => finding.matches(".lit"));
  const to = at < 0 ? (by > 0 ? 0 : findings.length - 1) : (at + by + findings.length) % findings.length;
  light(findings[to]);
  findings[to].focus();
}

function light(finding, isFollowed = true) {
  for (const lit of document.querySelectorAll(".lit")) lit.classList.remove("lit");
  finding.classList.add("lit");
  const number = finding.id.replace("finding-", "");
  const marks = document.querySelectorAll(`mark[data-findings~="${number}"]`);
  for (const mark of marks) mark.classList.add("lit");
  if (isFollowed) marks[0]?.scrollIntoView({ block: "nearest" });
}

/** What is said of the finding that is lit, or of the first. */
function say(value) {
  const id = (one(".finding.lit") ?? one(".finding"))?.id;
  if (!id) return;
  if (!one(".finding.lit")) light(one(`#${id}`));
  one(`#${id}`).focus();
  one(`#${id} [value="${value}"]`).click();
}

document.addEventListener("click", ({ target }) => {
  if (target.id === "tell") target.classList.add("unheard");
});

/** A filter that was chosen says that it narrows nothing yet. */
document.addEventListener("input", ({ target: { form } }) => {
  if (!form?.matches(".filters")) return;
  form.classList.add("changed");
  form.querySelector(".unapplied").hidden = false;
});

/** Where in the list the case of the page stands. */
const seeHere = () => one(".list .here")?.scrollIntoView({ block: "nearest" });

document.addEventListener("shown", seeHere);
seeHere();

document.addEventListener("shown", () => {
  const finding = document.activeElement.closest(".finding");
  if (finding) light(finding, false);
});

const keys = {
  "[": () => span(-1),
  "]": () => span(1),
  x: () => say("wrong"),
  o: () => say("right"),
  j: () => step(1),
  k: () => step(-1),
  g: () => (document.activeElement.closest?.(".row")?.querySelector(".more") ?? one("[data-key=g]"))?.click(),
  v: () => one("[data-key=v]")?.click(),
  p: () => one("[data-key=p] button")?.click(),
  u: () => one("#undo button")?.click(),
  c: () => one("#hold [formaction*='/claim'], #hold [action*='/claim'] button")?.click(),
  n: () => (one(".filters.changed button") ?? one("form[action*='/next'] button"))?.click(),
  q: () => one("[data-key=q]")?.click(),
  "/": () => one("#note, .filters [name=sender]")?.focus(),
  "?": () => { // who asked by a key reads on by keys
    if (one("#keys")?.togglePopover()) one("#keys [popovertargetaction]").focus();
  },
};
for (const key of "ambre") keys[key] = () => choose(key);
for (const digit of "123456789") keys[digit] = () => reason(Number(digit));

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  if (isTyping(event.target)) {
    if (event.key === "Escape") event.target.blur();
    return;
  }
  if (event.key === "Escape") one("#tell").classList.add("unheard");
  const panel = one("#keys:popover-open");
  if (panel && event.key !== "?") { // keys are read there, not pressed
    if (event.key === "Enter" && !panel.contains(event.target)) event.preventDefault();
    return;
  }
  if (event.key === "Enter") {
    // Enter on a link or a button is theirs; elsewhere it submits, and the browser says what lacks.
    if (event.target.closest("a, button, summary")) return;
    const button = one("#decide .primary") ?? one(".decide form[action*='/next'] button");
    if (!button) return;
    event.preventDefault();
    button.click();
  } else if (Object.hasOwn(keys, event.key)) {
    event.preventDefault();
    keys[event.key]();
  }
});
