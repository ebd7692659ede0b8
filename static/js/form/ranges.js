// The words of a drawing as one text, and the ranges of its stretches.

export const BLANKS = /[\u00a0\u2003\t]/g;

export function textOf(part) {
  const walker = document.createTreeWalker(part, NodeFilter.SHOW_TEXT, {
    acceptNode: (node) => (node.parentElement.closest("article") ? NodeFilter.FILTER_ACCEPT : NodeFilter.FILTER_REJECT),
  });
  const nodes = [];
  let text = "";
  let paragraph = null;
  while (walker.nextNode()) {
    const node = walker.currentNode;
    const own = node.parentElement.closest("p");
    if (paragraph && own !== paragraph) text += "\n";
    paragraph = own;
    nodes.push({ node, start: text.length });
    text += node.data.replace(BLANKS, " ");
  }
  return { text, nodes };
}

export function rangeOf(nodes, from, to) {
  const range = document.createRange();
  const first = nodeAt(nodes, from);
  const last = nodeAt(nodes, to - 1);
  range.setStart(first.node, from - first.start);
  range.setEnd(last.node, Math.min(to - last.start, last.node.length));
  return range;
}

function nodeAt(nodes, offset) {
  let low = 0;
  let high = nodes.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (nodes[middle].start <= offset) low = middle;
    else high = middle - 1;
  }
  return nodes[low];
}
