import { Kept, siteRoot } from "../../assets/storage.js";
import { Memory } from "./memory.js";

/** The entries of a form: those about the writer are kept for all messages, the others only on their page. */
export class Entries {
  constructor(form, fields) {
    this.form = form;
    this.fields = fields;
    this.blanks = new Memory(new Kept(() => sessionStorage, `entregent.blanks:${siteRoot()}`));
    this.choices = new Memory(new Kept(() => localStorage, `entregent.choices:${siteRoot()}`));
    this.typed = Object.fromEntries(fields.map((field) => [field.name, field.value]));
    this.recall();
  }

  /** Restores the kept entries and the last choice of register and account. */
  recall() {
    this.blanks.read();
    this.choices.read();
    for (const field of this.fields) {
      const kept = this.blanks.get(field.name) ?? field.defaultValue ?? "";
      field.value = isKept(field) ? kept : this.typed[field.name];
    }
    for (const name of ["register", "account"]) {
      const radio = this.form.querySelector(`[name="${name}"][value="${this.choices.get(name)}"]`);
      if (radio) radio.checked = true;
    }
  }

  changed(input) {
    if (input.type === "radio") this.choices.set(input.name, input.value);
    else if (isKept(input)) this.blanks.set(input.name, input.value);
    else this.typed[input.name] = input.value;
  }

  clear() {
    for (const field of this.fields) field.value = this.typed[field.name] = "";
    this.blanks.clear();
  }
}

function isKept(field) {
  return "kept" in field.dataset;
}
