// A phone asks for news only while somebody looks at it. Streamlit asks by intervals, also in a tab behind others; here
// they pause there, and what was due is done at once when the tab comes to the front again.
(() => {
  if (window.quietTabs) return;
  window.quietTabs = true;
  const every = window.setInterval, due = new Set();
  window.setInterval = (callback, pause, ...given) => {
    if (typeof callback !== "function") return every(callback, pause, ...given);
    const id = every(() => { if (document.hidden) due.add(later); else callback(...given); }, pause);
    const later = { id, run: () => callback(...given) };
    return id;
  };
  const end = window.clearInterval;
  window.clearInterval = (id) => {
    for (const one of due) if (one.id === id) due.delete(one);
    end(id);
  };
  document.addEventListener("visibilitychange", () => {
    if (document.hidden) return;
    const missed = [...due];
    due.clear();
    for (const one of missed) one.run();
  });
})();
