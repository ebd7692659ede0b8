// Numbers and letters typed by hand: which level a paragraph is of, and how much of it is its label.
//
// The words of the levels are those of domain/outline.py. Labels fall away, since numbers follow by
// themselves; what only looks like one («Điều 5 của Quy chế này», «V.I. Lênin») stays.

const END = "(?:\\s*[.:–-]\\s*|\\s*\\n\\s*|\\s*$|\\s+(?=\\p{Lu}{2}))"; // «Chương I. Tên», «CHƯƠNG I TÊN»

const FORMS = [
  ["Phần", `(?:Phần|PHẦN)\\s+(?:(?:thứ|THỨ)\\s+\\p{L}+|[IVXLC]+|\\d+)${END}`],
  ["Chương", `(?:Chương|CHƯƠNG)\\s+(?:[IVXLC]+|\\d+)${END}`],
  ["Mục", `(?:Mục|MỤC)\\s+(?:[IVXLC]+|\\d+)${END}`],
  ["Điều", "(?:Điều|ĐIỀU)\\s+\\d+[a-zđ]?(?:\\s*[.:]\\s*|\\s*\\n\\s*|\\s*$)"],
  ["I-", "[IVX]+\\s*(?:[-–]|\\.(?!\\s*\\p{Lu}\\.))\\s*(?=\\S)"],
  ["1.1.1.", "\\d{1,2}\\.\\d{1,2}\\.\\d{1,2}[.)]?\\s+(?=\\S)"],
  ["1.1.", "\\d{1,2}\\.\\d{1,2}[.)]?\\s+(?=\\S)"],
  ["Khoản", "\\d{1,3}(?:[.)]\\s+|\\.(?=\\p{L})|\\s?[-–]\\s+)(?=\\S)"],
  ["Điểm", "[a-zđ](?:\\)\\s*|\\.\\s+)(?=\\S)"],
  ["Gạch đầu dòng", "(?:[-–—+•·●▪*§]\\s+|[-–](?=\\p{L}))(?=\\S)"],
].map(([level, form]) => [level, new RegExp(`^${form}`, "u")]);

// { level, length }: the level of a paragraph, and how many signs at its beginning are the label.
export function labelOf(text) {
  for (const [level, form] of FORMS) {
    const match = form.exec(text);
    if (match) return { level, length: match[0].length };
  }
  return null;
}

// The level of a list's own number or bullet, which stands beside the text.
export function levelOfMarker(marker) {
  const found = labelOf(`${marker} X`);
  if (found && found.length > marker.length) return found.level;
  if (/^[IVX]+\W/.test(marker)) return "I-";
  if (/\d/.test(marker)) return "Khoản";
  return /^[a-zđ]\W/i.test(marker) ? "Điểm" : "Gạch đầu dòng";
}

// Levels that depend on what follows: «1.» above «1.1.» is a heading, and so is «1.1.» above «1.1.1.»
export function settled(rows) {
  const above = { "1.1.": ["Khoản", "Đề mục 1."], "1.1.1.": ["1.1.", "Đề mục 1.1."] };
  rows.forEach((row, index) => {
    if (!above[row.level]) return;
    const [wanted, heading] = above[row.level];
    const holder = rows.slice(0, index).reverse().find(({ level }) => [wanted, heading, "Điều", "I-", "Chương"].includes(level));
    if (holder && holder.level === wanted) holder.level = heading;
  });
  for (const row of rows) if (above[row.level]) row.level = "Khoản";
  return rows;
}
