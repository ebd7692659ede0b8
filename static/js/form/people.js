// People by name and position: whoever is in a list of the form is offered wherever one is named.
// Two people may share a name, so an offer is «Hoàng Nam, Giám đốc Sở Nội vụ».

import { rowsOf } from "./names.js";

export function startPeople(form, datalist) {
  let offered = new Map();
  form.addEventListener("focusin", (event) => {
    if (!event.target.matches("[data-person]")) return;
    offered = people(form, event.target);
    datalist.replaceChildren(...[...offered.keys()].map((text) => new Option(text, text)));
  });
  form.addEventListener("input", (event) => {
    const chosen = event.target.matches("[data-person]") && offered.get(event.target.value);
    if (chosen) fill(event.target, chosen);
  });
}

function people(form, asking) {
  const found = new Map();
  for (const list of form.querySelectorAll("[data-list]")) {
    if (list.contains(asking)) continue;
    for (const row of rowsOf(list)) {
      const person = { name: own(row, "name"), position: own(row, "position") };
      if (person.name) found.set([person.name, person.position].filter(Boolean).join(", "), person);
    }
  }
  return found;
}

function own(row, name) {
  const control = row.querySelector(`:scope > [data-field="${name}"] [name], :scope > .row > [data-field="${name}"] [name]`);
  return control ? control.value.trim() : "";
}

function fill(input, person) {
  input.value = person.name;
  const beside = input.closest("[data-field]").parentElement.querySelector("[data-field=position] [name]");
  if (!beside) return;
  beside.value = person.position;
  beside.dispatchEvent(new Event("input", { bubbles: true }));
}
