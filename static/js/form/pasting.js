// What is pasted into a row of a text: one paragraph goes where one writes, several become rows.
// Taken back by one button, until somebody goes on writing in what was pasted.

import { announce } from "./announce.js";
import { blankRow, changed } from "./rows.js";
import { levelOf, setLevel, textOf } from "./outline.js";
import { textOf as asText } from "./tsv.js";
import { copiedRows } from "./word.js";

export function startPasting(outline) {
  outline.list.addEventListener("paste", (event) => {
    if (event.target.matches("[data-text]")) paste(outline, event);
  });
}

function paste(outline, event) {
  const area = event.target;
  const rows = copiedRows(event.clipboardData);
  const isBlank = !area.value.trim();
  const [first] = rows;
  if (!first || (rows.length === 1 && !first.table && !(isBlank && first.label))) {
    // The words alone: as every text area takes them, but bold and italic with them.
    if (!first || !/<[bi]>/.test(first.text)) return;
    event.preventDefault();
    area.setRangeText(first.text, area.selectionStart, area.selectionEnd, "end");
    area.dispatchEvent(new Event("input", { bubbles: true }));
    return;
  }
  event.preventDefault();
  lay(outline, area, rows);
}

function lay(outline, area, pasted) {
  const row = area.closest("[data-row]");
  const was = { text: area.value, level: levelOf(row), table: tableOf(row).value };
  const rows = pasted.map((one) => ({ ...one }));
  const before = area.value.slice(0, area.selectionStart);
  const after = area.value.slice(area.selectionEnd);
  const joins = !rows[0].level && !rows[0].table;
  const isAhead = !before.trim() && after.trim();
  if (!(before + after).trim()) fill(row, rows.shift());
  else if (isAhead) area.value = after;
  else area.value = joins ? before + rows.shift().text : before.trimEnd();
  const made = rows.map((one) => fill(blankRow(outline.list), one));
  if (isAhead) row.before(...made);
  else row.after(...made);
  if (after.trim() && !isAhead) goOn(outline, made, area, after);
  changed(outline.form, outline.list);
  const last = made[made.length - 1] || row;
  tell(outline, { row, was, made, last, count: pasted.length });
  textOf(last).focus({ preventScroll: true });
  last.scrollIntoView({ block: "nearest" });
}

// What stood behind the place goes on behind what was pasted.
function goOn(outline, made, area, after) {
  const last = made[made.length - 1];
  if (!last) area.value += after;
  else if (!tableOf(last).value) textOf(last).value += after;
  else {
    const rest = fill(blankRow(outline.list), { level: "", text: after.trim() });
    last.after(rest);
    made.push(rest);
  }
}

function fill(row, { level, text, table }) {
  setLevel(row, level);
  textOf(row).value = text;
  tableOf(row).value = table ? asText(table) : "";
  return row;
}

function tableOf(row) {
  return row.querySelector("[data-grid] textarea");
}

function tell(outline, { row, was, made, last, count }) {
  const words = `Đã dán ${count} đoạn; số gõ tay đã bỏ, máy đánh lại.`;
  const note = document.createElement("div");
  const told = Object.assign(document.createElement("span"), { textContent: words });
  const undo = Object.assign(document.createElement("button"), { type: "button", className: "btn small", textContent: "Hoàn tác dán" });
  outline.list.querySelectorAll("[data-pasted]").forEach((old) => old.remove());
  note.className = "removed";
  note.dataset.pasted = "";
  note.append(told, undo);
  last.after(note);
  const written = (event) => {
    const at = event.isTrusted && event.target.closest("[data-row]");
    if (at && (at === row || made.includes(at))) forget();
  };
  const forget = () => {
    note.remove();
    outline.list.removeEventListener("input", written);
  };
  outline.list.addEventListener("input", written);
  undo.addEventListener("click", () => {
    forget();
    made.forEach((one) => one.remove());
    fill(row, { level: was.level, text: was.text });
    tableOf(row).value = was.table;
    changed(outline.form, outline.list);
    textOf(row).focus();
    announce("Đã hoàn tác dán.");
  });
  announce(`${words} Bấm Hoàn tác dán để bỏ.`);
}
