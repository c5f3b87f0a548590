/** A word as it is compared: in lower case, without accents, œ as oe, æ as ae and ß as ss. */
export function fold(word) {
  const letters = word.toLowerCase().normalize("NFKD").replace(/\p{M}/gu, "");
  return letters.replaceAll("œ", "oe").replaceAll("æ", "ae").replaceAll("ß", "ss");
}
