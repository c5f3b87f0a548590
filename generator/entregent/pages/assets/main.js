/**
 * Binds each element with a `data-component` to the class of that name, and gives it a signal for the listeners that
 * it adds outside of its element: it is aborted once the element has left the document.
 * Runs once on a plain page, after each page under instant navigation, and after each script that brings
 * the components of one feature; each of these says so by the event `entregent:page`.
 */
export default function start(components) {
  const bound = new Map();

  function bindAll() {
    for (const [element, controller] of bound) {
      if (element.isConnected) continue;
      controller.abort();
      bound.delete(element);
    }
    for (const element of document.querySelectorAll("[data-component]")) {
      const Component = components[element.dataset.component];
      if (!Component || bound.has(element)) continue;
      const controller = new AbortController();
      bound.set(element, controller);
      new Component(element, controller.signal);
    }
  }
  document.addEventListener("entregent:page", bindAll);
  bindAll();
}
