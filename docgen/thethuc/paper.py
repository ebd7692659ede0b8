"""Thể thức: one paper of a document: its elements by name, its text, its signatures.

A file holds one or more papers: the document itself, then what is attached to it (a regulation
issued by a decision, annexes), each from its own page on.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from docgen.thethuc.lines import Line
from docgen.thethuc.words import TYPES, TYPES_BY_FOLD, fold, plain

_SYMBOL = re.compile(r"[-–—/]\s*([^\W\d_]{1,4})\s*[-–—/]")
_BY_SYMBOL = {symbol: name for name, (symbol, *_) in reversed(TYPES.items()) if name != "Công văn"}
_SYMBOLS = frozenset(fold(symbol) for symbols in TYPES.values() for symbol in symbols)

NAMES = frozenset({
    "tieu_de", "gach_tieu_de", "quoc_hieu", "tieu_ngu", "co_quan_cap_tren", "co_quan_ban_hanh",
    "gach_co_quan", "dau_sao", "so_ky_hieu", "dia_danh_ngay", "trich_yeu_cv", "ten_loai", "tac_gia",
    "trich_yeu", "gach_trich_yeu", "kem_theo", "kinh_gui", "kinh_gui_ten", "can_cu", "lenh",
    "noi_dung", "noi_nhan", "noi_nhan_dong", "nguoi_soan", "lien_he", "khan", "mat", "pham_vi",
    "du_thao", "phu_luc", "phu_luc_ten", "bang",
})  # fmt: skip
"""The elements a paper can have. `bang` is the text of tables; `lenh` the line of the decision
(«… QUYẾT ĐỊNH:»); `kinh_gui` the label, `kinh_gui_ten` who is addressed."""


@dataclass
class Signature:
    """One who signs: in whose name, in which office, by name. `column` counts from the left."""

    column: int = 0
    row: int = 0
    authority: list[Line] = field(default_factory=list)
    role: list[Line] = field(default_factory=list)
    name: Line | None = None

    @property
    def lines(self) -> tuple[Line, ...]:
        """All its lines in order."""
        return (*self.authority, *self.role, *((self.name,) if self.name else ()))


@dataclass
class Paper:
    """The elements of one paper, each as its lines in order."""

    elements: dict[str, list[Line]] = field(default_factory=dict)
    signatures: list[Signature] = field(default_factory=list)
    confirmation: list[Line] = field(default_factory=list)
    """Below the signatures of minutes: the chair's signature confirmed by another."""
    is_attached: bool = False

    def add(self, name: str, *lines: Line) -> None:
        """Put lines to an element."""
        assert name in NAMES, name
        self.elements.setdefault(name, []).extend(lines)

    def lines(self, *names: str) -> tuple[Line, ...]:
        """The lines of these elements."""
        return tuple(line for name in names for line in self.elements.get(name, ()))

    def line(self, name: str) -> Line | None:
        """The first line of an element, or None."""
        return next(iter(self.elements.get(name, ())), None)

    def text(self, name: str) -> str:
        """The words of an element, its lines joined by spaces."""
        return " ".join(line.text for line in self.lines(name))

    @property
    def type(self) -> str:
        """The type as the guidance spells it («Nghị quyết»): as printed, else by the symbol in the
        number; empty for a công văn and where nobody can say."""
        if not self.lines("ten_loai"):
            return _BY_SYMBOL.get(self.symbol, "")
        words = fold(self.text("ten_loai")).rstrip(" .:;,")
        found = (name for key, name in TYPES_BY_FOLD.items() if f"{words} ".startswith(f"{key} "))
        return max(found, key=len, default="")

    @property
    def is_issued_by_another(self) -> bool:
        """Whether it says that it is issued with another paper: that one has the number, the
        signature, the recipients."""
        return bool(self.lines("kem_theo"))

    @property
    def symbol(self) -> str:
        """The type's symbol in the number («NQ»), as typed; empty where there is none."""
        found = _SYMBOL.search(plain(self.text("so_ky_hieu")))
        return found[1] if found else ""

    @property
    def is_letter(self) -> bool:
        """Whether it is a công văn: by its type if someone printed it, else by where its trích
        yếu stands, by its number, by its address."""
        if self.lines("ten_loai"):
            return self.type == "Công văn"
        if self.lines("trich_yeu_cv"):
            return True
        named = fold(self.symbol) in _SYMBOLS and self.symbol.upper() != "CV"
        return not named and (self.symbol.upper() == "CV" or bool(self.lines("kinh_gui")))

    @property
    def is_in_columns(self) -> bool:
        """Whether its head is typed in columns by tabs or spaces: where a line of it stands cannot
        be told by its paragraph."""
        head = self.lines("tieu_de", "so_ky_hieu", "dia_danh_ngay")
        return any(line.column is not None or line.indented for line in head)

    def is_crossed(self, line: Line, *, left: bool) -> bool:
        """Whether a line of a head in a table stands in the column of the bodies, `left`, or of
        the title, and those two are apart."""
        body, title = self.line("co_quan_ban_hanh"), self.line("tieu_de")
        if (
            body is None
            or title is None
            or not (
                body.shares_table(title) and line.shares_table(title) and body.side < title.side
            )
        ):
            return False
        return line.side <= body.side if left else line.side >= title.side

    @property
    def body(self) -> tuple[Line, ...]:
        """The text proper."""
        return self.lines("noi_dung")


def without_blanks(lines: Iterable[Line]) -> list[Line]:
    """The lines that print something, or hold a drawing."""
    return [line for line in lines if line.printed.strip() or line.paragraph.drawn]
