"""Templating: the place in one part of a document where a rich value is written."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from docgen.templating.additions import Additions
from docgen.templating.documents import Document, Image
from docgen.templating.foreign import Foreign
from docgen.templating.places import Place
from docgen.templating.rich import Address, InAttribute, Rich
from docgen.templating.tables import Table
from docgen.templating.unique import DRAWING
from docgen.templating.values import Unprintable
from docgen.templating.xml import Element, W, escaped, serialised

_ORDER = (
    "rStyle", "rFonts", "b", "bCs", "i", "iCs", "caps", "smallCaps", "strike", "dstrike", "outline",
    "shadow", "emboss", "imprint", "noProof", "snapToGrid", "vanish", "webHidden", "color",
    "spacing", "w", "kern", "position", "sz", "szCs", "highlight", "u", "effect", "bdr", "shd",
    "fitText", "vertAlign", "rtl", "cs", "em", "lang", "eastAsianLayout", "specVanish", "oMath",
)  # fmt: skip
"""The properties of a run as the schema orders them."""
_EMU = 36_000
_MAIN = "http://schemas.openxmlformats.org/drawingml/2006"
_PICTURE = (
    '<w:drawing><wp:inline xmlns:wp="{main}/wordprocessingDrawing" '
    'distT="0" distB="0" distL="0" distR="0"><wp:extent cx="{cx}" cy="{cy}"/>'
    '<wp:docPr id="{id}" name="{name}" descr="{alt}"/><wp:cNvGraphicFramePr>'
    '<a:graphicFrameLocks xmlns:a="{main}/main" noChangeAspect="1"/></wp:cNvGraphicFramePr>'
    '<a:graphic xmlns:a="{main}/main"><a:graphicData uri="{main}/picture">'
    '<pic:pic xmlns:pic="{main}/picture"><pic:nvPicPr><pic:cNvPr id="0" name="{name}"/>'
    '<pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip xmlns:r="{relations}" r:embed="{image}"/>'
    "<a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm>"
    '<a:off x="0" y="0"/><a:ext cx="{cx}" cy="{cy}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/>'
    "</a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing>"
)
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


@dataclass(frozen=True)
class Home:
    """A place, the part it is in, and what is added to the package there."""

    place: Place
    part: str
    additions: Additions

    def written(self, value: Rich) -> str:
        """The value's XML, for the text node of the tag: closes its run, opens another like it.

        Raises `Unprintable` for what cannot stand here.
        """
        if isinstance(value, Address):
            return self.additions.relation(self.part, "hyperlink", value.text, external=True)
        if isinstance(value, InAttribute):
            return _quoted(value.text)
        if isinstance(value, Document | Table) and self.place.whole:
            block = value.block(self) if isinstance(value, Table) else self._body(value)
            return f"<?body 0?>{block}<?shut {int(self.place.is_lifted)}?>"
        return f"</w:t></w:r>{value.runs(self)}{self.place.opening}"

    def _body(self, document: Document) -> str:
        """The document's paragraphs and tables, at home here."""
        body = document.body()
        Foreign(document.members, self.additions, self.part).settle(body)
        for drawing in body.iter(DRAWING):
            drawing.set("id", str(self.additions.number()))
        for start in body.iter(f"{W}bookmarkStart"):
            self._own_bookmark(start, body)
        first = "<?apart 0?>" if len(body) and body[0].tag == f"{W}tbl" else ""
        return first + "".join(map(serialised, body))

    def _own_bookmark(self, start: Element, body: Element) -> None:
        """Give a bookmark an id of its own, and a name unless it is the first to have it."""
        number, name = str(self.additions.number()), start.get(f"{W}name", "")
        for end in body.iter(f"{W}bookmarkEnd"):
            if end.get(f"{W}id") == start.get(f"{W}id"):
                end.set(f"{W}id", number)
        start.set(f"{W}id", number)
        if name in self.additions.bookmarks:
            start.set(f"{W}name", f"{name[:30]}_{number}")
        self.additions.bookmarks.add(name)

    def style(self, name: str, kind: str = "character") -> str:
        """The id of a style of the template, or an empty text."""
        return self.additions.styles.get((kind, name), "")

    def run(self, inside: str, look: Iterable[tuple[str, str]] = (), *, style: str = "") -> str:
        """A run that looks like the tag's but for the look given."""
        properties = {**dict(self.place.look), **dict(look)}
        if style:
            if not (found := self.style(style)):
                raise Unprintable(f"mẫu không có kiểu chữ «{style[:60]}»")
            properties["rStyle"] = f'<w:rStyle w:val="{_quoted(found)}"/>'
        return f"<w:r>{_ordered(properties)}{inside}</w:r>"

    def linked(self, runs: str, url: str) -> str:
        """The runs as a hyperlink; as they are where one stands already."""
        if self.place.in_link:
            return runs
        if url.startswith("#"):
            return f'<w:hyperlink w:anchor="{_quoted(url[1:])}">{runs}</w:hyperlink>'
        id = self.additions.relation(self.part, "hyperlink", url, external=True)
        return f'<w:hyperlink xmlns:r="{_RELATIONS}" r:id="{id}">{runs}</w:hyperlink>'

    def bookmarked(self, runs: str, name: str) -> str:
        """The runs between the ends of a bookmark."""
        id = self.additions.number()
        start = f'<w:bookmarkStart w:id="{id}" w:name="{_quoted(name)}"/>'
        return f'{start}{runs}<w:bookmarkEnd w:id="{id}"/>'

    def picture(self, image: Image) -> str:
        """The drawing of a picture, its file added to the package."""
        width, height = image.size()
        number = self.additions.number()
        return _PICTURE.format(
            main=_MAIN, relations=_RELATIONS, cx=round(width * _EMU), cy=round(height * _EMU),
            id=number, name=f"Image {number}", alt=_quoted(image.alt),
            image=self.additions.image(self.part, image.data, image.extension),
        )  # fmt: skip


def _ordered(properties: Mapping[str, str]) -> str:
    known = [properties[name] for name in _ORDER if name in properties]
    others = [xml for name, xml in properties.items() if name not in _ORDER]
    inside = "".join((*known, *others))
    return f"<w:rPr>{inside}</w:rPr>" if inside else ""


def _quoted(text: str) -> str:
    """The text as it stands in an attribute."""
    return re.sub("[\n\t\f]", " ", escaped(text).replace('"', "&quot;"))
