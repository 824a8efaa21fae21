// Pages are exchanged in place: no new document, so the next case is there at once, and what was
// typed survives a network that is cut. Without this file the browser loads them as ever.

export const one = (selector) => document.querySelector(selector);

export const parse = (text) => new DOMParser().parseFromString(text, "text/html");

/** Said to screen readers, without moving anybody. */
export const tell = (text) => { one("#tell").textContent = text; };

export function isOnline(yes) {
  one("#offline").hidden = yes;
}

/** A session that ended leads to the login; the way back stands in its address. */
export function isLogin(answer) {
  return answer.redirected && new URL(answer.url).pathname.endsWith("/login");
}

let isSending = false;

/**
 * The page at the address takes the place of this one; with a body, what it answers to the form.
 * False when nothing came, and then nothing has changed here.
 */
export async function visit(address, { body, isNew = true, part } = {}) {
  if (isSending) return false;
  isSending = body !== undefined;
  let answer, text;
  try {
    answer = await fetch(address, body === undefined ? {} : { method: "POST", body });
    text = await answer.text();
  } catch {
    isOnline(false);
    return false;
  } finally {
    isSending = false;
  }
  if (isLogin(answer)) {
    location.assign(answer.url);
    return false;
  }
  if (body !== undefined) document.dispatchEvent(new CustomEvent("sent", { detail: { address, answer } }));
  const next = parse(text);
  if (part && answer.ok && one(part) && next.querySelector(part)) exchange(part, next);
  else show(next);
  if (isNew && answer.url !== location.href) history.pushState(null, "", answer.url);
  else history.replaceState(null, "", answer.url);
  document.dispatchEvent(new Event("shown"));
  return true;
}

function show(next) {
  document.dispatchEvent(new Event("leaving"));
  document.title = next.title;
  for (const name of next.body.getAttributeNames()) document.body.setAttribute(name, next.body.getAttribute(name));
  document.body.replaceChildren(...next.body.childNodes);
  window.scrollTo(0, 0);
  one("main").focus({ preventScroll: true });
}

/** One part of the page and what was just done; all else, and the focus, stays as it is. */
function exchange(part, next) {
  const place = [...document.querySelectorAll(`${part} button`)].indexOf(document.activeElement);
  const id = document.activeElement.id;
  one(part).replaceWith(next.querySelector(part));
  one("#undo")?.remove();
  if (next.querySelector("#undo")) one("main").before(next.querySelector("#undo"));
  (id ? document.getElementById(id) : document.querySelectorAll(`${part} button`)[place])?.focus();
}

export async function send(form, submitter) {
  // Not form.action, which is a field of that name where there is one.
  const address = submitter?.getAttribute("formaction") ?? form.getAttribute("action");
  const body = new URLSearchParams(new FormData(form, submitter));
  return visit(address, { body, part: form.dataset.part });
}

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.method !== "post" || form.hasAttribute("data-whole")) return;
  event.preventDefault();
  send(form, event.submitter);
});

document.addEventListener("click", (event) => {
  if (event.defaultPrevented || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  const link = event.target.closest("a[data-swap]");
  if (!link) return;
  event.preventDefault();
  visit(link.href);
});

window.addEventListener("popstate", () => visit(location.href, { isNew: false }));
window.addEventListener("online", () => isOnline(true));
