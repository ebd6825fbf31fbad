// Parts of a page that are marked live are asked for again every ten seconds, and put in place without moving the focus.
"use strict";
const EVERY_MS = 10000;

async function refresh() {
  if (document.hidden) return;
  const answer = await fetch(location.href, { headers: { "x-refresh": "1" }, redirect: "manual" }).catch(() => null);
  document.getElementById("stale").hidden = answer !== null;
  if (!answer) return;
  if (!answer.ok) {  // The session is over: the page that says so.
    location.reload();
    return;
  }
  const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
  for (const old of document.querySelectorAll("[data-live]")) {
    const now = fresh.querySelector(`[data-live="${old.dataset.live}"]`);
    if (now && !old.contains(document.activeElement)) old.replaceWith(now);
  }
}

if (document.querySelector("[data-live]")) setInterval(refresh, EVERY_MS);
