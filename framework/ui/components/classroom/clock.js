// The clocks of a class go on between two runs of the page, so that no window asks the server each second. A clock says how
// much was left when the server wrote it, and until when that is. It arrives a little later, and a window that woke up may
// even read an old one, so of all that it was told about one end the earliest counts: it never jumps back. How the clock
// of this device is set does not matter.
(() => {
  const app = document.querySelector('[data-testid="stApp"]');
  if (!app || app.dataset.counting) return;
  app.dataset.counting = "yes";
  const SECOND = 1000, ends = new Map(), read = new WeakSet();
  let next;
  const show = () => {
    clearTimeout(next);
    let pause = SECOND;
    const clocks = document.querySelectorAll(".timer");
    for (const clock of clocks) {
      const { until, left, over } = clock.dataset, now = Date.now();
      if (!read.has(clock)) {
        read.add(clock);
        ends.set(until, Math.min(now + left * SECOND, ends.get(until) ?? Infinity));
      }
      const rest = Math.max(0, ends.get(until) - now), seconds = Math.ceil(rest / SECOND);
      const words = seconds ? `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}` : over;
      if (clock.firstChild.data !== words) clock.firstChild.data = words; // as data: no other watcher takes it for news
      clock.classList.toggle("over", !seconds);
      pause = Math.min(pause, rest % SECOND || SECOND);
    }
    if (clocks.length) next = setTimeout(show, pause);
  };
  new MutationObserver(show).observe(app, { subtree: true, childList: true });
  show();
})();
