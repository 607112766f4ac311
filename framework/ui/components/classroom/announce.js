// A class goes on by itself while a phone is looked at or listened to: a screen reader is told the new heading, which
// nothing else would say, as no key was pressed and the focus stays where it was.
(() => {
  const app = document.querySelector('[data-testid="stApp"]');
  if (!app || app.dataset.announcing) return;
  app.dataset.announcing = "yes";
  const SETTLED = 300;
  const region = document.createElement("div");
  region.id = "class_news";
  region.setAttribute("role", "status");
  document.body.append(region);
  const heading = () => document.querySelector(".st-key-known h1")?.textContent.trim() ?? "";
  let said = heading(), timer;
  const look = () => {
    const now = heading();
    if (now && now !== said) said = region.textContent = now;
  };
  new MutationObserver(() => { clearTimeout(timer); timer = setTimeout(look, SETTLED); })
    .observe(app, { subtree: true, childList: true, characterData: true });
})();
