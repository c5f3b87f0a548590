import { fill } from "../../assets/templates.js";
import { fromQuery, matches, toQuery } from "./selection.js";

/** Filters the items of a page by the choices in a form, and keeps the choices in the page's address. */
export default class Filter {
  constructor(root, signal) {
    this.form = root.querySelector(".filter");
    this.selects = [...this.form.querySelectorAll("select")];
    this.facets = Object.fromEntries(
      this.selects.map((select) => [select.name, [...select.options].map((option) => option.value).filter(Boolean)]),
    );
    this.items = [...root.querySelectorAll("[data-filter-item]")];
    this.groups = [...root.querySelectorAll("[data-filter-group]")];
    this.count = this.form.querySelector(".filter-count");
    this.none = root.querySelector(".filter-none");
    this.form.addEventListener("change", () => this.choose());
    this.form.addEventListener("reset", (event) => {
      event.preventDefault();
      for (const select of this.selects) select.value = "";
      this.choose();
    });
    addEventListener("popstate", () => this.restore(), { signal });
    this.restore();
  }

  restore() {
    const selection = fromQuery(location.search, this.facets);
    for (const select of this.selects) select.value = selection[select.name] ?? "";
    const box = this.form.closest("details");
    if (box && Object.keys(selection).length) box.open = true;
    this.show(selection);
  }

  choose() {
    const selection = Object.fromEntries(this.selects.map((select) => [select.name, select.value]));
    const query = toQuery(selection, this.facets, location.search);
    history.replaceState(history.state, "", `${location.pathname}${query}${location.hash}`);
    this.show(selection);
  }

  show(selection) {
    for (const item of this.items) item.hidden = !matches(item.dataset, selection);
    const shown = this.items.filter((item) => !item.hidden).length;
    for (const group of this.groups) group.hidden = !group.querySelector("[data-filter-item]:not([hidden])");
    const { one, many } = this.count.dataset;
    this.count.textContent = fill(shown === 1 ? one : many, { n: shown });
    this.none.hidden = shown > 0;
  }
}
