/* Typing is never lost: what stands in a field and is not saved yet is kept in this browser, and comes back
   after a reload, a lost connection, a restarted server. It goes when the server has the text. */
"use strict";

(() => {
  const say = (name) => {
    const words = document.getElementById("words")?.dataset[name];
    if (words) document.getElementById("notice").textContent = words;
  };
  const key = (field) => `draft ${field.closest(".unit").id} ${field.name}`;

  function keep(field) {
    if (field.value === field.defaultValue) localStorage.removeItem(key(field));
    else localStorage.setItem(key(field), JSON.stringify({ text: field.value, was: field.defaultValue }));
  }

  /* Put kept texts back into their fields. Where the pair has changed meanwhile, its text stays in sight. */
  function bringBack() {
    let back = 0;
    for (const field of document.querySelectorAll(".unit:not(.conflict) .seg textarea")) {
      const kept = localStorage.getItem(key(field));
      if (kept === null) continue;
      const { text, was } = JSON.parse(kept);
      if (text === field.defaultValue) {
        localStorage.removeItem(key(field));
        continue;
      }
      if (field.value === text) continue;
      field.value = text;
      field.closest(".seg").classList.add("editing");
      field.closest(".seg").classList.toggle("both", was !== field.defaultValue);
      field.closest(".unit").classList.add("is-unsaved");
      back += 1;
    }
    if (back) say("restored");
  }

  document.addEventListener("input", (event) => {
    if (event.target.matches?.(".unit:not(.conflict) .seg textarea")) keep(event.target);
  });
  document.addEventListener("htmx:beforeSwap", (event) => {
    if (event.detail.xhr.status === 409) forget(event.detail.requestConfig.elt);
  });
  document.addEventListener("htmx:afterSettle", bringBack);
  document.addEventListener("htmx:sendError", () => say("offline"));
  document.addEventListener("htmx:timeout", () => say("offline"));
  bringBack();

  /* The conflict piece now holds the text itself. */
  function forget(elt) {
    const row = elt.closest?.(".unit");
    for (const field of row?.querySelectorAll(".seg textarea") ?? []) localStorage.removeItem(key(field));
  }
})();
