// Parts of a page that are marked live are asked for again every ten seconds, and put in place without moving the focus.
// A page that has none in itself asks how many visitors call the staff, for its menu and the title of its window.
"use strict";
const EVERY_MS = 10000;
const TITLE = document.title;
const calls = document.querySelector("[data-calls]")?.dataset.calls;
const ownParts = document.querySelector("main [data-live]");

async function refresh() {
  const whole = ownParts && !document.hidden;
  const answer = await fetch(whole ? location.href : calls, { headers: { "x-refresh": "1" }, redirect: "manual" }).catch(() => null);
  if (ownParts) document.getElementById("stale").hidden = answer !== null;
  if (!answer) return;
  if (!answer.ok) {  // The session is over: the page that says so, unless something is being filled in here.
    if (ownParts) location.reload();
    return;
  }
  const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
  for (const old of document.querySelectorAll("[data-live]")) {
    const now = fresh.querySelector(`[data-live="${old.dataset.live}"]`);
    if (now && !old.contains(document.activeElement)) old.replaceWith(now);
  }
  tell();
}

// How many call, before the title: it is seen in the browser's tab.
function tell() {
  const count = document.querySelector("[data-live=called]").dataset.count;
  document.title = count === "0" ? TITLE : `(${count}) ${TITLE}`;
}

if (calls) {
  tell();
  setInterval(refresh, EVERY_MS);
}
