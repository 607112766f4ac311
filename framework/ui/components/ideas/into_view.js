((key) => {
  // What a button has just said may be below the window. Waits until it is there.
  setTimeout(() => document.querySelector(`.st-key-${key}`)?.scrollIntoView({ block: "nearest" }), 100);
})
