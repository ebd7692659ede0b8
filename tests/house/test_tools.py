"""Guards: the real parts that tests stand on work, and can say no."""

from __future__ import annotations

import io
import zipfile

import psycopg
import pytest
from docx import Document

from browser import accessibility_problems
from ooxml import ooxml_problems
from toolbox import program
from word import golden_text, paragraphs


@pytest.fixture(scope="session")
def letter() -> bytes:
    """Two pages with a table, made by python-docx alone."""
    document = Document()
    document.add_paragraph("Đảng uỷ phường Nam Đông Hà")
    row = document.add_table(rows=1, cols=2).rows[0]
    row.cells[0].text, row.cells[1].text = "Có mặt", "25"
    document.add_page_break()
    document.add_paragraph("Hội nghị thông qua nghị quyết")
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def broken(docx: bytes) -> bytes:
    """The same document with an element where Word's schema has none."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(docx)) as source, zipfile.ZipFile(file, "w") as target:
        for name in source.namelist():
            content = source.read(name)
            if name == "word/document.xml":
                content = content.replace(b"<w:body>", b"<w:body><w:jc/>")
            target.writestr(name, content)
    return file.getvalue()


def test_validator_accepts_a_good_document_and_refuses_a_broken_one(letter, tmp_path):
    on_disk = tmp_path / "letter.docx"
    on_disk.write_bytes(letter)
    assert ooxml_problems(letter) == ooxml_problems(on_disk) == []
    assert any("jc" in problem for problem in ooxml_problems(broken(letter)))


def test_validator_refuses_what_is_no_document():
    assert ooxml_problems(b"not a zip")


def test_golden_text_is_a_line_a_paragraph_and_a_line_a_row(letter):
    assert golden_text(letter).splitlines()[:2] == ["Đảng uỷ phường Nam Đông Hà", "Có mặt ;; 25"]
    assert paragraphs(letter)[1:3] == ["Có mặt", "25"]


def test_libreoffice_prints_every_page_of_every_document(letter, office):
    first, again, other = office.convert_all([letter, letter, broken(letter)])
    assert first == again != other
    assert office.pdf_text(letter) == (
        "Đảng uỷ phường Nam Đông Hà Có mặt 25 Hội nghị thông qua nghị quyết"
    )
    assert [("Có mặt" in page, "nghị quyết" in page) for page in office.pdf_pages(letter)] == [
        (True, False),
        (False, True),
    ]
    assert office.page_sizes(letter) == [(216, 279)] * 2
    assert [path.read_bytes()[1:4] for path in office.png_pages(letter)] == [b"PNG"] * 2


def test_chromium_shows_a_page_and_axe_finds_a_field_without_label(chromium):
    page = chromium.new_page()
    page.set_content("<html lang=vi><title>x</title><main><h1>Biên bản</h1><input></main></html>")
    assert page.inner_text("h1") == "Biên bản"
    assert ["label at input" in problem for problem in accessibility_problems(page)] == [True]
    page.close()


def test_postgres_gives_each_test_a_database_of_its_own(postgres_database, postgres_url):
    assert postgres_database != postgres_url
    with psycopg.connect(postgres_database.replace("+psycopg", "")) as connection:
        connection.execute("CREATE TABLE t (name text)")
        connection.execute("INSERT INTO t VALUES ('Đảng uỷ')")
        assert connection.execute("SELECT upper(name), length(name) FROM t").fetchone() == (
            "ĐẢNG UỶ",
            7,
        )


def test_a_missing_program_is_a_failure_that_names_the_remedy():
    with pytest.raises(pytest.fail.Exception, match="make test-setup"):
        program("no-such-program-anywhere")
