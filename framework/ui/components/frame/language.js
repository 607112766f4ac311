((language) => {
  // The language of the page, and of each container whose key begins with `lang_`, a code and `_`. No tag may be
  // named here: what sanitises the page would take the script for markup.
  document.documentElement.lang = language;
  const app = document.querySelector('[data-testid="stApp"]');
  const look = () => {
    for (const part of document.querySelectorAll('[class*="st-key-lang_"]:not([lang])'))
      part.lang = /st-key-lang_([a-z]+)_/.exec(part.className)[1];
  };
  look();
  if (!app || app.dataset.language) return;
  app.dataset.language = "yes";
  // Parts of a page move its address without drawing the footer again, so the link to another language may lead to where
  // they were before. It leads from where they are.
  const follow = (event) => {
    const link = event.target.closest('[class*="st-key-lang_"][class*="_link"] a');
    if (!link) return;
    const there = new URL(location.href);
    there.searchParams.set("language", link.closest("[lang]").lang);
    if (there.href === link.href) return;
    link.href = there.href;
    if (event.button || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    event.stopPropagation();
    location.assign(there);
  };
  app.addEventListener("click", follow, true);
  new MutationObserver(look).observe(app, { subtree: true, childList: true });
})
