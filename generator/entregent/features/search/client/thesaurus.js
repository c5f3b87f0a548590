import { tokenize } from "./analysis.js";

/** Expressions that mean the same; each is known by the stems of its words. */
export class Thesaurus {
  #others = new Map();

  constructor(groups, analyser) {
    this.analyser = analyser;
    for (const group of groups.map((expressions) => expressions.map(tokenize)))
      for (const expression of group) {
        for (const word of expression) analyser.remember(word);
        const key = expression.map((word) => analyser.stem(word)).join(" ");
        const others = group.filter((other) => other !== expression);
        this.#others.set(key, [...(this.#others.get(key) ?? []), ...others]);
      }
  }

  /** What else an expression may be called; each as a list of words, like the expression itself. */
  others(expression) {
    const keys = combinations(expression.map((word) => [...this.analyser.stems(word)]));
    return keys.flatMap((key) => this.#others.get(key) ?? []);
  }
}

/** Every way to take one of each list, joined by spaces. */
function combinations([first, ...rest]) {
  if (!rest.length) return first;
  const endings = combinations(rest);
  return first.flatMap((item) => endings.map((ending) => `${item} ${ending}`));
}
