// Reruns a page that may be stale.
//
// After a lost connection: the session may be a new one on the server, without the fragments and callbacks of the
// page that is still shown; clicks would be lost silently.
// Without a heading: leaving a text field by clicking a link starts two runs at once, and the page
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
