// A neighbourhood's map: tapping a shape ticks its box, and a ticked box colours its shape. Without this a shape leads to its box.
export function areaPieces(root) {
  for (const map of root.querySelectorAll("[data-pieces]")) start(map, root);
}

function start(map, root) {
  const pieces = [...map.querySelectorAll("a")].map(link => [link, root.getElementById(link.getAttribute("href").slice(1))]).filter(([, box]) => box);
  const show = () => pieces.forEach(([link, box]) => link.classList.toggle("is-chosen", box.checked));
  for (const [link, box] of pieces) {
    link.addEventListener("click", event => {
      event.preventDefault();
      box.click();
    });
    box.addEventListener("change", show);
  }
  show();
}
