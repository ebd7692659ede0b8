"""Proof: whatever is lost between the program and the file is noticed, whoever lost it."""

from __future__ import annotations

import re

import pytest

from docgen.templating import TemplateError, compile_template, proof, render, trace
from docgen.templating.package import Member, write_package
from parts import files, template

SOURCE = template(
    "{{ a }}¦ and {{ b }}\n{%p for c in cs %}\n{{ c }}\n{%p endfor %}", header1="{{ a }}"
)
CONTEXT = {"a": "first & <1>", "b": "8\t9", "cs": ["x\ny", "8"]}


def rendered():
    return compile_template(SOURCE).run(trace(CONTEXT))


def test_what_is_whole_is_proved():
    assert [put.text for put in rendered().puts] == [
        "first & <1>",
        "8\t9",
        "x\ny",
        "8",
        "first & <1>",
    ]


def changed(old: str, new: str, count: int = 0):
    """A writer of packages that spoils the body."""

    def write(members):
        return write_package(
            Member.of(m.name, re.sub(old, new, proof.content(m).decode(), count=count).encode())
            if m.name == "word/document.xml"
            else m
            for m in members
        )

    return write


LOST = "nội dung của {} không có trong văn bản đã tạo"

SABOTAGE = {
    "a value": (changed("first[^<]*", ""), LOST.format("a")),
    "one letter": (changed("first", "frst"), LOST.format("a")),
    "what markup escapes": (changed("&lt;1&gt;", ""), LOST.format("a")),
    "behind a tab": (changed(">9<", "><"), LOST.format("b")),
    "a line": (changed(">y<", "><"), LOST.format("cs.0")),
    "the last value": (changed(r"8(?=</w:t></w:r></w:p><w:sect)", ""), LOST.format("cs.1")),
    "the order": (changed("first[^<]*", "8"), LOST.format("a")),
    "a word's place": (changed(r"<w:t [^>]*>(first[^<]*)</w:t>", r"\1"), LOST.format("a")),
    "into a field code": (changed(r"w:t( [^>]*>first[^<]*</)w:t", r"w:instrText\1w:instrText"),
                          LOST.format("a")),
    "the XML": (changed("</w:p>", "", 1), "phần vừa tạo không đúng cú pháp XML "
                "(mismatched tag: line 2, column 1072)"),
    "a part": (lambda members: write_package(list(members)[:-1]),
               "tệp vừa tạo thiếu hoặc lẫn phần"),
    "the order of parts": (lambda members: write_package(reversed(list(members))),
                           "tệp vừa tạo thiếu hoặc lẫn phần"),
    "an unchanged part": (lambda members: write_package(
        Member.of(m.name, b"") if m.name == "_rels/.rels" else m for m in members),
        "phần không đổi của mẫu đã bị sai khác"),
    "the end of the file": (lambda members: write_package(members)[:-1],
                            "tệp vừa tạo bị hỏng, không đọc lại được"),
    "the beginning": (lambda members: write_package(members)[1:],
                      "tệp vừa tạo bị hỏng, không đọc lại được"),
    "everything": (lambda members: b"", "tệp vừa tạo bị hỏng, không đọc lại được"),
}  # fmt: skip


@pytest.mark.parametrize("loss", SABOTAGE)
def test_loss_is_noticed(monkeypatch, loss):
    write, message = SABOTAGE[loss]
    monkeypatch.setattr(render, "write_package", write)
    with pytest.raises(TemplateError) as caught:
        rendered()
    told = caught.value.problems[0].message
    assert re.sub(r"\(.*\)", "", told) == re.sub(r"\(.*\)", "", message)


def test_a_flipped_bit_is_noticed(monkeypatch):
    def write(members):
        data = bytearray(write_package(members))
        data[data.find(b"word/document.xml") + 60] ^= 1
        return bytes(data)

    monkeypatch.setattr(render, "write_package", write)
    with pytest.raises(TemplateError, match=r"word/document\.xml đã hỏng"):
        rendered()


def test_a_misplaced_part_is_noticed(monkeypatch):
    def write(members):
        return write_package(members).replace(b"header1", b"header9", 1)

    monkeypatch.setattr(render, "write_package", write)
    with pytest.raises(TemplateError, match="không đọc lại được|thiếu hoặc lẫn phần"):
        rendered()


def test_a_faulty_finish_is_noticed(monkeypatch):
    source = compile_template(template("a\n{%p keep %}\n{{ x }}"))
    monkeypatch.setattr(render, "finished", lambda text, fills: text.replace("value", ""))
    with pytest.raises(TemplateError, match="nội dung của x không có"):
        source.run(trace({"x": "value"}))


def test_a_filter_that_says_something_else_loses_nothing():
    source = compile_template(template("{{ x|other }}"), filters={"other": lambda value: "z"})
    assert [(put.text, put.path) for put in source.run(trace({"x": "a"})).puts] == [("z", ("x",))]


def test_the_proof_reads_what_the_writer_wrote():
    docx = rendered().docx
    assert {name: proof.content(m) for name, m in proof.read_back(docx).items()} == files(docx)
