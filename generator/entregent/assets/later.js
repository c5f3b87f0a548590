// What can wait until the page is shown: Material's script, its search, and its index.

/** Gives Material our search worker in place of its own, and its own as a parameter. */
function waitWithSearch(worker) {
  const settings = document.getElementById("__config");
  const config = JSON.parse(settings.textContent);
  worker.searchParams.set("worker", new URL(config.search, location));
  const root = new URL(config.base.replace(/\/?$/, "/"), location);
  worker.searchParams.set("index", new URL("search/index.json", root));
  config.search = worker.href;
  settings.textContent = JSON.stringify(config);
}

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

// Browsers start no worker for a page opened from a disk: better no search than one that does not answer.
if (location.protocol === "file:") document.documentElement.classList.add("eg-from-disk");
waitWithSearch(new URL("search-worker.js", document.currentScript.src));
requestAnimationFrame(() => setTimeout(start));
