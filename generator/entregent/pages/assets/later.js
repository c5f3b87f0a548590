/** Starts the scripts that wait until the page is shown, in their order; Material's is the first. */
function start() {
  const [material] = [...document.querySelectorAll('script[type="text/later"]')].map((held) => {
    const script = document.createElement("script");
    script.async = false;
    script.src = held.dataset.src;
    script.type = held.dataset.type ?? "";
    held.replaceWith(script);
    return script;
  });
  // Under instant navigation one script sees many pages.
  material?.addEventListener("load", () =>
    window.document$.subscribe(() => document.dispatchEvent(new Event("entregent:page"))),
  );
}

requestAnimationFrame(() => setTimeout(start));
