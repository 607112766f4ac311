// A phone finds its way back into a class: the key of the participant stays in this browser, under the code of the class.
// Whoever opens the address or scans the QR code again comes back to the same place; a key that is no longer good is dropped.
(() => {
  const at = new URL(location.href), code = at.searchParams.get("code"), me = at.searchParams.get("me");
  const known = document.querySelector(".st-key-known") !== null;
  if (!code) return;
  const place = `class_${code}`;
  try {
    if (me && known) localStorage.setItem(place, me);
    else if (me) localStorage.removeItem(place);
    else {
      const kept = localStorage.getItem(place);
      if (kept && /^[A-Za-z0-9_-]{22}$/.test(kept)) { at.searchParams.set("me", kept); location.replace(at); }
    }
  } catch { /* a browser that keeps nothing: the address alone leads back */ }
})();
