// A table that is filled in like a spreadsheet; its text stays in the text area it replaces.
//
// Enter and the arrows go from cell to cell, Tab as everywhere; a block copied from Excel or Word
// makes the table grow. What changed its shape can be taken back once.

import { announce } from "./announce.js";
import { evened, copiedCells } from "./tables.js";
import { cellsOf, textOf } from "./tsv.js";

const BUTTONS = [
  ["addRow", "+ Dòng", "Thêm dòng vào bảng, dưới ô đang chọn"],
  ["addColumn", "+ Cột", "Thêm cột vào bảng, bên phải ô đang chọn"],
  ["dropRow", "Xoá dòng", "Xoá dòng của ô đang chọn"],
  ["dropColumn", "Xoá cột", "Xoá cột của ô đang chọn"],
  ["undo", "Hoàn tác", "Hoàn tác thay đổi vừa rồi của bảng"],
];
const opened = new WeakMap();

// Tables that wait for their row to become one (outline.js) are opened there.
export function startGrids(form) {
  const start = (place) => place.querySelectorAll("[data-grid]:not([data-waits])").forEach(openGrid);
  start(form);
  form.addEventListener("rows", (event) => start(event.target));
}

export function openGrid(field) {
  if (!opened.has(field)) opened.set(field, new Grid(field));
  return opened.get(field);
}

// The cell at a path `….table.1.2`, if its table is open.
export function cellAt(form, where) {
  const [, path, cell] = /^(.*)\.(\d+\.\d+)$/.exec(where) || [];
  const area = path && form.elements.namedItem(path);
  const field = area && area.closest && area.closest("[data-grid]");
  return field ? field.querySelector(`[data-cell="${cell}"]`) : null;
}

export function pathOfCell(cell) {
  return `${cell.closest("[data-grid]").querySelector("textarea").name}.${cell.dataset.cell}`;
}

class Grid {
  constructor(field) {
    this.area = field.querySelector("textarea");
    this.at = [0, 0];
    this.box = element("div", { className: "cells" });
    this.table = element("table");
    this.table.setAttribute("aria-label", field.dataset.label);
    this.box.append(this.table);
    this.tools = element("div", { className: "grid-tools" });
    for (const [act, words, label] of BUTTONS) this.tools.append(this.button(act, words, label));
    this.area.hidden = true;
    this.area.after(this.box, this.tools);
    this.box.addEventListener("focusin", (event) => { this.at = placeOf(event.target) || this.at; });
    this.box.addEventListener("input", () => this.typed());
    this.box.addEventListener("keydown", (event) => this.onKey(event));
    this.box.addEventListener("paste", (event) => this.onPaste(event));
    this.draw(this.area.value ? cellsOf(this.area.value) : [["", ""], ["", ""]]);
    this.keepForUndo(null);
  }

  button(act, words, label) {
    const button = element("button", { type: "button", className: "btn quiet small", textContent: words });
    button.setAttribute("aria-label", label);
    button.dataset.do = act;
    button.addEventListener("click", () => this[act]());
    return button;
  }

  draw(rows) {
    this.table.replaceChildren(...evened(rows).map((row, r) => {
      const line = element("tr");
      line.append(...row.map((text, c) => drawnCell(text, r, c)));
      return line;
    }));
  }

  cells() {
    return [...this.table.rows].map((row) => [...row.cells].map((cell) => wordsOf(cell.firstChild)));
  }

  // Empty rows at the end are there to be written in; the text does without them.
  sync() {
    const rows = this.cells();
    while (rows.length && rows[rows.length - 1].every((cell) => !cell.trim())) rows.pop();
    this.area.value = textOf(rows);
  }

  typed() {
    this.sync();
    this.keepForUndo(null);
  }

  keepForUndo(rows) {
    this.before = rows;
    this.tools.querySelector("[data-do=undo]").hidden = !rows;
  }

  // Another shape: drawn, told, and to be taken back.
  change(rows, [row, column], words) {
    this.keepForUndo(this.cells());
    this.draw(rows);
    this.sync();
    this.area.dispatchEvent(new Event("input", { bubbles: true }));
    this.go(Math.min(row, rows.length - 1), Math.min(column, rows[0].length - 1));
    announce(words);
  }

  addRow() {
    const rows = this.cells();
    const [row, column] = this.at;
    rows.splice(row + 1, 0, rows[0].map(() => ""));
    this.change(rows, [row + 1, column], "Đã thêm dòng vào bảng.");
  }

  addColumn() {
    const [row, column] = this.at;
    const rows = this.cells().map((line) => [...line.slice(0, column + 1), "", ...line.slice(column + 1)]);
    this.change(rows, [row, column + 1], "Đã thêm cột vào bảng.");
  }

  dropRow() {
    const rows = this.cells();
    if (rows.length === 1) rows.push(rows[0].map(() => ""));
    rows.splice(this.at[0], 1);
    this.change(rows, this.at, "Đã xoá dòng của bảng. Bấm Hoàn tác để lấy lại.");
  }

  dropColumn() {
    const [, column] = this.at;
    const rows = this.cells().map((line) => (line.length === 1 ? [""] : line.filter((_, c) => c !== column)));
    this.change(rows, this.at, "Đã xoá cột của bảng. Bấm Hoàn tác để lấy lại.");
  }

  undo() {
    const rows = this.before;
    this.change(rows, this.at, "Đã hoàn tác thay đổi của bảng.");
    this.keepForUndo(null);
  }

  onPaste(event) {
    const copied = copiedCells(event.clipboardData);
    const block = copied && evened(copied);
    if (!block || (block.length === 1 && block[0].length === 1)) return;
    event.preventDefault();
    const [top, left] = this.at;
    const rows = this.cells();
    block.forEach((line, r) => {
      rows[top + r] = rows[top + r] || [];
      line.forEach((text, c) => { rows[top + r][left + c] = text; });
    });
    this.change(evened(rows), this.at, `Đã dán ${block.length} dòng, ${block[0].length} cột vào bảng.`);
  }

  onKey(event) {
    const key = event.key;
    if (event.isComposing || !placeOf(event.target)) return;
    if (event.altKey || event.shiftKey) return breakLine(event);
    const [row, column] = placeOf(event.target);
    if (key === "Enter") {
      event.preventDefault();
      event.stopPropagation();
      if (event.ctrlKey) this.addRow();
      else if (row + 1 < this.table.rows.length) this.go(row + 1, column);
      else if (this.cells()[row].some((cell) => cell.trim())) this.addRow();
    } else if (!event.ctrlKey && isAtEdge(event.target, key)) {
      const steps = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };
      const [down, right] = steps[key];
      if (this.go(row + down, column + right)) event.preventDefault();
    }
  }

  go(row, column) {
    const cell = this.table.querySelector(`[data-cell="${row}.${column}"]`);
    if (!cell) return false;
    cell.focus();
    window.getSelection().selectAllChildren(cell);
    window.getSelection().collapseToEnd();
    return true;
  }
}

function drawnCell(text, row, column) {
  const cell = element(row ? "td" : "th");
  const words = element("div", { textContent: text });
  words.setAttribute("contenteditable", "plaintext-only");
  words.setAttribute("role", "textbox");
  words.setAttribute("aria-multiline", "true");
  words.setAttribute("aria-label", row ? `Dòng ${row + 1}, cột ${column + 1}` : `Tên cột ${column + 1}`);
  words.dataset.cell = `${row}.${column}`;
  cell.append(words);
  return cell;
}

function placeOf(target) {
  return target.dataset.cell ? target.dataset.cell.split(".").map(Number) : null;
}

function wordsOf(cell) {
  return cell.childElementCount ? cell.innerText.replace(/\n$/, "") : cell.textContent;
}

// Another line in the same cell, as in a spreadsheet.
function breakLine(event) {
  if (event.key !== "Enter") return;
  event.preventDefault();
  document.execCommand("insertLineBreak");
}

// Whether an arrow would leave the text of the cell.
function isAtEdge(cell, key) {
  const selection = window.getSelection();
  if (!/^Arrow/.test(key) || !selection.isCollapsed || !selection.rangeCount) return false;
  const before = document.createRange();
  before.selectNodeContents(cell);
  before.setEnd(selection.anchorNode, selection.anchorOffset);
  const at = before.toString().length;
  if (key === "ArrowLeft") return at === 0;
  if (key === "ArrowRight") return at === cell.textContent.length;
  const [line] = selection.getRangeAt(0).getClientRects();
  if (!line) return true;
  const box = cell.getBoundingClientRect();
  return key === "ArrowUp" ? line.top - box.top < line.height : box.bottom - line.bottom < line.height;
}

function element(tag, properties = {}) {
  return Object.assign(document.createElement(tag), properties);
}
