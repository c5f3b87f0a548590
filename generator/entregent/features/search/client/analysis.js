/** Tokens of texts and queries, and their stems. */

import { fold } from "../../../pages/assets/folding.js";
/**
 * The tokens of a text: its words in lower case. A straight or curly apostrophe separates words, as in French l'avis;
 * English n't becomes the word not.
 */
export function tokenize(text) {
  return (
    text
      .toLowerCase()
      .normalize("NFC")
      .replace(/n['’]t(?![\p{L}\p{N}])/gu, " not")
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}

/** The analysis of words in one language. `stem` is a Snowball stemmer, which needs the accents that readers omit. */
export class Analyser {
  #stop;
  #stem;
  #stemmed = new Map();
  #forms = new Map();

  constructor(stop, stem) {
    this.#stop = new Set(stop);
    this.#stem = stem;
  }

  /** The stem of a word with its accents. */
  stem(word) {
    let stem = this.#stemmed.get(word);
    if (stem === undefined) {
      stem = fold(this.#stem(word));
      this.#stemmed.set(word, stem);
    }
    return stem;
  }

  /** Remembers a word of the guide, so that it is known again without its accents. */
  remember(word) {
    const folded = fold(word);
    if (!this.#forms.has(folded)) this.#forms.set(folded, new Set());
    this.#forms.get(folded).add(this.stem(word));
  }

  /** Whether the guide has a word in this form, accents apart. */
  knows(word) {
    return this.#forms.has(fold(word));
  }

  /** Words of the guide, folded, with a prefix that is within one edit of this word. */
  fuzzyPrefixes(word) {
    const folded = fold(word);
    return [...this.#forms.keys()].filter((form) => prefixWithinOneEdit(form, folded));
  }

  /** Every stem that a reader may mean by a word. */
  stems(word) {
    const folded = fold(word);
    return new Set([...(this.#forms.get(folded) ?? []), this.stem(word), this.stem(folded)]);
  }

  /** Whether a word is neither a stop word nor a single letter. */
  counts(word) {
    const folded = fold(word);
    return folded.length > 1 && !this.#stop.has(folded);
  }

  /** The words of a list that count. */
  content(list) {
    return list.filter((word) => this.counts(word));
  }
}

/** Whether a word has a prefix within one edit: a letter replaced, missing, added, or swapped with the next. */
function prefixWithinOneEdit(word, beginning) {
  let at = 0;
  while (at < beginning.length && word[at] === beginning[at]) at++;
  const rest = beginning.slice(at + 1);
  const swap = beginning.slice(at + 1, at + 2) + beginning.slice(at, at + 1) + beginning.slice(at + 2);
  return [
    word.startsWith(rest, at + 1),
    word.startsWith(beginning.slice(at), at + 1),
    word.startsWith(rest, at),
    word.startsWith(swap, at),
  ].some(Boolean);
}
