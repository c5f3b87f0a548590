/** What is found, as a map from an entry's number to how well it fits, from 0 to 1. */

/** Raises what is found to what `others` say, taken by `factor`. */
export function raise(found, others, factor = 1) {
  for (const [id, score] of others) if (score * factor > (found.get(id) ?? 0)) found.set(id, score * factor);
  return found;
}

/** Adds `others` as further evidence: two half certainties make three quarters. */
export function add(found, others, factor = 1) {
  for (const [id, score] of others) found.set(id, 1 - (1 - (found.get(id) ?? 0)) * (1 - score * factor));
  return found;
}

/** What is found, taken by `factor`. */
export function scaled(found, factor) {
  return new Map([...found].map(([id, score]) => [id, score * factor]));
}

/** What is in all of several findings, each entry with its mean. */
export function inAll(findings) {
  const [first, ...others] = findings;
  const common = [...(first ?? [])].filter(([id]) => others.every((other) => other.has(id)));
  const mean = (id) => findings.reduce((sum, found) => sum + found.get(id), 0) / findings.length;
  return new Map(common.map(([id]) => [id, mean(id)]));
}
