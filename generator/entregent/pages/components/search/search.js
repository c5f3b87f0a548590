import { searchDialog } from "./fields.js";
import { bindSearch } from "./loading.js";

// For the window, and not for the script, which instant navigation runs again.
globalThis.entregentSearch ??= {};
const opened = globalThis.entregentSearch;

/** A link to the search page that opens the search at once, above the page that the reader is on. */
export default class Search {
  constructor(link) {
    this.link = link;
    link.setAttribute("role", "button");
    link.setAttribute("aria-haspopup", "dialog");
    link.addEventListener("keydown", (event) => {
      if (event.key !== " ") return;
      event.preventDefault();
      this.open("");
    });
    link.addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      // Instant navigation follows links whose default is prevented, too.
      event.stopPropagation();
      this.open("");
    });
    if (opened.by) return;
    opened.by = this;
    addEventListener("keydown", (event) => {
      if (event.key.toLowerCase() !== "k" || !(event.ctrlKey || event.metaKey) || event.altKey) return;
      event.preventDefault();
      opened.by.open("");
    });
    // Back from a result, the reader finds the others where they were.
    if (typeof history.state?.search === "string") this.open(history.state.search);
  }

  async open(query) {
    opened.fields ??= this.build();
    const { dialog, input } = opened.fields;
    if (dialog.open) return;
    if (query) input.value = query;
    opened.at = location.pathname;
    dialog.showModal();
    input.focus();
    input.select();
    opened.box ??= bindSearch(opened.fields);
    try {
      await opened.box;
    } catch {
      opened.box = undefined;
      location.assign(this.link.href);
    }
  }

  build() {
    const fields = searchDialog(this.link.dataset);
    document.body.append(fields.dialog);
    fields.results.addEventListener("click", () => remember(fields.input.value));
    fields.dialog.addEventListener("close", () => remember(undefined));
    // Under instant navigation the page goes and the dialog stays.
    document.addEventListener("entregent:page", () => {
      if (location.pathname !== opened.at) fields.dialog.close();
    });
    return fields;
  }
}

function remember(search) {
  history.replaceState({ ...history.state, search }, "");
}
