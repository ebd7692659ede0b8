"""Tools of the tests: runs as Word leaves them after much editing: cut, with marks in between."""

from __future__ import annotations

from copy import deepcopy

from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from lxml.etree import _Element

_MARKS = (
    f'<w:proofErr {nsdecls("w")} w:type="spellStart"/>',
    f'<w:bookmarkStart {nsdecls("w")} w:id="{{n}}" w:name="_Dau{{n}}"/>',
    f'<w:bookmarkEnd {nsdecls("w")} w:id="{{n}}"/>',
)


def cut(document: Document) -> None:
    """Every run of several words becomes two, cut within a word, a mark of Word's between them."""
    texts = [text for text in document.element.body.iter(qn("w:t")) if " " in text.text]
    for number, text in enumerate(texts):
        mark = _MARKS[0] if number % 2 else "".join(_MARKS[1:])
        _cut(text, mark.format(n=number))


def _cut(text: _Element, marks: str) -> None:
    run, words = text.getparent(), text.text or ""
    if run is None or len(run.findall(qn("w:t"))) != 1 or run.find(qn("w:br")) is not None:
        return
    rest = deepcopy(run)
    second = rest.find(qn("w:t"))
    for extra in rest.findall(qn("w:tab")):
        rest.remove(extra)
    assert second is not None
    at = words.index(" ") + 2
    text.text, second.text = words[:at], words[at:]
    for part in (text, second):
        part.set(qn("xml:space"), "preserve")
    wrapped = parse_xml(f"<w:p {nsdecls('w')}>{marks}</w:p>")
    run.addnext(rest)
    for mark in list(wrapped):
        rest.addprevious(mark)
