// Support, picks and budgets: what is ticked is counted while one ticks, and each project says whether what is left pays for it.
// Without this the page says it when the form comes back.
export function ticks(root) {
  for (const form of root.querySelectorAll("[data-ticks]")) start(form);
}

function start(form) {
  const boxes = [...form.querySelectorAll("input[type=checkbox]")];
  const shown = form.querySelector("[data-ticks-left]");
  const { ticksMost: most, ticksBudget: budget } = form.dataset;
  const update = form.querySelector("[data-ticks-update]");
  if (update) update.hidden = true;

  function show() {
    const chosen = boxes.filter(box => box.checked);
    const text = budget ? spend(chosen) : most ? `${chosen.length} of ${most} picked` : `${chosen.length} ticked, as many as you like`;
    if (shown.textContent !== text) shown.textContent = text;
  }

  function spend(chosen) {
    const spent = chosen.reduce((sum, box) => sum + Number(box.dataset.cost), 0);
    const left = Number(budget) - spent;
    for (const box of boxes) box.closest("li").querySelector("[data-ticks-fit]").textContent = fit(box, spent, left);
    return `${pounds(spent)} of ${pounds(Number(budget))} spent, ${left >= 0 ? `${pounds(left)} left` : `${pounds(-left)} too much`}`;
  }

  form.addEventListener("change", show);
  show();
}

function fit(box, spent, left) {
  if (box.checked || spent === 0) return "";
  const short = Number(box.dataset.cost) - left;
  return short <= 0 ? "Still fits" : left <= 0 ? "Does not fit" : `Costs ${pounds(short)} more than is left`;
}

const pounds = pence => (pence / 100).toLocaleString("en-GB", { style: "currency", currency: "GBP", minimumFractionDigits: pence % 100 ? 2 : 0 });
