/**
 * Binds each element with a `data-component` to the class of that name, loaded only where it stands.
 * Runs once on a plain page, and after each page under Material's instant navigation.
 */
async function bind(element) {
  const name = element.dataset.component;
  element.dataset.bound = "";
  const { default: Component } = await import(`./${name}/${name}.js`);
  new Component(element);
}

function bindAll() {
  for (const element of document.querySelectorAll("[data-component]:not([data-bound])")) bind(element);
}

document.addEventListener("entregent:page", bindAll);
bindAll();
