// Repeating groups: add, remove with undo, move; with the mouse and with the keyboard alone.
// After each the focus stands where one goes on, and «rows» is told to whoever listens.

import { announce } from "./announce.js";
import { controlsOf, renumber, rowsOf } from "./names.js";

export function startRows(form) {
  renumber(form);
  form.addEventListener("click", (event) => act(form, event.target.closest("button[type=button]")));
  form.addEventListener("keydown", (event) => onKey(form, event));
}

function act(form, button) {
  if (!button) return;
  const row = button.closest("[data-row]");
  if (button.matches("[data-add]")) add(form, button.closest("[data-list]"));
  else if (button.matches("[data-remove]")) remove(form, [row]);
  else if (button.matches("[data-up]")) move(form, row, button, -1);
  else if (button.matches("[data-down]")) move(form, row, button, 1);
}

function onKey(form, event) {
  if (event.key !== "Enter" || event.isComposing) return;
  if (event.ctrlKey) {
    const row = event.target.closest("[data-row]");
    if (row) add(form, row.closest("[data-list]"), row);
    event.preventDefault();
  } else if (event.target.matches("input")) {
    // Enter in a line is a habit, not a wish to send the whole form.
    event.preventDefault();
  }
}

export function changed(form, list) {
  renumber(form);
  list.dispatchEvent(new CustomEvent("rows", { bubbles: true }));
}

function add(form, list, after = null) {
  const blank = addRow(form, list, after);
  focusIn(blank);
  announce(`Đã thêm ${list.dataset.rowName.toLowerCase()}.`);
}

export function blankRow(list) {
  return list.querySelector(":scope > template").content.firstElementChild.cloneNode(true);
}

// A blank row at the end, or after another.
export function addRow(form, list, after = null) {
  const blank = blankRow(list);
  if (after) after.after(blank);
  else list.querySelector(":scope > [data-rows]").append(blank);
  changed(form, list);
  return blank;
}

// Rows that follow each other, with one note in their place.
export function remove(form, rows) {
  const [row, ...below] = rows;
  const list = row.closest("[data-list]");
  const name = row.getAttribute("aria-label") + (below.length ? ` và ${below.length} dòng ở dưới` : "");
  const note = removedNote(name, firstWords(row));
  below.forEach((one) => one.remove());
  row.replaceWith(note);
  changed(form, list);
  note.querySelector("button").addEventListener("click", () => {
    note.replaceWith(...rows);
    changed(form, list);
    focusIn(row);
    announce(`Đã lấy lại ${name}.`);
  });
  note.querySelector("button").focus();
  announce(`Đã xoá ${name}. Bấm Hoàn tác để lấy lại.`);
}

// Notes stay until the page is left: each brings its own row back, to where the note stands.
function removedNote(name, words) {
  const note = document.createElement("div");
  const undo = document.createElement("button");
  note.className = "removed";
  undo.type = "button";
  undo.className = "btn small";
  undo.textContent = "Hoàn tác";
  const told = document.createElement("span");
  told.textContent = words ? `Đã xoá ${name}: ${words}` : `Đã xoá ${name}`;
  note.append(told, undo);
  return note;
}

// Enough of a row to know it again: rows after it have taken its number.
function firstWords(row) {
  const filled = controlsOf(row).find((control) => control.type !== "checkbox" && !("says" in control.dataset) && control.value.trim());
  return filled ? filled.value.trim().slice(0, 80) : "";
}

function move(form, row, button, step) {
  const list = row.closest("[data-list]");
  const rows = rowsOf(list);
  const other = rows[rows.indexOf(row) + step];
  if (!other) return;
  if (step < 0) other.before(row);
  else other.after(row);
  changed(form, list);
  row.scrollIntoView({ block: "nearest" });
  // At the end of the list the button has nothing more to do: its neighbour takes the focus.
  (button.disabled ? row.querySelector(step < 0 ? "[data-down]" : "[data-up]") : button).focus();
  announce(`${row.getAttribute("aria-label")}: vị trí ${rowsOf(list).indexOf(row) + 1} trên ${rows.length}.`);
}

export function focusIn(row) {
  const control = row.querySelector("[data-text]") || row.querySelector("input, select, textarea");
  control.focus({ preventScroll: true });
  row.scrollIntoView({ block: "nearest" });
}
