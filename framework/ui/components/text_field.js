// A text that would bring the page to a stop does not get into a field; it says so itself, below the field.
//
// A browser lays out what is in a field again with each key, which takes it seconds for a line of some million characters, and
// each run of the page sends it to the server. What is refused is still where it was copied. Any other text gets in, and the
// server says below the field if it is too long (`text_field.py`).
// `lead` and `why`: what is said, with places for {length} and {most}.
((lead, why) => {
  const app = document.querySelector('[data-testid="stApp"]');
  if (!app) return;
  app.refusesPastes = { lead, why };  // in another language after a change of it
  if (app.dataset.refusesPastes) return;
  app.dataset.refusesPastes = "yes";
  const EVERY = 100_000;
  const written = (number) => number.toLocaleString(document.documentElement.lang || "en");
  const around = (field) => field.closest('[data-testid="stElementContainer"]') ?? field.parentElement;
  const limit = (field) => {
    const key = field.closest('[class*="st-key-most_"]')?.className.match(/st-key-most_(\d+)_/);
    return key ? Number(key[1]) : EVERY;
  };
  let note, below;

  const hear = (event) => {
    const field = event.target;
    if (!field.matches?.("input, textarea")) return;
    const text = (event.clipboardData ?? event.dataTransfer)?.getData("text/plain") ?? "";
    const length = field.value.length - (field.selectionEnd - field.selectionStart) + text.length;
    const most = limit(field);
    if (length <= Math.max(most, EVERY)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    const words = app.refusesPastes, said = words.why.replace("{length}", written(length)).replace("{most}", written(most));
    note?.remove();
    below = field;
    note = document.createElement("p");
    note.className = "not-pasted";
    note.setAttribute("role", "alert");
    note.append(Object.assign(document.createElement("strong"), { textContent: words.lead }), ` ${said}`);
    around(field).append(note);
  };
  for (const name of ["paste", "drop"]) document.addEventListener(name, hear, true);
  document.addEventListener("input", (event) => event.target === below && note.remove(), true);
  // after a run of the page something else may stand in the place of the field
  new MutationObserver(() => note?.parentElement?.contains(below) || note?.remove())
    .observe(app, { attributes: true, attributeFilter: ["data-test-script-state"] });
})
