import { searchDialog } from "./fields.js";
import { bindSearch } from "./loading.js";

// One dialog for all links; under instant navigation it outlives their pages.
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
      this.open();
    };
    const typed = (event) => {
      if (event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey) && !event.altKey) open(event);
    };
    link.addEventListener("keydown", (event) => event.key === " " && open(event));
    link.addEventListener("click", (event) => event.ctrlKey || event.metaKey || event.shiftKey || open(event));
    addEventListener("keydown", typed, { signal });
    // Back from a result, the reader finds the other results again.
    if (!opened.fields && typeof history.state?.search === "string") this.open(history.state.search);
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
    fields.dialog.addEventListener("close", () => remember());
    // Under instant navigation the dialog outlives the page.
    document.addEventListener("entregent:page", () => {
      if (location.pathname !== opened.at) fields.dialog.close();
    });
    return fields;
  }
}

function remember(search) {
  history.replaceState({ ...history.state, search }, "");
}
