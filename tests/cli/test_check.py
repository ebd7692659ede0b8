"""`docgen check` and `docgen fix`: what they print, what they write, how they end."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest

from handtyped import typed
from handtyped.papers import PAPERS
from ooxml import ooxml_problems
from toolbox import ROOT
from unreadable import UNREADABLE

GOOD = typed(PAPERS["nghi_quyet_dang_uy"])
NARROW = typed(PAPERS["nghi_quyet_dang_uy"], page={"left": 25})
MARGIN = {
    "code": "PD.PAGE.MARGIN",
    "severity": "error",
    "where": "phần 1 (trang)",
    "message": "Lề trang không đúng: lề trái 30 mm (đang: 25 mm)",
    "source": "HD05:II.IV.4.1",
    "fixable": True,
}


def docgen(*arguments, **environment):
    return subprocess.run(
        [sys.executable, "-m", "docgen", *map(str, arguments)],
        cwd=ROOT, capture_output=True, timeout=60, env=os.environ | environment,
    )  # fmt: skip


@pytest.fixture
def file(tmp_path):
    """A file with these bytes."""

    def write(data):
        (tmp_path / "x.docx").write_bytes(data)
        return tmp_path / "x.docx"

    return write


def test_a_conforming_file_is_clean_in_both_ways_of_printing(file):
    done = docgen("check", file(GOOD), "--json")
    assert (done.returncode, json.loads(done.stdout), done.stderr) == (0, [], b"")
    assert "không có lỗi thể thức" in docgen("check", file(GOOD)).stdout.decode()


def test_findings_are_a_list_with_the_names_of_the_contract(file):
    done = docgen("check", file(NARROW), "--json")
    assert (done.returncode, json.loads(done.stdout)) == (1, [MARGIN])


def test_findings_are_told_by_rule_with_their_article(file):
    assert docgen("check", file(NARROW)).stdout.decode() == (
        "x.docx · Hướng dẫn số 05-HD/VPTW, ngày 27/5/2026: 1 lỗi\n\n"
        "Lỗi: Lề trang không đúng (PD.PAGE.MARGIN, máy sửa được)\n"
        "  Hướng dẫn 05-HD/VPTW, phần II, mục IV.4.1\n"
        "  - phần 1 (trang): lề trái 30 mm; đang: 25 mm\n"
    )


@pytest.mark.parametrize(
    ("profile", "title"),
    [("dang_hd36", "Hướng dẫn số 36-HD/VPTW"), ("auto", "Hướng dẫn số 05-HD/VPTW")],
)
def test_the_profile_can_be_chosen(file, profile, title):
    told = docgen("check", file(NARROW), "--profile", profile).stdout.decode()
    assert f"x.docx · {title}" in told


def test_a_mended_file_is_written_and_clean(file, tmp_path):
    out = tmp_path / "out.docx"
    done = docgen("fix", file(NARROW), "-o", out, "--json")
    assert (done.returncode, json.loads(done.stdout)) == (0, {"done": [MARGIN], "left": []})
    assert docgen("check", out).returncode == 0
    assert ooxml_problems(out) == []
    told = docgen("fix", file(NARROW), "-o", out).stdout.decode()
    assert "Đã sửa: 1 lỗi" in told
    assert told.endswith("Còn lại: không có gì\n")


def test_a_mended_file_may_go_to_standard_output(file, tmp_path):
    done = docgen("fix", file(NARROW), "-o", "-")
    (tmp_path / "out.docx").write_bytes(done.stdout)
    assert "Đã sửa: 1 lỗi" in done.stderr.decode()
    assert docgen("check", tmp_path / "out.docx").returncode == 0


@pytest.mark.parametrize(
    ("verb", "kind"),
    [*(("check", kind) for kind in UNREADABLE), ("fix", "pdf"), ("fix", "macros")],
)
def test_what_cannot_be_read_says_why_and_writes_nothing(file, tmp_path, verb, kind):
    data, told = UNREADABLE[kind]
    target = ("-o", tmp_path / "out.docx") if verb == "fix" else ("--json",)
    done = docgen(verb, file(data), *target)
    assert (done.returncode, done.stdout) == (2, b"")
    assert told in done.stderr.decode()
    assert len(done.stderr.decode().splitlines()) == 1
    assert [path.name for path in tmp_path.iterdir()] == ["x.docx"]


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("check", "/không/có.docx"), "không có tệp"),
        (("check", "{file}", "--profile", "nd30"), "Các thể thức: auto, dang_hd36, dang_hd05"),
        (("fix", "{file}", "-o", "/không/có/x.docx"), "không có tệp hoặc thư mục"),
    ],
)
def test_a_wrong_call_says_what_is_wrong(file, arguments, told):
    path = str(file(GOOD))
    done = docgen(*(argument.replace("{file}", path) for argument in arguments))
    assert (done.returncode, told in done.stderr.decode()) == (2, True)


def test_a_file_over_the_limit_is_not_read(file):
    done = docgen("check", file(bytes(2**20 + 1)), DOCGEN_MAX_UPLOAD_MB="1")
    assert (done.returncode, "quá giới hạn 1 MB" in done.stderr.decode()) == (2, True)
