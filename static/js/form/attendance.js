// Members present and absent: the two figures follow the ticks until somebody types others.

import { isBlank, rowsOf } from "./names.js";

const kept = new WeakMap(); // the reason of a row that was ticked, should the tick be taken back

export function startAttendance(form) {
  for (const rows of form.querySelectorAll("[data-attendance]")) watch(form, rows.closest("[data-list]"));
}

function watch(form, list) {
  const figures = figuresOf(form, list);
  for (const { input, count } of figures) {
    const follow = () => { input.dataset.follows = String(!input.value || input.value === count()); };
    follow();
    input.addEventListener("input", follow);
  }
  const recount = () => figures.forEach(({ input, count }) => {
    if (input.dataset.follows === "true") input.value = count();
  });
  list.addEventListener("change", (event) => {
    if (event.target.type === "checkbox") keepReason(event.target.closest("[data-row]"), event.target.checked);
    recount();
  });
  list.addEventListener("input", recount);
  list.addEventListener("rows", recount);
}

// The figures beside the list: those of the same record, by the catalogue's names.
function figuresOf(form, list) {
  const prefix = list.dataset.path.replace(/[^.]*$/, "");
  const rows = () => rowsOf(list).filter((row) => !isBlank(row));
  const there = () => rows().filter((row) => row.querySelector("input[type=checkbox]").checked);
  const text = (number) => (rows().length ? String(number) : "");
  return [
    { input: form.elements[`${prefix}members_total`], count: () => text(rows().length) },
    { input: form.elements[`${prefix}present_count`], count: () => text(there().length) },
  ].filter(({ input }) => input);
}

// Who is present gives no reason: a reason left behind would be lost on paper.
function keepReason(row, isThere) {
  const reason = row.querySelector("[data-field=reason] input, [data-field=reason] textarea");
  if (!reason) return;
  if (isThere) kept.set(row, reason.value);
  reason.value = isThere ? "" : kept.get(row) || reason.value;
  if (!isThere) reason.focus();
}
