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

  const TEXTS = ".unit:not(.conflict) .seg textarea";
  const WORDS = '.unit:not(.conflict) :is(textarea[name=comment], input[name^="reason "])';

  /* Put kept texts back into their fields. Where the pair has changed meanwhile, its text stays in sight. */
  function bringBack() {
    let back = 0;
    for (const field of document.querySelectorAll(`${TEXTS}, ${WORDS}`)) {
      const kept = localStorage.getItem(key(field));
      if (kept === null) continue;
      const { text, was } = JSON.parse(kept);
      if (text === field.defaultValue) {
        localStorage.removeItem(key(field));
        continue;
      }
      if (field.value === text) continue;
      field.value = text;
      back += 1;
      if (field.matches(WORDS)) {
        field.closest("details").open = true;
        continue;
      }
      field.closest(".seg").classList.add("editing");
      field.closest(".seg").classList.toggle("both", was !== field.defaultValue);
      field.closest(".unit").classList.add("is-unsaved");
    }
    if (back) say("restored");
  }

  document.addEventListener("input", (event) => {
    if (event.target.matches?.(`${TEXTS}, ${WORDS}`)) keep(event.target);
  });
  document.addEventListener("htmx:beforeSwap", (event) => {
    const { requestConfig, xhr } = event.detail;
    if (requestConfig?.verb !== "post") return;
    if (xhr.status === 409) forget(requestConfig.elt, `${TEXTS}, ${WORDS}`);  // the conflict holds them
    else if (xhr.status < 400) forget(requestConfig.elt, WORDS);             // saved with whatever was done
  });
  document.addEventListener("htmx:afterSettle", bringBack);
  for (const name of ["htmx:sendError", "htmx:timeout"])
    document.addEventListener(name, (event) => { if (event.detail.requestConfig?.verb === "post") say("offline"); });
  bringBack();

  function forget(elt, which) {
    for (const field of elt.closest?.(".unit")?.querySelectorAll(which) ?? []) localStorage.removeItem(key(field));
  }
})();
