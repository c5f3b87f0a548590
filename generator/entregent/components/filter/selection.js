/**
 * Which values of which facets a reader chose, apart from any page.
 * A selection is a plain object of facet to value; an item is one of facet to its values, with spaces between them.
 */

/** The selection that a query string holds, without facets and values that the page does not have. */
export function fromQuery(query, facets) {
  const given = new URLSearchParams(query);
  const known = Object.entries(facets).filter(([name, values]) => values.includes(given.get(name)));
  return Object.fromEntries(known.map(([name]) => [name, given.get(name)]));
}

/** The query string of a selection, its facets put into what else the query already holds. */
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
