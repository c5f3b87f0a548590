/** The way through a decision: a list of the ids of its steps, the first of which the address leaves out. */

/** How the ids of steps begin in the page. */
export const PREFIX = "step--";

/** The id of a step that an element's id or a fragment names. */
export function idOf(name) {
  return name.replace(/^#/, "").replace(PREFIX, "");
}

/** The steps to which each step's answers lead, by id; the first step comes first. */
export function targetsOf(steps) {
  const targets = new Map();
  for (const [id, step] of steps) {
    const answers = step.querySelectorAll(".decisions-answers a");
    targets.set(
      id,
      [...answers].map((answer) => idOf(answer.hash)),
    );
  }
  return targets;
}

/**
 * The path that the fragment of an address stands for. One that names a single step, as links do where scripts do
 * not run, stands for the first way that leads to it; one that leads nowhere is `damaged`, and begins at the beginning.
 */
export function pathIn(fragment, targets) {
  const [first] = targets.keys();
  const ids = idOf(fragment).split(".").filter(Boolean);
  const path = [first, ...ids];
  const leads = path.every((id, index) => index === 0 || targets.get(path[index - 1])?.includes(id));
  if (leads) return { path, damaged: false };
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
