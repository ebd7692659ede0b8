"""Thể thức: rules on paper and margins."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.thethuc.document import DocumentView
from docgen.thethuc.edit import Editor
from docgen.thethuc.profiles import Page, Profile
from docgen.thethuc.registry import Fault, rule
from docgen.thethuc.relations import relations
from docgen.thethuc.sections import Section
from docgen.thethuc.xml import W, child, on, parse, serialised

_EDGES = {"top": "trên", "bottom": "dưới", "left": "trái", "right": "phải"}
_NEAR = 0.5
"""Millimetres: Word rounds what is typed in centimetres."""
_PAPER_NEAR = 1.0
_SMALL = (148, 210)
_SLIPS = frozenset(("Giấy mời", "Giấy giới thiệu"))
"""Giấy tờ hành chính: A5 will do for them."""


@rule("PD.PAGE.PAPER", "Khổ giấy không đúng", source="HD05:II.IV.3")
def wrong_paper(doc: DocumentView, profile: Profile) -> Iterator[Fault]:
    """Giấy khổ A4 (210 x 297 mm), in theo chiều dọc; theo chiều ngang chỉ khi có bảng, biểu. Giấy
    tờ hành chính có thể dùng khổ A5 (148 x 210 mm)."""
    page = profile.page
    tables = {id(line.paragraph) for paper in doc.papers for line in paper.lines("bang")}
    for section, paragraphs in doc.sheets():
        sides = sorted((section.width, section.height))
        sizes = [(page.width, page.height), *([_SMALL] if doc.paper.type in _SLIPS else [])]
        if not any(_is_near(sides, size) for size in sizes):
            wanted = f"khổ A4 {page.width} x {page.height} mm"
            found = f"{section.width:.0f} x {section.height:.0f} mm"
            yield Fault(wanted, found, section=section, fix=_set_size)
        elif _is_turned(section) and not any(
            id(one) in tables or (one.drawn and section.number > 1) for one in paragraphs
        ):
            wanted = "in theo chiều dọc; chiều ngang chỉ khi có bảng, biểu"
            yield Fault(wanted, "chiều ngang", section=section, fix=_set_upright)


def _is_near(sides: list[float], size: tuple[int, int]) -> bool:
    pairs = zip(sides, size, strict=True)
    return all(abs(side - asked) <= _PAPER_NEAR for side, asked in pairs)


def _is_turned(section: Section) -> bool:
    return section.landscape or section.width > section.height


def _set_size(editor: Editor, fault: Fault) -> None:
    """A4, turned as it was."""
    assert fault.section is not None
    width, height = editor.profile.page.width, editor.profile.page.height
    turned = fault.section.width > fault.section.height
    editor.paper(fault.section, *((height, width) if turned else (width, height)))


def _set_upright(editor: Editor, fault: Fault) -> None:
    assert fault.section is not None
    editor.paper(fault.section, editor.profile.page.width, editor.profile.page.height)
    _set_margins(editor, fault)


def _set_margins(editor: Editor, fault: Fault) -> None:
    assert fault.section is not None
    page = editor.profile.page
    editor.page(fault.section, gutter=0, **{edge: getattr(page, edge) for edge in _EDGES})


@rule("PD.PAGE.MARGIN", "Lề trang không đúng", source="HD05:II.IV.4.1", fix=_set_margins)
def wrong_margins(doc: DocumentView, profile: Profile) -> Iterator[Fault]:
    """Lề trên 20 mm, lề dưới 20 mm, lề trái 30 mm, lề phải 15 mm (kể cả phần đóng gáy)."""
    for section in doc.sections:
        if _is_turned(section) or doc.paper.type in _SLIPS and section.width < profile.page.width:
            continue
        margins = _margins(section)
        wrong = [edge for edge in _EDGES if abs(margins[edge] - _asked(profile.page, edge)) > _NEAR]
        if wrong:
            yield Fault(
                ", ".join(f"lề {_EDGES[edge]} {_asked(profile.page, edge):g} mm" for edge in wrong),
                ", ".join(f"{round(margins[edge], 1):g} mm" for edge in wrong),
                section=section,
            )


def _margins(section: Section) -> dict[str, float]:
    """The margins as printed: the gutter adds to the left; a negative one only holds its place."""
    margins = {edge: abs(section.margins[edge]) for edge in _EDGES}
    margins["left"] += section.margins["gutter"]
    return margins


def _asked(page: Page, edge: str) -> float:
    return float(getattr(page, edge))


@rule(
    "PD.PAGE.MARGIN_VERSO",
    "Lề trang in mặt sau không đúng",
    source="HD05:II.IV.4.2",
    severity="warning",
)
def wrong_margins_of_versos(doc: DocumentView, profile: Profile) -> Iterator[Fault]:
    """Khi in hai mặt, trang mặt sau có lề trái 15 mm, lề phải 30 mm: đặt lề đối xứng (mirror
    margins). Văn bản có đầu trang chẵn, lẻ riêng là văn bản in hai mặt."""
    part = _settings(doc)
    mirrored = child(parse(doc.parts[part]), "mirrorMargins") if part else None
    if mirrored is not None and on(mirrored):
        return
    for section in doc.sections[:1]:
        evens = [margin for margin in section.margin_parts if margin.kind == "even"]
        if section.has_even and any(one.numbers for one in evens) and not _is_turned(section):
            wanted = "đặt lề đối xứng: mặt sau lề trái 15 mm, lề phải 30 mm"
            yield Fault(wanted, "hai mặt có lề như nhau", section=section, fix=_mirror)


def _settings(doc: DocumentView) -> str:
    """The name of the part of settings; empty where there is none."""
    found = relations(doc.parts, doc.main).values()
    return next((one.part for one in found if one.kind == "settings"), "")


def _mirror(editor: Editor, fault: Fault) -> None:
    """Mirrored margins; the schema wants the switch near the beginning of the settings."""
    part = _settings(editor.document)
    root = parse(editor.part(part) or b"")
    for old in root.findall(f"{W}mirrorMargins"):
        root.remove(old)
    before = {f"{W}{name}" for name in (
        "writeProtection", "view", "zoom", "removePersonalInformation", "removeDateAndTime",
        "doNotDisplayPageBoundaries", "displayBackgroundShape", "printPostScriptOverText",
        "printFractionalCharacterWidth", "printFormsData", "embedTrueTypeFonts",
        "embedSystemFonts", "saveSubsetFonts", "saveFormsData",
    )}  # fmt: skip
    place = sum(1 for node in root if node.tag in before)
    root.insert(place, root.makeelement(f"{W}mirrorMargins"))
    editor.put(part, serialised(root))
