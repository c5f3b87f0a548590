/**
 * Calls `act` when the page comes back from the browser's back/forward cache. It waits for the first frame, because
 * WebKit empties the fields of the page before it.
 */
export function onReturn(act, signal) {
  const later = () => setTimeout(act);
  addEventListener("pageshow", ({ persisted }) => persisted && requestAnimationFrame(later), { signal });
}
