// Keeps the keys of what was begun on this device in the browser, and tells the server when a page asks for them.
//
// Kept: {key of a work: {purpose: key of a link}}, and {key of whoever leads a class: {leads: ""}}, or takes part in one
// (takes_part), in the order in which they were begun. Nothing of it leaves the browser but to the page that shows the list; no page that a link leads to
// learns its address.
export default function ({ data, setStateValue }) {
  const PLACE = "should-i-use-ml";
  if (!document.querySelector('meta[name="referrer"]')) {
    const policy = document.createElement("meta");
    policy.name = "referrer";
    policy.content = "same-origin";
    document.head.append(policy);
  }
  let kept = {};
  try {
    const found = JSON.parse(localStorage.getItem(PLACE));
    if (found && typeof found === "object" && !Array.isArray(found)) kept = found;
  } catch { /* switched off, or not ours: begin with nothing */ }
  const before = JSON.stringify(kept);
  for (const [key, links] of Object.entries(data.keep)) kept[key] = { ...kept[key], ...links };
  for (const key of data.forget) delete kept[key];
  const now = JSON.stringify(kept);
  try {
    if (now !== before) localStorage.setItem(PLACE, now);
  } catch { /* switched off: the address of the page is all there is */ }
  if (data.tell && now !== data.told) setStateValue("kept", now);
}
