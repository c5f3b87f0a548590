// Before the first frame: how Material's script keeps things, and the palette that the reader chose.
(() => {
  const scope = new URL(document.currentScript.dataset.scope, location);

  globalThis.__md_scope = scope;
  globalThis.__md_get = (name, storage = localStorage, from = scope) =>
    JSON.parse(storage.getItem(`${from.pathname}.${name}`));
  globalThis.__md_set = (name, value, storage = localStorage, from = scope) => {
    try {
      storage.setItem(`${from.pathname}.${name}`, JSON.stringify(value));
    } catch {
      // A browser that keeps nothing still shows everything.
    }
  };
  globalThis.__md_hash = (text) => [...text].reduce((hash, sign) => (hash << 5) - hash + sign.charCodeAt(0), 0);

  /** The palette that was chosen; nothing where it follows the system, or the browser keeps nothing. */
  function chosen() {
    try {
      return globalThis.__md_get("__palette")?.color;
    } catch {
      return undefined;
    }
  }

  for (const [name, value] of Object.entries(chosen() ?? {})) {
    if (["media", "scheme", "primary", "accent"].includes(name))
      document.body.setAttribute(`data-md-color-${name}`, value);
  }
})();
