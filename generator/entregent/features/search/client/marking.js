/** Where the words of a text begin and end, what stands between them included. */
const PARTS = /[\p{L}\p{N}\p{M}]+|[^\p{L}\p{N}\p{M}]+/gu;

/** A text as nodes, with a mark around each word that `isMeant`. */
export function marked(text, isMeant) {
  return (text.match(PARTS) ?? []).map((part) => {
    if (!isMeant(part)) return document.createTextNode(part);
    const mark = document.createElement("mark");
    mark.textContent = part;
    return mark;
  });
}
