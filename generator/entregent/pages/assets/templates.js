/** A template such as "{n} of {limit}" with its names filled in; a name without a value stays as it is. */
export function fill(template, values) {
  return template.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
}
