// Nobody scrolls a projector: the picture is as large as fits on the screen, so that it can be read from the last row; a
// headline with a sentence may be largest, as nothing beside it needs the width. A case of so many lines that
// nobody could read it from the last row is cut after a line, and a sentence says where the rest is.
(() => {
  const app = document.querySelector('[data-testid="stApp"]');
  if (!app || app.dataset.fitting) return;
  app.dataset.fitting = "yes";
  const LARGEST = 150, ALONE = 220, USUAL = 100, READABLE = 60, SMALLEST = 40, STEP = 5; // per cent of the usual size
  const PHONE = 640;
  const fit = () => {
    const picture = document.querySelector(".projector");
    if (!picture) return;
    const top = picture.getBoundingClientRect().top + (picture.closest(".stMain")?.scrollTop ?? 0);
    const fits = () => top + picture.offsetHeight <= window.innerHeight && picture.scrollWidth <= picture.clientWidth;
    const largest = picture.querySelector(".lobby, .case, .row, .room-verdicts") ? LARGEST : ALONE;
    const shrink = (from, to) => {
      for (let size = from; size >= to; size -= STEP) {
        app.style.setProperty("--fit", size / 100);
        if (fits()) return true;
      }
      return false;
    };
    const lines = [...picture.querySelectorAll(".case > p:not(.more)")], more = picture.querySelector(".case > .more");
    const show = (count) => {
      lines.forEach((line, place) => { line.hidden = place >= count; });
      if (more) more.hidden = count >= lines.length;
    };
    show(lines.length);
    if (shrink(window.innerWidth > PHONE ? largest : USUAL, READABLE)) return;
    let few = Math.min(1, lines.length), many = lines.length; // the most that fit, or the first alone
    while (few < many) {
      const half = Math.ceil((few + many) / 2);
      show(half);
      if (fits()) few = half; else many = half - 1;
    }
    show(few);
    shrink(READABLE, SMALLEST);
  };
  // not `characterData`: only the clock changes the text of a line (`clock.js`), and it is as long afterwards
  new MutationObserver(fit).observe(app, { subtree: true, childList: true });
  addEventListener("resize", fit);
  fit();
})();
