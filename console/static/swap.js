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
export async function visit(address, { body, isNew = true } = {}) {
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
  show(parse(text));
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

export async function send(form, submitter) {
  // Not form.action, which is a field of that name where there is one.
  const address = submitter?.getAttribute("formaction") ?? form.getAttribute("action");
  return visit(address, { body: new URLSearchParams(new FormData(form, submitter)) });
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
