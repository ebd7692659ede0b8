// The page of a document: what is typed is saved, and the answer draws the pages, the counts and
// the problems anew.

import { announce } from "./form/announce.js";
import { startAttendance } from "./form/attendance.js";
import { showHints, startGrowing, startSteps } from "./form/fields.js";
import { showFindings } from "./form/findings.js";
import { cellAt, startGrids } from "./form/grid.js";
import { Linking } from "./form/linking.js";
import { showLabels, startOutlines } from "./form/outline.js";
import { startPeople } from "./form/people.js";
import { Preview, dressPaper } from "./form/preview.js";
import { Problems, focusOn, readFrom } from "./form/problems.js";
import { offerCopies } from "./form/recovery.js";
import { startRows } from "./form/rows.js";
import { Saving, post, typed } from "./form/saving.js";

const form = document.getElementById("form");
const part = (name) => document.querySelector(`[data-${name}]`);
const preview = new Preview(part("pages"), part("sheet"));
const linking = new Linking(form, part("pages"));
const problems = new Problems(form);

startRows(form);
startAttendance(form);
startPeople(form, document.getElementById("people"));
startGrids(form);
startOutlines(form);
startGrowing(form); // once every row has its width
startSteps(form);

const saving = new Saving(form, { tell: tellState, answered: show });
if ("unsaved" in form.dataset) saving.saved = "";
form.addEventListener("input", () => saving.changed());
form.addEventListener("change", () => saving.changed());
form.addEventListener("rows", () => saving.changed());
form.addEventListener("submit", finish);
form.addEventListener("go-to", (event) => goTo(event.detail));
form.addEventListener("show-form", () => showView("form"));
document.querySelectorAll("[data-view]").forEach((button) => button.addEventListener("click", () => showView(button.dataset.view)));
part("reload").addEventListener("click", () => window.location.reload());
document.querySelectorAll("[data-fills]").forEach((own) => own.addEventListener("submit", fillFrom));
start();

function start() {
  // A page that answers a file is the document's page: to load it again sends no file again.
  window.history.replaceState(null, "", form.dataset.address);
  const summary = part("sum");
  if (summary) readFrom(summary);
  offerRecovery();
  saving.send(true).catch((error) => tellState("failed", error.message));
}

async function show(answer) {
  const title = `${form.dataset.typeName} · ${answer.title || "chưa có tên"}`;
  part("title").textContent = title;
  document.title = `${title} · Soạn thảo văn bản Đảng`;
  problems.show(answer.problems);
  showHints(form, answer.hints);
  showLabels(form, answer.labels);
  showFindings(answer.form);
  part("waiting").hidden = !answer.broken;
  part("waiting").textContent = answer.broken;
  if (!answer.docx) return;
  try {
    const layer = await preview.show(answer.docx);
    if (!layer) return;
    dressPaper(layer);
    linking.connect(layer, answer.puts);
  } catch (error) {
    part("waiting").hidden = false;
    part("waiting").textContent = `Không hiện được trang văn bản (${error.message}). Bản Word vẫn tải được.`;
  }
}

function tellState(state, words) {
  const place = part("saved");
  place.className = `saved${state === "saved" ? " done" : state === "failed" || state === "stopped" ? " failed" : ""}`;
  place.textContent = state === "failed" || state === "stopped" ? "Chưa lưu" : words;
  const trouble = part("trouble");
  if (state === "saving") return;
  trouble.hidden = state !== "failed" && state !== "stopped";
  part("reload").hidden = state !== "stopped";
  if (!trouble.hidden) {
    const kept = state === "stopped" ? " Những gì vừa gõ được giữ trên máy này và sẽ được đưa ra lại sau khi tải lại trang." : "";
    const told = part("trouble-words");
    if (told.textContent !== words + kept) told.textContent = words + kept;
  }
}

// «Tải bản Word»: everything saved first, then the file, or everything that is still wrong.
async function finish(event) {
  event.preventDefault();
  try {
    await saving.flush();
    const made = await post(form.action, form);
    part("versions").innerHTML = made.versions; // drawn by the server, escaped there
    announce(`Đã tạo ${made.filename}.`);
    window.location.assign(made.url);
  } catch (error) {
    showView("form");
    if (error.problems && error.problems.length) problems.check(error.problems);
    else if (!saving.isUnsaved()) tellState("failed", error.message);
  }
}

// A file fills what is saved: so everything typed is saved first.
async function fillFrom(event) {
  event.preventDefault();
  try {
    await saving.flush();
    event.target.elements.revision.value = form.elements.revision.value;
    event.target.submit();
  } catch (error) {
    tellState("failed", error.message);
  }
}

function offerRecovery() {
  offerCopies(part("recovery"), form, {
    copies: saving.copies,
    now: () => typed(form),
    revision: () => form.elements.revision.value,
    apply: recover,
  });
}

async function recover(body, copy) {
  try {
    await saving.recover(body, copy);
    window.location.reload();
  } catch (error) {
    tellState("failed", error.message);
  }
}

function goTo(name) {
  const at = problems.find(name);
  if (!at) return;
  showView("form");
  focusOn(cellAt(form, name) || at);
}

// On a narrow screen the form and the pages take turns.
function showView(name) {
  document.body.dataset.shows = name;
  document.querySelectorAll("[data-view]").forEach((button) => button.setAttribute("aria-pressed", String(button.dataset.view === name)));
  if (name === "pages") preview.fit();
}
