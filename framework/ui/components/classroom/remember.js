// A phone finds its way back into a class: the key of the participant stays in this browser, under the code of the class.
// Whoever opens the address, scans the QR code or types the code again comes back to the same place; a key that is no
// longer good is dropped. The place is told and not read from the address, which shows a code that was typed only later.
// Before somebody joins, the key that they will have is kept too: whoever loads the page again because nothing seems to
// happen joins with the same one, and so once.
((code, me, known, offered) => {
  if (!code) return;
  const place = `class_${code}`, waiting = `joining_${code}`, isKey = /^[A-Za-z0-9_-]{22}$/;
  const go = (name, key) => {
    const at = new URL(location.href);
    at.searchParams.set("code", code);
    at.searchParams.set(name, key);
    location.replace(at);
  };
  try {
    if (me && known) {
      localStorage.setItem(place, me);
      localStorage.removeItem(waiting);
    } else if (me) localStorage.removeItem(place);
    else {
      const kept = localStorage.getItem(place), begun = localStorage.getItem(waiting);
      if (isKey.test(kept)) go("me", kept);
      else if (offered && isKey.test(begun) && begun !== offered) go("place", begun);
      else if (offered) localStorage.setItem(waiting, offered);
    }
  } catch { /* a browser that keeps nothing: the address alone leads back */ }
})
