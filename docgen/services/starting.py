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
_FILTERS = {"date": " | ngay", "time": " | gio"}
_OF_BLOCKS = {
    "masthead": (
        "organisation",
        "so",
        "ngay_ban_hanh",
        "pham_vi",
        "khan",
        "du_thao",
        "trich_yeu",
        "author",
    ),
    "legal_bases": ("can_cu",),
    "recipients": ("noi_nhan", "luu", "nguoi_soan"),
    "signature": ("signer",),
}
_NEVER_SHOWN = ("bool",)


def starting_template(kind: DocumentType, profile: Profile) -> bytes:
    """A template that asks for every field of the type that a paper shows."""
    names = {spec.name for spec in kind.fields}
    own = [name for name in _OF_BLOCKS if names & {*_OF_BLOCKS[name]}]
    taken = {field for name in own for field in _OF_BLOCKS[name]}
    before = [_block(name) for name in own if name in ("masthead", "legal_bases")]
    after = [_block(name) for name in own if name in ("recipients", "signature")]
    head, bases = before[0], before[1:]
    title = (
        _line("TenLoai", "{{ ten_loai | upper }}"),
        *(_shown_if("author", "{{ author | upper }}", "TacGia") if "author" in names else ()),
        _line("TrichYeu", "{{ trich_yeu }}"),
        _line("GachTrichYeu", "-----"),
    )
    rest = [spec for spec in kind.fields if spec.name not in taken]
    body = "".join((head, *title, *bases, *_fields(rest, ""), *after, _line("NoiNhanDong", "")))
    return new_template(profile, body, _run("{{ pham_vi | upper }}") if "pham_vi" in names else "")


def _block(name: str) -> str:
    """The inside of a shared block."""
    found = _BODY.search(read_main_part(block(f"blocks/{name}.docx")).decode())
    return found[1] if found else ""


def _fields(specs: Iterable[FieldSpec], owner: str, depth: int = 1) -> Iterator[str]:
    for spec in specs:
        path = f"{owner}.{spec.name}" if owner else spec.name
        if not spec.shown or spec.kind in _NEVER_SHOWN:
            continue
        if spec.widget == OUTLINE:
            yield _line("NoiDung", f"{{%p set rows = {path} %}}")
            yield _block("outline")
        elif spec.kind == "record":
            yield _line(f"DeMuc{min(depth, 2)}", spec.label)
            yield from _fields(spec.item, path, depth + 1)
        elif spec.kind == "list":
            yield from _list(spec, path, depth)
        else:
            value = f"{{{{ {path}{_FILTERS.get(spec.kind, '')} }}}}"
            yield from _shown_if(path, f"{spec.label}: {value}")


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
