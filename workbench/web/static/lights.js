/* Hovering a word, a number or a name lights its counterpart on the other side, and a reason its words.
   Numbers and names are marked by the server; words that the reasons name are found in the texts here. */
"use strict";

(() => {
  /* ---- what the server marked ---- */
  document.addEventListener("pointerover", (event) => {
    for (const each of document.querySelectorAll(".pair-of.lit")) each.classList.remove("lit");
    const here = event.target.closest?.(".pair-of");
    if (!here) return;
    const like = here.closest(".unit").querySelectorAll(`.pair-of[data-like="${CSS.escape(here.dataset.like)}"]`);
    if (like.length > 1) for (const each of like) each.classList.add("lit");
  });

  /* ---- what the reasons name, as `rain = မိုး` ---- */
  if (!CSS.highlights) return;
  const lights = new Highlight();
  CSS.highlights.set("counterpart", lights);

  function named(row) {
    return [...row.querySelectorAll("[data-words]")].flatMap((reason) =>
      reason.dataset.words.split(", ").map((pair) => pair.split(" = ")).filter((pair) => pair.length === 2));
  }

  /* The ranges where a word stands on a side; a text may lie in many nodes. */
  function places(row, side, word) {
    const found = [];
    for (const text of row.querySelectorAll(`.side.${side} .text`)) {
      const nodes = [], walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
      while (walker.nextNode()) nodes.push(walker.currentNode);
      const whole = text.textContent.toLowerCase();
      for (let at = whole.indexOf(word.toLowerCase()); at >= 0; at = whole.indexOf(word.toLowerCase(), at + 1))
        found.push(ranged(nodes, at, at + word.length));
    }
    return found;
  }

  function ranged(nodes, start, end) {
    const range = new Range();
    let passed = 0;
    for (const node of nodes) {
      if (start >= passed && start < passed + node.length) range.setStart(node, start - passed);
      if (end > passed && end <= passed + node.length) range.setEnd(node, end - passed);
      passed += node.length;
    }
    return range;
  }

  function pointed(event) {
    const at = document.caretPositionFromPoint?.(event.clientX, event.clientY);
    const inText = at?.offsetNode.nodeType === Node.TEXT_NODE;  // a field counts its offset otherwise
    return (range) => inText && range.isPointInRange(at.offsetNode, at.offset);
  }

  let drawn = 0;
  document.addEventListener("pointermove", (event) => {
    cancelAnimationFrame(drawn);
    drawn = requestAnimationFrame(() => light(event));
  });

  function light(event) {
    lights.clear();
    const row = event.target.closest?.(".unit");
    const reason = event.target.closest?.("[data-words]");
    if (!row || !(reason || event.target.closest(".text"))) return;
    const under = pointed(event);
    for (const [mine, theirs] of named(row)) {
      const both = [places(row, "source", mine), places(row, "target", theirs)];
      if (!both.every((each) => each.length)) continue;
      const wanted = reason ? reason.dataset.words.includes(`${mine} = ${theirs}`) : both.flat().some(under);
      if (wanted) for (const range of both.flat()) lights.add(range);
    }
  }
})();
