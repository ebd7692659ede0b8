"""Services: a starting template for a type: its masthead, its fields as tags, in a thể thức.

What every paper has (masthead, bases, recipients, signature) is taken from the shared blocks, each
field that is left gets a line or a loop, to be put into the author's own words in Word.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from xml.sax.saxutils import escape

from docgen.catalog.fields import FieldSpec
from docgen.catalog.model import DocumentType
from docgen.catalog.outline import WIDGET as OUTLINE
from docgen.services.rendering import block
from docgen.templating import read_main_part
from docgen.thethuc.profiles import Profile
from docgen.thethuc.style import new_template

_BODY = re.compile(r"<w:body>(.*?)<w:sectPr\b", re.DOTALL)
_INCLUDE = re.compile(r'<w:p>(?:(?!</w:p>).)*\{%p include "blocks/(\w+)\.docx" %\}.*?</w:p>')
_FILTERS = {"date": " | ngay", "time": " | gio"}
_OF_BLOCKS = {
    "masthead": (
        "organisation",
        "so",
        "ngay_ban_hanh",
        "pham_vi",
        "do_mat",
        "khan",
        "du_thao",
        "trich_yeu",
        "author",
    ),
    "address": ("kinh_gui",),
    "legal_bases": ("can_cu",),
    "recipients": ("noi_nhan", "luu", "nguoi_soan"),
    "signature": ("signer",),
}
_NEVER_SHOWN = ("bool",)
_LETTER, _SUBMISSION = "CV", "TTr"
"""The symbols of a công văn, whose type is not printed, and of a tờ trình."""


def starting_template(kind: DocumentType, profile: Profile) -> bytes:
    """A template that asks for every field of the type that a paper shows."""
    names = {spec.name for spec in kind.fields}
    own = [name for name in _OF_BLOCKS if names & {*_OF_BLOCKS[name]}]
    taken = {field for name in own for field in _OF_BLOCKS[name]}
    before = [_block(name) for name in own if name == "legal_bases"]
    after = [_block(name) for name in own if name in ("recipients", "signature")]
    address = _address(kind) if "address" in own else ()
    rest = [spec for spec in kind.fields if spec.name not in taken]
    body = "".join((*_head(kind, names), *address, *before, *_fields(rest, ""), *after)) + _line(
        "NoiNhanDong", ""
    )
    return new_template(profile, body, _run("{{ pham_vi | upper }}") if "pham_vi" in names else "")


def _head(kind: DocumentType, names: Iterable[str]) -> Iterator[str]:
    """The masthead and the title, which a công văn has under its number."""
    if kind.symbol == _LETTER:
        yield _block("letterhead")
        return
    yield _block("masthead")
    yield _line("TenLoai", "{{ ten_loai | upper }}")
    if "author" in names:
        yield from _shown_if("author", "{{ author | upper }}", "TacGia")
    yield _line("TrichYeu", "{{ trich_yeu }}")
    yield _line("GachTrichYeu", "-----")


def _address(kind: DocumentType) -> Iterator[str]:
    """«Kính gửi:», or what a submission has instead, and whom the paper goes to."""
    label = "thethuc.kinh_trinh" if kind.symbol == _SUBMISSION else "'Kính gửi:'"
    yield _line("NoiDung", f"{{%p set label = {label} %}}")
    yield _block("address")


def _block(name: str) -> str:
    """The inside of a shared block, and of those it includes."""
    found = _BODY.search(read_main_part(block(f"blocks/{name}.docx")).decode())
    return _INCLUDE.sub(lambda include: _block(include[1]), found[1]) if found else ""


def _fields(specs: Iterable[FieldSpec], owner: str, depth: int = 1) -> Iterator[str]:
    for spec in specs:
        path = f"{owner}.{spec.name}" if owner else spec.name
        if not spec.shown or spec.kind in _NEVER_SHOWN or (spec.columns and not owner):
            continue
        if spec.widget == OUTLINE:
            yield _line("NoiDung", f"{{%p set rows = {path} %}}")
            yield _block("outline")
        elif spec.kind == "record":
            yield from _record(spec, path, depth)
        elif spec.columns:
            yield _line("BangO", f"{{{{p {path}_table }}}}")
        elif spec.kind == "list":
            yield from _list(spec, path, depth)
        else:
            value = f"{{{{ {path}{_FILTERS.get(spec.kind, '')} }}}}"
            yield from _shown_if(path, f"{spec.label}: {value}")


def _record(spec: FieldSpec, path: str, depth: int) -> Iterator[str]:
    """The fields of a record; one that may be left out is only there when it is."""
    lines = (_line(f"DeMuc{min(depth, 2)}", spec.label), *_fields(spec.item, path, depth + 1))
    if spec.required:
        yield from lines
    else:
        yield _line("NoiDung", f"{{%p if {path} %}}")
        yield from lines
        yield _line("NoiDung", "{%p endif %}")


def _list(spec: FieldSpec, path: str, depth: int) -> Iterator[str]:
    row = f"{spec.name}_{depth}"
    yield _line("NoiDung", f"{{%p if {path} %}}")
    yield _line(f"DeMuc{min(depth, 2)}", spec.label)
    yield _line("NoiDung", f"{{%p for {row} in {path} %}}")
    if spec.item:
        yield from _fields(spec.item, row, depth + 1)
    else:
        yield _line("NoiDung", f"- {{{{ {row} }}}}")
    yield _line("NoiDung", "{%p endfor %}")
    yield _line("NoiDung", "{%p endif %}")


def _shown_if(path: str, text: str, style: str = "NoiDung") -> Iterator[str]:
    """A paragraph that is only there when its field is."""
    yield _line(style, f"{{%p if {path} is not none %}}")
    yield _line(style, text)
    yield _line(style, "{%p endif %}")


def _line(style: str, text: str) -> str:
    inside = _run(text) if text else ""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{inside}</w:p>'


def _run(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'
