// The set-up of an organisation: repeating groups, and the usual symbol of the chosen kind.
//
// It is saved as a whole, with its button. Until then what is typed lies in the browser's own store.

import { Copies } from "./form/copies.js";
import { startGrowing } from "./form/fields.js";
import { renumber } from "./form/names.js";
import { drop, offerCopies } from "./form/recovery.js";
import { refill } from "./form/refill.js";
import { startRows } from "./form/rows.js";
import { typed } from "./form/saving.js";

const form = document.getElementById("form");
const symbols = JSON.parse(form.dataset.symbols);
const copies = new Copies(window.location.pathname);

startRows(form);
startGrowing(form);
const given = typed(form);
const isRefused = "unsaved" in form.dataset; // sent and not accepted: nothing of it is saved
let isSent = false;

for (const kind of ["input", "change", "rows"]) form.addEventListener(kind, keep);
form.addEventListener("submit", () => {
  renumber(form);
  isSent = true;
  keep();
  // The page after this one forgets the copy, if it says that all was saved.
  sessionStorage.setItem("docgen:sent", copies.key);
});
window.addEventListener("beforeunload", (event) => {
  if (isSent || !isUnsaved()) return;
  event.preventDefault();
  event.returnValue = "";
});
form.addEventListener("change", (event) => {
  const symbol = form.elements["organisation.ky_hieu"];
  // Only what a choice before this one wrote is written over, never what somebody typed.
  const isOurs = !symbol.value || Object.values(symbols).includes(symbol.value);
  if (event.target.name === "organisation.kind" && isOurs) symbol.value = symbols[event.target.value] || "";
});

start();

function start() {
  const sent = sessionStorage.getItem("docgen:sent");
  sessionStorage.removeItem("docgen:sent");
  if (isRefused) {
    if (sent) copies.forget(sent); // this page shows it all
    keep();
  }
  offerCopies(document.querySelector("[data-recovery]"), form, {
    copies,
    now: () => typed(form),
    revision: () => given,
    apply: recover,
  });
  const summary = document.querySelector("[data-sum]");
  if (summary) summary.focus();
}

function isUnsaved() {
  renumber(form);
  return isRefused || typed(form) !== given;
}

function keep() {
  if (isUnsaved()) copies.keep({ body: typed(form), base: isRefused ? null : given, revision: given });
  else copies.forget();
}

function recover(body, copy, box) {
  refill(form, body);
  copies.forget(copy.key);
  keep();
  drop(document.querySelector("[data-recovery]"), box);
}
