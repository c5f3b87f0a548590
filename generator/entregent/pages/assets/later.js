// What can wait until the page is shown: Material's script.

/** Starts the scripts that the page holds back, in their order; Material's is the first. */
function start() {
  const started = [...document.querySelectorAll('script[type="text/later"]')].map((held) => {
    const script = document.createElement("script");
    script.async = false;
    script.src = held.dataset.src;
    if (held.dataset.type) script.type = held.dataset.type;
    held.replaceWith(script);
    return script;
  });
  started[0]?.addEventListener("load", announcePages);
}

/** Under Material's instant navigation one script sees many pages; tells ours of each. */
function announcePages() {
  window.document$.subscribe(() => document.dispatchEvent(new Event("entregent:page")));
}

requestAnimationFrame(() => setTimeout(start));
