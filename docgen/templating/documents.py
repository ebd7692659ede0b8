"""Templating: files as values: a PNG or JPEG picture, and a whole docx for `{{p x }}`."""

from __future__ import annotations

import copy
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from docgen.templating.package import Member, content, main_part, read_package
from docgen.templating.rich import Rich
from docgen.templating.safety import refuse_hostile
from docgen.templating.values import Unprintable
from docgen.templating.xml import Element, W, parse_story, plain

if TYPE_CHECKING:
    from docgen.templating.home import Home

MAX_BYTES = 20 * 2**20
WIDEST = 160.0
"""Millimetres a picture takes when nobody says how many: the width of a page's text."""
_LARGEST = 558.0
_DPI = 96.0
_PNG = b"\x89PNG\r\n\x1a\n"
_JPEG = b"\xff\xd8\xff"
_NO_LENGTH = (0x01, *range(0xD0, 0xD9))
_FRAMES = (*range(0xC0, 0xC4), *range(0xC5, 0xC8), *range(0xC9, 0xCC), *range(0xCD, 0xD0))
_TEXTS = {f"{W}tab": "\t", f"{W}br": "\n", f"{W}cr": "\n"}


@dataclass(frozen=True)
class Document(Rich):
    """The paragraphs and tables of a docx, with the styles, lists, links and pictures they need.

    Its pages, headers and comments stay behind. Raises `TemplateError` for what is no docx.
    """

    data: bytes

    def __post_init__(self) -> None:
        refuse_hostile({name: content(member) for name, member in self.members.items()})
        assert self._root is not None

    @cached_property
    def members(self) -> dict[str, Member]:
        """The parts of the file."""
        return read_package(self.data)

    def body(self) -> Element:
        """Its tree, to be changed."""
        return copy.deepcopy(self._root)

    def runs(self, home: Home) -> str:
        """None: a document is no text in a line."""
        raise Unprintable("văn bản con phải đặt bằng thẻ {{p … }} đứng riêng một đoạn")

    def __str__(self) -> str:
        return "\n".join(_lines(self._root))

    @cached_property
    def _root(self) -> Element:
        root = parse_story(content(self.members[main_part(self.members)]))
        body = root.find(f"{W}body")
        return root if body is None else body


def _lines(root: Element) -> Iterator[str]:
    """The text of each paragraph."""
    for paragraph in root.iter(f"{W}p"):
        nodes = paragraph.iter(f"{W}t", *_TEXTS)
        yield "".join(_TEXTS.get(str(node.tag), node.text or "") for node in nodes)


if TYPE_CHECKING:
    from docgen.templating.home import Home


@dataclass(frozen=True)
class Image(Rich):
    """A PNG or JPEG picture in the line of the text, `width` and `height` in millimetres.

    With one of them the other keeps the proportions; with neither it is as large as its points at
    96 an inch, up to 160 mm wide. `alt` is said to those who do not see it. Raises ValueError.
    """

    data: bytes
    width: float | None = None
    height: float | None = None
    alt: str = ""

    def __post_init__(self) -> None:
        if len(self.data) > MAX_BYTES:
            raise ValueError(f"ảnh lớn quá {MAX_BYTES // 2**20} MB")
        if not all(0 < side <= _LARGEST for side in self.size()):
            raise ValueError(f"cạnh của ảnh phải từ 0 đến {_LARGEST:g} mm")
        object.__setattr__(self, "alt", plain(self.alt))

    def __str__(self) -> str:
        return ""

    def runs(self, home: Home) -> str:
        """A run with the picture."""
        return home.run(home.picture(self))

    @property
    def extension(self) -> str:
        """Of its file: png or jpeg."""
        return "png" if self.data.startswith(_PNG) else "jpeg"

    def size(self) -> tuple[float, float]:
        """Width and height in millimetres. Raises ValueError when the data are no picture."""
        across, down = _points(self.data)
        if not (across and down):
            raise ValueError("ảnh không có kích thước")
        if self.width is None and self.height is None:
            width = min(across / _DPI * 25.4, WIDEST)
            return width, width * down / across
        if self.width is None:
            assert self.height is not None
            return self.height * across / down, self.height
        return self.width, self.height or self.width * down / across


def _points(data: bytes) -> tuple[int, int]:
    """Width and height in points."""
    try:
        if data.startswith(_PNG) and data[12:16] == b"IHDR" and b"IEND" in data[-16:]:
            across, down = struct.unpack_from(">2L", data, 16)
            return int(across), int(down)
        if data.startswith(_JPEG):
            return _jpeg_points(data)
    except (struct.error, IndexError) as error:
        raise ValueError("tệp ảnh đã hỏng") from error
    raise ValueError("chỉ nhận ảnh PNG hoặc JPEG còn nguyên vẹn")


def _jpeg_points(data: bytes) -> tuple[int, int]:
    """What the frame header says, found by going from segment to segment."""
    at = 2
    while data[at] == 0xFF:
        kind = data[at + 1]
        if kind in _FRAMES:
            down, across = struct.unpack_from(">2H", data, at + 5)
            return int(across), int(down)
        at += 1 if kind == 0xFF else 2
        if kind not in (*_NO_LENGTH, 0xFF):
            at += max(struct.unpack_from(">H", data, at)[0], 2)
    raise ValueError("tệp ảnh đã hỏng")
