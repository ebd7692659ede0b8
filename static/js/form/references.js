// «theo khoản 2 Điều 5»: the row is chosen from a list, and stands in the text by its name, [[ten]].
// The number printed is the one the row has by then.

import { levelOf, textOf } from "./outline.js";

const LONGEST = 32; // letters of a name made from a row's words

export function chooseReference({ outline, row, area }) {
  const { dialog, list, filter } = drawn();
  const fill = () => list.replaceChildren(...offers(outline, row, filter.value).map((target) => offer(target, () => {
    dialog.close();
    insert(area, `[[${nameOf(outline, target)}]]`);
  })));
  filter.addEventListener("input", () => {
    fill();
    list.dataset.none = list.childElementCount ? "" : "Không có dòng nào có số thứ tự như vậy.";
  });
  dialog.addEventListener("close", () => {
    dialog.remove();
    area.focus();
  });
  fill();
  list.dataset.none = list.childElementCount ? "" : "Chưa có dòng nào khác có số thứ tự.";
  document.body.append(dialog);
  dialog.showModal();
}

function offers(outline, row, words) {
  const wanted = plain(words);
  return outline.rows().filter((other) =>
    other !== row && outline.levels.canBeReferredTo(levelOf(other)) && labelOf(other) && plain(said(other)).includes(wanted));
}

function labelOf(row) {
  return row.querySelector("[data-printed]").textContent;
}

function said(row) {
  return `${labelOf(row)} ${textOf(row).value.replace(/<\/?[bi]>/g, "")}`.trim();
}

function offer(target, choose) {
  const item = document.createElement("li");
  const button = Object.assign(document.createElement("button"), { type: "button", textContent: said(target).slice(0, 120) });
  button.dataset.depth = target.dataset.depth;
  button.addEventListener("click", choose);
  item.append(button);
  return item;
}

function drawn() {
  const dialog = document.createElement("dialog");
  const title = Object.assign(document.createElement("h2"), { textContent: "Dẫn chiếu đến dòng nào?", id: "dan-chieu" });
  const filter = Object.assign(document.createElement("input"), { type: "text", placeholder: "Gõ số hoặc vài chữ để lọc", autocomplete: "off" });
  const list = document.createElement("ul");
  const close = Object.assign(document.createElement("button"), { type: "button", className: "btn", textContent: "Thôi" });
  dialog.className = "references";
  dialog.setAttribute("aria-labelledby", title.id);
  filter.setAttribute("aria-label", "Lọc các dòng");
  list.tabIndex = -1;
  close.addEventListener("click", () => dialog.close());
  filter.addEventListener("keydown", (event) => {
    const [first] = list.querySelectorAll("button");
    if (event.key === "Enter" && first) first.click();
    else if (event.key === "ArrowDown" && first) first.focus();
  });
  dialog.append(title, filter, list, close);
  return { dialog, list, filter };
}

// The name of a row; made of its first words when it has none, and none of the others'.
function nameOf(outline, row) {
  const field = row.querySelector("[data-field=key] input");
  if (field.value.trim()) return field.value.trim();
  const taken = new Set(outline.rows().map((other) => other.querySelector("[data-field=key] input").value));
  const words = plain(textOf(row).value.replace(/<[^>]*>|\[\[[^\]]*\]\]/g, " ")).match(/[a-z0-9]+/g) || ["dong"];
  const name = words.reduce((made, word) => (`${made}-${word}`.length > LONGEST ? made : `${made}-${word}`));
  let own = name;
  for (let number = 2; taken.has(own); number += 1) own = `${name}-${number}`;
  field.value = own;
  return own;
}

function plain(text) {
  return text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase().replace(/đ/g, "d");
}

function insert(area, text) {
  area.setRangeText(text, area.selectionStart, area.selectionEnd, "end");
  area.dispatchEvent(new Event("input", { bubbles: true }));
}
