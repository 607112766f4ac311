// The interview by tap and by key.
//
// A new screen takes nothing for a moment: the second half of a double click was meant for the screen before.
// 1 to 9 press the choices in order; Enter presses the primary button, unless it has a meaning where the focus is.
(() => {
  const PAUSE = 400;
  const app = document.querySelector('[data-testid="stApp"]');
  if (!app || app.dataset.steps) return;
  app.dataset.steps = "yes";
  const SCREEN = '[class*="st-key-screen_"]';
  const CHOICES = '[class*="st-key-pick_"] button, [class*="st-key-boxes_"] input, [class*="st-key-tick_"] input';
  let last = null, since = -Infinity, timer;

  const name = () => [...(document.querySelector(SCREEN)?.classList ?? [])].find((part) => part.startsWith("st-key-screen_"));
  const look = () => {
    const now = name();
    if (now === last) return;
    last = now;
    since = performance.now();
    app.dataset.fresh = "yes";
    clearTimeout(timer);
    timer = setTimeout(() => delete app.dataset.fresh, PAUSE);
  };
  new MutationObserver(look).observe(app, { subtree: true, childList: true, attributes: true, attributeFilter: ["class"] });
  look();

  document.addEventListener("click", (event) => {
    if (performance.now() - since >= PAUSE || !event.target.closest?.(SCREEN)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  }, true);

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || event.isComposing) return;
    const screen = document.querySelector(SCREEN), at = event.target;
    if (!screen || at.closest?.('[role="dialog"], [data-baseweb="popover"]')) return;
    const typing = at.closest?.('input:not([type="checkbox"], [type="radio"]), textarea, select, [contenteditable="true"]');
    if (/^[1-9]$/.test(event.key) && !typing) {
      const choice = screen.querySelectorAll(CHOICES)[Number(event.key) - 1];
      if (choice) { event.preventDefault(); choice.click(); }
    } else if (event.key === "Enter" && !at.closest?.('button, a, summary, textarea, [role="button"]')) {
      const primary = screen.querySelector('[data-testid="stBaseButton-primary"]:not([disabled])');
      if (primary) setTimeout(() => primary.click());  // after the field has handed over its text
    }
  }, true);
})();
