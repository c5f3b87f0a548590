import { fold } from "../../../pages/assets/folding.js";
import { tokenize } from "./analysis.js";
import { intersect, raise } from "./scores.js";
import { APART, BOOSTS, FIELDS, OTHER_FORM, RARITY, WITHIN } from "./weights.js";

/** Marks a term of the index as a stem; no word of a text ends in it. */
const STEM = "~";
const MAX_CACHED = 1000;
const AS_IT_IS = { tokenize: (text) => [text], processTerm: (term) => term, boost: BOOSTS };

/** Which entries hold a word or an expression. MiniSearch keeps the index: each word as it is, and its stem. */
export class Lookup {
  // Results of single terms: from one keystroke to the next most terms are the same.
  #cache = new Map();

  constructor(entries, MiniSearch, analyser) {
    this.analyser = analyser;
    this.lines = entries.map(({ title, answer, keywords }) =>
      [title, answer, ...keywords.split("; ")].map((text) => this.line(tokenize(text))).join("|"),
    );
    this.count = entries.length;
    this.index = new MiniSearch({
      fields: Object.keys(FIELDS),
      tokenize,
      processTerm: (word) => this.#terms(word),
    });
    this.index.addAll(entries.map((entry, id) => ({ ...entry, id })));
  }

  /** Entries with a word in any of its forms; other forms than this one score a little less. */
  exact(word) {
    const found = new Map();
    for (const stem of this.analyser.stems(word)) raise(found, this.#term(stem + STEM));
    const same = this.#term(fold(word));
    for (const [id, score] of found) if (!same.has(id)) found.set(id, score * OTHER_FORM);
    return found;
  }

  /** Entries with a word that begins like this. */
  begun(word) {
    return this.#search(fold(word), { prefix: true });
  }

  /** Words of the guide from which this one differs by so many letters. */
  similar(word, letters) {
    const results = this.index.search(fold(word), { ...AS_IT_IS, fuzzy: letters });
    const terms = results.flatMap((result) => result.terms).filter((term) => !term.endsWith(STEM));
    return new Set([...terms, ...swapped(word)]);
  }

  /** Entries with all words of an expression: side by side in title, answer or keywords, or anywhere. */
  together(expression) {
    const found = intersect(this.analyser.content(expression).map((word) => this.exact(word)));
    const line = this.line(expression);
    for (const [id, score] of found) found.set(id, this.lines[id].includes(line) ? 1 : score * APART);
    return found;
  }

  /** The share of the pairs of neighbouring query words that are neighbours in an entry, too. */
  neighbours(typed, id) {
    const pairs = typed.slice(1).map((word, at) => this.line([typed[at], word]));
    return pairs.length && pairs.filter((pair) => this.lines[id].includes(pair)).length / pairs.length;
  }

  /** The rarity of a concept that finds these entries, like an inverse document frequency. */
  rarity(found) {
    const many = [...found.values()].reduce((sum, score) => sum + score ** 2, 0);
    return Math.min(RARITY.max, Math.max(RARITY.min, Math.log(1 + this.count / (1 + many))));
  }

  /** Words as one line of stems, in which expressions can be found. */
  line(list) {
    return ` ${list.map((word) => this.analyser.stem(word)).join(" ")} `;
  }

  #terms(word) {
    if (!this.analyser.counts(word)) return null;
    this.analyser.remember(word);
    return [fold(word), this.analyser.stem(word) + STEM];
  }

  #term(term) {
    if (this.#cache.size > MAX_CACHED) this.#cache.clear();
    if (!this.#cache.has(term)) this.#cache.set(term, this.#search(term));
    return this.#cache.get(term);
  }

  #search(term, options = {}) {
    const results = this.index.search(term, { ...AS_IT_IS, ...options });
    const best = results[0]?.score;
    return new Map(
      results.map(({ id, score, match }) => {
        const field = Math.max(...Object.values(match).flatMap((names) => names.map((name) => FIELDS[name])));
        return [id, field * (1 - WITHIN + (WITHIN * score) / best)];
      }),
    );
  }
}

/** Each form of a word with two neighbouring letters swapped. */
function swapped(word) {
  const letters = [...word];
  return letters
    .slice(1)
    .map((letter, at) => [...letters.slice(0, at), letter, letters[at], ...letters.slice(at + 2)].join(""));
}
