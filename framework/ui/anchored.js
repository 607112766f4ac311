(() => {
  // A link to a place on a page: Streamlit scrolls there once, and what comes up above it later pushes it out of the
  // window. So this scrolls there again until the page is quiet or the reader does something.
  const app = document.querySelector('[data-testid="stApp"]');
  if (!app || app.dataset.anchored) return;
  app.dataset.anchored = "yes";
  const TICK = 100, QUIET = 20, GIVE_UP = 600;  // milliseconds, and numbers of ticks
  const OF_THE_READER = ["wheel", "touchstart", "pointerdown", "keydown"];
  let timer;
  const stop = () => {
    clearInterval(timer);
    OF_THE_READER.forEach((event) => removeEventListener(event, stop, true));
  };
  const hold = () => {
    stop();
    const id = decodeURIComponent(location.hash.slice(1));
    if (!id) return;
    let ticks = 0, quiet = 0, seen = "";
    OF_THE_READER.forEach((event) => addEventListener(event, stop, { capture: true, passive: true }));
    timer = setInterval(() => {
      const place = document.getElementById(id);
      place?.scrollIntoView({ block: "start", behavior: "instant" });
      const now = place && app.dataset.testScriptState === "notRunning"
        ? `${place.getBoundingClientRect().top} ${place.closest('[data-testid="stMain"]')?.scrollHeight}` : "";
      quiet = now && now === seen ? quiet + 1 : 0;
      seen = now;
      if (quiet > QUIET || ++ticks > GIVE_UP) stop();
    }, TICK);
  };
  addEventListener("hashchange", hold);
  hold();
})();
