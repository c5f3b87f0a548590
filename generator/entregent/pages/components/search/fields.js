import { element } from "../../assets/dom.js";

/** The parts of a search that need no engine: the field, and empty elements for the results. */
export function searchFields({ label, hint }) {
  const input = element("input", {
    class: "search-input",
    type: "text",
    inputmode: "search",
    enterkeyhint: "search",
    autocomplete: "off",
    autocapitalize: "off",
    spellcheck: "false",
    placeholder: hint,
    "aria-label": label,
  });
  const status = element("p", { class: "search-status", role: "status" });
  const results = element("ol", { class: "search-results" });
  const suggested = element("div", { class: "search-suggested" });
  const form = element("form", { class: "search-form", role: "search" }, input);
  return {
    form,
    input,
    status,
    results,
    suggested,
    parts: [form, element("div", { class: "search-output" }, status, results, suggested)],
  };
}

/** A dialog around those parts, with a button to close it. */
export function searchDialog(strings) {
  const fields = searchFields(strings);
  const close = element("button", { type: "button", class: "search-close" }, strings.close);
  fields.form.append(close);
  const dialog = element("dialog", { class: "search", "aria-label": strings.label }, ...fields.parts);
  dialog.addEventListener("click", ({ target }) => [close, dialog].includes(target) && dialog.close());
  return { dialog, ...fields };
}
