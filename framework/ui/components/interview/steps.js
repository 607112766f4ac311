// The interview by tap and by key.
//
// A new screen takes nothing for a moment: the second half of a double click was meant for the screen before. What counts
// is when a tap was made and when the screen was painted, not when a busy browser got round to either. A choice is taken
// once: until its answer has arrived, a second tap would reach the server with an address that has been left already.
// 1 to 9 press the choices in order, 0 "not sure"; Enter presses the primary button, unless it has a meaning where the focus
// is: in a text field it saves the text, and goes on only from the line of the idea, the one field of its screen. A box that
// a key has ticked gets the focus, so that it comes into view. The long list of rare stops does not show its keys. None is
// taken while a panel covers the question.
(() => {
  const PAUSE = 400, LOST = 10_000;
  const app = document.querySelector('[data-testid="stApp"]');
  if (!app || app.dataset.steps) return;
  app.dataset.steps = "yes";
  const SCREEN = '[class*="st-key-screen_"]', IDEA = ".st-key-screen_idea input";
  const CHOICE = ':is([class*="st-key-pick_"], [class*="st-key-box_"], [class*="st-key-both_"], [class*="st-key-tick_"])';
  const NOT_SURE = '[class*="_not_sure"]';
  const STEPS = '[class*="st-key-pick_"], [class*="st-key-go_"], .st-key-idea_go, .st-key-stops_go, .st-key-stops_unsure, '
    + '.st-key-back, .st-key-forward, .st-key-show_all';
  let last = null, since = Infinity, taken = -Infinity, ran = false, timer;

  const name = () => [...(document.querySelector(SCREEN)?.classList ?? [])].find((part) => part.startsWith("st-key-screen_"));
  const look = () => {
    const running = app.dataset.testScriptState === "running";
    if (ran && !running) taken = -Infinity;  // the server has answered, if only by staying where it was
    ran = running;
    const now = name();
    if (now === last) return;
    last = now;
    since = Infinity;
    taken = -Infinity;
    app.dataset.fresh = "yes";
    clearTimeout(timer);
    requestAnimationFrame(() => requestAnimationFrame(() => {
      since = performance.now();
      clearTimeout(timer);
      timer = setTimeout(() => delete app.dataset.fresh, PAUSE);
    }));
  };
  const isConnected = () => app.dataset.testConnectionState === "CONNECTED";
  const early = (event) => event.timeStamp < since + PAUSE;
  const drop = (event) => { event.preventDefault(); event.stopImmediatePropagation(); };
  new MutationObserver(look).observe(app, { subtree: true, childList: true, attributes: true,
    attributeFilter: ["class", "data-test-script-state"] });
  look();

  document.addEventListener("click", (event) => {
    const target = event.target;
    if (!target.closest?.(SCREEN)) return;
    if (early(event)) return drop(event);
    if (!target.closest(STEPS) || !isConnected()) return;
    if (event.timeStamp < taken + LOST) return drop(event);
    taken = event.timeStamp;
  }, true);

  // While the server is away buttons and boxes take no click; what is meant is then kept like a tap (`reconnect.js`).
  const press = (choice) => {
    if (isConnected()) choice.click();
    else choice.dispatchEvent(new PointerEvent("pointerup", { bubbles: true }));
  };

  const chosenBy = (key, screen) => {
    const row = key === "0"
      ? screen.querySelector(CHOICE + NOT_SURE)
      : screen.querySelectorAll(`${CHOICE}:not(${NOT_SURE})`)[Number(key) - 1];
    return row?.querySelector("button, input");
  };

  document.addEventListener("keydown", (event) => {
    if (!event.isTrusted || event.ctrlKey || event.metaKey || event.altKey || event.repeat || event.isComposing) return;
    const screen = document.querySelector(SCREEN), at = event.target;
    if (!screen || at.closest?.('[role="dialog"], [data-baseweb="popover"]')) return;
    if (document.querySelector('[data-testid="stPopoverBody"]')) return;
    const typing = at.closest?.('input:not([type="checkbox"], [type="radio"]), textarea, select, [contenteditable="true"]');
    if (/^[0-9]$/.test(event.key) && !typing) {
      const choice = chosenBy(event.key, screen);
      if (!choice) return;
      event.preventDefault();
      if (early(event)) return;
      press(choice);
      if (choice.matches("input")) choice.focus();
    } else if (event.key === "Enter" && (typing ? typing.matches(IDEA) : !at.closest?.('button, a, summary, [role="button"]'))) {
      const primary = screen.querySelector('[data-testid="stBaseButton-primary"]');
      if (primary && !early(event)) setTimeout(() => press(primary));  // after the field has handed over its text
    }
  }, true);
})();
