import { element } from "../../../pages/assets/dom.js";

/** Words, and what stands between them. */
const PARTS = /[\p{L}\p{N}\p{M}]+|[^\p{L}\p{N}\p{M}]+/gu;

/** The parts of a text, with each word highlighted that `isMeant`. */
export function highlighted(text, isMeant) {
  return (text.match(PARTS) ?? []).map((part) => (isMeant(part) ? element("mark", {}, part) : part));
}
