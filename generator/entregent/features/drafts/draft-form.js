import { element } from "../../pages/assets/dom.js";
import { ROOT, run } from "../../pages/assets/fetching.js";
import { fill } from "../../pages/assets/templates.js";
import { MAX_READ, remarks } from "./reading.js";

const PAUSE = 250;

/** A field for a draft, with what the guide remarks on it as soon as its writer pauses. Nothing of it is kept. */
export default class DraftForm {
  constructor(root, signal) {
    this.root = root;
    this.strings = root.dataset;
    this.find = (name) => root.querySelector(`.drafts-${name}`);
    this.field = root.elements.draft;
    this.aside = new Set();
    run("drafts/checks.js").then(
      () => this.start(signal),
      () => this.say(this.strings.failed),
    );
  }

  start(signal) {
    this.data = globalThis.entregentDrafts;
    this.texts = Object.fromEntries(this.data.checks.map((check) => [check.id, check]));
    signal.addEventListener("abort", () => clearTimeout(this.waiting));
    this.root.addEventListener("submit", (event) => event.preventDefault());
    this.root.addEventListener("input", ({ target }) => {
      this.showPlace();
      // Old marks no longer stand under the words that they were made for.
      if (target === this.field) this.mark([]);
      clearTimeout(this.waiting);
      this.waiting = setTimeout(() => this.read(), target === this.field ? PAUSE : 0);
    });
    this.find("clear").addEventListener("click", () => {
      this.field.value = "";
      this.aside.clear();
      this.read();
      this.field.focus();
    });
    this.receive();
    this.read();
  }

  /** Takes the text that the form of a message hands over behind #, and leaves no trace of it in the address. */
  receive() {
    const handed = new URLSearchParams(location.hash.slice(1));
    if (!handed.has("draft")) return;
    this.field.value = handed.get("draft");
    const { channel } = this.root.elements;
    if ([...channel.options].some(({ value }) => value === handed.get("channel")))
      channel.value = handed.get("channel");
    history.replaceState(history.state, "", location.pathname + location.search);
  }

  get channel() {
    return this.root.elements.channel.value;
  }

  get limit() {
    const limits = this.data.limits[this.channel] ?? {};
    return limits[this.root.elements.account.value] ?? limits.any;
  }

  get stage() {
    return this.data.stages[this.channel] ?? this.root.elements.stage.value;
  }

  /** Shows the questions that the channel leaves open, and the length. */
  showPlace() {
    this.find("stage").hidden = this.channel in this.data.stages;
    this.find("account").hidden = !("premium" in (this.data.limits[this.channel] ?? {}));
    const { limit } = this;
    const { length } = this.field.value;
    const count = this.find("count");
    count.textContent = fill(limit === undefined ? this.strings.countFree : this.strings.count, { n: length, limit });
    count.classList.toggle("drafts-count--over", length > (limit ?? Infinity));
  }

  read() {
    const { channel, stage, limit } = this;
    const text = this.field.value;
    this.showPlace();
    const all = text.trim() ? remarks(text, this.data, { channel, stage, limit }) : [];
    const found = all.filter(({ check }) => !this.aside.has(check));
    this.mark(found.flatMap(({ marks }) => marks));
    this.find("remarks").replaceChildren(...found.map((remark) => this.item(remark)));
    this.say(this.summary(text, found));
  }

  summary(text, found) {
    if (!text.trim()) return "";
    const { clean, one, many, shortened, aside } = this.strings;
    const said = [fill([clean, one][found.length] ?? many, { n: found.length, checks: this.data.checks.length })];
    if (this.aside.size) said.push(fill(aside, { n: this.aside.size }));
    if (text.length > MAX_READ) said.push(fill(shortened, { n: MAX_READ }));
    return said.join(" ");
  }

  /** Lays the marks behind the text of the field, in which nothing can be marked. */
  mark(marks) {
    const text = this.field.value;
    const parts = [];
    let at = 0;
    // Of marks that begin together the longest stands for all.
    for (const [start, end] of [...marks].sort(([a, b], [c, d]) => a - c || d - b)) {
      if (start < at) continue;
      parts.push(text.slice(at, start), element("mark", {}, text.slice(start, end)));
      at = end;
    }
    // A last line that is empty has no height of its own.
    this.find("marks").replaceChildren(...parts, `${text.slice(at)}\n`);
  }

  item({ check, marks }) {
    const { says, instead, rule, address, grade, language } = this.texts[check];
    const said = element("p", { class: "drafts-says", ...(language && { lang: language }) }, says);
    const item = element("li", { class: `drafts-remark drafts-remark--${grade}` });
    item.append(element("p", { class: "drafts-grade" }, this.data.grades[grade]), said);
    if (marks.length) item.append(this.quotation(marks));
    if (instead) item.append(element("p", { class: "drafts-instead" }, instead));
    const aside = element("button", { type: "button", class: "drafts-aside" }, this.strings.setAside);
    aside.addEventListener("click", () => {
      this.aside.add(check);
      this.read();
      this.field.focus();
    });
    const link = element("a", { href: new URL(address, ROOT) }, rule);
    item.append(element("p", { class: "drafts-more" }, link, aside));
    return item;
  }

  /** A button with the words that a remark is about, which selects them in the field. */
  quotation(marks) {
    const [start] = marks[0];
    const end = Math.max(...marks.filter(([first]) => first === start).map(([, last]) => last));
    const words = this.field.value.slice(start, end);
    const button = element(
      "button",
      { type: "button", class: "drafts-words" },
      words.length > 80 ? `${words.slice(0, 79)}…` : words,
    );
    button.addEventListener("click", () => {
      this.field.focus();
      this.field.setSelectionRange(start, end);
    });
    return button;
  }

  say(text) {
    const said = this.find("said");
    if (said.textContent !== text) said.textContent = text;
  }
}
