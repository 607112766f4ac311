// Says above the buttons of a long list of tick lines how many of them are further down: the buttons stay in view, and without
// it the list would seem to end there.
// `text`: what is said, with a place for {number}.
((text) => {
  const app = document.querySelector('[data-testid="stApp"]');
  if (!app) return;
  app.moreBelow = text;  // in another language after a change of it
  if (app.dataset.moreBelow) return;
  app.dataset.moreBelow = "yes";
  let due = false;

  const line = (bar) => {
    const found = bar.querySelector(":scope > .more-below");
    if (found) return found;
    const made = document.createElement("p");
    made.className = "more-below";
    made.setAttribute("aria-hidden", "true");  // who listens to the list hears it to its end
    bar.prepend(made);
    return made;
  };
  const count = () => {
    due = false;
    const lines = [...document.querySelectorAll('.st-key-ticks label')];
    const bar = document.querySelector(".st-key-ways")?.parentElement;
    if (!lines.length || !bar) return;
    for (const each of [bar, bar.parentElement, ...lines]) sizes.observe(each);  // a font or a style sheet may come late
    const said = line(bar), edge = bar.getBoundingClientRect().top;
    const below = lines.filter((each) => each.getBoundingClientRect().bottom > edge).length;
    const words = below ? app.moreBelow.replace("{number}", below) : "";
    if (said.textContent !== words) said.textContent = words;
  };
  const soon = () => { if (!due) { due = true; requestAnimationFrame(count); } };
  const sizes = new ResizeObserver(soon);
  document.addEventListener("scroll", soon, { capture: true, passive: true });
  addEventListener("resize", soon);
  new MutationObserver(soon).observe(app, { subtree: true, childList: true });
  soon();
})
