/** Asks what the reader would do before the scene is told; shows what comes of it, and then the scene. Keeps nothing. */
export default class Practice {
  constructor(root) {
    this.root = root;
    this.form = root.querySelector("form");
    root.classList.add("scenarios--scripted", "scenarios--asking");
    this.form.addEventListener("submit", (event) => this.answer(event));
    root.querySelector(".scenarios-skip").addEventListener("click", () => this.tell());
  }

  answer(event) {
    event.preventDefault();
    const then = this.root.querySelectorAll(".scenarios-replies .scenarios-then")[this.form.elements.reply.value];
    this.root.querySelector(".scenarios-said").replaceChildren(then.cloneNode(true));
    this.root.classList.remove("scenarios--asking");
  }

  tell() {
    this.root.classList.remove("scenarios--asking");
    const scene = this.root.querySelector(".conversation");
    scene.tabIndex = -1;
    scene.focus();
  }
}
