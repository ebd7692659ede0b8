"""Comments: problems at the paragraphs they are about, beside comments that are there already."""

from __future__ import annotations

import re

import pytest

from docgen.templating import TemplateError, TemplateProblem, compile_template, with_comments
from ooxml import ooxml_problems
from parts import content, files, package, part, run, template
from word import golden_text

BODY = "mẫu · thân văn bản"
TABLE = "a\n# b / c ;; d\ne"


def about(docx: bytes) -> list[tuple[str, str]]:
    """For each comment its text and the text of the paragraph it is about."""
    found = []
    for id, text in re.findall(
        r'<w:comment w:id="(\d+)".*?<w:t(?: [^>]*)?>(.*?)</w:t>', part(docx, "comments")
    ):
        start = f'<w:commentRangeStart w:id="{id}"/>'
        body = part(docx)
        inside = body[body.index(start) : body.index(f'<w:commentRangeEnd w:id="{id}"/>')]
        assert f'<w:commentReference w:id="{id}"/>' in body
        found.append((text, "".join(re.findall(r"<w:t(?: [^>]*)?>(.*?)</w:t>", inside))))
    return found


@pytest.mark.parametrize(("paragraph", "text"), [(1, "a"), (2, "b"), (3, "c"), (4, "d"), (5, "e")])
def test_a_comment_stands_at_its_paragraph(paragraph, text):
    docx = with_comments(template(TABLE), [TemplateProblem("x < y", BODY, paragraph)])
    assert about(docx) == [("x &lt; y", text)]
    assert ooxml_problems(docx) == []


@pytest.mark.parametrize(
    "problem",
    [
        TemplateProblem("x", "mẫu · đầu trang", 1),
        TemplateProblem("x", f"{BODY} · hộp chữ 1", 3),
        TemplateProblem("x", "khối.docx · thân văn bản", 2),
        TemplateProblem("x", BODY),
    ],
)
def test_what_has_no_paragraph_in_the_body_is_told_at_the_first(problem):
    assert about(with_comments(template(TABLE), [problem])) == [(str(problem), "a")]


def test_comments_that_are_there_stay():
    first = with_comments(template(TABLE), [TemplateProblem("one", BODY, 1)])
    second = with_comments(first, [TemplateProblem(n, BODY, 1) for n in ("two", "three")])
    assert about(second) == [("one", "a"), ("two", "a"), ("three", "a")]
    assert ooxml_problems(second) == []


def test_all_else_is_copied():
    source = template(TABLE, header1="h")
    before, after = files(source), files(with_comments(source, [TemplateProblem("x", BODY, 1)]))
    assert {n for n in before if before[n] != after[n]} == {
        "[Content_Types].xml", "word/_rels/document.xml.rels", "word/document.xml",
    }  # fmt: skip
    assert after.keys() - before.keys() == {"word/comments.xml"}


@pytest.mark.parametrize("body", ["<a>", "<w:document xmlns:w='x'/>", ""])
def test_a_body_that_cannot_be_read_is_refused(body):
    source = package({**files(template("a")), "word/document.xml": body})
    with pytest.raises(TemplateError):
        with_comments(source, [TemplateProblem("x", BODY, 1)])


def lint(source: bytes, blocks: dict[str, bytes] | None = None) -> bytes:
    """A copy of a faulty template with its faults as comments."""
    with pytest.raises(TemplateError) as caught:
        compile_template(source, blocks=(blocks or {}).__getitem__)
    docx = with_comments(source, caught.value.problems)
    assert ooxml_problems(docx) == []
    return docx


WORDS = [
    ("Đồng chí {{ a|uper }}, bí thư", "uper"),
    ("{{ a|up¦er }} and {{ b|up¦er }}", "uper"),
    ("dài … " * 20 + "{{ a|uper }}" + " … dài" * 20, "uper"),
    ("… {{ a|uper }}", "uper"),
    ("a{% if b %}c", "if"),
    ("# a ;; b / c {{ a|uper }}", "uper"),
    ("a{{ b }", "{{"),
    ("<w:p><w:r><w:t>{{ a|</w:t><w:br/><w:t>uper }} b</w:t></w:r></w:p>", "uper"),
    (f"<w:p><w:hyperlink w:anchor='n'>{run('a {{ a|uper }} b')}</w:hyperlink></w:p>", "uper"),
]


@pytest.mark.parametrize(("notation", "words"), WORDS)
def test_a_comment_is_about_the_faulty_words(notation, words):
    source = template(f"{notation}\nz")
    docx = lint(source)
    assert {text for _, text in about(docx)} == {words}
    assert golden_text(docx) == golden_text(source)


def test_a_file_with_comments_reads_as_before(office):
    source = template("\n".join(notation for notation, _ in WORDS))
    docx = lint(source)
    assert len(about(docx)) == len(WORDS) + 1
    assert office.pdf_text(docx) == office.pdf_text(source)


def test_comments_in_one_run_are_each_about_their_words():
    docx = lint(template("a {{ a|one }} b {{ b|two }} c"))
    assert [text for _, text in about(docx)] == ["one", "two"]
    assert golden_text(docx) == "a {{ a|one }} b {{ b|two }} c\n"


def section(header: str) -> str:
    """A paragraph that ends a section with this header."""
    reference = f'<w:headerReference w:type="default" r:id="{header}"/>'
    return f"<w:p><w:pPr><w:sectPr>{reference}</w:sectPr></w:pPr>{run('end')}</w:p>"


BOX = f"<w:pict><v:shape><v:textbox><w:txbxContent>{content('{{ a|uper }}')}</w:txbxContent>"
ELSEWHERE = [
    (f"a\n<w:p>{run('b')}<w:r><w:footnoteReference w:id='4'/></w:r></w:p>",
     {"footnotes": f"<w:footnote w:id='4'>{content('{{ a|uper }}')}</w:footnote>"},
     ("cước chú 1, đoạn 1", "b")),
    (f"a\n# b ;; <w:p>{run('c')}<w:r><w:endnoteReference w:id='4'/></w:r></w:p>",
     {"endnotes": f"<w:endnote w:id='4'>{content('d') + content('{{ a|uper }}')}</w:endnote>"},
     ("chú thích cuối 1, đoạn 2", "c")),
    (f"a\n{section('header2')}\nsecond\nz",
     {"header1": "{{ a|uper }}", "header2": "z"}, ("đầu trang 1, đoạn 1", "second")),
    (f"a\n{section('header2')}\nsecond\nz",
     {"header1": "y", "header2": "# x ;; {{ a|uper }}"},
     ("đầu trang 2, đoạn 2, bảng 1, hàng 1, ô 2", "a")),
    (f"a\n<w:p>{run('b')}<w:r>{BOX}</v:textbox></v:shape></w:pict></w:r></w:p>", {},
     ("thân văn bản · hộp chữ 1, đoạn 1", "b{{ a|uper }}")),
]  # fmt: skip


@pytest.mark.parametrize(("notation", "parts", "told"), ELSEWHERE)
def test_where_word_has_no_comments_the_body_is_pointed_at(notation, parts, told):
    docx = lint(template(notation, **parts))
    ((comment, words),) = about(docx)
    place, paragraph = told
    assert comment.startswith(f"mẫu · {place} · «{{{{ a|uper }}}}»: ")
    assert words == paragraph


def test_a_fault_of_a_block_is_told_where_it_is_included():
    source = template('a\n{%p include "blocks/b.docx" %}\nz')
    docx = lint(source, {"blocks/b.docx": template("x\n{{ a|uper }}")})
    ((comment, words),) = about(docx)
    assert comment.startswith("blocks/b.docx · thân văn bản, đoạn 2 · ")
    assert words == '{%p include "blocks/b.docx" %}'
