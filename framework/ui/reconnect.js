// Runs the page again where what is shown cannot be trusted.
//
// After a cut: the session that comes back may be a new one on the server, which knows no fragment and no callback of the
// page that is still shown; what is then clicked would be lost without a word.
// Without a heading: who types something and follows a link with the same tap asks for two runs at once, and the page
// that comes up may be empty. Every page has a heading.
(() => {
  const app = document.querySelector('[data-testid="stApp"]');
  if (!app || app.dataset.watched) return;
  app.dataset.watched = "yes";
  const press = () => document.querySelector(".st-key-reconnect button")?.click();
  let connected = app.dataset.testConnectionState === "CONNECTED";
  let tried = 0;
  let empty;
  new MutationObserver(() => {
    const now = app.dataset.testConnectionState === "CONNECTED";
    if (now && !connected) press();
    connected = now;
    clearTimeout(empty);
    if (app.dataset.testScriptState !== "notRunning") return;
    empty = setTimeout(() => {
      const whole = document.querySelector("h1, h2");
      tried = whole ? 0 : tried + 1;
      if (!whole && tried <= 3) press();
    }, 300);
  }).observe(app, { attributes: true, attributeFilter: ["data-test-connection-state", "data-test-script-state"] });
})();
