import { element } from "../../pages/assets/dom.js";
import { fill } from "../../pages/assets/templates.js";
import { idOf, PREFIX, pathIn, targetsOf } from "./path.js";

/** Asks one question at a time. The answers so far stand in the address, as `#second.third`, and nowhere else. */
export default class Decision {
  constructor(root, signal) {
    this.root = root;
    this.steps = new Map([...root.querySelectorAll(".decisions-step")].map((step) => [idOf(step.id), step]));
    this.targets = targetsOf(this.steps);
    this.said = root.querySelector(".decisions-said");
    root.addEventListener("click", (event) => this.follow(event));
    addEventListener("hashchange", () => this.show(true), { signal });
    root.classList.add("decisions--asking");
    this.show(false);
  }

  /** An answer adds itself to the path; the links of answers lead to their steps where scripts do not run. */
  follow(event) {
    const answer = event.target.closest(".decisions-answers a");
    if (!answer) return;
    event.preventDefault();
    const [, ...answered] = this.path;
    location.hash = [...answered, idOf(answer.hash)].join(".");
  }

  show(moved) {
    const { path, damaged } = pathIn(location.hash, this.targets);
    this.path = path;
    const current = this.steps.get(path.at(-1));
    for (const step of this.steps.values()) step.classList.toggle("decisions-step--away", step !== current);
    this.listAnswers();
    this.said.textContent = damaged ? this.root.dataset.damaged : "";
    if (!moved) return;
    const heading = current.querySelector("h2");
    heading.focus({ preventScroll: true });
    heading.scrollIntoView({ block: "nearest" });
  }

  listAnswers() {
    const answered = this.path.slice(0, -1);
    const list = this.root.querySelector(".decisions-path");
    list.hidden = answered.length === 0;
    list.querySelector("ol").replaceChildren(...answered.map((id, index) => this.answered(id, index)));
  }

  /** An answered question: what was asked, what was said, and a link back to it. */
  answered(id, index) {
    const step = this.steps.get(id);
    const [, ...path] = this.path.slice(0, index + 1);
    const question = step.querySelector("h2").lastChild.textContent.trim();
    const chosen = step.querySelector(
      `.decisions-answers a[href="#${PREFIX}${this.path[index + 1]}"] .decisions-answer`,
    );
    const change = element("a", { href: `#${path.join(".")}` }, this.root.dataset.change);
    change.setAttribute("aria-label", fill(this.root.dataset.changeOne, { question }));
    return element(
      "li",
      {},
      element("span", {}, question),
      " ",
      element("strong", {}, chosen.textContent),
      " ",
      change,
    );
  }
}
