/** Findings are maps from the number of an entry to its score, from 0 to 1. */

/** Raises each score to that of `others` times `factor`, where that is higher. */
export function raise(found, others, factor = 1) {
  for (const [id, score] of others) if (score * factor > (found.get(id) ?? 0)) found.set(id, score * factor);
  return found;
}

/** Adds `others` as independent evidence: 0.5 and 0.5 make 0.75. */
export function add(found, others, factor = 1) {
  for (const [id, score] of others) found.set(id, 1 - (1 - (found.get(id) ?? 0)) * (1 - score * factor));
  return found;
}

/** Findings with their scores times `factor`. */
export function scaled(found, factor) {
  return new Map([...found].map(([id, score]) => [id, score * factor]));
}

/** The entries that are in all of several findings, with their mean scores. */
export function intersect(findings) {
  const [first, ...others] = findings;
  const common = [...(first ?? [])].filter(([id]) => others.every((other) => other.has(id)));
  const mean = (id) => findings.reduce((sum, found) => sum + found.get(id), 0) / findings.length;
  return new Map(common.map(([id]) => [id, mean(id)]));
}
