import { element } from "./dom.js";

/** The root of the site in one locale, whose scripts this one is among. */
export const ROOT = new URL("../../", document.currentScript.src);

/** Runs a script of the site, which a page opened from a disk may do; rejects where it cannot be had. */
export function run(path) {
  return new Promise((resolve, reject) => {
    const script = element("script", { src: new URL(path, ROOT) });
    Object.assign(script, { onload: resolve, onerror: reject });
    document.head.append(script);
  });
}
