// Keeps a page honest about its connection, and reruns one that may be stale.
//
// While the server is away, one banner says so, in place of Streamlit's dialog. What is chosen meanwhile, by tap or by
// key (`steps.js`), is marked and kept, and taken when the server is back: every tick, and the last button or link.
// After a lost connection the session may be a new one on the server, without the fragments and callbacks of the page that
// is still shown; clicks would be lost silently, so they are kept until it has run to its end. A page that comes to the front
// again may show what another window has changed since. Both are run again, and so is, every few seconds, one that could
// not reach what is saved (`trouble.py`).
// `words`: `away` for the banner, `unsure` after a tap that nothing has answered, and `chosen` where something is kept.
// Without a heading: leaving a text field by clicking a link starts two runs at once, and the page
// that comes up may be empty. Every page has a heading.
((words) => {
  const app = document.querySelector('[data-testid="stApp"]');
  if (!app) return;
  app.saysAway = words;  // in another language after a change of it
  if (app.dataset.watched) return;
  app.dataset.watched = "yes";
  const PATIENCE = 1000, SETTLED = 800, HIDDEN = 1000, ANSWERED = 15000, RETRY = 4000;
  const TICK = '[data-testid="stCheckbox"] label, [data-testid="stRadioOption"]';
  const CHOICE = `[data-testid="stButton"] button, [data-testid="stFormSubmitButton"] button, ${TICK}, a[href]:not([target="_blank"])`;
  const press = () => document.querySelector(".st-key-reconnect button")?.click();
  const isConnected = () => app.dataset.testConnectionState === "CONNECTED";
  const isRunning = () => app.dataset.testScriptState !== "notRunning";
  let connected = isConnected();
  let tried = 0;
  let ranSince = true, began = false;
  let tapped = -Infinity;  // when something was chosen that no run has answered yet
  let unsure = false;
  let kept = [];
  let taking = false;
  let empty, late, soon, hiddenAt;

  const banner = document.createElement("div");
  banner.id = "away";
  banner.setAttribute("role", "status");
  document.body.append(banner);
  const say = () => {
    document.documentElement.classList.toggle("away", !isConnected());
    const { away, unsure: perhaps, chosen } = app.saysAway;
    banner.textContent = isConnected() ? "" : kept.length ? chosen : unsure ? perhaps : away;
  };

  // A choice is known by the key around it and its place there: after the run it is another element of the document.
  const around = (choice) => [...(choice.closest('[class*="st-key-"]')?.classList ?? [])].find((name) => name.startsWith("st-key-"));
  const choices = (key) => [...document.querySelectorAll(`.${CSS.escape(key)} :is(${CHOICE})`)];
  const find = ({ key, at }) => choices(key)[at];
  const isOff = (choice) => choice.matches(":disabled") || choice.querySelector(":disabled") !== null;
  const marked = (on) => kept.forEach((one) => find(one)?.toggleAttribute("data-kept", on));
  const keep = (choice) => {
    const key = around(choice);
    if (!key) return;
    const at = choices(key).indexOf(choice), tick = choice.matches(TICK);
    const isSame = (one) => one.tick && one.key === key && one.at === at;
    const again = tick && kept.some(isSame);  // ticked and unticked
    marked(false);
    kept = kept.filter((one) => one.tick && !isSame(one));
    if (!again) kept.push({ key, at, tick, href: choice.href });
    marked(true);
    say();
  };
  const take = () => {
    marked(false);
    const next = kept.shift(), choice = next && find(next);
    if (!choice || isOff(choice) || choice.href !== next.href) {
      kept = [];
      return;
    }
    taking = true;
    (choice.control ?? choice).click();  // the label of a box passes on a press, not a click
    taking = false;
    if (kept.length) soon = setTimeout(take, SETTLED);
  };
  const hear = (event) => {
    const choice = event.target.closest?.(CHOICE);
    if (taking || (isConnected() && ranSince && !kept.length)) {
      if (choice && event.type === "click") tapped = performance.now();
      return;
    }
    if (!choice || choice.closest(".st-key-reconnect")) return;
    const clicked = event.type === "click";
    if (clicked === isOff(choice)) return;  // what is disabled hears no click, what is not hears one after its tap
    if (clicked) {
      event.preventDefault();
      event.stopImmediatePropagation();
    }
    keep(choice);
  };
  window.addEventListener("pointerup", hear, true);  // not where a finger began to scroll
  window.addEventListener("click", hear, true);  // before every listener on the page
  // Streamlit's dialog, which is not shown, takes the page behind it out of reach
  const reach = () => {
    if (isConnected()) return;
    document.querySelectorAll("[inert]").forEach((part) => part.removeAttribute("inert"));
    document.documentElement.style.removeProperty("overflow");
  };
  const reaching = new MutationObserver(reach);
  reaching.observe(document.documentElement, { attributes: true, attributeFilter: ["style"] });
  for (const part of document.body.children) reaching.observe(part, { attributes: true, attributeFilter: ["inert"] });
  document.addEventListener("visibilitychange", () => {
    if (document.hidden) hiddenAt = performance.now();
    else if (connected && performance.now() - hiddenAt > HIDDEN) press();
  });

  const settle = () => {
    if (isConnected() && !ranSince) {  // Streamlit has not given the button back yet
      press();
      empty = setTimeout(settle, 500);
      return;
    }
    const whole = document.querySelector("h1, h2");
    tried = whole ? 0 : tried + 1;
    if (!whole && tried <= 3) press();
    else if (kept.length && ranSince) soon = setTimeout(take, SETTLED);
    else if (document.querySelector(".retry")) soon = setTimeout(press, RETRY * (1 + Math.random()));  // not all at once
  };
  new MutationObserver(() => {
    const now = isConnected(), running = isRunning(), back = now && !connected;
    clearTimeout(late);
    if (now) say();
    else late = setTimeout(say, PATIENCE);
    if (back) press();
    if (connected && !now) unsure = performance.now() - tapped < ANSWERED;
    connected = now;
    clearTimeout(empty);
    clearTimeout(soon);
    // a new session knows no button before it has run to the end; a run that was under way before is not its own
    if (!now) began = ranSince = false;
    else if (running) began = !back;
    else if (began) ranSince = true;
    if (running) return;
    if (now) tapped = -Infinity;
    empty = setTimeout(settle, 300);
  }).observe(app, { attributes: true, attributeFilter: ["data-test-connection-state", "data-test-script-state"] });
  if (!isRunning()) empty = setTimeout(settle, 300);  // the run that brought this script may be over already
})
