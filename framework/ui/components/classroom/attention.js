// A page that nobody looks at stops asking the server for news: Streamlit goes on with its timers behind other windows.
// It rests once it has been hidden for longer than `reconnect.js` needs to run it again when it comes to the front.
(() => {
  const app = document.querySelector('[data-testid="stApp"]');
  if (!app || app.dataset.attending) return;
  app.dataset.attending = "yes";
  const PAUSE = 3000;
  const press = (name) => document.querySelector(`.st-key-${name} button`)?.click();
  let hidden = 0;
  setInterval(() => {
    const rests = document.querySelector(".st-key-rests") !== null;
    hidden = document.hidden ? hidden + 1 : 0;
    if (app.dataset.testConnectionState !== "CONNECTED") return;
    if (hidden > 1 && !rests) press("rest");
    if (!hidden && rests) press("reconnect");
  }, PAUSE);
})();
