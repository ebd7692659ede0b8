// A table as one text, as spreadsheets put it on the clipboard; domain/grids.py reads the same.

const CELL = /"((?:[^"]|"")*)"(?=[\t\n]|$)|([^\t\n]*)/y;

export function cellsOf(text) {
  const rows = [[]];
  for (CELL.lastIndex = 0; ;) {
    const [whole, inside] = CELL.exec(text);
    rows[rows.length - 1].push(inside !== undefined && /[\n\t]|""/.test(inside) ? inside.replace(/""/g, '"') : whole);
    const end = CELL.lastIndex;
    if (end >= text.length) return rows;
    if (text[end] === "\n") rows.push([]);
    CELL.lastIndex = end + 1;
  }
}

export function textOf(rows) {
  return rows.map((row) => row.map(quoted).join("\t")).join("\n");
}

function quoted(cell) {
  return /[\n\t]|^"/.test(cell) ? `"${cell.replace(/"/g, '""')}"` : cell;
}
