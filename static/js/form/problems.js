// What is wrong: beside each field, in the summary, under the pages and at the steps.
//
// While somebody writes, a field that is still empty is no reproach; it is told beside the field
// only once the document was asked for («checked»). Nothing is told about the field in hand.

import { cellAt } from "./grid.js";
import { openMenu } from "./menus.js";

const MISSING = "INPUT.MISSING";

export class Problems {
  constructor(form) {
    this.form = form;
    this.told = [];
    this.checked = "checked" in form.dataset;
    this.byStep = new Map([...form.querySelectorAll("[data-step]")].map((link) => [link.dataset.step, link]));
    form.addEventListener("click", (event) => this.goTo(event));
    form.addEventListener("focusout", () => setTimeout(() => this.beside(), 0));
  }

  show(problems) {
    this.told = problems.map((problem) => ({ ...problem, place: problem.place || "", at: this.find(problem.where) }));
    this.beside();
    this.atSteps();
    this.below();
    if (this.checked) this.summary();
  }

  // After «Tải bản Word» was refused: everything is told, and the summary takes the focus.
  check(problems) {
    this.checked = true;
    this.show(problems);
    const summary = this.form.querySelector("[data-sum]");
    if (summary) readFrom(summary);
  }

  // The control of that name, or the place around it that is nearest.
  find(where) {
    for (let path = where; path; path = path.replace(/\.?[^.]*$/, "")) {
      const found = this.form.elements.namedItem(path) || this.form.querySelector(`[data-path=${JSON.stringify(path)}]`);
      if (found) return found;
    }
    return null;
  }

  beside() {
    const wanted = new Map();
    const cells = new Set();
    for (const { at, where, code, message } of this.told) {
      if (!at || (code === MISSING && !this.checked)) continue;
      if (isInHand(at) && at.getAttribute("aria-invalid") !== "true") continue;
      const cell = cellAt(this.form, where);
      if (cell) cells.add(cell);
      wanted.set(at, [...(wanted.get(at) || []), cell ? `${cell.getAttribute("aria-label")}: ${message}` : message]);
    }
    for (const cell of this.form.querySelectorAll("[data-cell]")) {
      if (cells.has(cell)) cell.setAttribute("aria-invalid", "true");
      else cell.removeAttribute("aria-invalid");
    }
    for (const note of this.form.querySelectorAll(".msg:not([hidden])")) {
      if (!wanted.has(controlOf(note))) tell(controlOf(note), "");
    }
    wanted.forEach((messages, at) => tell(at, messages.join(" ")));
  }

  atSteps() {
    let done = 0;
    for (const section of this.form.querySelectorAll("[data-section]")) {
      const own = this.told.filter(({ at }) => at && section.contains(at));
      const isWrong = own.some(({ code }) => code !== MISSING || this.checked);
      const link = this.byStep.get(section.id);
      if (!link) continue;
      if (!own.length) done += 1;
      const dot = link.querySelector(".dot");
      dot.className = `dot${isWrong ? " bad" : own.length ? "" : " ok"}`;
      dot.textContent = isWrong ? "!" : own.length ? dot.dataset.number : "✓";
      link.querySelector("[data-state]").textContent = isWrong ? ", còn chỗ cần sửa" : own.length ? "" : ", đã đủ";
    }
    this.progress(done);
  }

  progress(done) {
    const place = this.form.querySelector("[data-progress]");
    const words = `Đã đủ ${done}/${this.byStep.size} phần`;
    if (place.textContent !== words) place.textContent = words;
    place.style.setProperty("--done", `${(100 * done) / this.byStep.size}%`);
    place.hidden = this.byStep.size < 2;
  }

  below() {
    const count = this.form.querySelector("[data-count]");
    const words = this.told.length ? `Còn ${this.told.length} chỗ cần sửa` : "Không còn chỗ nào cần sửa";
    if (count.textContent !== words) count.textContent = words;
    const isWrong = this.told.some(({ code }) => code !== MISSING || this.checked);
    count.className = isWrong ? "bad" : this.told.length ? "" : "ok";
    this.form.querySelector("[data-problems]").replaceChildren(...this.items());
  }

  summary() {
    const place = this.form.querySelector("[data-summary]");
    if (!this.told.length) return place.replaceChildren();
    let box = place.querySelector("[data-sum]");
    if (!box) {
      box = document.createElement("div");
      box.className = "sum";
      box.tabIndex = -1;
      box.dataset.sum = "";
      box.append(document.createElement("h2"), document.createElement("ul"));
      place.replaceChildren(box);
    }
    box.removeAttribute("role"); // an alert would be read aloud again at every key
    box.querySelector("h2").textContent = `Còn ${this.told.length} chỗ cần sửa`;
    return box.querySelector("ul").replaceChildren(...this.items());
  }

  items() {
    return this.told.map(({ at, where, place, message }) => {
      const item = document.createElement("li");
      const words = place ? `${place}: ${message}` : message;
      if (!at) item.textContent = words;
      else {
        const link = document.createElement("a");
        link.href = `#f-${where}`;
        link.dataset.goto = where;
        link.textContent = words;
        item.append(link);
      }
      return item;
    });
  }

  goTo(event) {
    const link = event.target.closest("[data-goto]");
    const at = link && this.find(link.dataset.goto);
    if (!at) return;
    event.preventDefault();
    this.form.dispatchEvent(new CustomEvent("show-form"));
    focusOn(cellAt(this.form, link.dataset.goto) || at);
  }
}

export function focusOn(at) {
  const folded = at.closest("details");
  if (folded) folded.open = true;
  if (at.closest("[data-menu-list]")) openMenu(at.closest("[data-row]"));
  const control = controlIn(at);
  control.focus({ preventScroll: true });
  control.scrollIntoView({ block: "center" });
}

function controlIn(at) {
  if (at.hidden) return at.closest("[data-field]").querySelector("[data-cell]");
  if (at.matches("input, select, textarea, [data-cell]")) return at;
  return at.querySelector("input, select, textarea:not([hidden]), button") || at;
}

// A table is in hand while one writes in a cell of it.
function isInHand(at) {
  return at === document.activeElement || (at.hidden && at.closest("[data-field]").contains(document.activeElement));
}

export function readFrom(summary) {
  summary.focus({ preventScroll: true });
  summary.scrollIntoView({ block: "start" });
}

function controlOf(note) {
  const field = note.closest("[data-field]");
  return field ? field.querySelector("[name]") : note.parentElement;
}

function tell(at, message) {
  const field = at.closest("[data-field]");
  const note = (field || at).querySelector(":scope > .msg");
  if (!note) return;
  if (note.textContent !== message) note.textContent = message;
  note.hidden = !message;
  if (field && message) at.setAttribute("aria-invalid", "true");
  else at.removeAttribute("aria-invalid");
}
