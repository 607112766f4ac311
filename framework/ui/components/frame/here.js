// The link to the page that is open says so to whoever cannot see its look.
(() => {
  const app = document.querySelector('[data-testid="stApp"]');
  if (!app || app.dataset.here) return;
  app.dataset.here = "yes";
  const MENU = ".st-key-header a, .st-key-footer a", HERE = ".st-key-here a, .st-key-here_below a";
  const look = () => {
    for (const link of document.querySelectorAll(MENU)) {
      const here = link.matches(HERE);
      if (here && link.ariaCurrent !== "page") link.ariaCurrent = "page";
      else if (!here && link.ariaCurrent) link.ariaCurrent = null;
    }
  };
  look();
  new MutationObserver(look).observe(app, { subtree: true, childList: true, attributeFilter: ["class"] });
})();
