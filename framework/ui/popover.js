// A click outside an open panel only closes it. What lies below may be an answer, which would be saved unseen.
(() => {
  const app = document.querySelector('[data-testid="stApp"]');
  if (!app || app.dataset.popover) return;
  app.dataset.popover = "yes";
  const PANEL = '[data-testid="stPopoverBody"]';
  const APART = `${PANEL}, [data-testid="stPopoverButton"], [data-baseweb="popover"], [role="dialog"], [data-testid="stToast"]`;
  let closes = false;

  addEventListener("pointerdown", (event) => {
    closes = Boolean(document.querySelector(PANEL)) && !event.target.closest(APART);
  }, true);
  addEventListener("keydown", (event) => { if (event.isTrusted) closes = false; }, true);
  addEventListener("click", (event) => {
    if (!closes) return;
    closes = false;
    event.preventDefault();
    event.stopImmediatePropagation();  // on the window, before anything on the page hears of it
    document.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape", bubbles: true }));
  }, true);
})();
