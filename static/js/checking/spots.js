// The spots in the pages: the paragraph of each finding coloured, its number in the margin.

import { BLANKS, rangeOf, textOf } from "../form/ranges.js";

const NEAR = 16; // px: numbers of paragraphs side by side share their place in the margin

export class Spots {
  // `rows` are the list's links, `[data-place]`; `goToRow` is called with the one of a number.
  constructor(layer, rows, goToRow) {
    this.layer = layer;
    this.goToRow = goToRow;
    this.places = new Map();
    for (const row of rows) this.add(row);
    layer.addEventListener("click", (event) => this.clicked(event));
    this.number();
  }

  add(row) {
    const mark = this.layer.ownerDocument.getElementById(`docgen-${row.dataset.place}`);
    const paragraph = "page" in row.dataset || !mark ? null : mark.closest("p");
    const section = (mark && mark.closest("section")) || this.layer.querySelector("section");
    if (!section) return;
    if (paragraph) paragraph.classList.add("spot", row.dataset.kind);
    this.places.set(row, { section, target: paragraph || section, badge: this.badge(row) });
  }

  badge(row) {
    const badge = document.createElement("a");
    badge.href = "#";
    badge.className = `badge ${row.dataset.kind}`;
    badge.textContent = row.dataset.place;
    badge.setAttribute("aria-label", `Chỗ ${row.dataset.place}: ${row.dataset.title}`);
    badge.title = row.dataset.title;
    badge.addEventListener("click", () => this.goToRow(row));
    return badge;
  }

  // Put the numbers into the margins, from the top of the page down.
  number() {
    const found = [...this.places.values()].map((place) => ({ ...place, top: topOf(place) }));
    let margin = null;
    for (const { section, badge, top } of found.sort((one, other) => one.top - other.top)) {
      if (!margin || margin.section !== section || top - margin.top >= NEAR) {
        margin = { section, top, node: document.createElement("div") };
        margin.node.className = "margin";
        margin.node.style.top = `${top}px`;
        section.append(margin.node);
      }
      margin.node.append(badge);
    }
  }

  // No link of the file leads anywhere; its marked paragraphs lead back to the list.
  clicked(event) {
    event.preventDefault();
    const paragraph = event.target.closest(".spot");
    if (!paragraph || event.target.closest(".badge")) return;
    for (const [row, { target }] of this.places) {
      if (target === paragraph) return this.goToRow(row);
    }
  }

  // The very words, where a paragraph has more than these.
  highlight(target, words) {
    const { CSS, Highlight } = this.layer.ownerDocument.defaultView;
    if (!CSS || !CSS.highlights) return;
    const { text, nodes } = textOf(target);
    const at = words ? text.indexOf(words.replace(BLANKS, " ")) : -1;
    CSS.highlights.set("words", at < 0 ? new Highlight() : new Highlight(rangeOf(nodes, at, at + words.length)));
  }

  // Bring the spot of a row into sight; gives the words that tell where that is.
  show(row) {
    const place = this.places.get(row);
    if (!place) return "Không tìm thấy chỗ này trong trang.";
    this.layer.querySelectorAll(".now").forEach((node) => node.classList.remove("now"));
    place.target.classList.add("now");
    place.badge.classList.add("now");
    this.highlight(place.target, row.dataset.words);
    place.badge.scrollIntoView({ block: "center" });
    return `Đã đến chỗ ${row.dataset.place} trong trang văn bản.`;
  }
}

// From the top of its page, in the page's own pixels.
function topOf({ section, target }) {
  if (target === section) return 6;
  const page = section.getBoundingClientRect();
  const scale = page.width / section.offsetWidth || 1;
  return (target.getBoundingClientRect().top - page.top) / scale;
}
