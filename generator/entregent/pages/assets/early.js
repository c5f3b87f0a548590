import { Kept, siteRoot } from "./storage.js";

// Runs before the first frame: defines the storage functions of Material's script, and sets the palette.
const scope = new URL(document.currentScript.dataset.scope, location);

globalThis.__md_get = (name, storage = localStorage, from = scope) =>
  JSON.parse(storage.getItem(`${from.pathname}.${name}`));
globalThis.__md_set = (name, value, storage = localStorage, from = scope) => {
  try {
    storage.setItem(`${from.pathname}.${name}`, JSON.stringify(value));
  } catch {
    // Storage may be refused; the page works without it.
  }
};
globalThis.__md_hash = (text) => [...text].reduce((hash, sign) => (hash << 5) - hash + sign.charCodeAt(0), 0);

const button = document.querySelector(".eg-palette");
const dark = matchMedia("(prefers-color-scheme: dark)");
const root = siteRoot();
const choice = new Kept(() => localStorage, `${root}.__palette`);
let chosen;

/** The palette chosen in one language: earlier versions kept one for each. */
function chosenInOneLanguage() {
  try {
    const key = Object.keys(localStorage).find((key) => key.startsWith(root) && key.endsWith(".__palette"));
    return new Kept(() => localStorage, key).read();
  } catch {
    return null;
  }
}

function read() {
  const kept = (choice.read() ?? chosenInOneLanguage())?.color?.scheme;
  if (choice.kept) chosen = kept;
  show();
}

function show() {
  const scheme = ["default", "slate"].includes(chosen) ? chosen : dark.matches ? "slate" : "default";
  document.body.dataset.mdColorScheme = scheme;
  if (button) button.ariaLabel = button.title = button.dataset[scheme];
}

button?.addEventListener("click", () => {
  chosen = document.body.dataset.mdColorScheme === "slate" ? "default" : "slate";
  choice.write({ color: { scheme: chosen } });
  show();
});
dark.addEventListener("change", show);
choice.watch(read);
read();
