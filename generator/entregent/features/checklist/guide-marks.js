import { Kept, siteRoot } from "../../pages/assets/storage.js";
import { Marks } from "./marks.js";

/** The marks of this guide in this browser, the same for all its languages and pages. */
export function marksOfGuide() {
  return new Marks(new Kept(() => localStorage, `entregent.checklist:${siteRoot()}`));
}
