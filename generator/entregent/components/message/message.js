/** Copies a message. Where the browser refuses the clipboard, selects the text for the reader instead. */
export default class Message {
  constructor(card) {
    this.card = card;
    this.status = card.querySelector(".message-status");
    for (const button of card.querySelectorAll(".message-copy")) {
      button.addEventListener("click", () => this.copy(button));
    }
  }

  async copy(button) {
    const text = button.parentElement.querySelector(".message-text");
    try {
      await navigator.clipboard.writeText(text.textContent);
      this.say(button, this.card.dataset.copied);
    } catch {
      getSelection().selectAllChildren(text);
      this.status.textContent = this.card.dataset.select;
    }
  }

  say(button, words) {
    this.card.querySelector("[data-done]")?.removeAttribute("data-done");
    button.dataset.done = words;
    this.status.textContent = words;
  }
}
