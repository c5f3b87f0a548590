import { copyText } from "../../assets/clipboard.js";
import { onReturn } from "../../assets/returning.js";
import { fill } from "../../assets/templates.js";
import { Entries } from "./entries.js";
import { dayInWords, limitFor, mailto, standing } from "./filling.js";

/** Fills the fields of a form into a message, counts, and copies; asks before it copies a text with empty blanks. */
export default class MessageForm {
  constructor(root, signal) {
    this.root = root;
    this.strings = root.dataset;
    this.find = (name) => root.querySelector(`.message-form-${name}`);
    this.form = this.find("entries");
    this.fields = [...this.form.querySelectorAll(".message-form-field :is(input, select, textarea)")];
    this.variants = [...root.querySelectorAll(".message-variant")];
    this.labels = this.readLabels();
    this.limits = { text: this.readLimits("text"), subject: this.readLimits("subject") };
    this.armed = null;
    this.announced = null;
    this.entries = new Entries(this.form, this.fields);
    // WebKit empties the fields of a page that comes back.
    onReturn(() => {
      this.entries.recall();
      this.update();
    }, signal);
    this.form.addEventListener("input", ({ target }) => {
      this.entries.changed(target);
      this.update();
    });
    this.form.addEventListener("submit", (event) => event.preventDefault());
    this.bindActions();
    this.show();
  }

  readLabels() {
    const blanks = [...this.root.querySelectorAll("[data-blank]")];
    return Object.fromEntries(blanks.map(({ dataset, textContent }) => [dataset.blank, textContent]));
  }

  readLimits(piece) {
    const limits = {};
    for (const account of ["any", "free", "premium"]) {
      const max = this.root.getAttribute(`data-${piece}-${account}`);
      if (max) limits[account] = Number(max);
    }
    return limits;
  }

  update() {
    this.disarm();
    this.show();
  }

  get variant() {
    const register = this.form.elements.register?.value;
    return this.variants.find((variant) => !register || variant.dataset.register === register);
  }

  get text() {
    return this.variant.querySelector(".message-text").textContent;
  }

  get subject() {
    return this.variant.querySelector(".message-subject-text")?.textContent ?? "";
  }

  get missing() {
    return this.fields.filter((field) => !valueIn(field) && this.variant.querySelector(blankOf(field)));
  }

  show() {
    for (const variant of this.variants) variant.hidden = variant !== this.variant;
    for (const field of this.fields) {
      const value = valueIn(field);
      for (const blank of this.root.querySelectorAll(blankOf(field))) {
        blank.textContent = value || this.labels[field.name];
        blank.classList.toggle("eg-blank", !value);
        blank.classList.toggle("message-form-filled", Boolean(value));
      }
      const longer = field.parentElement.querySelector(".message-form-longer > span");
      if (longer) longer.hidden = value.length <= Number(field.dataset.planned);
    }
    this.count();
    this.find("as-is").hidden = this.missing.length === 0;
    this.find("mail").href = mailto(this.subject, this.text);
    const check = this.find("check");
    // What follows # is not sent to any server.
    if (check) check.hash = new URLSearchParams({ channel: check.dataset.channel, draft: this.text });
  }

  count() {
    const account = this.form.elements.account?.value;
    const limit = limitFor(this.limits.text, account);
    const n = this.text.length;
    const count = this.find("count");
    count.textContent = fill(limit === undefined ? this.strings.countFree : this.strings.count, { n, limit });
    const now = standing(n, limit) ?? standing(this.subject.length, limitFor(this.limits.subject, account));
    const state = now?.state;
    const text = now ? fill(this.strings[state], now) : "";
    count.classList.toggle("message-form-count--over", state === "over");
    this.tooLong = state === "over" ? text : "";
    // Announced when the limit is near and when it is exceeded, not at every key.
    if (state !== this.announced) this.say(text);
    this.announced = state;
  }

  bindActions() {
    const copy = this.find("copy");
    this.guard(copy, () => this.copy(".message-text", this.strings.copied));
    this.find("as-is").addEventListener("click", () => {
      this.disarm();
      this.copy(".message-text", this.strings.copiedAsIs);
    });
    const subject = this.find("copy-subject");
    if (subject) this.guard(subject, () => this.copy(".message-subject-text", this.strings.subjectCopied));
    this.guard(this.find("mail"), () => {
      location.href = this.find("mail").href;
    });
    const share = this.find("share");
    share.hidden = !navigator.share;
    this.guard(share, () => navigator.share({ title: this.subject, text: this.text }).catch(() => {}));
    this.find("clear").addEventListener("click", () => this.clear());
  }

  /** A button acts at the first press if the message is complete, else it warns and acts at the second. */
  guard(button, act) {
    button.addEventListener("click", (event) => {
      event.preventDefault();
      const trouble = this.trouble();
      if (!trouble || this.armed === button) {
        this.disarm();
        act();
        return;
      }
      this.disarm();
      this.armed = button;
      button.dataset.label = button.textContent;
      button.textContent = this.strings.copyAnyway;
      this.say(trouble);
      this.missing[0]?.focus();
    });
  }

  trouble() {
    const { missing } = this;
    if (!missing.length) return this.tooLong;
    const labels = missing.map((field) => this.labels[field.name].slice(1, -1)).join(", ");
    const template = missing.length === 1 ? this.strings.missingOne : this.strings.missingMany;
    return [fill(template, { n: missing.length, labels }), this.tooLong].filter(Boolean).join(" ");
  }

  disarm() {
    if (!this.armed) return;
    this.armed.textContent = this.armed.dataset.label;
    this.armed = null;
    this.say("");
  }

  async copy(selector, confirmation) {
    const shown = this.variant.querySelector(selector);
    const copied = await copyText(shown.textContent, () => getSelection().selectAllChildren(shown));
    this.say(copied ? confirmation : this.strings.copyByHand);
  }

  clear() {
    this.disarm();
    this.entries.clear();
    this.show();
    this.say(this.strings.emptied);
    this.fields[0]?.focus();
  }

  say(text) {
    this.find("said").textContent = text;
  }
}

function valueIn(field) {
  const value = field.value.trim();
  return value && field.type === "date" ? dayInWords(value, document.documentElement.lang) : value;
}

function blankOf(field) {
  return `[data-blank="${field.name}"]`;
}
