import { Analyser, fold, words } from "./analysis.js";
import { Lookup } from "./lookup.js";
import { add, raise, scaled } from "./scores.js";
import { Thesaurus } from "./thesaurus.js";
import {
  BEGINNING,
  EXPRESSION,
  LONG_ENOUGH,
  MISTYPED,
  NEIGHBOURS,
  ONE_SYNONYM,
  RARE,
  SYNONYM,
  WHOLE_TITLE,
} from "./weights.js";

const MOST_WORDS = 16;
const LONGEST_WORD = 40;
const LONGEST_EXPRESSION = 4;
const LOOKED_AT_TWICE = 50;
const UNFINISHED = /[\p{L}\p{N}]$/u;

/**
 * Finds entries of a guide by what a query of several words means. The query is cut into concepts, a word or an
 * expression each; an entry is worth how well it fits them, the rare ones above all.
 */
export default class Engine {
  /**
   * `entries` have a title, keywords, an answer, a body and a prior; `synonyms` are groups of expressions; `stop` are
   * words that only hold others together; `MiniSearch` is its class, and `stem` a stemmer of the guide's language.
   */
  constructor({ entries, synonyms, stop }, MiniSearch, stem) {
    this.entries = entries;
    this.analyser = new Analyser(stop, stem);
    this.lookup = new Lookup(entries, MiniSearch, this.analyser);
    this.thesaurus = new Thesaurus(synonyms, this.analyser);
    this.titles = entries.map(({ title }) => this.#stems(words(title)));
  }

  /** The best entries for a query, best first, each with its score. */
  search(query, most = 10) {
    const typed = this.#typed(query);
    const meant = this.#stems(typed);
    return this.#fits(this.#concepts(typed, UNFINISHED.test(query)))
      .map(([id, fit]) => [id, fit * (1 + WHOLE_TITLE * share(this.titles[id], meant)) * this.entries[id].prior])
      .sort(bestFirst)
      .slice(0, LOOKED_AT_TWICE)
      .map(([id, score]) => [id, score * (1 + NEIGHBOURS * this.lookup.neighbours(typed, id))])
      .sort(bestFirst)
      .slice(0, most)
      .map(([id, score]) => ({ ...this.entries[id], score }));
  }

  /** Whether a word of a text is one of those that a query means, as a function of the word. */
  meant(query) {
    const typed = this.#typed(query);
    const stems = this.#stems(typed);
    const begun = UNFINISHED.test(query) ? fold(typed.at(-1)) : "";
    return (word) =>
      stems.has(this.analyser.stem(word.toLowerCase())) || (begun.length > 1 && fold(word).startsWith(begun));
  }

  #typed(query) {
    const typed = words(query).slice(0, MOST_WORDS);
    return typed.map((word) => word.slice(0, LONGEST_WORD));
  }

  #stems(list) {
    return new Set(this.analyser.content(list).flatMap((word) => [...this.analyser.stems(word)]));
  }

  /** How well entries fit all concepts: one that leaves some out is worth less by as much again. */
  #fits(concepts) {
    const whole = concepts.reduce((sum, { rarity }) => sum + rarity, 0);
    const fits = new Map();
    for (const { found, rarity } of concepts)
      for (const [id, score] of found) fits.set(id, (fits.get(id) ?? 0) + rarity * score);
    return [...fits].map(([id, fit]) => [id, (fit * fit) / whole]);
  }

  /** What was typed, cut into words and expressions that have synonyms, each with what it finds. */
  #concepts(typed, unfinished) {
    const concepts = [];
    for (let start = 0; start < typed.length; ) {
      const expression = this.#expression(typed.slice(start, start + LONGEST_EXPRESSION));
      const isLast = start === typed.length - 1;
      if (expression) concepts.push(expression);
      else if (this.analyser.counts(typed[start])) concepts.push(this.#word(typed[start], unfinished && isLast));
      start += expression?.length ?? 1;
    }
    if (!concepts.length && unfinished) concepts.push(this.#word(typed.at(-1), true));
    return concepts;
  }

  /** The longest expression at the beginning of a list of words that has synonyms. */
  #expression(list) {
    for (let length = list.length; length > 1; length--) {
      const expression = list.slice(0, length);
      const synonyms = this.#synonyms(expression);
      if (!synonyms.size) continue;
      const found = raise(scaled(synonyms, SYNONYM.expression), this.lookup.together(expression));
      return { found, rarity: EXPRESSION * this.lookup.rarity(found), length };
    }
    return null;
  }

  #word(word, unfinished) {
    const found = this.lookup.exact(word);
    const begun = unfinished ? this.lookup.begun(word) : new Map();
    const told = [found, begun].find(({ size }) => size);
    const rarity = told && this.lookup.rarity(told);
    raise(found, begun, found.size ? BEGINNING.word : BEGINNING.none);
    raise(found, this.#synonyms([word]), SYNONYM.word);
    if (!found.size || !(begun.size || this.analyser.knows(word))) raise(found, this.#mistyped(word, unfinished));
    return { found, rarity: rarity ?? this.lookup.rarity(found) };
  }

  /** What the nearest words find that a mistyped one may have been meant for. */
  #mistyped(word, unfinished) {
    const guesses = [
      [1, () => this.lookup.similar(word, 1)],
      [1, () => (unfinished ? this.analyser.begunLike(word) : [])],
      [2, () => this.lookup.similar(word, 2)],
    ];
    const found = new Map();
    for (const [letters, forms] of guesses) {
      if (found.size || word.length < LONG_ENOUGH[letters]) continue;
      for (const form of forms()) {
        raise(found, this.lookup.exact(form), MISTYPED[letters]);
        raise(found, this.#synonyms([form]), MISTYPED[letters] * SYNONYM.word);
      }
    }
    return found;
  }

  #synonyms(expression) {
    const found = new Map();
    for (const other of this.thesaurus.others(expression)) {
      const its = other.length > 1 ? this.lookup.together(other) : this.lookup.exact(other[0]);
      add(found, its, ONE_SYNONYM * Math.min(1, this.lookup.rarity(its) / RARE));
    }
    return found;
  }
}

function bestFirst([oneId, one], [otherId, other]) {
  return other - one || oneId - otherId;
}

/** How many members of a set another one has, of all its members. */
function share(set, other) {
  return [...set].filter((member) => other.has(member)).length / (set.size || 1);
}
