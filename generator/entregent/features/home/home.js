/** Opens the theme's search from the home page's own, larger door to it. */
export default class Home {
  constructor(button) {
    button.addEventListener("click", () => {
      const toggle = document.getElementById("__search");
      if (!toggle.checked) toggle.click();
      document.querySelector(".md-search__input").focus();
    });
  }
}
