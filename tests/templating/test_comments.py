"""Comments: problems at the paragraphs they are about, beside comments that are there already."""

from __future__ import annotations

import re

import pytest

from docgen.templating import TemplateError, TemplateProblem, with_comments
from ooxml import ooxml_problems
from parts import files, package, part, template

BODY = "mẫu · thân văn bản"
TABLE = "a\n# b / c ;; d\ne"


def about(docx: bytes) -> list[tuple[str, str]]:
    """For each comment its text and the text of the paragraph it is about."""
    found = []
    for id, text in re.findall(
        r'<w:comment w:id="(\d+)".*?<w:t[^>]*>(.*?)</w:t>', part(docx, "comments")
    ):
        start = f'<w:commentRangeStart w:id="{id}"/>'
        body = part(docx)
        inside = body[body.index(start) : body.index(f'<w:commentRangeEnd w:id="{id}"/>')]
        assert f'<w:commentReference w:id="{id}"/>' in body
        found.append((text, "".join(re.findall(r"<w:t[^>]*>(.*?)</w:t>", inside))))
    return found


@pytest.mark.parametrize(
    ("paragraph", "text"), [(1, "a"), (2, "b"), (3, "c"), (4, "d"), (5, "e"), (99, "e")]
)
def test_a_comment_stands_at_its_paragraph(paragraph, text):
    docx = with_comments(template(TABLE), [TemplateProblem("x < y", BODY, paragraph)])
    assert about(docx) == [("x &lt; y", text)]
    assert ooxml_problems(docx) == []


@pytest.mark.parametrize(
    "problem",
    [
        TemplateProblem("x", "mẫu · đầu trang", 1),
        TemplateProblem("x", f"{BODY} · hộp chữ", 3),
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
