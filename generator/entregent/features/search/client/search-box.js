import Engine from "./engine.js";
import { unpacked } from "./index.js";
import { marked } from "./marking.js";

const LONGEST_SAID = 100;

/** A field, and below it what the engine finds while the reader types; results are links, one under the other. */
export default class SearchBox {
  /** The engine for the guide whose index the page has loaded. */
  static async engine() {
    const data = await unpacked(globalThis.entregentIndex);
    const stem = (word) => globalThis.entregentStemmer.stemWord(word);
    return { ...data, engine: new Engine(data, globalThis.MiniSearch, stem) };
  }

  constructor({ form, input, status, results, suggested }, { engine, ui, cards }, root) {
    Object.assign(this, { input, status, results, suggested, engine, ui, root });
    suggested.append(this.suggestions(cards));
    input.addEventListener("input", () => this.update());
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.links()[0]?.click();
    });
    for (const place of [form, results]) place.addEventListener("keydown", (event) => this.move(event));
    // WebKit empties the field of a page that comes back; what it found stands.
    addEventListener("pageshow", ({ persisted }) => {
      if (persisted) requestAnimationFrame(() => setTimeout(() => this.recall()));
    });
    this.update();
  }

  update() {
    this.query = this.input.value;
    const query = this.query.trim();
    const found = query ? this.engine.search(this.query) : [];
    const isMeant = this.engine.meant(this.query);
    this.results.replaceChildren(...found.map((entry) => this.result(entry, isMeant)));
    this.suggested.hidden = found.length > 0;
    this.status.textContent = this.said(query, found.length);
  }

  recall() {
    this.input.value = this.query;
  }

  said(query, count) {
    if (!query) return this.ui["found-nothing-yet"];
    if (count === 0) return this.ui["found-none"].replace("{query}", () => shortened(query));
    return count === 1 ? this.ui["found-one"] : this.ui["found-many"].replace("{count}", count);
  }

  result({ url, kind, title, answer }, isMeant) {
    const link = tag("a", "search-result");
    link.href = new URL(url, this.root);
    link.append(
      tag("span", "search-kind", kind),
      " ",
      tag("span", "search-title", ...marked(title, isMeant)),
      " ",
      tag("span", "search-answer", ...marked(answer, isMeant)),
    );
    return tag("li", "search-item", link);
  }

  suggestions(cards) {
    const list = tag("ul", "search-cards");
    for (const [title, more, url] of cards) {
      const link = tag("a", "search-card", title);
      link.href = new URL(url, this.root);
      list.append(tag("li", "search-item", link, " ", tag("span", "search-answer", more)));
    }
    return list;
  }

  links() {
    return [...this.results.querySelectorAll("a")];
  }

  /** Up and down lead from the field through the results; a letter leads back to the field. */
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

/** What was looked for, as far as a line can say it. */
function shortened(query) {
  return query.length > LONGEST_SAID ? `${query.slice(0, LONGEST_SAID)}…` : query;
}

function tag(name, className, ...children) {
  const made = document.createElement(name);
  made.className = className;
  made.append(...children);
  return made;
}
