/**
 * Calls `act` when the page comes back as it was left, from the browser's back/forward cache. It does so after the
 * first frame, because WebKit still has fields to empty before.
 */
export function onReturn(act, signal) {
  const later = () => setTimeout(act);
  addEventListener("pageshow", ({ persisted }) => persisted && requestAnimationFrame(later), { signal });
}
