// "You have 120 characters left": drawn at once, read aloud only after a pause in typing.
const words = new Intl.NumberFormat("en-GB");

export function countCharacters(root) {
  for (const box of root.querySelectorAll("textarea[data-most]")) count(box, Number(box.dataset.most));
}

function count(box, most) {
  const shown = document.createElement("p");
  const spoken = document.createElement("p");
  shown.className = "cv-count";
  shown.setAttribute("aria-hidden", "true");
  spoken.className = "visually-hidden";
  spoken.setAttribute("aria-live", "polite");
  const rule = document.getElementById(`${box.id}-most`);
  rule.classList.add("visually-hidden");
  rule.after(shown, spoken);
  let pause;

  function show() {
    // The server counts what it keeps: characters made whole, and nothing around the text.
    const left = most - box.value.normalize().trim().length;
    const text = `You have ${words.format(Math.abs(left))} ${Math.abs(left) === 1 ? "character" : "characters"} ${left < 0 ? "too many" : "left"}`;
    shown.textContent = text;
    shown.classList.toggle("cv-count--over", left < 0);
    clearTimeout(pause);
    if (left < most / 10) pause = setTimeout(() => { spoken.textContent = text; }, 1000);
  }

  box.addEventListener("input", show);
  show();
}
