"""Templating: values with a look of their own: rich text, links, breaks.

They are plain values: they know no template, may be used in many, and hold nothing unchecked.
"""

from __future__ import annotations

import copy
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypedDict, Unpack

from docgen.templating.xml import escaped, plain

if TYPE_CHECKING:
    from docgen.templating.home import Home

UNDERLINES = ("single", "double", "thick", "dotted", "dash", "dotDash", "dotDotDash", "wave")
_COLOUR = re.compile("#?([0-9A-Fa-f]{6})")
_URL = re.compile(r"(?:(?:https?|ftp)://|mailto:|tel:|#)[^\s<>\"{}|\\^`]+", re.IGNORECASE)
_BOOKMARK = re.compile(r"[^\W\d]\w{0,39}")
_FIELD = ("begin", "separate", "end")
_LARGEST = 1638
_TEXT = '<w:t xml:space="preserve">'
_SIGNS = {"\n": "<w:br/>", "\t": "<w:tab/>", "\f": '<w:br w:type="page"/>'}


class Look(TypedDict, total=False):
    """How a stretch of text looks; what is not named is as the template's tag has it."""

    bold: bool
    italic: bool
    underline: bool | str
    strike: bool
    superscript: bool
    subscript: bool
    colour: str
    background: str
    size: float
    font: str
    style: str


class Rich:
    """A value that is more than text. Its `str` is its text alone; `path` the field it is from."""

    path: tuple[str | int, ...] | None = None

    def pieces(self) -> tuple[Rich, ...]:
        """What it is made of."""
        return (self,)

    def runs(self, home: Home) -> str:
        """Its XML, as runs of the place where it is put."""
        return "".join(piece.runs(home) for piece in self.pieces())

    def of_field(self, path: tuple[str | int, ...]) -> Rich:
        """The same value, knowing its field."""
        known = copy.copy(self)
        object.__setattr__(known, "path", path)
        return known

    def __str__(self) -> str:
        return "".join(map(str, self.pieces()))

    def __add__(self, other: Rich | str) -> Rich:
        return Several((*self.pieces(), *_rich(other).pieces()))

    def __radd__(self, other: str) -> Rich:
        return Several((*_rich(other).pieces(), *self.pieces()))


class RichText(Rich):
    """Text with a look: `RichText("chữ", bold=True) + " và " + Link("đây", "https://…")`.

    Sizes are in points, colours like `FF0000`; `style` is a character style of the template, by
    its name or id. A newline is a line break, `\\t` a tab, `\\f` a page break. Raises ValueError
    for what cannot be.
    """

    def __init__(self, text: str = "", **look: Unpack[Look]) -> None:
        self.text = plain(str(text))
        self.style = look.get("style", "")
        self.look = tuple(_properties(look))

    def __str__(self) -> str:
        return self.text

    def runs(self, home: Home) -> str:
        """One run."""
        return home.run(written(self.text), self.look, style=self.style) if self.text else ""


class Link(RichText):
    """Text that leads to an address (http, https, ftp, mailto, tel) or to a `#bookmark`.

    Raises ValueError for any other address.
    """

    def __init__(self, text: str, url: str, **look: Unpack[Look]) -> None:
        if not is_address(url):
            raise ValueError(f"không dùng được địa chỉ «{url[:60]}» trong liên kết")
        super().__init__(text, **look)
        self.url = url

    def runs(self, home: Home) -> str:
        """A hyperlink; without a look of its own the template's, or blue and underlined."""
        look, style = self.look, self.style
        if not look and not style:
            style = home.style("Hyperlink")
            look = () if style else (("color", _COLOURED.format("0563C1")), ("u", _SINGLE))
        return home.linked(home.run(written(self.text), look, style=style), self.url)


class Bookmark(RichText):
    """Text with a name that a `Reference` can point to. Raises ValueError for a bad name."""

    def __init__(self, text: str, name: str, **look: Unpack[Look]) -> None:
        super().__init__(text, **look)
        self.name = _bookmark_name(name)

    def runs(self, home: Home) -> str:
        """A run between the two ends of a bookmark."""
        return home.bookmarked(super().runs(home), self.name)


class Reference(RichText):
    """A field that prints what a bookmark holds; `text` is what it holds now."""

    def __init__(self, text: str, name: str, **look: Unpack[Look]) -> None:
        super().__init__(text, **look)
        self.name = _bookmark_name(name)

    def runs(self, home: Home) -> str:
        """The runs of a REF field."""
        code = f'<w:instrText xml:space="preserve"> REF {self.name} \\h </w:instrText>'
        marks = {kind: f'<w:fldChar w:fldCharType="{kind}"/>' for kind in _FIELD}
        insides = (marks["begin"], code, marks["separate"], written(self.text), marks["end"])
        return "".join(home.run(inside, self.look, style=self.style) for inside in insides)


class InAttribute(Rich):
    """A text for an attribute of the template's own markup."""

    def __init__(self, text: str) -> None:
        self.text = plain(text)

    def __str__(self) -> str:
        return self.text


class Address(InAttribute):
    """Where a link of the template leads."""


@dataclass(frozen=True)
class Break(Rich):
    """A break, as XML within a run and as text."""

    xml: str
    text: str

    def __str__(self) -> str:
        return self.text

    def runs(self, home: Home) -> str:
        """A run with the break."""
        return home.run(self.xml)


@dataclass(frozen=True)
class Several(Rich):
    """Several values in one."""

    parts: tuple[Rich, ...]

    def pieces(self) -> tuple[Rich, ...]:
        """The values."""
        return self.parts


PAGE_BREAK = Break('<w:br w:type="page"/>', "\n")
LINE_BREAK = Break("<w:br/>", "\n")
TAB = Break("<w:tab/>", "\t")
_COLOURED = '<w:color w:val="{}"/>'
_SINGLE = '<w:u w:val="single"/>'


def is_address(text: str) -> bool:
    """Whether a link may lead there."""
    return _URL.fullmatch(text) is not None


def _bookmark_name(name: str) -> str:
    if not _BOOKMARK.fullmatch(name):
        raise ValueError(f"tên đánh dấu «{name[:60]}» phải gồm chữ, số, «_», dài nhất 40 ký tự")
    return name


def _rich(value: Rich | str) -> Rich:
    return value if isinstance(value, Rich) else RichText(value)


def written(text: str) -> str:
    """The text as the inside of a run."""
    if text.isprintable():
        return f"{_TEXT}{escaped(text)}</w:t>" if text else ""
    pieces = re.split("([\n\t\f])", escaped(text))
    return "".join(_SIGNS.get(piece) or f"{_TEXT}{piece}</w:t>" for piece in pieces if piece)


def _properties(look: Look) -> Iterator[tuple[str, str]]:
    """The properties of a run that the look asks for, by their names. Raises ValueError."""
    for name, tag in (("bold", "b"), ("italic", "i"), ("strike", "strike")):
        if name in look:
            yield tag, f"<w:{tag}/>" if look.get(name) else f'<w:{tag} w:val="0"/>'
    if (line := look.get("underline")) is not None:
        yield "u", f'<w:u w:val="{_underline(line)}"/>'
    for name in ("superscript", "subscript"):
        if look.get(name):
            yield "vertAlign", f'<w:vertAlign w:val="{name}"/>'
    if "colour" in look:
        yield "color", _COLOURED.format(_hex(look["colour"]))
    if "background" in look:
        fill = _hex(look["background"])
        yield "shd", f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>'
    yield from _letters(look)


def _letters(look: Look) -> Iterator[tuple[str, str]]:
    if "font" in look:
        font = escaped(plain(look["font"])).replace('"', "&quot;").replace("\f", "")
        names = " ".join(f'w:{of}="{font}"' for of in ("ascii", "hAnsi", "eastAsia", "cs"))
        yield "rFonts", f"<w:rFonts {names}/>"
    if "size" in look:
        if not 1 <= look["size"] <= _LARGEST:
            raise ValueError(f"cỡ chữ phải từ 1 đến {_LARGEST} điểm")
        half_points = round(look["size"] * 2)
        yield "sz", f'<w:sz w:val="{half_points}"/>'
        yield "szCs", f'<w:szCs w:val="{half_points}"/>'


def _underline(line: bool | str) -> str:
    kind = "single" if line is True else line or "none"
    if kind not in (*UNDERLINES, "none"):
        raise ValueError(f"kiểu gạch chân «{kind}» không có; có: {', '.join(UNDERLINES)}")
    return kind


def _hex(colour: str) -> str:
    if not (match := _COLOUR.fullmatch(colour)):
        raise ValueError(f"màu phải gồm 6 chữ số hệ 16 như FFCC00, không phải «{colour[:20]}»")
    return match[1].upper()
