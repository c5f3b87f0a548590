/** Keeps the place, what was typed, where the cursor stood and what was unfolded when the preview reloads a page. */
(() => {
  const key = `preview of ${location.pathname}`;
  const main = () => document.querySelector("main");

  function named() {
    const found = new Map();
    for (const field of main().querySelectorAll("input, select, textarea")) {
      const name = field.id || field.name;
      const count = [...found.keys()].filter((other) => other.startsWith(`${name} `)).length;
      found.set(`${name} ${count}`, field);
    }
    return found;
  }

  function kept() {
    const fields = [...named()].map(([name, field]) => [name, field.value, field.checked]);
    const open = [...main().querySelectorAll("details")].map((details) => details.open);
    const { activeElement: field } = document;
    const name = [...named()].find(([, other]) => other === field)?.[0];
    return { place: scrollY, fields, open, cursor: name && [name, field.selectionStart, field.selectionEnd] };
  }

  function restore({ place, fields, open, cursor }) {
    const there = named();
    for (const [name, value, checked] of fields) {
      const field = there.get(name);
      if (!field) continue;
      if (checked !== field.checked) field.click();
      // Somebody may have typed into it already.
      if (value === field.value || field.value !== (field.defaultValue ?? field.value)) continue;
      field.value = value;
      for (const type of ["input", "change"]) field.dispatchEvent(new Event(type, { bubbles: true }));
    }
    main()
      .querySelectorAll("details")
      .forEach((details, index) => {
        details.open = open[index] ?? details.open;
      });
    const field = cursor && there.get(cursor[0]);
    field?.focus({ preventScroll: true });
    if (field && cursor[1] !== null) field.setSelectionRange(cursor[1], cursor[2]);
    scrollTo({ top: place, behavior: "instant" });
  }

  addEventListener("pagehide", () => sessionStorage.setItem(key, JSON.stringify(kept())));
  addEventListener("load", () => {
    const [{ type }] = performance.getEntriesByType("navigation");
    const saved = sessionStorage.getItem(key);
    if (type === "reload" && saved) restore(JSON.parse(saved));
  });
})();
