import { element } from "../../pages/assets/dom.js";
import { fill } from "../../pages/assets/templates.js";
import { fragmentOf, idOf, PREFIX, pathIn } from "./path.js";

/** Asks one question at a time. The answers so far stand in the address, as `#second.third`, and nowhere else. */
export default class Decision {
  constructor(root, signal) {
    this.root = root;
    this.find = (name) => root.querySelector(`.decisions-${name}`);
    this.steps = new Map([...root.querySelectorAll(".decisions-step")].map((step) => [idOf(step.id), step]));
    this.targets = new Map([...this.steps].map(([id, step]) => [id, linksOf(step).map(({ hash }) => idOf(hash))]));
    root.addEventListener("click", (event) => this.follow(event));
    addEventListener("hashchange", () => this.show(true), { signal });
    root.classList.add("decisions--asking");
    this.show(false);
  }

  /** An answer adds itself to the path; where scripts do not run, its link leads to the step itself. */
  follow(event) {
    const answer = event.target.closest(".decisions-answers a");
    if (!answer) return;
    event.preventDefault();
    location.hash = fragmentOf([...this.path, idOf(answer.hash)]);
  }

  show(moved) {
    // The links past the header lead to other places on the page, and leave the answers as they are.
    const place = document.getElementById(location.hash.slice(1));
    const elsewhere = place && !this.steps.has(idOf(place.id));
    if (elsewhere && this.path) return;
    const { path, damaged } = pathIn(elsewhere ? "" : location.hash, this.targets);
    this.path = path;
    const current = this.steps.get(path.at(-1));
    for (const step of this.steps.values()) step.classList.toggle("decisions-step--away", step !== current);
    this.find("back").hidden = path.length === 1;
    this.find("back").firstElementChild.href = fragmentOf(path.slice(0, -1));
    this.listAnswers();
    this.find("said").textContent = damaged ? this.root.dataset.damaged : "";
    if (!moved) return;
    this.root.scrollIntoView({ block: "start" });
    current.querySelector("h2").focus({ preventScroll: true });
  }

  listAnswers() {
    const answered = this.path.slice(0, -1);
    const list = this.find("path");
    list.hidden = answered.length === 0;
    list.querySelector("ol").replaceChildren(...answered.map((id, index) => this.answered(id, index)));
  }

  /** An answered question: what was asked, what was said, and a link back to it. */
  answered(id, index) {
    const step = this.steps.get(id);
    const question = step.querySelector(".decisions-asked").textContent;
    const chosen = linksOf(step).find(({ hash }) => hash === `#${PREFIX}${this.path[index + 1]}`);
    const change = element("a", { href: fragmentOf(this.path.slice(0, index + 1)) }, this.root.dataset.change);
    change.setAttribute("aria-label", fill(this.root.dataset.changeOne, { question }));
    const said = element("strong", {}, chosen.querySelector(".decisions-answer").textContent);
    return element("li", {}, element("span", {}, question), " ", said, " ", change);
  }
}

function linksOf(step) {
  return [...step.querySelectorAll(".decisions-answers a")];
}
