// The form of the document as it would be: a short list below the pages.

const part = (name) => document.querySelector(`[data-${name}]`);

export function showFindings(found) {
  const count = part("form-count");
  const words = `Thể thức: ${found ? found.told : "chưa xem được"}`;
  const rows = found ? found.rows : [];
  if (count.textContent !== words) count.textContent = words;
  count.className = rows.some(({ severity }) => severity === "error") ? "bad" : rows.length || !found ? "" : "ok";
  part("form-rows").replaceChildren(...rows.map((row) => item(row, found.rules)));
}

function item(row, rules) {
  const li = document.createElement("li");
  const now = row.found ? `; đang: ${row.found}` : ` (${row.where})`;
  const link = Object.assign(document.createElement("a"), { href: `${rules}#${row.code}`, target: "_blank", textContent: row.source });
  li.append(`${row.kind[0].toUpperCase()}${row.kind.slice(1)}: ${row.title}. Cần: ${row.wanted}${now}. Theo `, link, ".");
  return li;
}
