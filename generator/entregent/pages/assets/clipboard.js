/** Copies a text and returns whether it was copied; where the browser refuses, `selectByHand` selects it instead. */
export async function copyText(text, selectByHand) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    selectByHand?.();
    return false;
  }
}
