/**
 * Binds each element with a `data-component` to the class of that name.
 * Runs once on a plain page, and after each page under Material's instant navigation.
 */
export default function start(components) {
  function bindAll() {
    for (const element of document.querySelectorAll("[data-component]:not([data-bound])")) {
      element.dataset.bound = "";
      new components[element.dataset.component](element);
    }
  }
  document.addEventListener("entregent:page", bindAll);
  bindAll();
}
