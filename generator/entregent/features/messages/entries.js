import { Kept, siteRoot } from "../../pages/assets/storage.js";
import { Memory } from "./memory.js";

/** What was filled in: what is of the writer is there on any message, the rest goes with the page. */
export class Entries {
  constructor(form, fields) {
    this.form = form;
    this.fields = fields;
    this.blanks = new Memory(new Kept(() => sessionStorage, `entregent.blanks:${siteRoot()}`));
    this.choices = new Memory(new Kept(() => localStorage, `entregent.choices:${siteRoot()}`));
    this.typed = Object.fromEntries(fields.map((field) => [field.name, field.value]));
    this.recall();
  }

  /** Shows in the fields what is remembered, and which register and account were chosen last. */
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
