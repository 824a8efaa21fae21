// The queue as it is now, without a reload. What is selected stays selected, and where it stood.

import { deeds, end, isLogin, one, parse, tell } from "./swap.js";
import { beat } from "./lease.js";

const REST = 2_000; // ms between two looks at the queue, however much happens
const REST_READING = 15_000; // and at the list beside a case, whose page is dear
const PARTS = ["#live", "#tally", ".pane.list"];

let source = null;
let heard = ""; // the last event, so that a stream that is opened again misses none
let due = 0; // the timer of the next look
let last = 0;

function listen() {
  const address = document.body.dataset.events;
  if (!address || document.hidden) {
    source?.close();
    source = null;
    return;
  }
  if (source && source.readyState !== EventSource.CLOSED) return;
  source = new EventSource(heard ? `${address}?after=${heard}` : address);
  source.addEventListener("here", (event) => { heard = event.lastEventId; });
  source.addEventListener("changed", (event) => {
    heard = event.lastEventId;
    const mine = one("#decide, #hold")?.closest(".decide")?.dataset.case;
    if (mine && JSON.parse(event.data).includes(Number(mine))) beat();
    look();
  });
}

/** Soon, and not more often than every REST. */
function look() {
  if (due || !PARTS.some(one)) return;
  const rest = one("#live") ? REST : REST_READING;
  due = setTimeout(refresh, Math.max(100, last + rest - performance.now()));
}

async function refresh() {
  due = 0;
  last = performance.now();
  const address = location.href, before = deeds;
  let fresh;
  try {
    const answer = await fetch(address);
    if (isLogin(answer)) return end();
    if (!answer.ok) return;
    fresh = parse(await answer.text());
  } catch {
    return; // the beat and the next form tell
  }
  if (address !== location.href) return;
  if (before % 2 || deeds !== before) return look(); // what is being decided may still stand there
  for (const part of PARTS) {
    if (one(part) && fresh.querySelector(part)) exchange(one(part), fresh.querySelector(part));
  }
}

function exchange(old, fresh) {
  const focused = old.contains(document.activeElement) ? document.activeElement.closest("[data-case]") : null;
  const place = focused && [...old.querySelectorAll("[data-case]")].indexOf(focused);
  const top = focused?.getBoundingClientRect().top;
  old.replaceWith(fresh);
  if (!focused) return;
  const same = fresh.querySelector(`[data-case="${CSS.escape(focused.dataset.case)}"]`);
  const rows = fresh.querySelectorAll("[data-case]");
  const row = same ?? rows[Math.min(place, rows.length - 1)];
  if (!row) return;
  row.querySelector("a").focus({ preventScroll: true });
  scrollBy(0, row.getBoundingClientRect().top - top);
  if (!same) tell("gone");
}

document.addEventListener("shown", () => {
  last = performance.now();
  listen();
});
document.addEventListener("visibilitychange", () => { listen(); look(); });
setInterval(() => { listen(); look(); }, 60_000); // what is due, and claims that ran out, are no events
listen();
