/** Keeps the place, what was typed and what was unfolded when the preview reloads a page. */
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
    return { place: scrollY, fields, open };
  }

  function restore({ place, fields, open }) {
    const there = named();
    for (const [name, value, checked] of fields) {
      const field = there.get(name);
      if (!field) continue;
      if (checked !== field.checked) field.click();
      if (value === field.value) continue;
      field.value = value;
      for (const type of ["input", "change"]) field.dispatchEvent(new Event(type, { bubbles: true }));
    }
    main()
      .querySelectorAll("details")
      .forEach((details, index) => {
        details.open = open[index] ?? details.open;
      });
    scrollTo({ top: place, behavior: "instant" });
  }

  addEventListener("pagehide", () => sessionStorage.setItem(key, JSON.stringify(kept())));
  addEventListener("load", () => {
    const [{ type }] = performance.getEntriesByType("navigation");
    const saved = sessionStorage.getItem(key);
    if (type === "reload" && saved) restore(JSON.parse(saved));
  });
})();
