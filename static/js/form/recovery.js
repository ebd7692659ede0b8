// What was typed and not saved is offered again: each copy for itself, with what would come back.
//
// Where somebody else has changed the same since, nothing is chosen beforehand but what stands there.

import { announce } from "./announce.js";
import { changesOf, merged } from "./merge.js";

const LONG = 120; // characters of a text that is only to be recognised

// `apply(body, copy)` puts the merged form where it belongs; `now()`: the form as it is sent.
// `apply(body, copy)` puts the merged form where it belongs; `now()`: the form as it is sent.
export function offerCopies(place, form, { copies, now, revision, apply }) {
  const look = (copy) => changesOf(copy, now(), revision());
  for (const copy of copies.others()) {
    if (look(copy).length) place.append(offer(place, form, { copy, copies, look, now, apply }));
    else copies.forget(copy.key); // the server has it all
  }
  place.hidden = !place.querySelector("[data-offer]");
}

function offer(place, form, given) {
  const { copy, copies, look, now, apply } = given;
  const box = place.querySelector("template").content.firstElementChild.cloneNode(true);
  const part = (name) => box.querySelector(`[data-${name}]`);
  const drawn = look(copy);
  part("when").textContent = clock(copy.at);
  part("changes").append(...drawn.map((change) => line(form, change, idOf(copy, change))));
  part("shared").hidden = !drawn.some(({ isShared }) => isShared);
  part("recover").addEventListener("click", () => {
    const changes = look(copy);
    const chosen = (change) => box.querySelector(`[name="${CSS.escape(idOf(copy, change))}"]:checked`);
    if (changes.some((change) => change.isShared && !chosen(change))) {
      // The form was changed meanwhile: there is something new to choose.
      box.replaceWith(offer(place, form, given));
      announce("Nội dung vừa thay đổi. Hãy chọn lại rồi khôi phục.");
    } else apply(merged(now(), changes.filter((change) => !change.isShared || chosen(change).value === "mine")), copy, box);
  });
  part("forget").addEventListener("click", () => {
    copies.forget(copy.key);
    drop(place, box);
  });
  return box;
}

function idOf(copy, { kind, path, index }) {
  return [copy.key, kind, path, index].join(":");
}

export function drop(place, box) {
  box.remove();
  place.hidden = !place.querySelector("[data-offer]");
}

function line(form, change, id) {
  const item = document.createElement("li");
  if (!change.isShared) {
    item.append(bold(nameOf(form, change)), `: ${shown(change, change.mine)}`);
    return item;
  }
  const group = document.createElement("fieldset");
  const legend = document.createElement("legend");
  legend.append(bold(nameOf(form, change)), ": nơi khác cũng đã sửa. Chọn một:");
  group.append(legend, choice(id, "theirs", `giữ nội dung đang có: ${shown(change, change.theirs)}`), choice(id, "mine", `lấy phần đã gõ: ${shown(change, change.mine)}`));
  item.append(group);
  return item;
}

function choice(name, value, words) {
  const label = document.createElement("label");
  const radio = Object.assign(document.createElement("input"), { type: "radio", name, value, checked: value === "theirs" });
  radio.setAttribute("form", ""); // it says nothing of the document: it is not sent with the form
  label.append(radio, ` ${words}`);
  return label;
}

function bold(text) {
  const strong = document.createElement("b");
  strong.textContent = text;
  return strong;
}

// «Mở đầu › Địa điểm», in the words of the form.
function nameOf(form, { kind, path, index }) {
  const at = form.elements.namedItem(path) || form.querySelector(`[data-path=${JSON.stringify(path)}]`);
  if (!at) return path;
  const names = [headingOf(at), ...legendsOf(at)];
  if (kind === "field") names.push(labelOf(at));
  else {
    names.push(at.getAttribute("aria-label"));
    if (kind === "row") names.push(`${at.dataset.rowName} ${index + 1}`);
    if (kind === "added") names.push(`thêm ${at.dataset.rowName.toLowerCase()}`);
  }
  return names.filter((name, number) => name && name !== names[number - 1]).join(" › ");
}

function headingOf(at) {
  const section = at.closest("[data-section]");
  return section ? section.querySelector("h2").textContent : "";
}

function legendsOf(at) {
  const record = at.closest("[data-record]");
  return record ? [record.querySelector("legend").firstChild.textContent.trim()] : [];
}

function labelOf(control) {
  const label = control.labels && control.labels[0];
  if (!label) return "";
  return label.textContent.replace("*", "").trim();
}

function shown({ kind, mine, theirs }, value) {
  const other = value === mine ? theirs : mine;
  if (kind === "field") return quoted(value);
  if (kind !== "list") return quoted(rowText(value)) + ticked(value, other);
  if (!value.length) return "không còn dòng nào";
  return `${value.length} dòng: ${quoted(value.map(rowText).join("; "))}`;
}

// A tick alone may be what was changed.
function ticked(row, other) {
  if (!row || !other) return "";
  const ticks = (one) => [...one].filter(([, value]) => value === "on").map(([name]) => name);
  if (ticks(other).some((name) => !row.has(name))) return ", bỏ đánh dấu";
  return ticks(row).some((name) => !other.has(name)) ? ", có đánh dấu" : "";
}

function rowText(row) {
  return [...row.values()].filter((value) => value && value !== "on").join(", ");
}

function quoted(text) {
  if (!text) return "để trống";
  if (text === "on") return "có đánh dấu";
  const line = text.replace(/\s+/g, " ").trim();
  return `«${line.length > LONG ? `${line.slice(0, LONG)}…` : line}»`;
}

function clock(moment) {
  return new Date(moment).toLocaleString("vi-VN", { hour: "2-digit", minute: "2-digit", day: "numeric", month: "numeric", year: "numeric" });
}
