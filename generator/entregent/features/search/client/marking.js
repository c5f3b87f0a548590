import { element } from "../../../assets/dom.js";

/** Where the words of a text begin and end, what stands between them included. */
const PARTS = /[\p{L}\p{N}\p{M}]+|[^\p{L}\p{N}\p{M}]+/gu;

/** A text as nodes, with a mark around each word that `isMeant`. */
export function marked(text, isMeant) {
  return (text.match(PARTS) ?? []).map((part) => (isMeant(part) ? element("mark", {}, part) : part));
}
