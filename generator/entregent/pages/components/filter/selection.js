/**
 * Which values of which facets a reader chose; without a DOM.
 * A selection is a plain object of facet to value; an item is an object of facet to its values, separated by spaces.
 */

/** The selection in a query string, without facets and values that the page does not have. */
export function fromQuery(query, facets) {
  const given = new URLSearchParams(query);
  const known = Object.entries(facets).filter(([name, values]) => values.includes(given.get(name)));
  return Object.fromEntries(known.map(([name]) => [name, given.get(name)]));
}

/** The query string of a selection; keeps the other parameters of `query`. */
export function toQuery(selection, facets, query = "") {
  const parameters = new URLSearchParams(query);
  for (const name of Object.keys(facets)) {
    if (selection[name]) parameters.set(name, selection[name]);
    else parameters.delete(name);
  }
  const text = parameters.toString();
  return text ? `?${text}` : "";
}

/** Whether an item has each chosen value among its own. */
export function matches(item, selection) {
  return Object.entries(selection).every(([name, value]) => !value || item[name]?.split(" ").includes(value));
}
