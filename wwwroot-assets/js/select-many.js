// <form data-select-many> with boxes of one name; a button [data-select-all] and an output [data-selected].
// "Select all" chooses what is on the page; shift and click chooses a stretch.
export function selectMany(root) {
  for (const form of root.querySelectorAll("[data-select-many]")) start(form);
}

function start(form) {
  const boxes = [...form.querySelectorAll("input[type=checkbox][data-select]")];
  const all = form.querySelector("[data-select-all]");
  const shown = form.querySelector("[data-selected]");
  let last = -1;

  function show() {
    const chosen = boxes.filter(box => box.checked).length;
    if (shown) shown.textContent = `${chosen} of ${boxes.length} chosen`;
    if (all) all.textContent = chosen === boxes.length && chosen > 0 ? "Choose none" : `Choose all ${boxes.length}`;
  }

  form.addEventListener("click", event => {
    const here = boxes.indexOf(event.target);
    if (here < 0) return;
    if (event.shiftKey && last >= 0) {
      for (let i = Math.min(here, last); i <= Math.max(here, last); i++) boxes[i].checked = event.target.checked;
    }
    last = here;
    show();
  });
  form.addEventListener("change", show);
  if (all) {
    all.hidden = false;
    all.addEventListener("click", () => {
      const none = boxes.every(box => box.checked);
      for (const box of boxes) box.checked = !none;
      show();
    });
  }
  show();
}
