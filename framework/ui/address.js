// No entry of the history that nobody has seen. Going to another page, Streamlit first gives the page that is left the
// parameters of the one to come, as an entry of its own: the way back would lead there, to a place without its section or
// question. The second entry takes the place of that one.
//
// And no entry that is lost: going back, Streamlit writes the address that the server answers with over the entry that is
// shown. Whoever goes back faster than it answers is further by then, and forward would jump over a screen. The browser
// knows where it went.
//
// And no entry for each answer that is tried on "What if", nor for each tick that is not confirmed yet: one step back leaves
// the page. An address that loses its ticks is another place.
(() => {
  const app = document.querySelector('[data-testid="stApp"]');
  if (!app || app.dataset.address) return;
  app.dataset.address = "yes";
  const push = history.pushState, replace = history.replaceState;
  const TRIED = "tried", DRAFT = "unconfirmed";
  const apart = (url, name) => { const params = new URL(url).searchParams; params.delete(name); return params.toString(); };
  let passing = false, travelling = false;
  history.pushState = function (state, unused, url) {
    const to = new URL(url ?? "", location.href);
    const stays = to.pathname === location.pathname, same = to.search === location.search;
    const passed = passing && !stays && same;
    passing = stays && !same;
    const changes = (name) => passing && apart(to, name) === apart(location.href, name);
    const tries = changes(TRIED) || (to.searchParams.has(DRAFT) && changes(DRAFT));
    return (passed || tries ? replace : push).call(history, state, unused, url);
  };
  history.replaceState = function (state, unused, url) {
    const to = new URL(url ?? "", location.href);
    if (travelling && to.pathname === location.pathname && to.search !== location.search) return;
    replace.call(history, state, unused, url);
  };
  for (const act of ["pointerdown", "keydown", "click", "popstate"]) {
    addEventListener(act, () => { passing = false; travelling = act === "popstate"; }, true);
  }
})();
