"""Package: hostile and unusual zips; what did not change is copied byte for byte."""

from __future__ import annotations

import io
import struct
import time
import warnings
import zipfile

import pytest

from docgen.templating import TemplateError, compile_template
from parts import NAMESPACES, W, files, package, part, template

SOURCE = template("{{ x }}", header1="b")
BROKEN = "tệp không phải là văn bản Word (.docx) hoặc đã hỏng"


def with_part(name: str, data: bytes | str) -> bytes:
    return package({**files(SOURCE), name: data})


def doubled(name: str) -> bytes:
    stream = io.BytesIO(SOURCE)
    with warnings.catch_warnings(), zipfile.ZipFile(stream, "a") as archive:
        warnings.simplefilter("ignore")
        archive.writestr(name, "x")
    return stream.getvalue()


def with_flag(flag: int) -> bytes:
    """The source with a flag set in every entry of the directory."""
    data = bytearray(SOURCE)
    at = data.find(b"PK\1\2")
    while at >= 0:
        data[at + 8] |= flag
        at = data.find(b"PK\1\2", at + 4)
    return bytes(data)


def with_method(method: int) -> bytes:
    data = bytearray(SOURCE)
    struct.pack_into("<H", data, data.find(b"PK\1\2") + 10, method)
    return bytes(data)


def with_size(size: int) -> bytes:
    """The body declares another size than it has."""
    data = bytearray(SOURCE)
    at = data.rfind(b"word/document.xml") - 46
    assert data[at : at + 4] == b"PK\1\2"
    struct.pack_into("<L", data, at + 24, size)
    return bytes(data)


def document(inside: str, before: str = "") -> str:
    return f"{before}<w:document {NAMESPACES}><w:body>{inside}</w:body></w:document>"


def with_types(kind: str) -> bytes:
    """The package says that it holds a part of this kind."""
    name = "[Content_Types].xml"
    types = files(SOURCE)[name].decode()
    return with_part(
        name,
        types.replace("<Override", f'<Default Extension="x" ContentType="{kind}"/><Override', 1),
    )


def related(kind: str, target: str, mode: str = "External") -> bytes:
    """The header has a relation of this kind."""
    at = f" TargetMode='{mode}'" if mode else ""
    space = "http://schemas.openxmlformats.org/package/2006/relationships"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    return with_part(
        "word/_rels/header1.xml.rels",
        (
            f"<Relationships xmlns='{space}'><Relationship Id='r' Type='{office}/{kind}' "
            f"Target='{target}'{at}/></Relationships>"
        ),
    )


OUTSIDE = [
    ("attachedTemplate", "https://a.example/b.dotm", "External",
     "mẫu đính kèm nằm ngoài tệp (https://a.example/b.dotm)"),
    ("attachedTemplate", "file:///C:/b.dotm", "external", "mẫu đính kèm nằm ngoài tệp"),
    ("image", "http://a.example/b.png", "External", "ảnh nằm ngoài tệp; hãy chèn hẳn ảnh vào"),
    ("image", "\\\\server\\share\\b.png", "", "ảnh nằm ngoài tệp"),
    ("image", "//a.example/b.png", "", "ảnh nằm ngoài tệp"),
    ("image", "HTTP://a.example/b.png", "Internal", "ảnh nằm ngoài tệp"),
    ("subDocument", "other.docx", "External", "văn bản con nằm ngoài tệp"),
    ("frame", "http://a.example", "External", "khung lấy nội dung từ ngoài tệp"),
    ("oleObject", "file:///a.xlsx", "External", "đối tượng liên kết với tệp khác"),
    ("settings", "http://a.example", "External", "phần «settings» nằm ngoài tệp"),
    ("hyperlink", "https://a.example/b", "External", None),
    ("hyperlink", "mailto:a@a.example", "External", None),
    ("image", "media/a.png", "Internal", None),
    ("image", "/word/media/a.png", "", None),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "target", "mode", "told"), OUTSIDE)
def test_what_reaches_outside_is_refused(kind, target, mode, told):
    source = related(kind, target, mode)
    if told is None:
        compile_template(source)
        return
    with pytest.raises(TemplateError) as caught:
        compile_template(source)
    (problem,) = caught.value.problems
    assert problem.part == "word/_rels/header1.xml.rels"
    assert problem.message.startswith(told)


LAUGHS = "<!DOCTYPE d [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'>]>"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"

HOSTILE = {
    "empty": (b"", BROKEN),
    "text": (b"hello", BROKEN),
    "html": (b"<html></html>" * 100, BROKEN),
    "pdf": (b"%PDF-1.7\n" + b"x" * 1000, BROKEN),
    "old doc": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 1000,
                "tệp đặt mật khẩu hoặc ở dạng .doc cũ; hãy lưu lại dưới dạng .docx"),
    "truncated": (SOURCE[:-100], BROKEN),
    "half": (SOURCE[: len(SOURCE) // 2], BROKEN),
    "head cut off": (SOURCE[200:], BROKEN),
    "local header": (SOURCE.replace(b"PK\3\4", b"PK\3\5"), BROKEN),
    "encrypted": (with_flag(1), "tệp đặt mật khẩu; hãy bỏ mật khẩu rồi lưu lại"),
    "unknown compression": (with_method(99), BROKEN),
    "lzma": (with_method(14), BROKEN),
    "declares too little": (with_size(10),
                            "phần word/document.xml đã hỏng hoặc khai sai kích thước"),
    "declares too much": (with_size(90_000),
                          "phần word/document.xml đã hỏng hoặc khai sai kích thước"),
    "declares gigabytes": (with_size(2**31), "tệp khai kích thước quá lớn khi giải nén"),
    "twice the body": (doubled("word/document.xml"),
                       "tệp có quá nhiều phần hoặc có phần trùng tên"),
    "twice but for case": (doubled("WORD/Document.xml"),
                           "tệp có quá nhiều phần hoặc có phần trùng tên"),
    "many entries": (package({str(i): "" for i in range(3000)}),
                     "tệp có quá nhiều phần hoặc có phần trùng tên"),
    "bomb": (package({**files(SOURCE), "word/media/a.png": b"\0" * (300 * 2**20)}),
             "tệp khai kích thước quá lớn khi giải nén"),
    "no body": (package({"a.txt": "b"}),
                "tệp không có phần thân văn bản Word"),
    "macro": (with_part("word/vbaProject.bin", "x"),
              "tệp có macro; hãy lưu lại dưới dạng .docx không có macro"),
    "not xml": (with_part("word/document.xml", "<a>"), "phần XML của tệp đã hỏng"),
    "unknown entity": (with_part("word/document.xml", document("&x;")),
                       "phần XML của tệp đã hỏng"),
    "dtd": (with_part("word/document.xml", document("", "<!DOCTYPE w:document>")),
            "tệp khai kiểu tài liệu (DTD), không được dùng"),
    "laughs": (with_part("word/document.xml", document("<w:p>&b;</w:p>", LAUGHS)),
               "tệp khai kiểu tài liệu (DTD), không được dùng"),
    "entity file": (with_part("word/document.xml", document(
        "<w:p>&f;</w:p>", "<!DOCTYPE d [<!ENTITY f SYSTEM 'file:///etc/passwd'>]>")),
        "tệp khai kiểu tài liệu (DTD), không được dùng"),
    "dtd in styles": (with_part("word/styles.xml", document("", LAUGHS)),
                      "tệp khai kiểu tài liệu (DTD), không được dùng"),
    "too deep": (with_part("word/document.xml", document("<w:p>" * 5000 + "</w:p>" * 5000)),
                 "phần XML của tệp đã hỏng"),
    "huge part": (with_part("word/document.xml", document(" " * 21 * 2**20)),
                  "phần XML của tệp quá lớn"),
    "many paragraphs": (with_part("word/document.xml", document("<w:p/>" * 60_000)),
                        "phần này có quá 50000 đoạn"),
    "many paragraphs by another name": (with_part("word/header1.xml", (
        f"<a:hdr xmlns:a='{W}'>" + "<a:p />" * 60_000 + "</a:hdr>")),
        "phần này có quá 50000 đoạn"),
    "many elements": (with_part("word/document.xml", document("<w:r/>" * 700_000)),
                      "phần này có quá nhiều phần tử hoặc thẻ"),
    "many tags": (with_part("word/document.xml", document(
        f"<w:p><w:r><w:t>{'{{ x }}' * 30_000}</w:t></w:r></w:p>")),
        "phần này có quá nhiều phần tử hoặc thẻ"),
    "nothing but openers": (with_part("word/document.xml", document(
        f"<w:p><w:r><w:t>{'{{ {% ' * 2_400}</w:t></w:r></w:p>")),
        "thẻ mở bằng «{{» mà chưa đóng trong đoạn này"),
    "openers cut over runs": (with_part("word/document.xml", document(
        "<w:p>" + "<w:r><w:t>{</w:t></w:r>" * 9_900 + "</w:p>")),
        "thẻ mở bằng «{{» mà chưa đóng trong đoạn này"),
    "tightly packed": (package({**files(SOURCE), "word/media/a.png": b"\0" * (60 * 2**20)}),
                       "tệp khai kích thước quá lớn khi giải nén"),
    "macro by its type": (with_types("application/vnd.ms-word.document.macroEnabled.main+xml"),
                          "tệp có macro; hãy lưu lại dưới dạng .docx không có macro"),
    "macro under another name": (with_types("application/vnd.ms-office.vbaProject"),
                                 "tệp có macro; hãy lưu lại dưới dạng .docx không có macro"),
    "control": (with_types("application/vnd.ms-office.activeX+xml"),
                "tệp có điều khiển ActiveX; hãy bỏ đi rồi lưu lại"),
    "dtd in a part nobody reads": (with_part("customXml/item1.xml", f"{LAUGHS}<d/>"),
                                   "tệp khai kiểu tài liệu (DTD), không được dùng"),
    "dtd in UTF-16": (with_part("docProps/app.xml", f"{LAUGHS}<d/>".encode("utf-16")),
                      "tệp khai kiểu tài liệu (DTD), không được dùng"),
    "dtd in relations": (with_part("word/_rels/header1.xml.rels", f"{LAUGHS}<d/>"),
                         "tệp khai kiểu tài liệu (DTD), không được dùng"),
    "strict": (with_part("word/document.xml", f"<w:document xmlns:w='{STRICT}'/>"),
               "tệp ở dạng Strict Open XML; hãy lưu lại dưới dạng Word Document (.docx)"),
}  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_file_is_refused_at_once(name):
    data, message = HOSTILE[name]
    start = time.process_time()
    with pytest.raises(TemplateError) as caught:
        compile_template(data)
    assert time.process_time() - start < 1
    assert caught.value.problems[0].message == message


def test_damaged_part_without_tags_is_refused():
    data = bytearray(SOURCE)
    with zipfile.ZipFile(io.BytesIO(SOURCE)) as archive:
        info = archive.getinfo("word/header1.xml")
    data[info.header_offset + 30 + len(info.filename) + 3] ^= 0xFF
    with pytest.raises(TemplateError, match="header1.xml đã hỏng"):
        compile_template(bytes(data))


def test_changed_letter_in_a_stored_part_is_refused():
    stored = package({**files(SOURCE), "word/a.xml": "<a>one</a>"}, method=zipfile.ZIP_STORED)
    with pytest.raises(TemplateError, match=r"a\.xml đã hỏng hoặc khai sai"):
        compile_template(stored.replace(b"<a>one", b"<a>two"))


def streamed(source: bytes) -> bytes:
    """The same files as a program writes them that cannot go back: sizes behind the data."""

    class Pipe(io.RawIOBase):
        data = b""

        def writable(self):
            return True

        def write(self, piece):
            self.data += bytes(piece)
            return len(piece)

    pipe = Pipe()
    with zipfile.ZipFile(pipe, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files(source).items():
            archive.writestr(name, content)
    assert pipe.data[6] & 8
    return pipe.data


def zip64(source: bytes) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files(source).items():
            with archive.open(name, "w", force_zip64=True) as file:
                file.write(content)
    return stream.getvalue()


def with_folders(source: bytes) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.mkdir("word")
        for name, content in files(source).items():
            archive.writestr(name, content)
    return stream.getvalue()


@pytest.mark.parametrize(
    "source",
    [
        streamed(SOURCE),
        zip64(SOURCE),
        with_folders(SOURCE),
        package(files(SOURCE), method=zipfile.ZIP_STORED),
        b"prefix" + SOURCE,
        package({**files(SOURCE), "word/media/ảnh.png": b"\x89PNG"}),
        package({**files(SOURCE), "customXml/item1.xml": b""}),
        package({k: v if k != "word/document.xml" else b"\xef\xbb\xbf" + v
                 for k, v in files(SOURCE).items()}),
        package({k: v if k != "word/document.xml" else v.decode().encode("utf-16")
                 for k, v in files(SOURCE).items()}),
    ],
    ids=["streamed", "zip64", "folders", "stored", "prefix", "name", "empty", "BOM", "UTF-16"],
)  # fmt: skip
def test_unusual_zip_is_read_and_copied(source):
    docx = compile_template(source).render({"x": "đ"})
    before, after = files(source), files(docx)
    assert ">đ<" in part(docx)
    assert [n for n in after if after[n] != before[n]] == ["word/document.xml"]
    assert list(after) == [name for name in before if not name.endswith("/")]
    with zipfile.ZipFile(io.BytesIO(docx)) as archive:
        assert archive.testzip() is None


def raw(docx: bytes) -> dict[str, bytes]:
    """The compressed bytes of every entry."""
    with zipfile.ZipFile(io.BytesIO(docx)) as archive:
        found = {}
        for info in archive.infolist():
            name, extra = struct.unpack_from("<2H", docx, info.header_offset + 26)
            start = info.header_offset + 30 + name + extra
            found[info.filename] = docx[start : start + info.compress_size]
        return found


def test_what_did_not_change_keeps_its_compressed_bytes():
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name, content in files(SOURCE).items():
            archive.writestr(name, content * (1 if name.endswith(("xml", "rels")) else 50))
        archive.writestr("word/media/a.txt", b"abc" * 5000)
    before, after = (
        raw(stream.getvalue()),
        raw(compile_template(stream.getvalue()).render({"x": 1})),
    )
    assert {n for n in before if before[n] != after[n]} == {"word/document.xml"}


def test_two_renders_give_the_same_bytes():
    source = compile_template(SOURCE)
    first = source.render({"x": "a"})
    assert compile_template(SOURCE).render({"x": "a"}) == first == source.render({"x": "a"})
    with zipfile.ZipFile(io.BytesIO(first)) as archive:
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
