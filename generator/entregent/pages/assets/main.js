/**
 * Binds each element with a `data-component` to the class of that name.
 * Runs once on a plain page, after each page under instant navigation, and after each script that brings
 * the components of one feature; each of these says so by the event `entregent:page`.
 */
export default function start(components) {
  function bindAll() {
    for (const element of document.querySelectorAll("[data-component]:not([data-bound])")) {
      const Component = components[element.dataset.component];
      if (!Component) continue;
      element.dataset.bound = "";
      new Component(element);
    }
  }
  document.addEventListener("entregent:page", bindAll);
  bindAll();
}
