/**
 * Filling in and measuring a message; without a DOM.
 * Lengths are UTF-16 code units: what JavaScript counts, and what the platforms are believed to count.
 */

/** A limit is announced when so many characters are left. */
export const NEAR = 20;

/** A day of a date field, such as 2026-12-03, in words; empty if it is no day. */
export function dayInWords(value, language) {
  const [year, month, day] = value.split("-").map(Number);
  const date = new Date(year, month - 1, day);
  if (Number.isNaN(date.getTime())) return "";
  // English without a country is British here, and stands in for unknown languages; the first of a French month is
  // an ordinal.
  const locales = language === "en" ? "en-GB" : [language, "en-GB"];
  const words = date.toLocaleDateString(locales, { weekday: "long", day: "numeric", month: "long" });
  return language.startsWith("fr") ? words.replace(/ 1 /, " 1er ") : words;
}

/** The greatest length for a kind of account; undefined where nothing is known. `limits` may hold `any`. */
export function limitFor(limits, account) {
  return limits[account] ?? limits.any;
}

/** What to say of a length: "over" by how many, "near" with how many left, or nothing. */
export function standing(length, limit) {
  if (limit === undefined) return null;
  if (length > limit) return { state: "over", n: length - limit };
  if (limit - length <= NEAR) return { state: "near", n: limit - length };
  return null;
}

/** The address that opens a new e-mail with this subject and body (RFC 6068: lines end in CR LF). */
export function mailto(subject, body) {
  const fields = { subject, body: body.replace(/\n/g, "\r\n") };
  const query = Object.entries(fields)
    .filter(([, value]) => value)
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
  return `mailto:?${query.join("&")}`;
}
