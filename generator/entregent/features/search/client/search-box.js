import { element } from "../../../pages/assets/dom.js";
import { onReturn } from "../../../pages/assets/returning.js";
import { fill } from "../../../pages/assets/templates.js";
import Engine from "./engine.js";
import { highlighted } from "./highlight.js";
import { unpacked } from "./index.js";

const MAX_QUERY_SHOWN = 100;

/** Shows what the engine finds while the reader types, as a list of links. */
export default class SearchBox {
  /** The engine for the guide whose index the page has loaded. */
  static async engine() {
    const data = await unpacked(globalThis.entregentIndex);
    const stem = (word) => globalThis.entregentStemmer.stemWord(word);
    return { ...data, engine: new Engine(data, globalThis.MiniSearch, stem) };
  }

  constructor({ form, input, status, results, suggested }, { engine, ui, cards }, root, signal) {
    Object.assign(this, { input, status, results, suggested, engine, ui, root });
    suggested.append(this.suggestions(cards));
    input.addEventListener("input", () => this.update());
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.links()[0]?.click();
    });
    for (const place of [form, results]) place.addEventListener("keydown", (event) => this.move(event));
    // WebKit empties the field of a page that comes back, but leaves the results.
    onReturn(() => {
      input.value = this.query;
    }, signal);
    this.update();
  }

  update() {
    this.query = this.input.value;
    const query = this.query.trim();
    const found = query ? this.engine.search(this.query) : [];
    const isMeant = this.engine.meant(this.query);
    this.results.replaceChildren(...found.map((entry) => this.result(entry, isMeant)));
    this.suggested.hidden = found.length > 0;
    this.status.textContent = this.statusText(query, found.length);
  }

  statusText(query, count) {
    if (!query) return this.ui["found-nothing-yet"];
    if (count === 0) return fill(this.ui["found-none"], { query: shortened(query) });
    return count === 1 ? this.ui["found-one"] : fill(this.ui["found-many"], { count });
  }

  result({ url, kind, title, answer, languages: [ofTitle, ofAnswer] }, isMeant) {
    const parts = [
      element("span", { class: "search-kind" }, kind),
      " ",
      element("span", { class: "search-title", ...inLanguage(ofTitle) }, ...highlighted(title, isMeant)),
      " ",
      element("span", { class: "search-answer", ...inLanguage(ofAnswer) }, ...highlighted(answer, isMeant)),
    ];
    return this.item("search-result", url, ...parts);
  }

  suggestions(cards) {
    const items = cards.map(([title, more, url]) => {
      const item = this.item("search-card", url, title);
      item.append(" ", element("span", { class: "search-answer" }, more));
      return item;
    });
    return element("ul", { class: "search-cards" }, ...items);
  }

  /** A link to a page of the guide as an item of a list. */
  item(name, url, ...children) {
    return element(
      "li",
      { class: "search-item" },
      element("a", { class: name, href: new URL(url, this.root) }, ...children),
    );
  }

  links() {
    return [...this.results.querySelectorAll("a")];
  }

  /** Arrow keys move through field and results; a letter moves back to the field. */
  move(event) {
    const stops = [this.input, ...this.links()];
    const here = stops.indexOf(event.target);
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && here >= 0) {
      event.preventDefault();
      stops[Math.min(stops.length - 1, Math.max(0, here + step))].focus();
    } else if (here > 0 && event.key.length === 1 && event.key !== " " && !event.ctrlKey && !event.metaKey) {
      this.input.focus();
    }
  }
}

/** The attributes of a text that is in another language than the page. */
function inLanguage(lang) {
  return lang ? { lang, dir: "auto" } : {};
}

/** A query, shortened to fit on a line. */
function shortened(query) {
  return query.length > MAX_QUERY_SHOWN ? `${query.slice(0, MAX_QUERY_SHOWN)}…` : query;
}
