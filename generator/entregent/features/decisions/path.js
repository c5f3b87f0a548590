/** The way through a decision: a list of the ids of its steps, the first of which the address leaves out. */

/** How the ids of steps begin in the page. */
export const PREFIX = "step--";

/** The id of a step that an element's id or a fragment names. */
export function idOf(name) {
  return name.replace(/^#/, "").replace(PREFIX, "");
}

/** The fragment that stands for a path. */
export function fragmentOf([, ...answered]) {
  return `#${answered.join(".")}`;
}

/**
 * The path that the fragment of an address stands for; `targets` holds the steps to which each step's answers lead,
 * the first step first. A fragment of one step only, as links have where scripts do not run, stands for the first way
 * that leads to it; one that leads nowhere is `damaged`, and begins at the beginning.
 */
export function pathIn(fragment, targets) {
  const [first] = targets.keys();
  const ids = fragment.length > 1 ? idOf(fragment).split(".") : [];
  const path = [first, ...ids];
  if (ids.every((id, index) => targets.get(path[index])?.includes(id))) return { path, damaged: false };
  const found = ids.length === 1 ? wayTo(ids[0], first, targets) : null;
  return { path: found ?? [first], damaged: !found };
}

function wayTo(id, from, targets) {
  if (id === from) return [from];
  for (const target of targets.get(from) ?? []) {
    const way = wayTo(id, target, targets);
    if (way) return [from, ...way];
  }
  return null;
}
