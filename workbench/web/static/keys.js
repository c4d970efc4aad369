/* The desk by keyboard: this script only clicks buttons, follows links, opens what is there and moves the
   focus. Keys are told by their place (event.code), so a Burmese layout works as a Latin one does. A button
   says its own keys in data-key. Two modes: on a row single keys act; in a text they type. */
"use strict";

(() => {
  const root = document.documentElement;
  root.classList.add("js");

  const pairs = () => document.getElementById("pairs");
  const rows = () => [...pairs().querySelectorAll(".unit")];
  const now = () => pairs().querySelector(".unit.now");
  let side = "target";
  let caret = null;                       // where the caret stood last: {unit, side, place, offset}
  let asked = null;                       // the act under way, and what to do once its answer is there
  let last = null;                        // the row in hand, by name, should it be put in anew
  const waiting = [];                     // keys pressed meanwhile

  /* ---- the row in hand ---- */
  function take(row, { focus = true } = {}) {
    if (!row) return;
    for (const other of pairs().querySelectorAll(".unit.now")) if (other !== row) other.classList.remove("now");
    row.classList.add("now");
    last = row.id;
    mark(row);
    for (const field of document.querySelectorAll(".next input[name=after], .seek input[name=unit]")) field.value = row.dataset.unit;
    if (focus) {
      row.focus({ preventScroll: true });
      row.scrollIntoView({ block: "nearest" });
    }
    beside(row);
  }

  let resting = 0;                        // what helps with a pair comes when one rests on it
  const wide = matchMedia("(min-width: 1181px)");
  const panel = () => document.getElementById("beside");
  const shows = (row) => `${row.dataset.beside} ${row.dataset.newest}`;

  function beside(row) {
    clearTimeout(resting);
    if (row.dataset.beside && wide.matches) resting = setTimeout(() => fetchBeside(row), 220);
  }

  async function fetchBeside(row) {
    clearTimeout(resting);
    const wanted = shows(row);
    if (panel().dataset.shows === wanted) return;
    await htmx.ajax("GET", row.dataset.beside, { target: "#beside", swap: "innerHTML" });
    panel().dataset.shows = wanted;
  }

  async function help(row) {              // the panel where there is one, else its page
    if (!wide.matches) return row.querySelector("[data-key=KeyH]").click();
    await fetchBeside(row);
    panel().focus();
  }

  function mark(row) {
    for (const cell of row.querySelectorAll(".side")) cell.classList.toggle("at", cell.dataset.side === side);
    const choice = row.querySelector(`input[name=side][value=${side}]`);
    if (choice) choice.checked = true;
  }

  function step(way) {
    const all = rows();
    const next = now() ? all[all.indexOf(now()) + way] : all[0];
    if (next) return take(next);
    pairs().querySelector(way > 0 ? "a[rel=next]" : "a[rel=prev]")?.click();
    if (way < 0) sessionStorage.setItem("arriving", "-1");  // upwards one comes to the end of a page
  }

  function seek(wanted, { turn = true } = {}) {
    const all = rows();
    const from = all.indexOf(now()) + 1;
    const found = all.slice(from).find(wanted) ?? null;
    if (found) take(found);
    else if (turn) pairs().querySelector("a[rel=next]")?.click();
  }

  const open = (row) => ["unreviewed", "needs_review"].includes(row.dataset.status);
  const doubtful = (row) => open(row) && row.dataset.doubt === "1";

  /* ---- editing ---- */
  function edit(field, offset = field.value.length) {
    take(field.closest(".unit"), { focus: false });
    field.closest(".seg").classList.add("editing");
    side = field.closest(".side").dataset.side;
    mark(field.closest(".unit"));
    field.focus();
    field.setSelectionRange(offset, offset);
    fit(field);
  }

  function fit(field) {                   // for browsers without field-sizing
    if (CSS.supports("field-sizing", "content")) return;
    field.style.setProperty("height", "auto");
    field.style.setProperty("height", `${field.scrollHeight + 2}px`);
  }

  const changed = (row) => [...row.querySelectorAll(".seg textarea")].filter((each) => each.value !== each.defaultValue);

  function leave(row) {
    for (const each of row.querySelectorAll(".seg.editing")) each.classList.remove("editing");
    if (changed(row).length) save(row);
    else take(row);
  }

  function save(row) {
    row.querySelector("button.save")?.click();
  }

  function remember(field) {
    const before = field.value.slice(0, field.selectionStart);
    caret = {
      unit: field.closest(".unit").id,
      side: field.closest(".side").dataset.side,
      place: field.closest(".seg").dataset.place,
      offset: [...before].length,         // code points, as the server counts
    };
  }

  function split(row) {
    const button = row.querySelector("[data-key=KeyS]");
    if (caret?.unit !== row.id) {
      const more = row.querySelector(".more.all");
      more.open = true;
      const places = more.querySelector("select[name=break]");
      const mine = [...(places?.options ?? [])].find((each) => each.value.startsWith(side));
      if (mine) mine.selected = true;
      places?.focus();
      return;
    }
    const form = row.querySelector("form");
    form.elements.place.value = caret.place;
    form.elements.offset.value = caret.offset;
    form.querySelector(`input[name=side][value=${caret.side}]`).checked = true;
    button.dataset.ready = "1";
    button.click();
    delete button.dataset.ready;
  }

  /* ---- pinning: Space on one side, Space on the other; again on the same side takes the next sentence ---- */
  function pin(row) {
    const old = document.querySelector(".seg.pinned");
    const here = old?.closest(".unit") === row && old?.closest(".side").dataset.side === side;
    if (old && old.closest(".side").dataset.side !== side) return link(old, row.querySelector(`.side.${side} .seg`));
    old?.classList.remove("pinned");
    const found = here ? old.nextElementSibling : row.querySelector(`.side.${side} .seg`);
    found?.classList.add("pinned");
    const said = document.getElementById("words").dataset;
    document.getElementById("notice").textContent = found ? said.pinned : said.unpinned;
  }

  function link(one, other) {
    const [source, target] = side === "target" ? [one, other] : [other, one];
    const form = source.closest("form");
    const number = target.closest("form").elements.number.value;
    const button = form.querySelector('button[formaction$="/pin"]');
    if (!button) return;
    if (form.elements.pinned) form.elements.pinned.value = source.dataset.place;
    form.elements.other.value = `${number}.${Number(target.dataset.place) + 1}`;
    one.classList.remove("pinned");
    button.click();
  }

  /* ---- joining ---- */
  function join(row) {                    // the sentence of the caret with the next, else the first of this side
    const seams = row.querySelector("select[name=seam]");
    const named = (value) => [...(seams?.options ?? [])].find((each) => each.value.startsWith(value));
    const mine = (caret?.unit === row.id && named(`${caret.side}:${caret.place}`)) || named(side);
    if (!mine) return;
    mine.selected = true;
    row.querySelector("[data-key=KeyY]").click();
  }

  /* ---- keys ---- */
  const SIGNS = { "/": "Slash", "?": "Shift+Slash" };

  function chord(event) {
    const sign = SIGNS[event.key];        // these two stand elsewhere on a German or French keyboard
    if (sign && !event.ctrlKey && !event.metaKey) return sign;
    if (event.code === "Slash" && event.key.length === 1 && event.key < "\u0100") return "";  // and others here
    const held = [event.ctrlKey || event.metaKey ? "Ctrl+" : "", event.shiftKey ? "Shift+" : ""].join("");
    const code = { NumpadEnter: "Enter", Backspace: "Delete" }[event.code] ?? event.code;
    return held + code;
  }

  const MOVES = {
    KeyJ: () => step(1), ArrowDown: () => step(1), KeyK: () => step(-1), ArrowUp: () => step(-1),
    ArrowLeft: () => turn("source"), ArrowRight: () => turn("target"),
    KeyE: () => editSide(), F2: () => editSide(),
    KeyN: () => seek(doubtful), "Shift+KeyN": () => seek(open),
    KeyS: () => now() && split(now()), KeyY: () => now() && join(now()),
    Space: () => now() && pin(now()),
    KeyH: () => now() && help(now()),
    "Shift+KeyB": () => now() && (press("Shift+KeyB") || help(now())),
    KeyQ: () => document.querySelector(".queue a[aria-current]")?.focus(),
    Slash: () => document.querySelector("input[type=search]")?.focus(),
    "Shift+Slash": () => document.getElementById("keys").showModal(),
  };

  function turn(way) {
    side = way;
    if (now()) mark(now());
  }

  function editSide() {
    if (!now()) step(1);
    const field = now()?.querySelector(`.side.${side} textarea`);
    if (field) edit(field);
  }

  function named(keys) {                  // what is on the row in hand comes first
    const places = [now(), ...document.querySelectorAll(".top, .queue, .desk")];
    for (const place of places)
      for (const each of place?.querySelectorAll("[data-key]") ?? [])
        if (each.dataset.key.split(" ").includes(keys) && !each.disabled) return each;
    return null;
  }

  function press(keys) {
    const wanted = named(keys);
    if (!wanted) return false;
    const folded = wanted.closest("details:not([open])");
    if (folded && wanted.matches("input")) folded.open = true;
    if (wanted.matches("input:not([type=checkbox])")) wanted.focus();
    else wanted.click();
    if (wanted.matches("summary") && wanted.parentElement.open)
      wanted.parentElement.querySelector("input, textarea, select, a, button")?.focus();
    return true;
  }

  const typing = (target) => target.matches?.("input:not([type=radio], [type=checkbox]), textarea, select, dialog *");

  document.addEventListener("keydown", (event) => {
    if (event.altKey || event.isComposing || event.defaultPrevented) return;
    const field = event.target;
    if (field.matches?.(".seg textarea")) return inText(event, field);
    if (typing(field)) {
      if (event.code === "Escape" && !field.closest("dialog")) take(now() ?? rows()[0]);
      if (["break", "seam", "other"].includes(field.name) && event.code === "Enter") {
        event.preventDefault();
        field.closest(".group").querySelector("button").click();
      }
      if (field.closest(".found") && event.code === "Enter") {
        event.preventDefault();
        field.parentElement.querySelector("button:last-of-type").click();
      }
      if (field.name === "comment" && chord(event) === "Ctrl+Enter") field.parentElement.querySelector("button").click();
      return;
    }
    const keys = chord(event);
    if (asked && (MOVES[keys] || named(keys))) {  // an act is under way: what is typed meanwhile comes after it
      if (!waiting.some((each) => ["KeyE", "F2"].includes(each))) waiting.push(keys);  // letters are no acts
      return event.preventDefault();
    }
    if (field.matches?.("a, button, summary, input") && ["Enter", "Space"].includes(event.code)) return;
    if (field.matches?.("input[type=radio]") && keys.startsWith("Arrow")) return;
    if (obey(keys)) event.preventDefault();
  });

  function obey(keys) {
    if (!MOVES[keys]) return press(keys);
    MOVES[keys]();
    return true;
  }

  function inText(event, field) {
    const row = field.closest(".unit");
    const keys = chord(event);
    if (keys === "Escape") { remember(field); leave(row); }
    else if (keys === "Ctrl+Enter") { row.querySelector("[data-key~=KeyA]").click(); row.focus({ preventScroll: true }); }
    else if (keys === "Enter") { remember(field); split(row); row.focus({ preventScroll: true }); }
    else return;                          // the focus is on the row now: what follows are keys, not letters
    event.preventDefault();
  }

  /* ---- mouse and touch ---- */
  document.addEventListener("click", (event) => {
    if (event.target.closest?.(".pages a")) sessionStorage.setItem("arriving", "0");
    const row = event.target.closest?.(".unit");
    if (!row || row.classList.contains("conflict")) return;
    if (event.target.closest("button, a.button, select, summary, label")) {
      const split_ = event.target.closest("[data-key=KeyS]");
      if (split_ && !split_.dataset.ready) { event.preventDefault(); event.stopPropagation(); split(row); }
      if (wide.matches && event.target.closest("[data-key=KeyH]")) { event.preventDefault(); help(row); }
      return;
    }
    const number = event.target.closest(".no");
    if (number) { event.preventDefault(); return take(row); }
    const text = event.target.closest(".text");
    if (!text) return row.classList.contains("now") ? undefined : take(row);
    if (!getSelection().isCollapsed) return take(row, { focus: false });
    side = text.closest(".side").dataset.side;
    if (row.classList.contains("now")) edit(text.parentElement.querySelector("textarea"), pointed(event, text));
    else take(row);
  }, true);

  document.addEventListener("change", (event) => {
    if (event.target.matches?.(".unit input[name=side]") && now()) turn(event.target.value);
  });

  document.addEventListener("toggle", (event) => {
    if (event.target.matches?.(".talk") && event.target.open) event.target.querySelector("textarea").focus();
  }, true);

  function pointed(event, text) {
    const at = document.caretPositionFromPoint?.(event.clientX, event.clientY);
    if (!at || !text.contains(at.offsetNode)) return text.textContent.length;
    const range = document.createRange();
    range.setStart(text, 0);
    range.setEnd(at.offsetNode, at.offset);
    return range.toString().length;
  }

  let pointing = false;                   // a press must move nothing before it has become a click
  document.addEventListener("pointerdown", () => { pointing = true; }, true);
  document.addEventListener("click", () => { pointing = false; });
  document.addEventListener("pointercancel", () => { pointing = false; });

  document.addEventListener("focusin", (event) => {
    const row = event.target.closest?.(".unit");
    if (row && !pointing && !row.classList.contains("now")) take(row, { focus: false });
  });

  document.addEventListener("focusout", (event) => {
    if (!event.target.matches?.(".seg textarea")) return;
    remember(event.target);
    const row = event.target.closest(".unit");
    const next = event.relatedTarget;
    if (next && next.closest(".unit") !== row && changed(row).length) save(row);
  });

  document.addEventListener("input", (event) => {
    const row = event.target.matches?.(".seg textarea") && event.target.closest(".unit");
    if (!row) return;
    row.classList.toggle("is-unsaved", changed(row).length > 0);
    fit(event.target);
  });

  /* ---- answers: the focus is never lost ---- */
  document.addEventListener("htmx:configRequest", (event) => {
    if (event.detail.verb !== "post") return;
    const row = event.detail.elt.closest(".unit:not(.conflict)");
    const button = event.detail.triggeringEvent?.submitter;
    event.detail.parameters.set("have", rows().filter((each) => each.dataset.newest).map((each) => `${each.dataset.unit}.${each.dataset.newest}`).join(" "));
    asked = { unit: (row ?? now())?.id, at: rows().indexOf(row ?? now()), next: button?.dataset.then === "next" };
    if (!row) return;
    for (const each of row.querySelectorAll(".seg textarea"))
      if (each.value === each.defaultValue) event.detail.parameters.delete?.(each.name);
      else event.detail.parameters.set(`was-${each.name}`, each.defaultValue);  // should somebody else write it too
  });

  document.addEventListener("htmx:afterSettle", (event) => {
    if (!asked && pairs() && !now() && last) {       // somebody else's act came in at our place
      const again = document.getElementById(last);
      if (again) take(again, { focus: document.activeElement === document.body });
    }
    if (!asked || asked.answered || event.detail.requestConfig?.verb !== "post") return;
    asked.answered = true;                // one answer settles in several places: go on when all are done
    setTimeout(goOn);
  });

  /* Pairs that stayed as they were keep their place in the page, but may have another number. */
  function renumber() {
    const numbers = pairs().dataset.numbers?.split(" ") ?? [];
    rows().slice(0, numbers.length).forEach((row, at) => {
      const shown = root.lang === "my" ? numbers[at].replace(/\d/g, (each) => "၀၁၂၃၄၅၆၇၈၉"[each]) : numbers[at];
      row.querySelector(".no .count")?.replaceChildren(shown);
      const kept = row.querySelector("input[name=number]");
      if (kept) kept.value = numbers[at];
    });
    delete pairs().dataset.numbers;
  }

  function goOn() {
    renumber();
    const { unit, at, next } = asked;
    const wanted = document.getElementById(pairs().dataset.now ?? "") ?? document.getElementById(unit);
    delete pairs().dataset.now;
    asked = null;
    caret = null;
    take(wanted ?? rows()[Math.min(Math.max(at, 0), rows().length - 1)]);
    if (next && wanted && !wanted.classList.contains("conflict")) seek(open, { turn: false });
    while (waiting.length && !asked && now() === document.activeElement) obey(waiting.shift());
  }

  for (const name of ["htmx:sendError", "htmx:timeout", "htmx:swapError"])
    document.addEventListener(name, (event) => {
      if (event.detail.requestConfig?.verb !== "post") return;
      asked = null;
      waiting.length = 0;
    });

  document.addEventListener("DOMContentLoaded", arrive);
  if (document.readyState !== "loading") arrive();
  function arrive() {
    if (!pairs()) return;
    const turned = sessionStorage.getItem("arriving");
    sessionStorage.removeItem("arriving");
    const there = document.getElementById(location.hash.slice(1)) ?? document.getElementById(pairs().dataset.now ?? "");
    if (there?.matches(".unit")) take(there);
    else if (turned) take(rows().at(Number(turned)));
  }
})();
