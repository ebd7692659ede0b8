// Choosing a file: it may be dropped, and one that is too large is told before it is sent.

const form = document.querySelector("[data-choosing]");
const part = (name) => document.querySelector(`[data-${name}]`);
const drop = part("drop");
const input = form.elements.tep;

drop.classList.add("scripted");
part("can-drop").hidden = false;
input.addEventListener("change", isFine);
form.addEventListener("submit", (event) => {
  if (!isFine()) event.preventDefault();
  else part("busy").textContent = "Đang kiểm tra…";
});
window.addEventListener("pageshow", () => (part("busy").textContent = ""));

for (const kind of ["dragover", "drop"]) window.addEventListener(kind, (event) => event.preventDefault());
for (const kind of ["dragenter", "dragover"]) drop.addEventListener(kind, () => drop.classList.add("over"));
for (const kind of ["dragleave", "drop"]) drop.addEventListener(kind, () => drop.classList.remove("over"));
drop.addEventListener("drop", (event) => {
  if (!event.dataTransfer.files.length) return;
  input.files = event.dataTransfer.files;
  if (isFine()) form.requestSubmit();
});

const summary = part("sum");
if (summary) summary.focus();

function isFine() {
  const file = input.files[0];
  const limit = Number(form.dataset.limit);
  const complaint = part("complaint");
  part("chosen").textContent = file ? file.name : "";
  part("can-drop").hidden = Boolean(file);
  const isLarge = Boolean(file) && file.size > limit;
  complaint.hidden = !isLarge;
  complaint.textContent = isLarge ? `Tệp này dài ${megabytes(file.size)} MB, quá giới hạn ${Math.floor(limit / 2 ** 20)} MB.` : "";
  return !isLarge;
}

function megabytes(size) {
  return (size / 2 ** 20).toFixed(1).replace(".", ",");
}
