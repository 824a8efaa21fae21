// Pages are exchanged in place: no new document, so the next case is there at once, and what was
// typed survives a network that is cut. Without this file the browser loads them as ever.

export const one = (selector) => document.querySelector(selector);

export const parse = (text) => new DOMParser().parseFromString(text, "text/html");

const SEEN = ["lost", "other", "decided", "free"]; // what is shown as well, wherever one reads or writes

/** Said to screen readers, without moving anybody: a text that the page brings, by its name. */
export function tell(name) {
  one("#tell").textContent = one("#tell").dataset[name] ?? "";
  one("#tell").classList.toggle("unheard", !SEEN.includes(name));
}

/** The session is over; the page stays, with all that was typed, and shows the way in. */
export function end() {
  one("#ended")?.removeAttribute("hidden");
}

export function isOnline(yes) {
  one("#offline").hidden = yes;
}

/** A session that ended leads to the login; the way back stands in its address. */
export function isLogin(answer) {
  return answer.redirected && new URL(answer.url).pathname.endsWith("/login");
}

const KEPT_MOST = 60_000; // bytes of a form that browsers send to its end when the page is left

/** What the server answers, with its text; null when it cannot be reached. */
async function ask(address, body, { keepalive = false } = {}) {
  try {
    const answer = await fetch(address, body === undefined ? {} : { method: "POST", body, keepalive });
    return { answer, text: await answer.text() };
  } catch {
    return null;
  }
}

const PATIENCE = 400; // ms; a page that takes longer shows that it is on its way

let sending = null; // the form under way; what comes after it waits for it
export let deeds = 0; // forms that were sent, and those that were answered: odd while one is under way

function begin(asked) {
  sending = asked;
  deeds += 1;
}

function done(asked) {
  if (sending !== asked) return;
  sending = null;
  deeds += 1;
}

/**
 * Whether a form that waited may still be sent: not when what it stood on has been answered since,
 * so that a decision that was pressed twice is not made on a case twice.
 */
const stands = (form) =>
  form.isConnected || form.dataset.part ||
  (form.dataset.case && one(`#${form.id}`)?.dataset.case === form.dataset.case);

/** Where what came is at home. What a form was refused with says so itself, or leaves one there. */
function home(answer, isForm) {
  const own = answer.headers.get("content-location");
  if (own) return new URL(own, location.href).href;
  return isForm && !answer.redirected ? location.href : answer.url;
}

/**
 * The page at the address takes the place of this one; with a body, what it answers to the form.
 * Where nothing came, nothing changes here.
 */
export async function visit(address, { body, form, isNew = true, part } = {}) {
  while (sending) await sending;
  const asked = ask(address, body);
  if (body !== undefined) begin(asked);
  const main = one("main");
  main.ariaBusy = body === undefined ? "false" : "true";
  const late = setTimeout(() => main.classList.add("waits"), PATIENCE);
  const got = await asked;
  clearTimeout(late);
  main.classList.remove("waits");
  main.ariaBusy = "false";
  done(asked);
  if (!got) return isOnline(false);
  settle(got, { address, body, form, isNew, part });
}

function settle({ answer, text }, { address, body, form, isNew = true, part }) {
  if (isLogin(answer)) return location.assign(answer.url);
  if (body !== undefined) document.dispatchEvent(new CustomEvent("sent", { detail: { address, answer } }));
  const next = parse(text);
  const place = home(answer, body !== undefined);
  const goOn = place === location.href && document.activeElement.form !== form ? writing() : () => {};
  const isDone = body !== undefined && answer.ok && new URL(place).pathname === location.pathname;
  if (part && answer.ok && one(part) && next.querySelector(part)) exchange(part, next, body !== undefined);
  else show(next, { isSame: isDone });
  if (isNew && place !== location.href) history.pushState(null, "", place);
  else history.replaceState(null, "", place);
  document.dispatchEvent(new Event("shown"));
  forget();
  goOn();
}

/** What was just done is said once: it stands in no address to which one may come back. */
function forget() {
  const place = new URL(location.href);
  for (const name of ["said", "undo", "forgotten", "renamed"]) place.searchParams.delete(name);
  if (place.href !== location.href) history.replaceState(null, "", place);
}

/** Takes note of the field that somebody writes in, and lets them go on in that of a newer page. */
function writing() {
  const { id, value, selectionStart: start, selectionEnd: end } = document.activeElement;
  return () => {
    const field = id && document.getElementById(id);
    if (!field?.setSelectionRange || start == null) return;
    field.value = value;
    field.focus({ preventScroll: true });
    field.setSelectionRange(start, end);
  };
}

/** The page; what was done on the same one leaves everything where it stood. */
function show(next, { isSame = false } = {}) {
  const panes = () => [document.documentElement, ...document.querySelectorAll(".pane")];
  const tops = isSame ? panes().map((pane) => pane.scrollTop) : [];
  document.dispatchEvent(new Event("leaving"));
  document.title = next.title;
  for (const name of next.body.getAttributeNames()) document.body.setAttribute(name, next.body.getAttribute(name));
  document.body.replaceChildren(...next.body.childNodes);
  window.scrollTo(0, 0);
  tops.forEach((top, at) => { if (panes()[at]) panes()[at].scrollTop = top; });
  one("main").focus({ preventScroll: true });
}

/** One part of the page and what was just done, or was asked for; all else stays as it is. */
function exchange(part, next, isDeed = true) {
  const place = [...document.querySelectorAll(`${part} button`)].indexOf(document.activeElement);
  const id = document.activeElement.id;
  one(part).replaceWith(next.querySelector(part));
  if (isDeed) one("#undo")?.remove();
  if (isDeed && next.querySelector("#undo")) one("main").before(next.querySelector("#undo"));
  (id ? document.getElementById(id) : document.querySelectorAll(`${part} button`)[place])?.focus();
  if (!isDeed) one(part).scrollIntoView({ block: "nearest" });
}

// The case after this one: claimed and fetched while this one is read.

let ready = null; // { form, case, next, url }

export async function keepReady() {
  const form = one("#decide");
  if (!form?.dataset.ahead || ready?.form === form || one("#hold").dataset.kind !== "yours") return;
  ready = { form };
  const got = await ask(form.dataset.ahead, new URLSearchParams({ csrf: form.elements.csrf.value }));
  if (ready?.form !== form || !got?.answer.ok || !got.text || isLogin(got.answer)) return;
  const next = parse(got.text);
  const decide = next.querySelector("#decide");
  if (!decide) return;
  const url = decide.getAttribute("action").replace("/decision", "");
  ready = { form, case: decide.dataset.case, next, url };
}

/**
 * The case that was kept ready is shown before the server has answered. When it did not hear us, or
 * refuses, the page of before is back with all that was typed.
 */
async function goAhead(address, body) {
  const { form, case: following, next, url } = ready;
  next.querySelector(`.list [data-case="${form.dataset.case}"]`)?.remove(); // it is being decided
  const before = { nodes: [...document.body.childNodes], title: document.title, url: location.href };
  body.append("ahead", following);
  ready = null;
  const asked = ask(address, body, { keepalive: `${body}`.length < KEPT_MOST });
  begin(asked);
  show(next);
  history.pushState(null, "", url);
  document.dispatchEvent(new Event("shown"));
  const got = await asked;
  done(asked);
  if (!got) {
    document.body.replaceChildren(...before.nodes);
    document.title = before.title;
    history.replaceState(null, "", before.url);
    document.dispatchEvent(new Event("shown"));
    return isOnline(false);
  }
  if (!got.answer.redirected && !got.answer.ok) history.replaceState(null, "", before.url);
  if (got.answer.redirected || !got.answer.ok) return settle(got, { address, body, isNew: false });
  document.dispatchEvent(new CustomEvent("sent", { detail: { address, answer: got.answer } }));
  const news = parse(got.text);
  if (one("#decide")?.dataset.case !== following) return;
  exchange("#hold", news);
  document.dispatchEvent(new Event("confirmed"));
}

export async function send(form, submitter) {
  // Not form.action, which is a field of that name where there is one.
  const address = submitter?.getAttribute("formaction") ?? form.getAttribute("action");
  const body = new URLSearchParams(new FormData(form, submitter));
  if (ready?.form === form && ready.next && body.get("then") === "next" && !sending) return goAhead(address, body);
  while (sending) await sending;
  if (stands(form)) await visit(address, { body, form, part: form.dataset.part });
}

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.method !== "post" || form.hasAttribute("data-whole")) return;
  event.preventDefault();
  send(form, event.submitter);
});

document.addEventListener("click", (event) => {
  if (event.defaultPrevented || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  const link = event.target.closest("a[data-swap], a[data-part]");
  if (!link) return;
  event.preventDefault();
  visit(link.href, { part: link.dataset.part, isNew: !link.dataset.part });
});

document.addEventListener("confirmed", keepReady);
document.addEventListener("shown", () => { if (!sending) keepReady(); });

const page = () => location.pathname + location.search;
let shown = page();
document.addEventListener("shown", () => { shown = page(); });
window.addEventListener("popstate", () => {
  if (page() !== shown) visit(location.href, { isNew: false }); // else a link within the page
});
window.addEventListener("online", () => isOnline(true));
keepReady();
