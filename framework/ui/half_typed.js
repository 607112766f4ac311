// Says below a field that what was being typed when the server went away is not saved.
//
// A text is sent when its field is left. A field that is disabled while the server is away is never left, so its text stands
// there afterwards as if it were saved. Nobody else decides that a text is finished: it is not sent by itself.
// A field in a form waits for the button of the form anyway.
// `words`: `lead` and `why`, what is said.
((words) => {
  const app = document.querySelector('[data-testid="stApp"]');
  if (!app) return;
  app.halfTyped = words;  // in another language after a change of it
  if (app.dataset.halfTyped) return;
  app.dataset.halfTyped = "yes";
  const FIELD = '[class*="st-key-most_"] :is(input, textarea)';
  const around = (field) => field.closest('[data-testid="stElementContainer"]') ?? field.parentElement;
  const isConnected = () => app.dataset.testConnectionState === "CONNECTED";
  let ranSince = true, began = false, connected = isConnected();
  let typing, lost, note;

  const tell = () => {
    note?.remove();
    note = document.createElement("p");
    note.className = "half-typed";
    note.setAttribute("role", "alert");
    note.append(Object.assign(document.createElement("strong"), { textContent: app.halfTyped.lead }), ` ${app.halfTyped.why}`);
    around(lost).append(note);
  };
  const sent = (event) => {
    if (!ranSince || event.target !== typing || typing.disabled) return;  // disabling takes the focus, and sends nothing
    typing = lost = undefined;
    note?.remove();
  };
  document.addEventListener("input", (event) => {
    if (event.target.matches?.(FIELD) && !event.target.closest('[data-testid="stForm"]')) typing = event.target;
  }, true);
  document.addEventListener("focusout", sent, true);
  document.addEventListener("keydown", (event) => {
    const sends = event.target.tagName === "TEXTAREA" ? event.ctrlKey || event.metaKey : true;
    if (event.key === "Enter" && sends) sent(event);
  }, true);
  new MutationObserver(() => {
    const running = app.dataset.testScriptState !== "notRunning", back = isConnected() && !connected;
    connected = isConnected();
    if (!connected) began = ranSince = false;  // a new session saves no field before it has run to the end
    else if (running) began = !back;
    else if (began) ranSince = true;
    if (!connected) lost = typing;
    else if (!lost?.isConnected) note?.remove();
    else if (!note?.isConnected && !lost.disabled && ranSince && !running) tell();
  }).observe(app, { attributes: true, attributeFilter: ["data-test-connection-state", "data-test-script-state"] });
})
