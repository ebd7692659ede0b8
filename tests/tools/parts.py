"""Tools of the tests: small templates from a notation, a part of a docx as its XML.

Each line of the notation is a paragraph, `¦` begins a new run (every second one is bold), a line
that starts with `<` is XML as it stands, and `# a / b ;; c` is a row of a table: cells between
` ;; `, their paragraphs between ` / `. It is the notation of `word.golden_text`, read backwards.
"""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Mapping
from xml.sax.saxutils import escape

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMESPACES = (
    f'xmlns:w="{W}" xmlns:r="{R}" xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_PARTS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def template(notation: str, **parts: str) -> bytes:
    """A docx with this body; `header1=…`, `footer1=…`, `footnotes=…` are parts in the notation."""
    names = list(parts)
    references = "".join(
        f'<w:{name[:6]}Reference w:type="default" r:id="{name}"/>'
        for name in names
        if name[:6] in ("header", "footer")
    )
    body = f"{content(notation)}<w:sectPr>{references}</w:sectPr>"
    files = {
        "[Content_Types].xml": _content_types(names),
        "_rels/.rels": _relations({"d": ("officeDocument", "word/document.xml")}),
        "word/_rels/document.xml.rels": _relations(
            {name: (name.rstrip("0123456789"), f"{name}.xml") for name in names}
        ),
        "word/document.xml": f"<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>",
    }
    for name, text in parts.items():
        tag = {"header": "hdr", "footer": "ftr"}.get(name[:6], name)
        files[f"word/{name}.xml"] = f"<w:{tag} {NAMESPACES}>{content(text)}</w:{tag}>"
    return package(files)


def package(files: Mapping[str, str | bytes], *, method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A zip of these files, in their order."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", method) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return stream.getvalue()


def with_part(docx: bytes, kind: str, xml: str) -> bytes:
    """The file with one more part that its body refers to: styles, numbering, settings …"""
    found = files(docx)
    type_of = f'<Override PartName="/word/{kind}.xml" ContentType="{_MAIN}.{kind}+xml"/></Types>'
    relation = f'<Relationship Id="{kind}" Type="{_PARTS}/{kind}" Target="{kind}.xml"/>'
    ends = {
        "[Content_Types].xml": ("</Types>", type_of),
        "word/_rels/document.xml.rels": ("</Relationships>", f"{relation}</Relationships>"),
    }
    for name, (end, more) in ends.items():
        found[name] = found[name].decode().replace(end, more).encode()
    return package({**found, f"word/{kind}.xml": xml})


def files(docx: bytes) -> dict[str, bytes]:
    """Every file in the package, by its name."""
    with zipfile.ZipFile(io.BytesIO(docx)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def part(docx: bytes, name: str = "document") -> str:
    """The XML of one part."""
    return files(docx)[f"word/{name}.xml"].decode()


def png(width: int, height: int) -> bytes:
    """A red picture of this many points."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        ends = struct.pack(">L", len(data)), struct.pack(">L", zlib.crc32(kind + data))
        return ends[0] + kind + data + ends[1]

    rows = zlib.compress((b"\0" + b"\xff\0\0" * width) * height)
    head = chunk(b"IHDR", struct.pack(">2L5B", width, height, 8, 2, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def content(notation: str) -> str:
    """The XML of paragraphs and tables in the notation."""
    pieces: list[str] = []
    rows: list[str] = []
    for line in [*notation.split("\n"), None]:
        if line is not None and line.startswith("# "):
            rows.append(_row(line[2:]))
            continue
        if rows:
            pieces.append(f"<w:tbl><w:tblPr/><w:tblGrid/>{''.join(rows)}</w:tbl>")
            rows = []
        if line is not None:
            pieces.append(line if line.startswith("<") else paragraph(line))
    return "".join(pieces)


def paragraph(line: str, properties: str = "") -> str:
    """A paragraph of runs; every second one is bold."""
    runs = [run(text, bold=bool(i % 2)) for i, text in enumerate(line.split("¦")) if text]
    look = f"<w:pPr>{properties}</w:pPr>" if properties else ""
    return f"<w:p>{look}{''.join(runs)}</w:p>"


def run(text: str, *, bold: bool = False) -> str:
    """One run of text."""
    look = "<w:rPr><w:b/></w:rPr>" if bold else ""
    return f'<w:r>{look}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def notes(kind: str, *texts: str) -> str:
    """The inside of a part of notes («footnote», «endnote»): a separator, and a note for each text
    in the notation, with the ids 1, 2 …"""
    found = (
        f'<w:{kind} w:id="{id}">{content(text)}</w:{kind}>' for id, text in enumerate(texts, 1)
    )
    separator = f'<w:{kind} w:type="separator" w:id="-1">'
    return "".join((f"{separator}<w:p><w:r><w:separator/></w:r></w:p></w:{kind}>", *found))


def referring(kind: str, *ids: int, text: str = "") -> str:
    """A paragraph of this text that refers to these notes."""
    found = (f'<w:r><w:{kind}Reference w:id="{id}"/></w:r>' for id in ids)
    return f"<w:p>{run(text) if text else ''}{''.join(found)}</w:p>"


def _row(line: str) -> str:
    cells = [
        "".join(inner if inner.startswith("<") else paragraph(inner) for inner in cell.split(" / "))
        for cell in line.split(" ;; ")
    ]
    return f"<w:tr>{''.join(f'<w:tc>{cell}</w:tc>' for cell in cells)}</w:tr>"


def _content_types(names: list[str]) -> str:
    kinds = {"word/document": "document.main"}
    kinds |= {f"word/{name}": name.rstrip("0123456789") for name in names}
    overrides = "".join(
        f'<Override PartName="/{name}.xml" ContentType="{_MAIN}.{kind}+xml"/>'
        for name, kind in kinds.items()
    )
    rels = "application/vnd.openxmlformats-package.relationships+xml"
    return (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        f'<Default Extension="rels" ContentType="{rels}"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    )


def _relations(targets: Mapping[str, tuple[str, str]]) -> str:
    relations = "".join(
        f'<Relationship Id="{id}" Type="{_PARTS}/{kind}" Target="{target}"/>'
        for id, (kind, target) in targets.items()
    )
    space = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'<Relationships xmlns="{space}">{relations}</Relationships>'
