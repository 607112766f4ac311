// The sentence grows while somebody types: after a short pause the field hands over its text, as it does on Enter.
//
// A text that ends with a space waits for the next word, and one that is being composed (as in Chinese) for its end.
// A person's own Enter goes on to the next field as well.
(() => {
  const PAUSE = 600, FIELD = ".st-key-own_words input";
  const app = document.querySelector('[data-testid="stApp"]');
  if (!app || app.dataset.ownWords) return;
  app.dataset.ownWords = "yes";
  let timer, composing = false;

  const wait = (field) => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      if (composing || field.value.endsWith(" ") || document.activeElement !== field) return;
      field.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", code: "Enter", keyCode: 13, bubbles: true }));
    }, PAUSE);
  };
  document.addEventListener("compositionstart", () => { composing = true; });
  document.addEventListener("compositionend", (event) => {  // no input event follows
    composing = false;
    if (event.target.matches?.(FIELD)) wait(event.target);
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || !event.isTrusted || event.isComposing || !event.target.matches?.(FIELD)) return;
    const fields = [...document.querySelectorAll(FIELD)];
    fields[fields.indexOf(event.target) + 1]?.focus();  // the field that is left has handed over its text
  });
  document.addEventListener("input", (event) => {
    if (event.target.matches?.(FIELD)) wait(event.target);
  });
})();
