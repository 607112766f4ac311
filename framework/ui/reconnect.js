// Keeps a page honest about its connection, and reruns one that may be stale.
//
// While the server is away, one banner says so, in place of Streamlit's dialog. A tap made meanwhile is kept, and made when
// the server is back: the last one, if its button is still there.
// After a lost connection the session may be a new one on the server, without the fragments and callbacks of the page that
// is still shown; clicks would be lost silently. A page that comes to the front again may show what another window has
// changed since. Both are run again.
// `words`: `away` for the banner, and `tapped` where a tap is kept.
// Without a heading: leaving a text field by clicking a link starts two runs at once, and the page
// that comes up may be empty. Every page has a heading.
((words) => {
  const app = document.querySelector('[data-testid="stApp"]');
  if (!app || app.dataset.watched) return;
  app.dataset.watched = "yes";
  const PATIENCE = 1000, SETTLED = 800, HIDDEN = 1000;
  const press = () => document.querySelector(".st-key-reconnect button")?.click();
  const isConnected = () => app.dataset.testConnectionState === "CONNECTED";
  let connected = isConnected();
  let tried = 0;
  let ranSince = true;
  let empty, late, waiting, soon, hiddenAt;

  const banner = document.createElement("div");
  banner.id = "away";
  banner.setAttribute("role", "status");
  document.body.append(banner);
  const say = () => {
    document.documentElement.classList.toggle("away", !isConnected());
    banner.textContent = isConnected() ? "" : waiting ? words.tapped : words.away;
  };
  const takeTap = () => {
    const tapped = waiting;
    waiting = undefined;
    if (tapped) document.querySelector(`.${CSS.escape(tapped)} button:not([disabled]), .${CSS.escape(tapped)} a`)?.click();
  };
  const keepTap = (event) => {
    if (isConnected()) return;
    const place = event.target.closest?.('[data-testid="stButton"], [data-testid="stPageLink"]')?.closest('[class*="st-key-"]');
    waiting = [...(place?.classList ?? [])].find((name) => name.startsWith("st-key-")) ?? waiting;
    say();
  };
  document.addEventListener("pointerdown", keepTap, true);
  document.addEventListener("click", keepTap, true);  // also one that a key stands for
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
    if (whole && ranSince && waiting) soon = setTimeout(takeTap, SETTLED);
  };
  new MutationObserver(() => {
    const now = isConnected();
    clearTimeout(late);
    if (now) say();
    else late = setTimeout(say, PATIENCE);
    if (now && !connected) press();
    connected = now;
    clearTimeout(empty);
    clearTimeout(soon);
    const running = app.dataset.testScriptState !== "notRunning";
    ranSince = now && (ranSince || running);  // a new session knows no button before it has run
    if (running) return;
    empty = setTimeout(settle, 300);
  }).observe(app, { attributes: true, attributeFilter: ["data-test-connection-state", "data-test-script-state"] });
})
