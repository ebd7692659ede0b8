// The set-up of an organisation: repeating groups, and the usual symbol of the chosen kind.

import { startGrowing } from "./form/fields.js";
import { startRows } from "./form/rows.js";
import { renumber } from "./form/names.js";

const form = document.getElementById("form");
const symbols = JSON.parse(form.dataset.symbols);

startRows(form);
startGrowing(form);
form.addEventListener("submit", () => renumber(form));
form.addEventListener("change", (event) => {
  const symbol = form.elements["organisation.ky_hieu"];
  // Only what a choice before this one wrote is written over, never what somebody typed.
  const isOurs = !symbol.value || Object.values(symbols).includes(symbol.value);
  if (event.target.name === "organisation.kind" && isOurs) symbol.value = symbols[event.target.value] || "";
});

const summary = document.querySelector("[data-sum]");
if (summary) summary.focus();
