import { searchDialog } from "./fields.js";
import { bindSearch } from "./loading.js";

// Under instant navigation links come and go with their pages; the dialog stays.
const opened = {};

/** A link to the search page that opens the search at once, above the page that the reader is on. */
export default class Search {
  constructor(link, signal) {
    this.link = link;
    link.setAttribute("role", "button");
    link.setAttribute("aria-haspopup", "dialog");
    const open = (event) => {
      event.preventDefault();
      // Instant navigation follows links whose default is prevented, too.
      event.stopPropagation();
      this.open("");
    };
    const typed = (event) => {
      if (event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey) && !event.altKey) open(event);
    };
    link.addEventListener("keydown", (event) => event.key === " " && open(event));
    link.addEventListener("click", (event) => event.ctrlKey || event.metaKey || event.shiftKey || open(event));
    addEventListener("keydown", typed, { signal });
    if (opened.before) return;
    opened.before = true;
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
