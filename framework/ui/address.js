// No entry of the history that nobody has seen. Going to another page, Streamlit first gives the page that is left the
// parameters of the one to come, as an entry of its own: the way back would lead there, to a place without its section or
// question. The second entry takes the place of that one.
(() => {
  const app = document.querySelector('[data-testid="stApp"]');
  if (!app || app.dataset.address) return;
  app.dataset.address = "yes";
  const push = history.pushState;
  let passing = false;
  history.pushState = function (state, unused, url) {
    const to = new URL(url ?? "", location.href);
    const stays = to.pathname === location.pathname, same = to.search === location.search;
    const passed = passing && !stays && same;
    passing = stays && !same;
    return passed ? history.replaceState(state, unused, url) : push.call(history, state, unused, url);
  };
  for (const act of ["pointerdown", "keydown", "popstate"]) addEventListener(act, () => { passing = false; }, true);
})();
