// Setting up a ballot: parts with data-method="Budget" are shown while that method is chosen. Without this all of them are there.
export function methodSettings(root) {
  const form = root.querySelector("[data-methods]")?.closest("form");
  if (!form) return;
  const show = () => {
    const chosen = form.querySelector("[data-methods] input[type=radio]:checked")?.value;
    for (const part of form.querySelectorAll("[data-method]")) part.hidden = part.dataset.method !== chosen;
  };
  form.addEventListener("change", show);
  show();
}
