// <a href="/…" data-copy>Copy link</a>: copies the whole address and says so; without a clipboard it stays a link.
export function copyLinks(root) {
  if (!navigator.clipboard) return;
  root.addEventListener("click", async event => {
    const link = event.target.closest("a[data-copy]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    await navigator.clipboard.writeText(link.href);
    let said = link.nextElementSibling;
    if (!said?.matches("output")) {
      said = document.createElement("output");
      said.setAttribute("aria-live", "polite");
      link.after(said);
    }
    said.textContent = " Copied";
  });
}
