// A session that comes back after a cut may be a new one on the server, which knows no fragment and no callback of the
// page that is still shown: what is then clicked would be lost without a word. So the page is run afresh at once.
(() => {
  const app = document.querySelector('[data-testid="stApp"]');
  const state = () => app.getAttribute("data-test-connection-state");
  if (!app || app.dataset.watched) return;
  app.dataset.watched = "yes";
  let before = state();
  new MutationObserver(() => {
    const now = state();
    if (now === "CONNECTED" && before !== "CONNECTED") document.querySelector(".st-key-reconnect button")?.click();
    before = now;
  }).observe(app, { attributes: true, attributeFilter: ["data-test-connection-state"] });
})();
