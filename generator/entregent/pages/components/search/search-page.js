import { searchFields } from "./fields.js";
import { bindSearch } from "./loading.js";

const LONGEST = 500;

/** The search in a page of its own, with the query in its address. */
export default class SearchPage {
  constructor(root) {
    const fields = searchFields(root.dataset);
    const query = new URLSearchParams(location.search).get("q") ?? "";
    fields.input.value = query;
    fields.suggested.remove();
    bindSearch(fields).then(() => {
      root.replaceChildren(...fields.parts);
      fields.input.addEventListener("input", () => show(fields.input.value));
      fields.input.focus();
    }, ignore);
  }
}

function show(query) {
  const address = new URL(location);
  // Addresses have their limits.
  address.search = query ? new URLSearchParams({ q: query.slice(0, LONGEST) }) : "";
  history.replaceState(history.state, "", address);
}

/** The cards that the page was written with stay. */
function ignore() {}
