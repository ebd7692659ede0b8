// Names of the controls from their places in the page: `meeting.agenda.0.title`.
//
// Rows in which nothing is written take the last numbers: the server leaves them out, so the
// numbers of all others are those of the rows it kept, and its problems point at the right row.

export function renumber(form) {
  walk(form, "");
}

export function rowsOf(list) {
  return [...list.querySelector(":scope > [data-rows]").children].filter((row) => row.matches("[data-row]"));
}

export function controlsOf(place) {
  return [...place.querySelectorAll("input[name], select[name], textarea[name]")];
}

export function isBlank(row) {
  return !controlsOf(row).some(isWritten);
}

// A level says something by itself only where the server says so («Điều», «Bảng»).
function isWritten({ type, value, dataset }) {
  return "says" in dataset ? dataset.says.split("|").includes(value || null) : type !== "checkbox" && Boolean(value.trim());
}

function walk(place, path) {
  for (const child of place.children) {
    if (child.tagName === "TEMPLATE") continue;
    if (child.dataset.field !== undefined) nameField(child, join(path, child.dataset.field));
    else if (child.dataset.list !== undefined) nameList(child, join(path, child.dataset.list));
    else if (child.dataset.record !== undefined) walk(child, namePlace(child, join(path, child.dataset.record)));
    else walk(child, path);
  }
}

function join(path, own) {
  return path && own ? `${path}.${own}` : path + own;
}

function nameList(list, path) {
  namePlace(list, path);
  const rows = rowsOf(list);
  const written = rows.filter((row) => !isBlank(row));
  const blank = rows.filter((row) => !written.includes(row));
  [...written, ...blank].forEach((row, number) => {
    walk(row, namePlace(row, join(path, String(number))));
    titleRow(row, list.dataset.rowName, written.includes(row) ? number + 1 : "(chưa ghi)");
  });
  rows.forEach((row, index) => {
    row.querySelector("[data-up]").disabled = index === 0;
    row.querySelector("[data-down]").disabled = index === rows.length - 1;
  });
}

function titleRow(row, word, number) {
  const name = `${word} ${number}`;
  if (row.getAttribute("aria-label") === name) return;
  row.setAttribute("aria-label", name);
  const own = (selector) => [...row.querySelectorAll(selector)].find((part) => part.closest("[data-row]") === row);
  own("[data-up]").setAttribute("aria-label", `Chuyển ${name} lên`);
  own("[data-down]").setAttribute("aria-label", `Chuyển ${name} xuống`);
  own("[data-remove]").setAttribute("aria-label", `Xoá ${name}`);
  const title = own("[data-row-title]");
  if (title) title.textContent = name;
  const line = row.querySelector(":scope > [data-field=''] [name]");
  if (line) line.setAttribute("aria-label", name);
}

// A record, a list or a row: its path, its anchor and what stands directly in it.
function namePlace(place, path) {
  if (place.dataset.path === path) return path;
  place.dataset.path = path;
  if (!place.querySelector(":scope > [data-field='']")) place.id = `f-${path}`;
  const hint = place.querySelector(":scope > [data-hint]");
  if (hint) hint.dataset.hint = path;
  nameNotes(place, path, place.hasAttribute("aria-describedby") ? place : null);
  return path;
}

function nameField(field, path) {
  const control = field.querySelector("input, select, textarea");
  if (control.name === path) return;
  control.name = path;
  control.id = `f-${path}`;
  const label = field.querySelector("label[for]");
  if (label) label.htmlFor = control.id;
  nameNotes(field, path, control);
}

function nameNotes(place, path, described) {
  const notes = [["hint", "giup"], ["msg", "loi"]].map(([kind, end]) => {
    const note = place.querySelector(`:scope > .${kind}[id]`);
    if (note) note.id = `f-${path}-${end}`;
    return note ? note.id : "";
  });
  if (described) described.setAttribute("aria-describedby", notes.filter(Boolean).join(" "));
}
