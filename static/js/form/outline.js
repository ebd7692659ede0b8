// A text in rows, edited as an outline: a row is raised, lowered and moved with what stands under
// it. Numbers come from the server with every answer, so that there is one law for them.

import { announce } from "./announce.js";
import { openGrid } from "./grid.js";
import { Levels } from "./levels.js";
import { closeMenu, startMenus } from "./menus.js";
import { rowsOf } from "./names.js";
import { startPasting } from "./pasting.js";
import { chooseReference } from "./references.js";
import { addRow, changed, focusIn, remove } from "./rows.js";

export function startOutlines(form) {
  const outlines = [];
  const start = (place) => place.querySelectorAll("[data-outline]:not([data-started])").forEach((list) => outlines.push(new Outline(form, list)));
  start(form);
  form.addEventListener("rows", (event) => start(event.target));
  startMenus(form);
  return outlines;
}

// The numbers, by the paths of the rows.
export function showLabels(form, labels) {
  for (const place of form.querySelectorAll("[data-printed]")) {
    const words = labels[place.closest("[data-row]").dataset.path] || "";
    if (place.textContent !== words) place.textContent = words;
  }
}

const KEYS = {
  "Alt+ArrowRight": "lower", "Alt+ArrowLeft": "raise", "Alt+ArrowUp": "up", "Alt+ArrowDown": "down",
  "Alt+Shift+ArrowUp": "upAlone", "Alt+Shift+ArrowDown": "downAlone", "Control+Enter": "add", "Control+Shift+Enter": "addBelow",
};

export class Outline {
  constructor(form, list) {
    Object.assign(this, { form, list });
    this.levels = new Levels(JSON.parse(list.dataset.outline));
    list.dataset.started = "";
    list.addEventListener("keydown", (event) => this.onKey(event));
    list.addEventListener("click", (event) => this.onClick(event));
    list.addEventListener("change", (event) => event.target.matches("[data-level]") && this.chosen(event.target));
    list.addEventListener("rows", () => this.draw());
    startPasting(this);
    this.draw();
  }

  rows() {
    return rowsOf(this.list);
  }

  // Each row set in by what it stands under; tables where tables are.
  draw() {
    const rows = this.rows();
    const depths = this.levels.depths(rows.map(levelOf));
    rows.forEach((row, index) => {
      const level = levelOf(row) || this.levels.law.plain;
      const grid = row.querySelector("[data-grid]");
      const isTable = level === this.levels.law.table || Boolean(grid.querySelector("textarea").value);
      row.dataset.depth = Math.min(depths[index], 6);
      row.dataset.was = levelOf(row);
      row.classList.toggle("with-table", isTable);
      row.classList.toggle("without-text", isTable && !textOf(row).value);
      if (isTable) openGrid(grid);
    });
  }

  // A row and all that stands under it.
  block(row) {
    const rows = this.rows();
    const at = rows.indexOf(row);
    return rows.slice(at, at + this.levels.lengthOf(rows.map(levelOf), at));
  }

  onKey(event) {
    if (event.isComposing || event.target.matches("[data-cell]")) return;
    const row = event.target.closest("[data-row]");
    const keys = [event.ctrlKey && "Control", event.altKey && "Alt", event.shiftKey && "Shift", event.key].filter(Boolean).join("+");
    const act = KEYS[keys];
    // Alt+↓ opens a list of choices, there as everywhere.
    if (!row || !act || (event.target.matches("select") && /Arrow(Up|Down)/.test(keys))) return;
    event.preventDefault();
    event.stopPropagation();
    this[act](row);
  }

  onClick(event) {
    const button = event.target.closest("button[type=button]");
    const row = event.target.closest("[data-row]");
    if (!button) return;
    const act = row ? button.dataset.act || ("up" in button.dataset && "up") || ("down" in button.dataset && "down") : "add" in button.dataset && "addLast";
    if (!act) return;
    event.stopPropagation();
    if (row && /^(add|refer)/.test(act)) closeMenu(row);
    this[act](row);
  }

  raise(row) {
    this.shift(row, -1);
  }

  lower(row) {
    this.shift(row, 1);
  }

  shift(row, step) {
    const rows = this.rows();
    const level = this.levels.next(rows.map(levelOf), rows.indexOf(row), step);
    if (!level) return announce(step < 0 ? "Dòng này đã ở cấp cao nhất." : "Dòng này đã ở cấp thấp nhất.");
    const active = document.activeElement;
    const block = this.block(row);
    setLevel(row, level === this.levels.law.plain ? "" : level);
    this.follow(block, step);
    this.tell(row, `Cấp: ${level}.`);
    return focusAgain(row, active);
  }

  // Chosen in the list: what stands under the row goes the same way.
  chosen(select) {
    const row = select.closest("[data-row]");
    const now = levelOf(row);
    setLevel(row, row.dataset.was || "");
    const block = this.block(row);
    setLevel(row, now);
    this.follow(block, this.levels.distance(row.dataset.was, now));
    this.tell(row, `Cấp: ${now || this.levels.law.plain}.`);
  }

  follow([, ...below], step) {
    for (const row of below) setLevel(row, this.levels.moved(levelOf(row), step));
  }

  up(row) {
    this.move(this.block(row), -1);
  }

  down(row) {
    this.move(this.block(row), 1);
  }

  upAlone(row) {
    this.move([row], -1, true);
  }

  downAlone(row) {
    this.move([row], 1, true);
  }

  move(block, step, alone = false) {
    const rows = this.rows();
    const at = rows.indexOf(block[0]);
    const to = alone ? at + step : this.levels.landing(rows.map(levelOf), at, step);
    if (to < 0 || to >= rows.length) return;
    const active = document.activeElement;
    if (step < 0) rows[to].before(...block);
    else rows[to].after(...block);
    const now = this.rows();
    this.tell(block[0], `Vị trí ${now.indexOf(block[0]) + 1} trên ${now.length}.`);
    focusAgain(block[0], active);
  }

  add(row) {
    this.addAfter(this.block(row).pop(), levelOf(row));
  }

  // What stands first under the row.
  addBelow(row) {
    const rows = this.rows();
    this.addAfter(row, this.levels.next(rows.map(levelOf), rows.indexOf(row), 1) || levelOf(row));
  }

  addLast() {
    const last = this.rows().pop();
    this.addAfter(last || null, last ? levelOf(last) : "");
  }

  addAfter(row, level) {
    const blank = addRow(this.form, this.list, row);
    setLevel(blank, level === this.levels.law.plain || level === this.levels.law.table ? "" : level);
    this.draw();
    focusIn(textOf(blank).parentElement);
    announce("Đã thêm dòng.");
  }

  removeAll(row) {
    remove(this.form, this.block(row));
  }

  refer(row) {
    chooseReference({ outline: this, row, area: textOf(row) });
  }

  tell(row, words) {
    changed(this.form, this.list);
    announce(`${row.getAttribute("aria-label")}: ${words}`);
  }
}

export function levelOf(row) {
  return row.querySelector("[data-level]").value;
}

export function setLevel(row, level) {
  const select = row.querySelector("[data-level]");
  select.value = level;
  if (select.value !== level) select.value = "";
}

export function textOf(row) {
  return row.querySelector("[data-text]");
}

function focusAgain(row, active) {
  const isThere = row.contains(active) && active.matches("textarea, select, [data-cell], button:not([disabled])");
  const at = isThere ? active : textOf(row);
  at.focus({ preventScroll: true });
  row.scrollIntoView({ block: "nearest" });
}
