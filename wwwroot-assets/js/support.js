// Support in place: a signed-in person's press fetches the page behind the link, sends its form and shows the new count.
// Whoever is not signed in, or when anything is out of the ordinary, simply follows the link.
export function supportInPlace(root) {
  if (!root.body.hasAttribute("data-signed-in")) return;
  root.addEventListener("click", event => {
    const link = event.target.closest("a.support");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || link.getAttribute("aria-busy") === "true") return;
    event.preventDefault();
    link.setAttribute("aria-busy", "true");
    send(link).catch(() => { location.href = link.href; }).finally(() => link.removeAttribute("aria-busy"));
  });
}

async function send(link) {
  const page = await fetchPage(link.href);
  const form = page.querySelector("main form[method=post]");
  const answer = await fetchPage(form.getAttribute("action") || link.href, { method: "POST", body: new FormData(form) });
  const count = answer.querySelector("[data-support-count]");
  link.querySelector("b").textContent = `(${count.textContent.trim()})`;
  if (count.dataset.supported) link.setAttribute("data-supported", count.dataset.supported);
  said(link).textContent = count.dataset.said ?? "Your support is counted";
}

async function fetchPage(address, options = {}) {
  const answer = await fetch(address, { ...options, headers: { "X-Requested-With": "fetch" }, credentials: "same-origin" });
  if (!answer.ok) throw new Error(answer.statusText);
  return new DOMParser().parseFromString(await answer.text(), "text/html");
}

function said(link) {
  let said = link.nextElementSibling;
  if (!said?.matches("output")) {
    said = document.createElement("output");
    said.className = "visually-hidden";
    link.after(said);
  }
  return said;
}
