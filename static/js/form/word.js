// What Word, LibreOffice or a page puts on the clipboard, as rows of a text: paragraphs, lists and
// tables, bold and italic; all other looks are dropped, no word is.

import { labelOf, levelOfMarker, settled } from "./labels.js";
import { letters, pageOf, rowsOfTable } from "./tables.js";

const BLOCKS = "p, div, li, ul, ol, dl, dt, dd, h1, h2, h3, h4, h5, h6, blockquote, pre, section, article, table, hr";
const ORDERED = { a: "Điểm", A: "Điểm", "lower-alpha": "Điểm", "lower-latin": "Điểm", I: "I-", "upper-roman": "I-" };
const NAMES = ["Phần", "Chương", "Mục"];
const BOLD_BY_ITSELF = [...NAMES, "Điều", "I-", "Đề mục 1.", "Đề mục 1.1."];

// [{ level, text, table, label }] of what was copied; `label` is what was typed or drawn as number.
export function copiedRows(clipboard) {
  const html = clipboard.getData("text/html");
  const text = clipboard.getData("text/plain");
  if (html) {
    const body = pageOf(html);
    const rows = rowsOf(new Reader().read(body));
    if (letters(rows.map(whole).join("")) === letters(body.textContent)) return rows;
  }
  const lines = text.split(/\r\n?|\n/).filter((line) => line.trim());
  return rowsOf(lines.map((line) => ({ runs: [{ text: line.replace(/\s+/g, " ").trim() }] })));
}

function whole({ label, text, table }) {
  return label + text.replace(/<\/?[bi]>/g, "") + (table ? table.flat().join("") : "");
}

class Reader {
  read(body) {
    this.found = [];
    this.begin();
    this.walk(body, {});
    this.end();
    return this.found;
  }

  begin(level = "") {
    this.now = { runs: [], marker: "", level };
  }

  end() {
    const { runs, marker } = this.now;
    if (marker || runs.some(({ text }) => text.trim())) this.found.push(this.now);
    this.begin();
  }

  walk(node, look) {
    for (const child of node.childNodes) {
      if (child.nodeType === Node.TEXT_NODE) this.now.runs.push({ ...look, text: child.data.replace(/[\s\u00a0]+/g, " ") });
      else if (child.nodeType === Node.ELEMENT_NODE) this.element(child, look);
    }
  }

  element(node, look) {
    const style = (node.getAttribute("style") || "").toLowerCase();
    if (node.nodeName === "BR") this.now.runs.push({ text: "\n" });
    else if (/mso-list:\s*ignore/.test(style)) this.now.marker = node.textContent.replace(/[\s\u00a0]+/g, " ").trim();
    else if (node.nodeName === "TABLE") this.table(node, look);
    else if (node.matches(BLOCKS)) {
      const isBegun = node.parentNode.nodeName === "LI" && node.matches("p, div") && !this.now.runs.some(({ text }) => text.trim());
      if (!isBegun) this.end();
      if (node.nodeName === "LI") this.begin(levelOfList(node.parentNode));
      this.walk(node, looked(node, style, look));
      this.end();
    } else this.walk(node, looked(node, style, look));
  }

  // A frame around one text is none.
  table(node, look) {
    this.end();
    const table = rowsOfTable(node);
    if (table.length === 1 && table[0].length === 1) this.walk(node, look);
    else if (table.length) this.found.push({ table, runs: [] });
    this.end();
  }
}

function levelOfList(list) {
  if (list.nodeName !== "OL") return "Gạch đầu dòng";
  const type = list.getAttribute("type") || (/list-style-type:\s*([a-z-]+)/.exec(list.getAttribute("style") || "") || [])[1];
  return ORDERED[type] || "Khoản";
}

function looked(node, style, look) {
  const weight = (/font-weight:\s*(\w+)/.exec(style) || [])[1];
  const slant = (/font-style:\s*(\w+)/.exec(style) || [])[1];
  const bold = weight ? weight === "bold" || Number(weight) >= 600 : look.bold || node.matches("b, strong");
  const italic = slant ? slant === "italic" : look.italic || node.matches("i, em");
  return { bold, italic };
}

function rowsOf(paragraphs) {
  const rows = [];
  for (const paragraph of paragraphs) {
    const row = rowOf(paragraph);
    const last = rows[rows.length - 1];
    // «Chương I» on a line of its own: its name is the next paragraph.
    if (last && NAMES.includes(last.level) && !last.text && !row.label && row.level === "" && !row.table) last.text = marked(paragraph.runs, last.level);
    else rows.push(row);
  }
  return settled(rows);
}

function rowOf({ runs, marker = "", level = "", table = null }) {
  if (table) return { level: "Bảng", text: "", table, label: "" };
  const own = tidied(runs);
  const text = own.map((run) => run.text).join("");
  if (marker) return { level: levelOfMarker(marker), text: marked(own, levelOfMarker(marker)), table, label: marker };
  const found = labelOf(text);
  if (!found) return { level, text: marked(own, level), table, label: "" };
  return { level: found.level, text: marked(without(own, found.length), found.level), table, label: text.slice(0, found.length) };
}

// The runs with single spaces, and none at the ends of lines.
function tidied(runs) {
  const kept = [];
  let before = "\n";
  for (const run of runs) {
    let text = run.text.replace(/ *\n */g, "\n");
    if (/[ \n]$/.test(before)) text = text.replace(/^ +/, "");
    if (!text) continue;
    before = text;
    kept.push({ ...run, text });
  }
  while (kept.length && !kept[kept.length - 1].text.trim()) kept.pop();
  if (kept.length) kept[kept.length - 1].text = kept[kept.length - 1].text.trimEnd();
  while (kept.length && !kept[0].text.trim()) kept.shift();
  return kept;
}

function without(runs, length) {
  let left = length;
  return runs.map((run) => {
    const cut = Math.min(left, run.text.length);
    left -= cut;
    return { ...run, text: run.text.slice(cut) };
  }).filter(({ text }) => text);
}

// The words with <b> and <i> around what is bold and italic; a name is bold by itself.
function marked(all, level) {
  const runs = tidied(all);
  const every = (look) => runs.every((run) => run[look] || !run.text.trim());
  const drop = BOLD_BY_ITSELF.includes(level) ? { b: every("bold"), i: every("italic") } : {};
  let text = "";
  let open = "";
  for (const run of runs) {
    const wanted = run.text.trim() ? (run.bold && !drop.b ? "b" : "") + (run.italic && !drop.i ? "i" : "") : open;
    if (wanted !== open) text += closing(open) + [...wanted].map((tag) => `<${tag}>`).join("");
    open = wanted;
    text += run.text;
  }
  return (text + closing(open)).replace(/((?:<[bi]>)+)( +)/g, "$2$1").replace(/( +)((?:<\/[bi]>)+)/g, "$2$1").replace(/ {2,}/g, " ").trim();
}

function closing(tags) {
  return [...tags].reverse().map((tag) => `</${tag}>`).join("");
}
