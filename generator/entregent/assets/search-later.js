// Gives Material our worker in place of its own, and its own as a parameter, before its bundle reads the page's settings.
(() => {
  const settings = document.getElementById("__config");
  const here = new URL(document.currentScript.src);
  const config = JSON.parse(settings.textContent);
  const worker = new URL("search-worker.js", here);
  worker.searchParams.set("worker", new URL(config.search, location));
  worker.searchParams.set("index", new URL("search/index.json", new URL(`${config.base}/`, location)));
  config.search = worker.href;
  settings.textContent = JSON.stringify(config);
})();
