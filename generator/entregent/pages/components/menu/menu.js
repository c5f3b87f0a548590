import { element } from "../../assets/dom.js";

/** The button of Material's drawer, which holds the menu where the screen is too narrow for tabs. */
export default class Menu {
  constructor(button, signal) {
    this.button = button;
    this.toggle = document.getElementById("__drawer");
    button.setAttribute("aria-controls", "menu");
    this.close = element("button", { type: "button", class: "menu-close" }, button.dataset.close);
    this.furnish();
    for (const one of [button, this.close]) one.addEventListener("click", () => this.turn(!this.toggle.checked));
    // Instant navigation brings another drawer with each page.
    document.addEventListener("entregent:page", () => this.furnish(), { signal });
    this.toggle.addEventListener("change", () => this.show(), { signal });
    const close = () => this.turn(false);
    addEventListener("keydown", ({ key }) => key === "Escape" && close(), { signal });
    // Material shows tabs from this width on.
    matchMedia("(min-width: 76.25em)").addEventListener("change", close, { signal });
    addEventListener("pageshow", ({ persisted }) => persisted && close(), { signal });
    button.ariaExpanded = "false";
  }

  furnish() {
    this.drawer = document.querySelector(".md-sidebar--primary");
    this.drawer.id = "menu";
    this.drawer.querySelector("nav").prepend(this.close);
  }

  /** Clicks, because Material's script listens to the checkbox. */
  turn(open) {
    if (this.toggle.checked !== open) this.toggle.click();
  }

  /** While the drawer is open everything else is inert, except the overlay, which closes it. */
  show() {
    const open = this.toggle.checked;
    this.button.ariaExpanded = String(open);
    for (let inner = this.drawer; inner !== document.body; inner = inner.parentElement) {
      for (const other of inner.parentElement.children)
        if (other !== inner && !other.matches(".md-overlay, .md-toggle")) other.inert = open;
    }
    (open ? this.close : this.button).focus();
  }
}
