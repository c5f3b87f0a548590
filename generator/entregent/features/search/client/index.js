/** The index of the guide for the engine, unpacked from the text in the index file. */
export async function unpacked(packed) {
  const bytes = Uint8Array.from(atob(packed), (sign) => sign.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  const data = await new Response(stream).json();
  const tokens = data.tokens.split(" ");
  const entries = data.entries.map(([url, kind, title, answer, prior, keywords, body, ...languages]) => ({
    url,
    kind: data.kinds[kind],
    title,
    answer,
    languages,
    prior,
    keywords,
    body: tokensAt(body, tokens),
  }));
  return { ...data, entries };
}

/** The tokens with these numbers, each given as the difference from the one before. */
function tokensAt(steps, tokens) {
  let number = 0;
  const spelling = [];
  for (const step of steps) {
    number += step;
    spelling.push(tokens[number]);
  }
  return spelling.join(" ");
}
