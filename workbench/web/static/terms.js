/* What is selected on the desk: `/` looks for it in the project, `T` makes a term of it. The last selection
   of each side is kept, so that one can select English, then Burmese, then press T. */
"use strict";

(() => {
  const chosen = { unit: null, source: "", target: "" };

  document.addEventListener("selectionchange", () => {
    const selection = getSelection();
    const node = selection.anchorNode;
    const text = (node?.nodeType === Node.TEXT_NODE ? node.parentElement : node)?.closest?.(".unit .text");
    const words = selection.toString().trim();
    if (!text || !words || words.length > 300) return;
    const unit = text.closest(".unit").id;
    if (chosen.unit !== unit) Object.assign(chosen, { unit, source: "", target: "" });
    chosen[text.closest(".side").dataset.side] = words;
  });

  const typing = (target) => target.matches?.("input:not([type=radio], [type=checkbox]), textarea, select, dialog *");

  function find() {
    const words = getSelection().toString().trim();
    const field = document.querySelector(".seek input[type=search]");
    if (!words || !field) return false;
    field.value = words.slice(0, 200);
    field.form.requestSubmit();
    return true;
  }

  function term() {
    const panel = document.getElementById("add-term");
    if (!panel) return false;
    panel.open = true;
    const form = panel.querySelector("form");
    const here = chosen.unit === `unit-${form.elements.unit.value}`;
    for (const side of ["source", "target"]) if (here && chosen[side]) form.elements[side].value = chosen[side];
    (["source", "target"].map((side) => form.elements[side]).find((each) => !each.value) ?? form.querySelector("button")).focus();
    return true;
  }

  document.addEventListener("keydown", (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || event.isComposing || typing(event.target)) return;
    const act = { Slash: find, KeyT: term }[event.code];
    if (act?.()) { event.preventDefault(); event.stopPropagation(); }
  }, true);
})();
