((key) => {
  // What has just been said may be outside the window. Waits until it is there; of a list, what was chosen.
  setTimeout(() => {
    const place = document.querySelector(`.st-key-${key}`);
    const chosen = place?.querySelector('[data-testid="stRadioGroup"] > div:has(input:checked)');
    (chosen ?? place)?.scrollIntoView({ block: "nearest" });
  }, 100);
})
