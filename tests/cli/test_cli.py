"""The command line as others call it: arguments, exit codes, what is written and what is not."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from cases import CASES, case
from docgen.catalog import CATALOG
from docgen.services.rendering import render
from ooxml import ooxml_problems
from toolbox import ROOT
from word import golden_text


def docgen(*arguments, stdin=None):
    return subprocess.run(
        [sys.executable, "-m", "docgen", *map(str, arguments)],
        cwd=ROOT, input=stdin, capture_output=True, timeout=60,
    )  # fmt: skip


def test_types_lists_key_title_and_symbol():
    told = json.loads(docgen("types", "--json").stdout)
    assert {"key": "bien_ban", "title": "Biên bản hội nghị", "symbol": "BB"} in told
    assert [one["key"] for one in told] == list(CATALOG)
    assert b"bien_ban" in docgen("types").stdout


def test_schema_is_json_schema_with_vietnamese_titles():
    schema = json.loads(docgen("schema", "bien_ban").stdout)
    assert schema["properties"]["trich_yeu"]["title"] == "Tên hội nghị"
    assert "trich_yeu" in schema["required"]


@pytest.mark.parametrize("key", ["bien_ban", "nghi_quyet"])
@pytest.mark.parametrize("day", [None, "2024-04-03", "2026-05-26", "2026-05-27"])
def test_example_renders_to_a_valid_document(key, day, tmp_path):
    made = docgen("example", key, *(("--date", day) if day else ()))
    (tmp_path / "x.json").write_bytes(made.stdout)
    done = docgen("render", key, tmp_path / "x.json", "-o", tmp_path / "x.docx")
    assert (done.returncode, done.stderr) == (0, b"")
    assert ooxml_problems(tmp_path / "x.docx") == []
    if day:
        year, month, _ = day.split("-")
        assert f"tháng {int(month)} năm {year}" in golden_text(tmp_path / "x.docx")


@pytest.mark.parametrize("case", CASES, ids=lambda c: f"{c.type_key}-{c.name}")
def test_render_gives_the_same_document_as_the_service(case, tmp_path):
    docgen("render", case.type_key, case.path, "-o", tmp_path / "x.docx")
    assert (tmp_path / "x.docx").read_bytes() == render(case.type_key, case.values).docx


def test_render_reads_standard_input(tmp_path):
    data = case("nghi_quyet", "dang_uy_phuong_10_2026").path.read_bytes()
    assert (
        docgen("render", "nghi_quyet", "-", "-o", tmp_path / "x.docx", stdin=data).returncode == 0
    )
    assert (tmp_path / "x.docx").exists()


def resolution():
    return case("nghi_quyet", "dang_uy_phuong_10_2026")


def test_a_link_stays_a_link_and_the_users_mask_holds(tmp_path):
    (tmp_path / "link.docx").symlink_to(tmp_path / "real.docx")
    masked = ["sh", "-c", 'umask 077; exec "$@"', "sh", sys.executable, "-m", "docgen"]
    call = ["render", "nghi_quyet", resolution().path, "-o", tmp_path / "link.docx"]
    subprocess.run([*masked, *call], cwd=ROOT, check=True, timeout=60)
    assert (tmp_path / "link.docx").is_symlink()
    assert (tmp_path / "real.docx").stat().st_mode & 0o777 == 0o600


def test_a_dash_is_standard_output():
    made = render("nghi_quyet", resolution().values)
    assert docgen("render", "nghi_quyet", resolution().path, "-o", "-").stdout == made.docx


BAD = [
    (b'{"so": "x"}', ["Số: «x» không phải là số nguyên", "Địa điểm: Chưa", "Tên hội nghị: Chưa"]),
    (b"{", ["không phải là JSON đúng: sai ở dòng 1, cột 2"]),
    (b"\xff\xfe{}", ["không phải là văn bản UTF-8"]),
    (b"[]", ["Dữ liệu phải là một đối tượng JSON"]),
    (b'{"so": 1, "so": 2}', ["tên «so» ghi hai lần"]),
    (b"[" * 100_000, ["lồng nhau quá sâu"]),
    (b'{"so": ' + b"9" * 5_000 + b"}", ["số quá dài"]),
]  # fmt: skip


@pytest.mark.parametrize(("data", "sentences"), BAD)
def test_bad_input_says_every_problem_and_writes_nothing(data, sentences, tmp_path):
    target = tmp_path / "x.docx"
    target.write_bytes(b"yesterday's")
    done = docgen("render", "bien_ban", "-", "-o", target, stdin=data)
    errors = done.stderr.decode()
    assert done.returncode == 2
    assert [sentence for sentence in sentences if sentence not in errors] == []
    assert "Traceback" not in errors
    assert [p.read_bytes() for p in tmp_path.iterdir()] == [b"yesterday's"]


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("render", "thong_tri", "-", "-o", "/tmp/x.docx"), "Không có loại văn bản «thong_tri»"),
        (("schema", "thong_tri"), "Không có loại văn bản «thong_tri»"),
        (("render", "bien_ban", "/không/có.json", "-o", "/tmp/x.docx"), "không có tệp"),
        (("example", "bien_ban", "--date", "hôm nay"), "hôm nay"),
        (("example", "bien_ban", "--date", "9999-12-31"), "Năm 9999 ngoài khoảng 1930 - 2100"),
    ],
)
def test_a_wrong_call_says_what_is_wrong(arguments, sentence):
    done = docgen(*arguments, stdin=b"{}")
    assert (done.returncode, sentence in done.stderr.decode()) == (2, True)
