// A phone finds its way back into a class: the key of the participant stays in this browser, under the code of the class.
// Whoever opens the address, scans the QR code or types the code again comes back to the same place; a key that is no
// longer good is dropped. The place is told and not read from the address, which shows a code that was typed only later.
((code, me, known) => {
  if (!code) return;
  const place = `class_${code}`;
  try {
    if (me && known) localStorage.setItem(place, me);
    else if (me) localStorage.removeItem(place);
    else {
      const kept = localStorage.getItem(place), at = new URL(location.href);
      if (!kept || !/^[A-Za-z0-9_-]{22}$/.test(kept)) return;
      at.searchParams.set("code", code);
      at.searchParams.set("me", kept);
      location.replace(at);
    }
  } catch { /* a browser that keeps nothing: the address alone leads back */ }
})
