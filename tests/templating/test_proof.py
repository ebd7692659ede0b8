"""Proof: whatever is lost between the program and the file is noticed, whoever lost it."""

from __future__ import annotations

import re

import pytest
from lxml import etree

from docgen.templating import TemplateError, compile_template, proof, render, trace, weave
from docgen.templating.finish import finished
from docgen.templating.package import Member, write_package
from docgen.templating.proof import keeps_words, missing_words, prove_places
from docgen.templating.rich import RichText
from docgen.templating.spots import Spot
from docgen.templating.tags import Tag
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


def joined(texts: list[str]) -> list[str]:
    return ["".join(texts)]


FINISHES = {
    "loses a value": lambda texts: [texts[0].replace("value", ""), *texts[1:]],
    "loses what is before": lambda texts: texts[1:],
    "loses what is behind": lambda texts: texts[:-1],
    "loses all": lambda texts: [],
    "turns the order": lambda texts: texts[::-1],
    "says it twice": lambda texts: [texts[0], *texts],
    "adds a letter": lambda texts: [*texts, "<w:p>x</w:p>"],
    "loses the last and joins": lambda texts: joined(texts[:-1]),
}


@pytest.mark.parametrize("loss", FINISHES)
def test_a_faulty_finish_is_noticed(monkeypatch, loss):
    source = compile_template(template("{{ x }}\n{%p keep %}\n{{ x }}b"))

    def faulty(*given):
        return FINISHES[loss](finished(*given))

    monkeypatch.setattr(render, "finished", faulty)
    with pytest.raises(
        TemplateError, match="nội dung của x không có|không đúng cú pháp|bị sai khác"
    ):
        source.run(trace({"x": "value"}))


@pytest.mark.parametrize(
    ("before", "after", "kept"),
    [
        (["<w:t>a</w:t>", ("keep", "0"), "b"], ["<w:t>a</w:t>", "b"], True),
        (["<w:t>a</w:t>", "b"], ["<w:t>ab"], False),
        (["<w:t>a</w:t>", "b"], ["<w:p/><w:t>a</w:t>b"], True),
        (["<w:tbl/>", "b"], ["b"], True),
        (["<w:tbl>a</w:tbl>", "b"], ["b"], False),
        (["a", "b"], ["a", "<w:p/>", "b"], True),
        (["a", "b"], ["b", "a"], False),
        (["a", "b"], ["a", "a", "b"], False),
    ],
)
def test_finishing_keeps_the_words(before, after, kept):
    assert keeps_words(before, after) is kept


WHOLE = [
    (SOURCE, CONTEXT),
    (template("{%p for c in cs %}\n{%p if c %}\n{{ c }}<\n{%p endif %}\n{%p endfor %}"),
     CONTEXT),
    (template("# {%tr for c in cs %}\n# {{ c }} ;; {{ a }}{{ b }}\n# {%tr endfor %}\nz"), CONTEXT),
    (template("# {%tr for c in cs %}\n# {{ c }}\n# {%tr endfor %}\n{{ a }}"), {"a": 1, "cs": []}),
    (template("{%p for c in cs %}\n{{ c }}{% if c %} {{ loop.index }}{% endif %}\n{%p endfor %}"),
     {"cs": [f"<{n}>\n&" if n % 7 else "" for n in range(500)]}),
]  # fmt: skip


@pytest.mark.parametrize(("source", "context"), WHOLE)
def test_what_is_proved_stands_the_reading_of_a_stranger(source, context):
    made = compile_template(source).run(context)
    for name, weaver in made.woven.items():
        data, records = files(made.docx)[name], list(weaver.records())
        assert list(missing_words(name, data, records)) == []
        assert list(missing_words(name, data, [*records, records[0]])) != []


@pytest.mark.parametrize("change", [lambda v: v[:-1], lambda v: (*v, "more"), lambda v: ()])
def test_values_and_texts_that_do_not_pair_are_noticed(monkeypatch, change):
    class Losing(list):
        def extend(self, values):
            super().extend(change(tuple(values)))

    def faulty(*arguments):
        weaver = weave.Weaver(*arguments)
        weaver._values = Losing()
        return weaver

    monkeypatch.setattr(render, "Weaver", faulty)
    with pytest.raises(TemplateError, match="ValueError"):
        rendered()


@pytest.mark.parametrize(
    ("places", "fragments", "told"),
    [
        ("xx", (), None),
        ("xy", (), "đứng ở chỗ làm vỡ văn bản"),
        ("xx", ("</w:t></w:r></w:p><w:p><w:r><w:t>",), None),
        ("xx", ("</w:t><w:br/><w:t>",), None),
        ("xx", ("</w:t></w:r></w:p><w:p><w:r>",), "không đúng cú pháp XML"),
        ("xx", ("</w:t>",), "không đúng cú pháp XML"),
    ],
)
def test_places_are_proved_once(places, fragments, told):
    parents = {name: etree.Element(name) for name in places}
    tags = []
    for name, body in zip(places, ("if a", "endif"), strict=True):
        mark = etree.ProcessingInstruction("tag", "0")
        parents[name].append(mark)
        tags.append(Tag("{%", "", body, Spot("", 1), mark))
    problems = [problem.message for problem in prove_places(tags, fragments)]
    assert bool(problems) is (told is not None)
    assert all(told in message for message in problems)


def test_a_filter_that_says_something_else_loses_nothing():
    source = compile_template(template("{{ x|other }}"), filters={"other": lambda value: "z"})
    assert [(put.text, put.path) for put in source.run(trace({"x": "a"})).puts] == [("z", ("x",))]


def test_the_proof_reads_what_the_writer_wrote():
    docx = rendered().docx
    assert {name: proof.content(m) for name, m in proof.read_back(docx).items()} == files(docx)


def test_a_rich_value_that_breaks_the_part_is_noticed(monkeypatch):
    source = compile_template(template("a {{r x }} b"))
    monkeypatch.setattr(render.Home, "written", lambda self, value: "<w:r>")
    with pytest.raises(TemplateError, match="không đúng cú pháp XML"):
        source.render({"x": RichText("c", bold=True)})
