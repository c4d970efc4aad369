/* What others do at this desk. The server says when there is news and htmx fetches it; where there is no such
   stream, htmx asks every few seconds. Nothing is put in the place of a text that is not saved. */
"use strict";

(() => {
  const busy = () => document.querySelector(".unit.is-unsaved, .unit.conflict, .seg.editing textarea:focus");
  const events = document.getElementById("news")?.dataset.events;

  if (events) {
    const stream = new EventSource(events);
    stream.onmessage = () => htmx.trigger("#news", "news");
    addEventListener("pagehide", () => stream.close());
  }

  document.addEventListener("htmx:configRequest", (event) => {
    // News asked for before our own act is old when the act's answer is there.
    if (event.detail.verb === "post") htmx.trigger("#news", "htmx:abort");
    if (event.detail.elt.id !== "news") return;
    if (document.querySelector("form.htmx-request")) event.preventDefault();
    if (busy()) event.detail.parameters.set("busy", "1");
  });

  // Says that the workbench does not answer, and takes it back when it does.
  let away = "";
  document.addEventListener("htmx:sendError", (event) => {
    if (event.detail.elt.id !== "news") return;
    away = document.getElementById("words").dataset.away;
    document.getElementById("notice").textContent = away;
  });
  document.addEventListener("htmx:afterOnLoad", () => {
    const notice = document.getElementById("notice");
    if (away && notice.textContent === away) notice.textContent = "";
    away = "";
  });

  document.addEventListener("htmx:oobBeforeSwap", (event) => {
    const row = event.detail.target;
    const come = event.detail.fragment.querySelector?.("[data-newest]");
    const known = row.matches?.(".unit") ? row : document.getElementById("news");
    if (Number(come?.dataset.newest) < Number(known.dataset.newest)) return event.preventDefault();  // late news
    if (row.matches?.(".unit") && (row.matches(".is-unsaved, .conflict") || row.querySelector("textarea:focus"))) event.preventDefault();
  });
})();
