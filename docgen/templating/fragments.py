"""Templating: what a macro, a captured block or a recursive loop puts out, as one value.

Without markup it is a text like any other, to be compared, filtered and joined. With markup it is a
`Fragment`: its words can be read, and it can be put where such markup may stand.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any
from xml.sax.saxutils import unescape

from docgen.templating.environment import Told
from docgen.templating.places import Place
from docgen.templating.rich import Rich
from docgen.templating.values import Fragment, Unprintable, joined
from docgen.templating.xml import Element, W

_KINDS = {
    f"{W}{name}": kind
    for kind, names in {
        "t": "t", "r": "p", "tr": "tbl", "tc": "tr",
        "p": "body tc txbxContent hdr ftr footnote endnote comment",
    }.items()
    for name in names.split()
}  # fmt: skip


def kind_of(place: Element | None) -> str:
    """What stands beside a tag at this place: text (t), runs (r), paragraphs (p), tr or tc."""
    while place is not None:
        if (kind := _KINDS.get(place.tag)) is not None:
            return kind
        place = place.getparent()
    return "t"


def gathered(told: Sequence[Told], values: Sequence[Any], kind: str) -> Any:
    """The one value that these texts and values are. `kind` is that of the tags around them."""
    texts = [text for texts, _, _ in told for text in texts]
    if any("<" in text for text in texts) or any(isinstance(v, Rich | Fragment) for v in values):
        return Fragment(tuple(told), tuple(values), kind)
    pairs = zip(map(unescape, texts), values, strict=True)
    return joined(part for pair in pairs for part in pair if type(part) is not str or part)


def settled(xml: str, kind: str, *, at: str, place: Place | None) -> str:
    """The XML of a fragment as it can stand at a tag of the kind `at`. Raises `Unprintable`."""
    if kind == at:
        return xml
    if place is not None and kind == "p":
        if place.whole:
            apart = "<?apart 0?>" if xml.startswith("<w:tbl") else ""
            return f"<?body 0?>{apart}{xml}<?shut {int(place.is_lifted)}?>"
        kind, xml = "r", _runs(xml)
    if place is not None and kind == "r":
        return f"</w:t></w:r>{xml}{place.opening}"
    raise Unprintable("kết quả này không đặt được ở đây")


def _runs(xml: str) -> str:
    """The runs of the one paragraph that this is. Raises `Unprintable` for any more."""
    paragraph = re.fullmatch(r"<w:p(?: [^<>]*)?>(?:<w:pPr>.*</w:pPr>)?(.*)</w:p>", xml, re.DOTALL)
    if paragraph is None or re.search(r"</w:p>|<w:tbl>|<\?", paragraph[1]):
        raise Unprintable("kết quả này gồm nhiều đoạn, phải đặt bằng {{p … }} đứng riêng một đoạn")
    return paragraph[1]
