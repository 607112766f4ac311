// "Why we ask" opens at the end of the document, in front of the question. The focus goes into it, and leaving it closes it:
// Tab goes on after its button, Shift+Tab and Escape back to the button.
(() => {
  const app = document.querySelector('[data-testid="stApp"]');
  if (!app || app.dataset.why) return;
  app.dataset.why = "yes";
  const STOP = 'a[href], button, input, select, textarea, summary, [tabindex="0"]';
  let panel = null;

  const button = () => document.querySelector('.st-key-why [data-testid="stPopoverButton"]');
  const close = () => document.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape", bubbles: true }));
  new MutationObserver(() => {
    const now = button() && document.querySelector('[data-testid="stPopoverBody"]');
    if (now === panel) return;
    panel = now;
    if (panel) {
      panel.tabIndex = -1;
      panel.focus({ preventScroll: true });
    } else if (document.activeElement === document.body) button()?.focus({ preventScroll: true });
  }).observe(document.body, { childList: true, subtree: true });

  document.addEventListener("keydown", (event) => {
    const at = document.activeElement;
    if (event.key !== "Tab" || !panel?.contains(at)) return;
    const inside = [...panel.querySelectorAll(STOP)];
    const leaves = event.shiftKey ? at === panel || at === inside[0] : at === (inside.at(-1) ?? panel);
    if (!leaves) return;
    if (event.shiftKey) event.preventDefault();
    button()?.focus({ preventScroll: true });
    close();
  }, true);
  document.addEventListener("focusin", (event) => {
    if (panel && !panel.contains(event.target) && event.target !== button()) close();
  });
})();
