// Dots: minus and plus change the number in place, never beyond what is left. Without this the same buttons ask the server.
export function steppers(root) {
  for (const group of root.querySelectorAll("[data-stepper-total]")) start(group, Number(group.dataset.stepperTotal));
}

function start(group, total) {
  const shown = group.querySelector("[data-stepper-left]");
  const rows = [...group.querySelectorAll("[data-stepper]")].map(row => ({
    row,
    input: row.querySelector("input"),
    take: row.querySelector("button[name=take]"),
    add: row.querySelector("button[name=add]"),
  }));
  const given = () => rows.reduce((sum, { input }) => sum + number(input), 0);

  function show() {
    const left = total - given();
    for (const { row, input, take, add } of rows) {
      const dots = number(input);
      take.setAttribute("aria-disabled", String(dots <= 0));
      add.setAttribute("aria-disabled", String(left <= 0 || dots >= most(input)));
      row.classList.toggle("cv-stepper--given", dots > 0);
    }
    const text = `${left} of ${total} ${total === 1 ? "dot" : "dots"} left`;
    if (shown && shown.textContent !== text) shown.textContent = text;
  }

  function set(input, dots) {
    const others = given() - number(input);
    input.value = Math.max(0, Math.min(dots, most(input), total - others));
    show();
  }

  for (const { input, take, add } of rows) {
    take.addEventListener("click", event => { event.preventDefault(); set(input, number(input) - 1); });
    add.addEventListener("click", event => { event.preventDefault(); set(input, number(input) + 1); });
    input.addEventListener("change", () => set(input, number(input)));
  }
  show();
}

const number = input => Math.max(0, Math.trunc(Number(input.value)) || 0);
const most = input => (input.max === "" ? Infinity : Number(input.max));
