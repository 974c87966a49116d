// After a page comes back with errors, the summary is read first, and each of its links puts the cursor into the field.
export function focusErrors(root) {
  const summary = root.querySelector("[data-error-summary]");
  if (!summary) return;
  summary.setAttribute("tabindex", "-1");
  summary.focus();
  summary.addEventListener("click", event => {
    const link = event.target.closest("a[href^='#']");
    const field = link && root.getElementById(link.hash.slice(1));
    if (!field) return;
    event.preventDefault();
    (field.closest("fieldset")?.querySelector("legend") ?? root.querySelector(`label[for="${field.id}"]`) ?? field).scrollIntoView();
    field.focus({ preventScroll: true });
  });
}
