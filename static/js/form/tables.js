// Tables on the clipboard: of a page (Word, Excel, LibreOffice) or as plain text.

import { cellsOf } from "./tsv.js";

const BLOCKS = "p, div, li, h1, h2, h3, h4, h5, h6, tr, table";

// A page from the clipboard; nothing of it runs, loads or is shown.
export function pageOf(html) {
  const page = new DOMParser().parseFromString(html, "text/html");
  page.querySelectorAll("style, script, xml, meta, link, title, head > *, del, [style*='comment-list']").forEach((part) => part.remove());
  return page.body;
}

// The block of cells that was copied; null when it was no more than a text.
export function copiedCells(clipboard) {
  const body = pageOf(clipboard.getData("text/html"));
  const table = body.querySelector("table");
  if (table) {
    const rows = rowsOfTable(table);
    if (letters(rows.flat().join("")) === letters(body.textContent)) return rows;
  }
  const text = clipboard.getData("text/plain").replace(/\r\n?/g, "\n").replace(/\n$/, "");
  return /[\t\n]/.test(text) ? cellsOf(text) : null;
}

// The cells of a table, each row as long as the longest. A cell that spans others leaves them empty.
export function rowsOfTable(table) {
  const grid = [];
  [...table.rows].forEach((row, at) => {
    let column = 0;
    for (const cell of row.cells) {
      while ((grid[at] || [])[column] !== undefined) column += 1;
      for (let r = 0; r < Math.min(cell.rowSpan || 1, table.rows.length - at); r += 1) {
        grid[at + r] = grid[at + r] || [];
        for (let c = 0; c < cell.colSpan; c += 1) grid[at + r][column + c] = r || c ? "" : plainText(cell);
      }
      column += cell.colSpan;
    }
  });
  return evened(grid);
}

export function evened(rows) {
  const widest = Math.max(0, ...rows.map((row) => row.length));
  return rows.map((row) => Array.from({ length: widest }, (_, column) => row[column] || ""));
}

// The words of a part of a page: its paragraphs on lines of their own.
export function plainText(part) {
  let text = "";
  const walk = (node) => {
    if (node.nodeType === Node.TEXT_NODE) text += node.data.replace(/[\s\u00a0]+/g, " ");
    else if (node.nodeName === "BR") text += "\n";
    else {
      const isBlock = node !== part && node.nodeType === Node.ELEMENT_NODE && node.matches(BLOCKS);
      if (isBlock) text += "\n";
      node.childNodes.forEach(walk);
      if (isBlock) text += "\n";
    }
  };
  walk(part);
  return text.split("\n").map((line) => line.replace(/ +/g, " ").trim()).filter(Boolean).join("\n");
}

export function letters(text) {
  return text.replace(/[\s\u00a0]+/g, "");
}
