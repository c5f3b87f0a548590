import { element } from "../../assets/dom.js";

const ROOT = new URL("../../", document.currentScript.src);
let loading;

function run(path) {
  return new Promise((resolve, reject) => {
    const script = element("script", { src: new URL(path, ROOT) });
    Object.assign(script, { onload: resolve, onerror: reject });
    document.head.append(script);
  });
}

async function load() {
  await Promise.all(["assets/entregent/search.js", "search/index.js"].map(run));
  return globalThis.entregent["search-box"].engine();
}

/** Binds a search to its engine, which is fetched with its index when first asked for; rejects where it cannot be. */
export async function bindSearch(fields, signal) {
  loading ??= load().catch((error) => {
    loading = undefined;
    throw error;
  });
  const engine = await loading;
  return new globalThis.entregent["search-box"](fields, engine, ROOT, signal);
}
