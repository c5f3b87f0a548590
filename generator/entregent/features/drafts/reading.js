/**
 * Reading a draft: which checks remark something, and on which of its pieces; without a DOM.
 * `guide/remarks.py` and `guide/signs.py` do the same in Python, and say what checks are made of.
 */
import { fold } from "../../pages/assets/folding.js";

/** The most characters of a draft that are read: no message is as long. */
export const MAX_READ = 20_000;
const MAX_GAP = 5;
const WORD = /[\p{L}\p{N}](?:[\p{L}\p{N}]|[\u0300-\u036f])*/gu;
const BREAK = /[.!?…;]["'”»)\u00a0\u202f ]|\n/;
// What stands between quotation marks is somebody else's.
const QUOTED = /«[^«»\n]{1,500}»|“[^“”\n]{1,500}”|"[^"\n]{1,500}"/g;
const known = new Map();

/** The remarks on a text that is sent by `channel` at a `stage`, each as its check's id and marks [start, end]. */
export function remarks(text, { checks, patterns }, { channel, stage, limit }) {
  const draft = cut(text.slice(0, MAX_READ), limit);
  const marksOf = (sign) => (sign.count ? counted(sign, draft, patterns) : spoken(sign, draft));
  const found = [];
  for (const check of checks) {
    if (check.channels.length && !check.channels.includes(channel)) continue;
    if (check.stage && check.stage !== stage) continue;
    const signs = check.signs.map(marksOf);
    if (signs.includes(null) || check.unless.some((sign) => marksOf(sign))) continue;
    found.push({ check: check.id, marks: inOrder(signs.flat()) });
  }
  return found;
}

function cut(text, limit) {
  const found = [...text.matchAll(WORD)];
  const spans = found.map((match) => [match.index, match.index + match[0].length]);
  const quotations = [...text.matchAll(QUOTED)].map((match) => [match.index, match.index + match[0].length]);
  const isQuoted = inside(quotations);
  return {
    text,
    limit,
    spans,
    quoted: spans.map(([start]) => isQuoted(start)),
    isQuoted,
    words: found.map(([word]) => fold(word)),
    // Whether a sentence ends before the word.
    opens: spans.map(([start], at) => BREAK.test(text.slice(at ? spans[at - 1][1] : 0, start))),
    loud: found.map(([word]) => [...word].length > 3 && word === word.toUpperCase() && word !== word.toLowerCase()),
  };
}

/** Whether a place is in one of the ranges, which are in order. */
function inside(ranges) {
  return (at) => {
    let [low, high] = [0, ranges.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (ranges[middle][1] > at) high = middle;
      else low = middle + 1;
    }
    return low < ranges.length && ranges[low][0] <= at;
  };
}

function inOrder(marks) {
  const sorted = [...marks].sort(([a, b], [c, d]) => a - c || b - d);
  return sorted.filter(([start, end], at) => !at || start !== sorted[at - 1][0] || end !== sorted[at - 1][1]);
}

/** Where the expressions of a sign stand; null where they do not. */
function spoken({ phrases, but_not: butNot = [], within, at_least: atLeast = 1 }, draft) {
  const hidden = new Set();
  for (const [start, end] of butNot.flatMap((form) => places(form, draft))) {
    for (let at = start; at < end; at++) hidden.add(at);
  }
  const marks = phrases
    .flatMap((form) => places(form, draft, within))
    .filter(([start, end]) => !(hidden.has(start) && hidden.has(end - 1)))
    .map(([start, end]) => [draft.spans[start][0], draft.spans[end - 1][1]]);
  return marks.length >= atLeast ? marks : null;
}

/** Where a form stands, as numbers of words. */
function places(form, draft, within = Infinity) {
  const { pieces, firsts } = read(form);
  const last = Math.min(draft.words.length, within);
  const found = [];
  for (let start = 0; start < last; start++) {
    if (draft.quoted[start] || (firsts && !firsts.has(draft.words[start]))) continue;
    let ends = new Set([start]);
    for (const piece of pieces) ends = new Set(piece.flatMap((parts) => [...follow(parts, draft, start, ends)]));
    if (ends.size) found.push([start, Math.min(...ends)]);
  }
  return found;
}

/** The pieces of a form, and the words that it can begin with where there is no more to it than words. */
function read(form) {
  if (!known.has(form)) {
    const pieces = form.split(" ").map((piece) => piece.split("|").map((parts) => (parts ? parts.split("_") : [])));
    const firsts = pieces[0].map(([first = "#"]) => first);
    known.set(form, { pieces, firsts: firsts.some((word) => /[#*]/.test(word)) ? null : new Set(firsts) });
  }
  return known.get(form);
}

/** The numbers of the words that may follow, when these parts begin at one of `ends`. */
function follow(parts, draft, start, ends) {
  for (const part of parts) {
    const next = new Set();
    for (const at of ends) {
      if (part === "...") for (const end of across(draft, at)) next.add(end);
      else if (at < draft.words.length && (at === start || !draft.opens[at]) && fits(part, draft.words[at]))
        next.add(at + 1);
    }
    ends = next;
  }
  return ends;
}

function across(draft, at) {
  const found = [];
  for (let end = at; end <= Math.min(at + MAX_GAP, draft.words.length - 1) && !draft.opens[end]; end++) found.push(end);
  return found;
}

function fits(part, word) {
  if (part === "#") return word[0] >= "0" && word[0] <= "9";
  return part.endsWith("*") ? word.startsWith(part.slice(0, -1)) : word === part;
}

/** Where more or less of something stands than fits; null where it does not. */
function counted({ count, more_than: more = 0, fewer_than: fewer }, draft, patterns) {
  const [number, marks] = numberOf(count, draft, patterns);
  return (fewer ? number < fewer : number > more) ? marks : null;
}

function numberOf(count, draft, patterns) {
  const { length } = draft.text;
  switch (count) {
    case "words":
      return [draft.words.length, []];
    case "characters":
      return [length, []];
    case "excess":
      return length > (draft.limit ?? Infinity) ? [length - draft.limit, [[draft.limit, length]]] : [0, []];
    case "capitals": {
      const marks = draft.spans.filter((_, at) => draft.loud[at] && (draft.loud[at - 1] || draft.loud[at + 1]));
      return [marks.length, marks];
    }
    default: {
      const marks = [...draft.text.matchAll(new RegExp(patterns[count], "g"))].map(({ 0: found, index }) => [
        index,
        index + found.length,
      ]);
      return [marks.length, marks];
    }
  }
}
