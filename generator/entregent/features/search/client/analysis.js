/** Words and their stems: what of a text counts when it is compared with a query. */

/** A word as it is compared: in small letters, without accents, œ as oe and æ as ae. */
export function fold(word) {
  return word.toLowerCase().normalize("NFKD").replace(/\p{M}/gu, "").replaceAll("œ", "oe").replaceAll("æ", "ae");
}

/**
 * The words of a text as they are written. An apostrophe of either shape ends a word, as elisions want it; only in
 * English does one hide a word, which is spelt out: didn't is did not.
 */
export function words(text) {
  return (
    text
      .toLowerCase()
      .normalize("NFC")
      .replace(/n['’]t(?![\p{L}\p{N}])/gu, " not")
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}

/** What one language makes of words. `stem` is a Snowball stemmer, which wants the accents that a reader leaves out. */
export class Analyser {
  #stop;
  #stem;
  #stemmed = new Map();
  #forms = new Map();

  constructor(stop, stem) {
    this.#stop = new Set(stop);
    this.#stem = stem;
  }

  /** The stem of a word as it is written here. */
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

  /** Whether the guide has a word in this very form, but for its accents. */
  knows(word) {
    return this.#forms.has(fold(word));
  }

  /** Words of the guide, folded, whose beginning differs from this one by a single letter. */
  begunLike(word) {
    const folded = fold(word);
    return [...this.#forms.keys()].filter((form) => beginsAlmost(form, folded));
  }

  /** Every stem that a reader may mean by a word. */
  stems(word) {
    const folded = fold(word);
    return new Set([...(this.#forms.get(folded) ?? []), this.stem(word), this.stem(folded)]);
  }

  /** Whether a word says something, and does not only hold others together. */
  counts(word) {
    const folded = fold(word);
    return folded.length > 1 && !this.#stop.has(folded);
  }

  /** Those words of a list that say something. */
  content(list) {
    return list.filter((word) => this.counts(word));
  }
}

/** Whether a word begins like another but for one letter: wrong, missing, too many, or swapped with the next. */
function beginsAlmost(word, beginning) {
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
