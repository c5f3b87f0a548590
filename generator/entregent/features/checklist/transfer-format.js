import { DONE, listed, SKIPPED } from "./ticks.js";

/**
 * Ticks as text for another browser: the fragment of a link, which no server sees, or a file.
 * Input may be anything; it is taken whole or refused with the name of a reason: "bad", "newer", "foreign".
 */

const FORMAT = "entregent-checklist";
const VERSION = 1;
const ID = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const MAX_ID_LENGTH = 64;
const MAX_IDS = 5000;
/** In bytes for a file, in UTF-16 units for its text; a list of MAX_IDS ids is smaller. */
export const MAX_FILE_SIZE = 500_000;

/** The fragment of a link that holds these ticks: `#done=a,b&skipped=c`. */
export function toFragment(states) {
  const { done, skipped } = listed(states);
  return `#done=${done.join(",")}&skipped=${skipped.join(",")}`;
}

/** The ticks in a fragment; null where it holds none (such as a line's own address). Throws Refused. */
export function fromFragment(fragment) {
  if (!holdsTicks(fragment)) return null;
  const fields = Object.fromEntries(
    // Some mail programs turn the commas of an address into %2C.
    orRefused(() => decodeURIComponent(fragment.slice(1)))
      .split("&")
      .map((field) => field.split("=")),
  );
  const list = (text) => (text ? text.split(",") : []);
  return validTicks(list(fields.done), list(fields.skipped));
}

/** Whether a fragment is one that `toFragment` made, whole or not. */
export function holdsTicks(fragment) {
  return /^#(done|skipped)=/.test(fragment);
}

/** The text of a file that holds these ticks. */
export function toFile(states) {
  return `${JSON.stringify({ format: FORMAT, version: VERSION, ...listed(states) }, null, 2)}\n`;
}

/** The ticks in the text of a file. Throws Refused. */
export function fromFile(text) {
  const data = text.length <= MAX_FILE_SIZE && orRefused(() => JSON.parse(text));
  if (data?.format !== FORMAT || !Number.isInteger(data.version)) throw new Refused("bad");
  if (data.version > VERSION) throw new Refused("newer");
  return validTicks(data.done, data.skipped);
}

/** The ticks of the lines that this page has, and how many are of others; throws Refused where none is left. */
export function sortedOut(states, ids) {
  const known = new Map([...states].filter(([id]) => ids.includes(id)));
  if (!known.size) throw new Refused("foreign");
  return { known, unknown: states.size - known.size };
}

/** Why ticks were refused; its message is the name of the reason. */
export class Refused extends Error {}

function orRefused(read) {
  try {
    return read();
  } catch {
    throw new Refused("bad");
  }
}

function validTicks(done, skipped) {
  if (!Array.isArray(done) || !Array.isArray(skipped)) throw new Refused("bad");
  const ids = [...done, ...skipped];
  const fits = (id) => typeof id === "string" && id.length <= MAX_ID_LENGTH && ID.test(id);
  if (ids.length > MAX_IDS || !ids.every(fits) || new Set(ids).size < ids.length) throw new Refused("bad");
  return new Map([...skipped.map((id) => [id, SKIPPED]), ...done.map((id) => [id, DONE])]);
}
