"""Thể thức: the numbers Word sets by itself, rows of lists, and what LibreOffice prints of them."""

from __future__ import annotations

import pytest

from docgen.thethuc.labels import Labels
from docgen.thethuc.looks import Looks
from docgen.thethuc.xml import parse
from parts import NAMESPACES
from typed import nodes, packed, typed


def level(n: int, text: str, format: str = "decimal", more: str = "", *, start: int = 1) -> str:
    return (
        f'<w:lvl w:ilvl="{n}"><w:start w:val="{start}"/><w:numFmt w:val="{format}"/>{more}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def abstract(*levels: str, id: int = 7, more: str = "") -> str:
    return f'<w:abstractNum w:abstractNumId="{id}">{more}{"".join(levels)}</w:abstractNum>'


def num(id: int, more: str = "", *, of: int = 7) -> str:
    return f'<w:num w:numId="{id}"><w:abstractNumId w:val="{of}"/>{more}</w:num>'


def starts(n: int, at: int) -> str:
    return f'<w:lvlOverride w:ilvl="{n}"><w:startOverride w:val="{at}"/></w:lvlOverride>'


def p(look: str = "") -> str:
    return f"<w:p><w:pPr>{look}</w:pPr><w:r><w:t>x</w:t></w:r></w:p>"


def body(places: str) -> str:
    """`1.0` is level 0 of list 1; `.` a paragraph without a list; another word names a style."""
    return "".join(p(_look(place)) for place in places.split())


def _look(place: str) -> str:
    of, _, n = place.partition(".")
    if of.isdigit():
        return f'<w:numPr><w:ilvl w:val="{n}"/><w:numId w:val="{of}"/></w:numPr>'
    return f'<w:pStyle w:val="{of}"/>' if of else ""


def labels(places: str, numbering: str, styles: str = "") -> list[str]:
    document = typed(body(places), numbering=numbering, styles=styles)
    known = Labels(Looks(document))
    return [known.of(paragraph) for paragraph in nodes(document, "p")]


DIEU = (
    level(0, "Chương %1", "upperRoman"),
    level(1, "Điều %2.", more='<w:lvlRestart w:val="0"/>'),
    level(2, "%3."),
    level(3, "%4)", "lowerLetter"),
)
AFTER_FIRST = '<w:lvlRestart w:val="1"/>'
LEGAL = (level(0, "%1.", "upperRoman"), level(1, "%1.%2."), level(2, "%1.%2.%3", more="<w:isLgl/>"))


@pytest.mark.parametrize(
    ("places", "numbering", "expected"),
    [
        ("1.0 . 1.0", abstract(level(0, "%1.")) + num(1), ["1.", "", "2."]),
        (
            "1.0 1.1 1.2 1.3 1.3 1.2 1.1 1.2 1.3 1.0 1.1 1.2",
            abstract(*DIEU) + num(1),
            ["Chương I", "Điều 1.", "1.", "a)", "b)", "2.", "Điều 2.", "1.", "a)", "Chương II",
             "Điều 3.", "1."],
        ),
        ("1.0 1.1 1.2 1.1", abstract(*LEGAL) + num(1), ["I.", "I.1.", "1.1.1", "I.2."]),
        # A level that restarts after the first alone goes on over the second.
        (
            "1.0 1.1 1.2 1.1 1.2 1.0 1.2",
            abstract(level(0, "%1"), level(1, "%2"), level(2, "%3", more=AFTER_FIRST)) + num(1),
            ["1", "1", "1", "2", "2", "2", "1"],
        ),
        ("1.0 1.0", abstract(level(0, "%1/", start=5)) + num(1), ["5/", "6/"]),
        ("1.0 2.0 1.0", abstract(level(0, "%1.")) + num(1) + num(2), ["1.", "2.", "3."]),
        (
            "1.0 1.0 2.0 2.0 1.0",
            abstract(level(0, "%1.")) + num(1) + num(2, starts(0, 1)),
            ["1.", "2.", "1.", "2.", "3."],
        ),
        (
            "1.0 1.1 2.1 2.1 2.0 2.1",
            abstract(level(0, "%1"), level(1, "%1.%2")) + num(1) + num(2, starts(1, 8)),
            ["1", "1.1", "1.8", "1.9", "2", "2.8"],
        ),
        (
            "1.0 2.0 1.0",
            abstract(level(0, "%1.")) + abstract(level(0, "(%1)"), id=8) + num(1) + num(2, of=8),
            ["1.", "(1)", "2."],
        ),
        (
            "1.0 2.0",
            abstract(level(0, "%1."))
            + num(1)
            + num(2, f'<w:lvlOverride w:ilvl="0">{level(0, "%1)")}</w:lvlOverride>'),
            ["1.", "2)"],
        ),
        ("1.0", abstract(level(0, "Phần")) + num(1), ["Phần"]),
        ("1.0 1.1", abstract(level(0, "%1", "none"), level(1, "%1%2")) + num(1), ["", "1"]),
        ("1.0 1.1", abstract(level(0, "-", "bullet"), level(1, "%1%2.")) + num(1), ["-", "1."]),
        ("1.1 1.1 1.0", abstract(level(0, "%1"), level(1, "%1.%2")) + num(1), ["1.1", "1.2", "2"]),
        (
            "1.0 1.1",
            abstract(level(0, "%1", "upperRoman"), level(1, "%1.%2", "decimalZero", "<w:isLgl/>"))
            + num(1),
            ["I", "1.01"],
        ),
        ("1.5", abstract(level(0, "%1.")) + num(1), [""]),
        ("0.0 9.0", abstract(level(0, "%1.")) + num(1), ["", ""]),
        ("1.0", "", [""]),
        (
            "1.0 1.1 1.0 1.1",
            abstract(level(0, "•", "bullet"), level(1, "%2.")) + num(1),
            ["•", "1.", "•", "1."],
        ),
    ],
)  # fmt: skip
def test_a_list_counts_as_word_counts(places, numbering, expected):
    assert labels(places, numbering) == expected


@pytest.mark.parametrize(
    ("format", "start", "expected"),
    [
        ("decimal", 10, "10"),
        ("decimalZero", 9, "09"),
        ("decimalZero", 10, "10"),
        ("upperRoman", 1994, "MCMXCIV"),
        ("lowerRoman", 4, "iv"),
        ("upperLetter", 1, "A"),
        ("lowerLetter", 26, "z"),
        ("lowerLetter", 27, "aa"),
        ("lowerLetter", 28, "bb"),
        ("lowerLetter", 0, ""),
        ("lowerLetter", 781, "781"),
        ("upperRoman", 99999999, "99999999"),
        ("ordinalText", 3, "3"),
        ("vietnameseCounting", 3, "3"),
    ],
)
def test_a_number_is_written_in_its_format(format, start, expected):
    assert labels("1.0", abstract(level(0, "%1", format, start=start)) + num(1)) == [expected]


@pytest.mark.parametrize(
    ("text", "font", "expected"),
    [
        ("-", "", "-"),
        ("+", "Times New Roman", "+"),
        ("–", "", "–"),
        ("o", "Courier New", "o"),
        ("\uf0b7", "Symbol", "•"),
        ("\uf0b7", "", "•"),
        ("·", "Symbol", "•"),
        ("\uf02d", "Symbol", "-"),
        ("\uf02b", "Symbol", "+"),
        ("\uf0a7", "Wingdings", "•"),
        ("\uf0d8", "Wingdings", "•"),
        ("\uf02d", "Wingdings", "•"),
        ("", "", ""),
    ],
)
def test_a_bullet_is_its_sign(text, font, expected):
    look = f'<w:rPr><w:rFonts w:ascii="{font}" w:hAnsi="{font}"/></w:rPr>' if font else ""
    bullet = level(0, text, "bullet").replace("</w:lvl>", f"{look}</w:lvl>")
    assert labels("1.0", abstract(bullet) + num(1)) == [expected]


def style(id: str, look: str, *, parent: str = "", kind: str = "paragraph") -> str:
    return (
        f'<w:style w:type="{kind}" w:styleId="{id}"><w:basedOn w:val="{parent}"/>'
        f"<w:pPr>{look}</w:pPr></w:style>"
    )


def numbered(n: str, of: str = "1") -> str:
    at = f'<w:ilvl w:val="{n}"/>' if n else ""
    return f'<w:numPr>{at}<w:numId w:val="{of}"/></w:numPr>'


@pytest.mark.parametrize(
    ("places", "styles", "expected"),
    [
        ("A A", style("A", numbered("0")), ["I.", "II."]),
        ("A B B", style("A", numbered("")) + style("B", "", parent="A"), ["I.", "II.", "III."]),
        ("A B", style("A", numbered("")) + style("B", numbered("", of="0"), parent="A"),
         ["I.", ""]),
        ("A D D A D", style("A", numbered("0")) + style("D", numbered("")),
         ["I.", "I.1", "I.2", "II.", "II.1"]),
        ("A 1.1 0.0", style("A", numbered("0")), ["I.", "I.1", ""]),
        ("?", style("A", numbered("0")), [""]),
    ],
)  # fmt: skip
def test_a_style_numbers_its_paragraphs(places, styles, expected):
    levels = level(0, "%1.", "upperRoman"), level(1, "%1.%2", more='<w:pStyle w:val="D"/>')
    assert labels(places, abstract(*levels) + num(1), styles) == expected


def test_a_default_style_numbers_paragraphs_without_a_style():
    normal = style("N", numbered("0")).replace("<w:style ", '<w:style w:default="1" ')
    assert labels(". .", abstract(level(0, "%1.")) + num(1), normal) == ["1.", "2."]


def test_a_definition_may_stand_behind_a_numbering_style():
    numbering = (
        abstract(id=6, more='<w:numStyleLink w:val="Dieu"/>')
        + abstract(level(0, "Điều %1."), more='<w:styleLink w:val="Dieu"/>')
        + num(1, of=6)
        + num(2)
    )
    styles = style("Dieu", numbered("", of="2"), kind="numbering")
    assert labels("1.0 2.0", numbering, styles) == ["Điều 1.", "Điều 2."]


def test_a_format_told_twice_is_read_as_the_one_that_every_word_knows():
    newer = (
        '<mc:AlternateContent><mc:Choice Requires="w14"><w:numFmt w:val="custom" '
        'w:format="001, 002, ..."/></mc:Choice><mc:Fallback><w:numFmt w:val="upperRoman"/>'
        "</mc:Fallback></mc:AlternateContent>"
    )
    told = level(0, "%1.").replace('<w:numFmt w:val="decimal"/>', newer)
    assert labels("1.0 1.0", abstract(told) + num(1)) == ["I.", "II."]


def test_text_boxes_and_headers_count_apart():
    numbering = abstract(level(0, "%1.")) + num(1)
    one = p(_look("1.0"))
    box = f"<w:p><w:r><w:pict><w:txbxContent>{one}{one}</w:txbxContent></w:pict></w:r></w:p>"
    document = typed(one + box + one, numbering=numbering)
    known = Labels(Looks(document))
    assert [known.of(node) for node in nodes(document, "p")] == ["1.", "", "1.", "2.", "2."]
    for kind, expected in (("hdr", "1."), ("ftr", "2."), ("footnotes", "1.")):
        part = parse(f"<w:{kind} {NAMESPACES}>{one}</w:{kind}>".encode())
        assert known.of(part[0]) == expected


PLAIN = (
    level(0, "Điều %1."),
    level(1, "%2."),
    level(2, "%1.%2.%3"),
    level(3, "%4)", "lowerLetter"),
)
# What LibreOffice follows: it knows no `isLgl` and lets nothing run on over «Chương»; a list's
# own start it forgets when the level above goes on.
PRINTED = {
    "articles": ("1.0 1.1 1.3 1.3 1.1 1.2 1.0 1.1 1.3 1.0", abstract(*PLAIN) + num(1)),
    "shared": (
        "1.0 1.0 2.0 2.0 1.0",
        abstract(level(0, "%1.", "upperRoman")) + num(1) + num(2, starts(0, 1)),
    ),
    "deeper": (
        "1.0 1.1 2.1 2.1 2.0",
        abstract(level(0, "%1"), level(1, "%1.%2")) + num(1) + num(2, starts(1, 8)),
    ),
    "skipped": (
        "1.1 1.1 1.0 1.1 1.0 1.2 1.1 1.2",
        abstract(level(0, "%1"), level(1, "%1.%2"), level(2, "%1.%2.%3")) + num(1),
    ),
    "letters": ("1.0 " * 29, abstract(level(0, "%1)", "lowerLetter")) + num(1)),
    "signs": (
        "1.0 1.1 1.0 1.1",
        abstract(level(0, "-", "bullet"), level(1, "%2.")) + num(1),
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", PRINTED)
def test_libreoffice_prints_the_same_numbers(office, name):
    places, numbering = PRINTED[name]
    documents = [packed(typed(body(of), numbering=inside)) for of, inside in PRINTED.values()]
    office.convert_all(documents)
    printed = office.pdf_text(packed(typed(body(places), numbering=numbering)))
    assert printed == " ".join(f"{label} x" for label in labels(places, numbering))
