const ROOT = new URL("../../", document.currentScript.src);
let loading;

function run(path) {
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = new URL(path, ROOT);
    script.addEventListener("load", resolve);
    script.addEventListener("error", () => reject(new Error(`${path} cannot be loaded`)));
    document.head.append(script);
  });
}

/** Binds a search to its engine, which is fetched with its index when first asked for; rejects where it cannot be. */
export async function bindSearch(fields) {
  loading ??= Promise.all(["assets/entregent/search.js", "search/index.js"].map(run));
  try {
    await loading;
  } catch (error) {
    loading = undefined;
    throw error;
  }
  const SearchBox = globalThis.entregent["search-box"];
  return new SearchBox(fields, await SearchBox.engine(), ROOT);
}
