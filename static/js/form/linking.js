// Between the form and the pages: which words of the document came from which field.
//
// The server says what each field put out, in the order of the document; here each text is found
// again in the drawing, which gives ranges to mark and to click.

import { cellAt, pathOfCell } from "./grid.js";
import { BLANKS, rangeOf, textOf } from "./ranges.js";

const SURE = 10; // characters from which a text is looked for on its own; shorter ones in between

export class Linking {
  constructor(form, scroller) {
    Object.assign(this, { form, scroller, places: [], name: "" });
    form.addEventListener("focusin", (event) => this.onFocus(event.target));
    scroller.addEventListener("click", (event) => this.onClick(event));
  }

  // `puts`: [[name, text], …]; `layer`: the drawing.
  connect(layer, puts) {
    const { text, nodes } = textOf(layer);
    this.places = locate(text, puts).map(({ name, from, to }) => ({ name, range: rangeOf(nodes, from, to) }));
    this.mark(document.activeElement === this.control());
  }

  onFocus(control) {
    const name = nameOf(control);
    if (!name || !control.closest("[data-field]")) return;
    this.name = name;
    this.mark(true);
  }

  control() {
    return this.form.elements.namedItem(this.name) || cellAt(this.form, this.name);
  }

  // The ranges of the field in hand; of its row or record, when it is filled and not itself printed.
  mine() {
    const control = this.control();
    if (!control || !("value" in control ? control.value : control.textContent)) return [];
    for (let path = this.name; path; path = path.replace(/\.?[^.]*$/, "")) {
      const found = this.places.filter(({ name }) => name === path || name.startsWith(`${path}.`));
      if (found.length) return found.map(({ range }) => range);
      if (/\.\d+$/.test(path)) return [];
    }
    return [];
  }

  mark(scroll) {
    if (!window.CSS || !CSS.highlights) return;
    const active = document.activeElement;
    if (active && nameOf(active) && active.closest("[data-field]")) this.name = nameOf(active);
    const ranges = this.mine();
    CSS.highlights.set("field", new Highlight(...ranges));
    if (scroll && ranges.length) this.reveal(boxAt(ranges, this.control()));
  }

  reveal(box) {
    const view = this.scroller.getBoundingClientRect();
    if (box.top >= view.top + 20 && box.bottom <= view.bottom - 20) return;
    const still = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
    const top = this.scroller.scrollTop + box.top - view.top - view.height / 3;
    this.scroller.scrollTo({ top, behavior: still ? "auto" : "smooth" });
  }

  onClick(event) {
    const selection = window.getSelection();
    if (selection && !selection.isCollapsed) return; // somebody is copying words
    const caret = document.caretRangeFromPoint(event.clientX, event.clientY);
    const hit = caret && this.places.find(({ range }) => range.comparePoint(caret.startContainer, caret.startOffset) === 0);
    if (hit) this.form.dispatchEvent(new CustomEvent("go-to", { detail: hit.name }));
  }
}

function nameOf(control) {
  return control.matches("[data-cell]") ? pathOfCell(control) : control.name;
}

// The line of the page in which one writes: by the paragraph of the caret, and how far it is in it.
function boxAt(ranges, control) {
  const caret = control.selectionStart;
  const before = typeof caret === "number" ? control.value.slice(0, caret).split("\n") : [""];
  const paragraph = before.slice(0, -1).filter((line) => line.trim()).length;
  const range = ranges[Math.min(paragraph, ranges.length - 1)];
  const share = Math.min(1, before.pop().length / (range.toString().length || 1));
  const boxes = [...range.getClientRects()];
  return boxes[Math.min(boxes.length - 1, Math.floor(share * boxes.length))] || range.getBoundingClientRect();
}

// Long texts first, one after the other; then each short one between its neighbours.
function locate(text, puts) {
  const pieces = puts.flatMap(([name, put]) =>
    put.split("\n").filter((line) => line.trim()).map((line) => ({ name, line: line.replace(BLANKS, " "), from: -1 })));
  let start = 0;
  for (const piece of pieces) {
    if (piece.line.length >= SURE) start = place(piece, text, start, text.length);
  }
  start = 0;
  pieces.forEach((piece, index) => {
    if (piece.from >= 0) start = piece.to;
    else {
      const next = pieces.slice(index + 1).find(({ from }) => from >= 0);
      start = place(piece, text, start, next ? next.from : text.length);
    }
  });
  return pieces.filter(({ from }) => from >= 0);
}

function place(piece, text, start, end) {
  const found = text.indexOf(piece.line, start);
  if (found < 0 || found + piece.line.length > end) return start;
  piece.from = found;
  piece.to = found + piece.line.length;
  return piece.to;
}
