// Nobody scrolls a projector: the picture gets smaller until all of it is on the screen, however long the case is.
(() => {
  const app = document.querySelector('[data-testid="stApp"]');
  if (!app || app.dataset.fitting) return;
  app.dataset.fitting = "yes";
  const SMALLEST = 40, STEP = 5; // per cent of the usual size
  const fit = () => {
    const picture = document.querySelector(".projector");
    if (!picture) return;
    const top = picture.getBoundingClientRect().top + (picture.closest(".stMain")?.scrollTop ?? 0);
    let size = 100;
    do app.style.setProperty("--fit", size / 100);
    while (top + picture.offsetHeight > window.innerHeight && (size -= STEP) >= SMALLEST);
  };
  new MutationObserver(fit).observe(app, { subtree: true, childList: true, characterData: true });
  addEventListener("resize", fit);
  fit();
})();
