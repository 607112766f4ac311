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
  new MutationObserver(look).observe(app, { subtree: true, childList: true });
})
