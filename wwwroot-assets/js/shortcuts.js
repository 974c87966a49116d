// Single keys for people who decide many items: data-shortcut="p" on a button or link of an item in [data-shortcuts].
// On a tick box the key ticks it or takes the tick away. Where there is one item only, it need not have the focus.
// j and k move between items, Escape leaves a field for its item; a key acts on the item that has the focus. Off by [data-shortcuts-switch], as WCAG 2.1.4 asks.
const off = "shortcuts-off";

export function shortcuts(root) {
  const list = root.querySelector("[data-shortcuts]");
  if (!list) return;
  const items = [...list.children];
  for (const item of items) item.setAttribute("tabindex", "-1");
  switchable(root);

  root.addEventListener("keydown", event => {
    if (localStorage.getItem(off) || event.ctrlKey || event.metaKey || event.altKey) return;
    const here = items.length === 1 ? 0 : items.findIndex(item => item.contains(root.activeElement));
    if (event.key === "Escape") return items[here]?.focus();
    if (event.key === "Enter" && event.target.closest("a, button, input, summary")) return;
    if (event.target.closest("input:not([type=radio], [type=checkbox]), textarea, select")) return;
    if (event.key === "j" || event.key === "k") {
      event.preventDefault();
      const next = items[event.key === "j" ? Math.min(here + 1, items.length - 1) : Math.max(here - 1, 0)];
      next?.focus();
      next?.scrollIntoView({ block: "nearest" });
      return;
    }
    const target = items[here]?.querySelector(`[data-shortcut="${CSS.escape(event.key)}"]`);
    if (!target) return;
    event.preventDefault();
    if (target.matches("[type=checkbox]")) target.focus();
    if (target.matches("button, a, [type=checkbox]")) target.click(); else target.focus();
  });
}

function switchable(root) {
  const button = root.querySelector("[data-shortcuts-switch]");
  if (!button) return;
  const show = () => { button.textContent = localStorage.getItem(off) ? "Turn keyboard shortcuts on" : "Turn keyboard shortcuts off"; };
  button.hidden = false;
  button.addEventListener("click", () => {
    if (localStorage.getItem(off)) localStorage.removeItem(off); else localStorage.setItem(off, "1");
    show();
  });
  show();
}
