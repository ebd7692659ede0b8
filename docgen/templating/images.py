"""Templating: a picture as a value: PNG or JPEG, its size in millimetres."""

from __future__ import annotations

import struct
from dataclasses import dataclass
from typing import TYPE_CHECKING

from docgen.templating.rich import Rich
from docgen.templating.xml import plain

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
