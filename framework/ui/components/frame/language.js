((language, words) => {
  // The language of the page, and of each container whose key begins with `lang_`, a code and `_`; and Streamlit's own
  // words, which are English only: `skip` to the content, `close` a notice. What a `notice` is, it does not say at all.
  // No tag may be named here: what sanitises the page would take the script for markup.
  const over = document.querySelector('[data-testid="stSkipToContent"]');
  if (over && over.textContent !== words.skip) over.textContent = words.skip;
  const app = document.querySelector('[data-testid="stApp"]');
  if (app) Object.assign(app.dataset, { notice: words.notice, close: words.close });
  const changed = app?.dataset.language && document.documentElement.lang !== language;
  document.documentElement.lang = language;
  const heading = changed && document.querySelector('[data-testid="stMain"] h1');
  if (heading) { // the link that was followed is gone, and with it the focus
    heading.tabIndex = -1;
    heading.focus();
  }
  const look = () => {
    for (const part of document.querySelectorAll('[class*="st-key-lang_"]:not([lang])'))
      part.lang = /st-key-lang_([a-z]+)_/.exec(part.className)[1];
    for (const notice of document.querySelectorAll('[data-testid="stToast"]:not([aria-label])')) {
      notice.ariaLabel = app.dataset.notice;
      notice.querySelector('[slot="close"]').ariaLabel = app.dataset.close;
    }
  };
  look();
  if (!app || app.dataset.language) return;
  app.dataset.language = "yes";
  // Parts of a page move its address without drawing the footer again, so the link to another language may lead to where
  // they were before. It is made to lead from where they are, before a click of any kind can follow it.
  const linked = (event) => event.target.closest('.st-key-footer [class*="st-key-lang_"] a');
  const lead = (event) => {
    const link = linked(event);
    if (!link) return;
    const there = new URL(location.href);
    there.hash = "";
    there.searchParams.set("language", link.closest("[lang]").lang);
    if (there.href === link.href) return;
    link.href = there.href;
    link.dataset.moved = "yes";
  };
  const follow = (event) => {
    lead(event); // by the keyboard there is no pointer before
    const link = linked(event);
    if (!link?.dataset.moved) return;
    event.stopPropagation(); // Streamlit would go to the old address, whatever the link says
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    location.assign(link.href);
  };
  app.addEventListener("pointerdown", lead, true);
  app.addEventListener("click", follow, true);
  new MutationObserver(look).observe(document.body, { subtree: true, childList: true }); // notices are beside the app
})
