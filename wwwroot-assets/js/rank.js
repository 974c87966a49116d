// Ranking: the buttons move an option in place and number all of them anew. Without this the same buttons ask the server.
export function rank(root) {
  for (const form of root.querySelectorAll("[data-rank]")) start(form);
}

function start(form) {
  const list = form.querySelector("ol");
  const counted = form.querySelector("[data-rank-count]");
  const said = form.querySelector("[data-rank-said]");
  const items = [...list.children];
  const place = item => Math.trunc(Number(item.querySelector("input").value)) || 0;
  const placed = () => items.filter(item => place(item) > 0).sort((a, b) => place(a) - place(b));

  function count() {
    const text = `${placed().length} of ${items.length} put in order`;
    if (counted.textContent !== text) counted.textContent = text;
  }

  function show(order) {
    for (const item of items) {
      const at = order.indexOf(item);
      item.querySelector("input").value = at < 0 ? "" : at + 1;
      item.classList.toggle("cv-rank__item--out", at < 0);
      for (const button of item.querySelectorAll("[data-rank-when=in], [data-rank-when=out]")) button.hidden = button.dataset.rankWhen !== (at < 0 ? "out" : "in");
    }
    list.append(...order, ...items.filter(item => !order.includes(item)));
    count();
  }

  list.addEventListener("click", event => {
    const button = event.target.closest("button[name=move]");
    if (!button) return;
    event.preventDefault();
    const item = button.closest("li");
    const order = placed();
    const at = order.indexOf(item);
    const move = button.value.split("-")[0];
    if (at >= 0) order.splice(at, 1);
    const to = { first: 0, next: order.length, up: Math.max(0, at - 1), down: Math.min(order.length, at + 1) }[move];
    if (to !== undefined) order.splice(to, 0, item);
    show(order);
    said.textContent = to === undefined ? `${item.dataset.rankTitle}: left out` : `${item.dataset.rankTitle}: now ${to + 1} of ${order.length}`;
    // Moving an element loses its focus, and the button may not be there any more.
    (button.hidden ? item.querySelector("button:not([hidden])") : button).focus();
  });
  list.addEventListener("change", count);
  count();
}
