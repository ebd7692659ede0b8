// The document as A4 sheets, drawn by docx-preview from the very file Word would open.
//
// A new drawing is made out of sight and takes the old one's place in one step, so nothing flickers.
// docx-preview does not cut pages; where one ends is measured line by line and marked.

const WIDEST = 1.1; // times the size of the paper
const TABS = 520; // ms: docx-preview sets its tab stops half a second after it has drawn

export class Preview {
  // `tabs`: the documents may be set in columns by tab stops, which take time to draw.
  constructor(scroller, sheet, { tabs = false } = {}) {
    Object.assign(this, { scroller, sheet, tabs, layer: null, drawn: 0 });
    new ResizeObserver(() => this.fit()).observe(scroller);
  }

  async show(base64) {
    const number = (this.drawn += 1);
    const layer = document.createElement("div");
    layer.className = "layer fresh";
    this.sheet.append(layer);
    try {
      await window.docx.renderAsync(bytes(base64), layer, null, {
        className: `word${number}`, // its own names, so that two drawings do not dress each other
        inWrapper: false,
        ignoreLastRenderedPageBreak: true,
        useBase64URL: true,
        renderComments: false,
        experimental: this.tabs,
        renderAltChunks: false, // pages of others within the page
      });
      if (this.tabs && layer.querySelector(`.word${number}-tab-stop`)) await pause(TABS);
      markPages(layer);
    } catch (error) {
      layer.remove();
      throw error;
    }
    if (number !== this.drawn) return layer.remove();
    const old = this.layer;
    this.layer = layer;
    this.fit();
    layer.classList.remove("fresh");
    if (old) old.remove();
    return layer;
  }

  fit() {
    const section = this.layer && this.layer.querySelector("section");
    const room = this.scroller.clientWidth - 2 * parseFloat(getComputedStyle(this.scroller).paddingLeft);
    if (!section || room <= 0) return;
    const scale = Math.min(WIDEST, room / section.offsetWidth);
    this.layer.style.transform = `scale(${scale})`;
    this.layer.style.width = `${section.offsetWidth}px`;
    this.sheet.style.width = `${section.offsetWidth * scale}px`;
    this.sheet.style.height = `${this.layer.offsetHeight * scale}px`;
  }
}

// The sheets of a printer: the document's size and margins, and its page numbers from page 2 on.
// A section is drawn as one long page with its margins inside, which would cut only at both its ends.
export function dressPaper(layer) {
  const section = layer.querySelector("section");
  if (!section) return;
  let paper = document.getElementById("paper");
  if (!paper) {
    paper = Object.assign(document.createElement("style"), { id: "paper", media: "print" });
    document.head.append(paper);
  }
  const { width, minHeight, paddingTop, paddingRight, paddingBottom, paddingLeft } = getComputedStyle(section);
  const { fontFamily } = getComputedStyle(section.querySelector("article span") || section);
  const size = parseFloat(minHeight) ? `size: ${width} ${minHeight};` : "size: A4;";
  const number = `@top-center { content: counter(page); font: 14pt ${fontFamily}; }`;
  const rule = `@page { ${size} margin: ${paddingTop} ${paddingRight} ${paddingBottom} ${paddingLeft}; ${number} } @page :first { @top-center { content: none; } }`;
  if (paper.textContent !== rule) paper.textContent = rule;
}

function pause(ms) {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

function bytes(base64) {
  return Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
}

// Where the pages of each section end: the last line that still fits is the last of its page.
function markPages(layer) {
  let page = 0;
  for (const section of layer.querySelectorAll(":scope > section")) {
    const style = getComputedStyle(section);
    const top = section.getBoundingClientRect().top;
    const usable = parseFloat(style.minHeight) - parseFloat(style.paddingTop) - parseFloat(style.paddingBottom);
    page += 1;
    if (!(usable > 0)) continue;
    let start = parseFloat(style.paddingTop);
    for (const line of lines(section)) {
      if (line.bottom - top - start <= usable + 1) continue;
      start = line.top - top;
      section.append(pageEnd(start, page));
      page += 1;
    }
  }
}

// Boxes of the text's lines from top to bottom; a row of a table is one.
function* lines(section) {
  for (const block of section.querySelectorAll("article > p, article > table > tbody > tr, article > table > tr")) {
    const box = block.getBoundingClientRect();
    if (block.tagName === "TR" || box.height < 40) {
      yield box;
      continue;
    }
    const range = document.createRange();
    range.selectNodeContents(block);
    yield* byLine(range.getClientRects());
  }
}

function byLine(boxes) {
  const found = [];
  for (const box of boxes) {
    const last = found[found.length - 1];
    if (last && box.top < last.bottom - 2) {
      last.top = Math.min(last.top, box.top);
      last.bottom = Math.max(last.bottom, box.bottom);
    } else if (box.height) found.push({ top: box.top, bottom: box.bottom });
  }
  return found;
}

function pageEnd(top, page) {
  const mark = document.createElement("div");
  const words = document.createElement("span");
  mark.className = "page-end";
  mark.style.top = `${top}px`;
  words.textContent = `hết trang ${page} (ước tính)`;
  mark.append(words);
  return mark;
}
