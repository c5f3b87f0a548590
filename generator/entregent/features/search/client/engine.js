import { fold } from "../../../pages/assets/folding.js";
import { Analyser, tokenize } from "./analysis.js";
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

const MAX_TOKENS = 16;
const MAX_TOKEN_LENGTH = 40;
const MAX_EXPRESSION_LENGTH = 4;
const RERANKED = 50;
const UNFINISHED = /[\p{L}\p{N}]$/u;

/**
 * Finds entries of a guide for a query. The query is cut into concepts, a word or an expression each; the score of
 * an entry is how well it matches them, rare concepts counting more.
 */
export default class Engine {
  /**
   * `entries` have a title, keywords, an answer, a body and a prior; `synonyms` are groups of expressions; `stop` are
   * stop words; `MiniSearch` is its class, and `stem` a stemmer of the guide's language.
   */
  constructor({ entries, synonyms, stop }, MiniSearch, stem) {
    this.entries = entries;
    this.analyser = new Analyser(stop, stem);
    this.lookup = new Lookup(entries, MiniSearch, this.analyser);
    this.thesaurus = new Thesaurus(synonyms, this.analyser);
    this.titles = entries.map(({ title }) => this.#stems(tokenize(title)));
  }

  /** The best entries for a query, best first, each with its score. */
  search(query, maxResults = 10) {
    const typed = this.#typed(query);
    const meant = this.#stems(typed);
    return this.#fits(this.#concepts(typed, UNFINISHED.test(query)))
      .map(([id, fit]) => [id, fit * (1 + WHOLE_TITLE * share(this.titles[id], meant)) * this.entries[id].prior])
      .sort(bestFirst)
      .slice(0, RERANKED)
      .map(([id, score]) => [id, score * (1 + NEIGHBOURS * this.lookup.neighbours(typed, id))])
      .sort(bestFirst)
      .slice(0, maxResults)
      .map(([id, score]) => ({ ...this.entries[id], score }));
  }

  /** A function that says whether a word of a text matches the query. */
  meant(query) {
    const typed = this.#typed(query);
    const stems = this.#stems(typed);
    const begun = UNFINISHED.test(query) ? fold(typed.at(-1)) : "";
    return (word) =>
      stems.has(this.analyser.stem(word.toLowerCase())) || (begun.length > 1 && fold(word).startsWith(begun));
  }

  #typed(query) {
    const typed = tokenize(query).slice(0, MAX_TOKENS);
    return typed.map((word) => word.slice(0, MAX_TOKEN_LENGTH));
  }

  #stems(list) {
    return new Set(this.analyser.content(list).flatMap((word) => [...this.analyser.stems(word)]));
  }

  /** How well entries match all concepts: the share that they match, squared. */
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
      const expression = this.#expression(typed.slice(start, start + MAX_EXPRESSION_LENGTH));
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

  /** What similar words find, for a word that may be mistyped. */
  #mistyped(word, unfinished) {
    const guesses = [
      [1, () => this.lookup.similar(word, 1)],
      [1, () => (unfinished ? this.analyser.fuzzyPrefixes(word) : [])],
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

/** The share of the members of a set that another set has. */
function share(set, other) {
  return [...set].filter((member) => other.has(member)).length / (set.size || 1);
}
