/**
 * How much each kind of match is worth, from 0 to 1. Found by trying queries that people might type
 * (`tests/search/`), which test them; nothing else in the search is tuned.
 */

/** A word in this part of an entry; how often it occurs there changes its worth by WITHIN at most. */
export const FIELDS = { title: 1, keywords: 0.85, answer: 0.8, body: 0.45 };
export const WITHIN = 0.3;
/** MiniSearch's own weights of the parts, for that order within. */
export const BOOSTS = { title: 4, keywords: 3, answer: 2, body: 1 };

/** Another form of the word: accepter for acceptez. */
export const OTHER_FORM = 0.9;
/** The beginning of a word that is still being typed, where the beginning is a word too, and where it is not. */
export const BEGINNING = { word: 0.7, none: 0.95 };
/** A word mistyped, by how many letters. */
export const MISTYPED = { 1: 0.85, 2: 0.7 };
/** The shortest word, in letters, in which so many mistyped ones are looked for. */
export const LONG_ENOUGH = { 1: 4, 2: 7 };

/** A synonym, and one of an expression that was typed whole. */
export const SYNONYM = { word: 0.75, expression: 0.9 };
/** One synonym alone; several together come nearer to certainty. */
export const ONE_SYNONYM = 0.75;
/** From this rarity on a synonym counts in full. */
export const RARE = 2.5;
/** An expression whose words stand apart. */
export const APART = 0.5;

/** The bounds of the rarity of a word, as logarithms. */
export const RARITY = { min: 0.4, max: 3.5 };
/** An expression tells more than a word of the same rarity. */
export const EXPRESSION = 1.3;
/** How much more an entry is worth whose title holds nothing but what was asked for. */
export const WHOLE_TITLE = 0.35;
/** How much more an entry is worth in which all words stand side by side as they were typed. */
export const NEIGHBOURS = 1.5;
