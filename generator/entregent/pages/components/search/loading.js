import { ROOT, run } from "../../assets/fetching.js";

let loading;

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
