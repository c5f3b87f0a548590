/** The index of the page's guide as the engine takes it, unpacked from the file that the page has loaded. */
export async function unpacked(packed) {
  const bytes = Uint8Array.from(atob(packed), (sign) => sign.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  const data = await new Response(stream).json();
  const words = data.words.split(" ");
  const entries = data.entries.map(([url, kind, title, answer, prior, keywords, body]) => ({
    url,
    kind: data.kinds[kind],
    title,
    answer,
    prior,
    keywords,
    body: spelt(body, words),
  }));
  return { ...data, entries };
}

/** The words whose numbers lie so many steps apart. */
function spelt(steps, words) {
  let number = 0;
  const spelling = [];
  for (const step of steps) {
    number += step;
    spelling.push(words[number]);
  }
  return spelling.join(" ");
}
