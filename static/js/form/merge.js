// What a copy changed, seen from what it was typed upon, and the form with those changes in it.
//
// Forms are texts as they are sent (`meeting.agenda.0.title=…`). A change is a field, a row, an added
// row, or a whole list: rows have no names of their own, so wherever rows were removed or moved only
// the list as a whole says what was meant.

// [{ kind: field|row|added|list, path, index, mine, theirs, isShared }]: `theirs` is what stands in
// the form now; `isShared` when somebody else has changed that as well since.
export function changesOf({ body, base, revision }, now, nowRevision) {
  const isMoved = revision !== nowRevision;
  const current = treeOf(now);
  const before = typeof base === "string" ? treeOf(base) : isMoved ? treeOf("") : current;
  const mine = treeOf(body);
  return [...fieldChanges(mine, before, current), ...listChanges(mine, before, current)].map(
    ({ isTouched, ...change }) => ({ ...change, isShared: isMoved && isTouched }),
  );
}

// The form `now` with these changes laid into it, as it is sent.
export function merged(now, changes) {
  const tree = treeOf(now);
  for (const { kind, path, index, mine } of changes) {
    if (kind === "field") setOrDrop(tree.fields, path, mine);
    else if (kind === "list") tree.lists.set(path, mine);
    else {
      const rows = [...(tree.lists.get(path) || [])];
      if (kind === "row") rows[index] = mine;
      else rows.push(mine);
      tree.lists.set(path, rows);
    }
  }
  return textOf(tree);
}

function fieldChanges(mine, before, current) {
  const names = new Set([...mine.fields.keys(), ...before.fields.keys()]);
  return [...names].flatMap((path) => {
    const [own, was, is] = [mine, before, current].map(({ fields }) => fields.get(path));
    if (isSame(own, was) || isSame(own, is)) return [];
    return [{ kind: "field", path, mine: own, theirs: is, isTouched: !isSame(is, was) }];
  });
}

function listChanges(mine, before, current) {
  const paths = new Set([...mine.lists.keys(), ...before.lists.keys()]);
  return [...paths].flatMap((path) => {
    const [own, was, is] = [mine, before, current].map(({ lists }) => lists.get(path) || []);
    const [o, w, i] = [own, was, is].map((rows) => rows.map(written));
    if (String(o) === String(w) || String(o) === String(i)) return [];
    if (!staysInPlace(o, w) || !staysInPlace(i, w)) {
      return [{ kind: "list", path, mine: own, theirs: is, isTouched: String(i) !== String(w) }];
    }
    const rows = was.map((_row, index) => ({ kind: "row", path, index, mine: own[index], theirs: is[index], isTouched: i[index] !== w[index] }));
    const added = own.slice(was.length).map((row) => ({ kind: "added", path, mine: row, isTouched: false }));
    return [
      ...rows.filter(({ index }) => o[index] !== w[index] && o[index] !== i[index]),
      ...added.filter((_row, index) => !i.slice(w.length).includes(o[w.length + index])),
    ];
  });
}

// Whether each row is still where it was, changed or not; new ones stand at the end only.
function staysInPlace(rows, before) {
  const isGrown = rows.length > before.length;
  return rows.length >= before.length && before.every((row, index) => rows[index] === row || (!isGrown && !before.includes(rows[index])));
}

// { fields: Map(name → text), lists: Map(path → [row]) }; a row is a Map of the names within it.
// Rows in which nothing is written are none, as for the server.
function treeOf(text) {
  const tree = { fields: new Map(), lists: new Map() };
  const rows = new Map();
  for (const [name, value] of new URLSearchParams(text)) {
    const found = /^(.*?)\.(\d+)(?:\.(.*))?$/.exec(name);
    if (!found) tree.fields.set(name, value);
    else {
      const [, path, number, own = ""] = found;
      if (!rows.has(path)) rows.set(path, []);
      const list = rows.get(path);
      (list[number] = list[number] || new Map()).set(own, value);
    }
  }
  rows.forEach((list, path) => tree.lists.set(path, list.filter((row) => row && [...row.values()].some((value) => value.trim() && value !== "on"))));
  return tree;
}

function textOf({ fields, lists }) {
  const sent = new URLSearchParams([...fields]);
  lists.forEach((rows, path) => rows.forEach((row, number) => row.forEach((value, own) => sent.append([path, number, own].filter((part) => part !== "").join("."), value))));
  return sent.toString();
}

function setOrDrop(fields, name, value) {
  if (value === undefined) fields.delete(name);
  else fields.set(name, value);
}

function written(row) {
  return JSON.stringify([...row].filter(([, value]) => value !== "").map(([name, value]) => [name, plain(value)]).sort());
}

function isSame(one, other) {
  return plain(one || "") === plain(other || "");
}

// The server shows 3/4/2024 as 03/4/2024, and 14h as 14:00: nobody has changed that.
function plain(value) {
  const text = value.replace(/\r\n/g, "\n").trim();
  const day = /^0?(\d{1,2})[/.-]0?(\d{1,2})[/.-](\d{4})$/.exec(text);
  if (day) return day.slice(1).join("/");
  const time = /^0?(\d{1,2})\s*(?:[:hg]|giờ)\s*(\d{2})?$/.exec(text);
  return time ? `${time[1]}:${time[2] || "00"}` : text;
}
