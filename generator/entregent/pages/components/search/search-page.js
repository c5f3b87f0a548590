import { searchFields } from "./fields.js";
import { bindSearch } from "./loading.js";

const MAX_QUERY = 500;

/** The search in a page of its own, with the query in its address. */
export default class SearchPage {
  constructor(root, signal) {
    const fields = searchFields(root.dataset);
    fields.input.value = new URLSearchParams(location.search).get("q") ?? "";
    fields.suggested.remove();
    const bound = () => {
      root.replaceChildren(...fields.parts);
      fields.input.addEventListener("input", () => show(fields.input.value));
      fields.input.focus();
    };
    // Without the engine the page keeps its cards.
    bindSearch(fields, signal).then(bound, () => {});
  }
}

function show(query) {
  const address = new URL(location);
  // Servers and browsers limit the length of an address.
  address.search = query ? new URLSearchParams({ q: query.slice(0, MAX_QUERY) }) : "";
  history.replaceState(history.state, "", address);
}
