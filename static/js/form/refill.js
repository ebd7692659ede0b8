// A form as it was sent, put back into the page: its texts, and as many rows as they need.

import { renumber, rowsOf } from "./names.js";
import { addRow } from "./rows.js";

export function refill(form, body) {
  const texts = new URLSearchParams(body);
  dropRows(form, [...texts.keys()]);
  for (const name of texts.keys()) while (!form.elements.namedItem(name) && grow(form, name));
  renumber(form);
  for (const control of form.querySelectorAll("[data-field] [name]")) put(control, texts);
  renumber(form);
  form.dispatchEvent(new Event("input", { bubbles: true }));
}

// Rows beyond those of the texts.
function dropRows(form, names) {
  for (const list of form.querySelectorAll("[data-list]")) {
    const prefix = `${list.dataset.path}.`;
    const numbers = names.filter((name) => name.startsWith(prefix)).map((name) => parseInt(name.slice(prefix.length), 10));
    rowsOf(list).slice(Math.max(-1, ...numbers) + 1).forEach((row) => row.remove());
  }
}

// One more row in the innermost list that this name is of; false when there is no such list.
function grow(form, name) {
  const ends = [...name.matchAll(/\.\d+(?=\.|$)/g)].map(({ index }) => name.slice(0, index));
  for (const path of ends.reverse()) {
    const list = form.querySelector(`[data-list][data-path=${JSON.stringify(path)}]`);
    if (list) return rowsOf(list).length <= Number(/\d+/.exec(name.slice(path.length))[0]) && Boolean(addRow(form, list));
  }
  return false;
}

function put(control, texts) {
  if (control.type === "checkbox") control.checked = texts.has(control.name);
  else control.value = texts.get(control.name) || "";
}
