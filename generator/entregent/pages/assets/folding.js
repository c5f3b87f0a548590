/** A word as it is compared: in lower case, without accents, œ as oe and æ as ae. */
export function fold(word) {
  return word.toLowerCase().normalize("NFKD").replace(/\p{M}/gu, "").replaceAll("œ", "oe").replaceAll("æ", "ae");
}
