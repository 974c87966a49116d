// A second press within a second on the same form changes nothing; the server has the last word.
export function onceOnly(root) {
  let last, at = 0;
  root.addEventListener("submit", event => {
    if (event.target.method !== "post" || event.defaultPrevented) return;
    if (event.target === last && event.timeStamp - at < 1000) event.preventDefault();
    [last, at] = [event.target, event.timeStamp];
  });
}
