// People by name and position: whoever is in a list of the form is offered wherever one is named.
// Two people may share a name, so an offer is «Hoàng Nam, Giám đốc Sở Nội vụ».

import { rowsOf } from "./names.js";

// input → the person it names together with the position beside it
const named = new WeakMap();

export function startPeople(form, datalist) {
  let offered = new Map();
  form.addEventListener("focusin", (event) => {
    if (!event.target.matches("[data-person]")) return;
    offered = people(form, event.target);
    datalist.replaceChildren(...[...offered.keys()].map((text) => new Option(text, text)));
    const here = { name: event.target.value.trim(), position: valueOf(beside(event.target)) };
    if (offered.has(written(here))) named.set(event.target, here);
  });
  form.addEventListener("input", (event) => {
    if (!event.target.matches("[data-person]")) return;
    const chosen = offered.get(event.target.value);
    if (chosen) fill(event.target, chosen);
    else follow(event.target);
  });
}

function people(form, asking) {
  const found = new Map();
  for (const list of form.querySelectorAll("[data-list]")) {
    if (list.contains(asking)) continue;
    for (const row of rowsOf(list)) {
      const person = { name: own(row, "name"), position: own(row, "position") };
      if (person.name) found.set(written(person), person);
    }
  }
  return found;
}

function written({ name, position }) {
  return [name, position].filter(Boolean).join(", ");
}

function own(row, name) {
  return valueOf(row.querySelector(`:scope > [data-field="${name}"] [name], :scope > .row > [data-field="${name}"] [name]`));
}

function valueOf(control) {
  return control ? control.value.trim() : "";
}

function beside(input) {
  return input.closest("[data-field]").parentElement.querySelector("[data-field=position] [name]");
}

function fill(input, person) {
  input.value = person.name;
  named.set(input, person);
  put(beside(input), person.position);
}

// A position belongs to its person: it goes with the name, and comes back with it. One that somebody
// typed over stays.
function follow(input) {
  const person = named.get(input);
  const place = beside(input);
  if (!person || !place || !person.position) return;
  const isNamed = input.value.trim() === person.name;
  if (!isNamed && valueOf(place) === person.position) put(place, "");
  else if (isNamed && !valueOf(place)) put(place, person.position);
}

function put(control, text) {
  if (!control || control.value === text) return;
  control.value = text;
  control.dispatchEvent(new Event("input", { bubbles: true }));
}
