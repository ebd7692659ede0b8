"""`docgen template …`: for authors of templates; arguments, exit codes, what is written."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from ooxml import ooxml_problems
from parts import content, files, part, template
from toolbox import ROOT
from word import golden_text


def docgen(*arguments, stdin=None):
    return subprocess.run(
        [sys.executable, "-m", "docgen", "template", *map(str, arguments)],
        cwd=ROOT, input=stdin, capture_output=True, timeout=60,
    )  # fmt: skip


@pytest.fixture
def written(tmp_path):
    """Writes a template into the folder and gives its path."""

    def write(notation, name="t.docx", **parts):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(template(notation, **parts))
        return tmp_path / name

    return write


def rendered(file, context):
    out = file.parent / "out.docx"
    done = docgen("render", file, "-", "-o", out, stdin=json.dumps(context).encode())
    return done, out


def test_any_template_renders_with_plain_data(written):
    file = written("{{ a }} <&>\n{%p for row in rows %}\n- {{ row.x|upper }}\n{%p endfor %}")
    done, out = rendered(file, {"a": "đ & 1", "rows": [{"x": "b"}, {"x": None}], "other": []})
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")
    assert golden_text(out) == "đ & 1 <&>\n- B\n- \n"


def test_blocks_stand_beside_the_template(written):
    written("[{{ x }}]", "blocks/in.docx")
    done, out = rendered(written('{%p include "blocks/in.docx" %}\nz'), {"x": 1})
    assert (done.returncode, golden_text(out)) == (0, "[1]\nz\n")


@pytest.mark.parametrize("name", ["../out.docx", "/etc/passwd", "blocks", "no.docx", "a\\\\b.docx"])
def test_a_block_elsewhere_is_unknown(written, name):
    written("secret", "out.docx")
    done, out = rendered(written(f'{{%p include "{name}" %}}\nz', "inner/t.docx"), {})
    assert done.returncode == 2
    assert "không có khối dùng chung" in done.stderr.decode()
    assert not out.exists()


def test_a_link_out_of_the_folder_is_unknown(written):
    secret = written("secret", "out.docx")
    file = written('{%p include "in.docx" %}\nz', "inner/t.docx")
    (file.parent / "in.docx").symlink_to(secret)
    done, _ = rendered(file, {})
    assert "không có khối dùng chung «in.docx»" in done.stderr.decode()


@pytest.mark.parametrize(
    ("context", "told"),
    [
        ({}, "không có biến «x»"),
        ([], "Dữ liệu cho mẫu phải là một bản ghi JSON"),
        ({"x": {"y": 1}}, "không in ra thành chữ được"),
    ],
)
def test_what_cannot_be_rendered_is_told(written, context, told):
    done, out = rendered(written("{{ x }}"), context)
    assert (done.returncode, done.stdout) == (2, b"")
    assert told in done.stderr.decode()
    assert not out.exists()


FAULTY = "a\n# x ;; {{ b|nofilter }}\n{%p if c %}\nd"
TOLD = [
    "t.docx · thân văn bản, đoạn 3, bảng 1, hàng 1, ô 2 · «{{ b|nofilter }}»: "
    "không có bộ lọc «nofilter»",
    "    {{ b|nofilter }}",
    "         ^^^^^^^^",
    "t.docx · thân văn bản, đoạn 4 · «{%p if c %}»: khối «if» mở ở đây mà không đóng; "
    "thiếu «endif»",
    "    {%p if c %}",
    "        ^^",
]


def test_lint_tells_every_fault(written):
    done = docgen("lint", written(FAULTY))
    assert (done.returncode, done.stderr) == (1, b"")
    assert done.stdout.decode().splitlines() == TOLD
    found = json.loads(docgen("lint", written(FAULTY), "--json").stdout)
    assert found[0] == {
        "message": "không có bộ lọc «nofilter»",
        "part": "t.docx · thân văn bản",
        "paragraph": 3,
        "snippet": "{{ b|nofilter }}",
        "columns": [5, 13],
        "cells": [{"table": 1, "row": 1, "cell": 2}],
        "severity": "error",
    }


def test_lint_warns_of_tags_in_tracked_deletions(written):
    deleted = '<w:r><w:delText xml:space="preserve">a {{ b }}</w:delText></w:r>'
    file = written(f'<w:p><w:del w:id="1" w:author="a">{deleted}</w:del></w:p>\n{{{{ x }}}}')
    done = docgen("lint", file)
    assert done.returncode == 1
    first, quoted, carets = done.stdout.decode().splitlines()
    assert first == (
        "t.docx · thân văn bản, đoạn 1 · «a {{ b }}»: "
        "thẻ nằm trong chỗ đã xoá có theo dõi thay đổi nên không được chạy"
    )
    assert (quoted, carets) == ("    a {{ b }}", "      ^^^^^^^")
    (warning,) = json.loads(docgen("lint", file, "--json").stdout)
    assert warning["severity"] == "warning"


def test_lint_of_a_clean_template_is_silent(written):
    done = docgen("lint", written("{{ a|ngay }}"))
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")
    assert docgen("lint", written("a"), "--json").stdout == b"[]\n"


def test_lint_holds_names_against_a_type(written):
    file = written("{{ trich_yeu }}{{ ten_loai }}{{ trich_ye }}")
    assert docgen("lint", file).returncode == 0
    done = docgen("lint", file, "--type", "nghi_quyet")
    assert done.returncode == 1
    told, quoted, carets = done.stdout.decode().splitlines()
    assert told.endswith("không có biến «trich_ye» (có phải «trich_yeu»?)")
    assert quoted[carets.index("^") : len(carets)] == "trich_ye"


@pytest.mark.parametrize("data", [b"", b"hello", None])
def test_what_is_no_template_is_unreadable(tmp_path, data):
    file = tmp_path / "t.docx"
    if data is not None:
        file.write_bytes(data)
    for call in (["lint", file], ["variables", file], ["lint", file, "--comments", tmp_path / "o"]):
        done = docgen(*call)
        assert (done.returncode, done.stdout) == (2, b"")
        assert done.stderr
    assert not (tmp_path / "o").exists()


def test_an_unknown_type_is_a_bad_call(written, tmp_path):
    assert docgen("lint", written("a"), "--type", "no").returncode == 2
    assert docgen("new", "no", "-o", tmp_path / "x.docx").returncode == 2
    assert not (tmp_path / "x.docx").exists()


def test_lint_writes_its_faults_as_comments(written, tmp_path):
    file = written(FAULTY, header1="{{ e|nofilter }}")
    copy = tmp_path / "copy.docx"
    done = docgen("lint", file, "--comments", copy)
    assert done.returncode == 1
    comments = part(copy.read_bytes(), "comments")
    assert comments.count("<w:comment ") == len(done.stdout.splitlines()) // 3 == 3
    assert "đầu trang, đoạn 1 · «{{ e|nofilter }}»: không có bộ lọc" in comments
    assert ooxml_problems(copy) == []


def test_a_clean_template_gets_no_comment(written, tmp_path):
    copy = tmp_path / "copy.docx"
    assert docgen("lint", written("a"), "--comments", copy).returncode == 0
    assert ooxml_problems(copy) == []
    assert "<w:comment " not in part(copy.read_bytes(), "comments")


def test_variables_are_a_tree(written):
    file = written(
        "{{ a }}{{ b.c }}{% for d in e %}{{ d.f.g }}{% endfor %}{{ h|join }}{{ i[0] }}"
        "{% set k = e %}{% for l in k %}{{ l.m }}{% endfor %}{% for n in b.o|sort %}{% endfor %}"
    )
    scalar = {"kind": "scalar"}
    assert json.loads(docgen("variables", file, "--json").stdout) == {
        "a": scalar,
        "b": {"kind": "record", "fields": {"c": scalar, "o": {"kind": "list"}}},
        "e": {
            "kind": "list",
            "fields": {"f": {"kind": "record", "fields": {"g": scalar}}, "m": scalar},
        },
        "h": {"kind": "list"},
        "i": {"kind": "list"},
    }
    assert docgen("variables", file).stdout.decode().startswith("a: giá trị\nb: bản ghi\n  c: giá")


@pytest.mark.parametrize("key", ["bien_ban", "nghi_quyet"])
@pytest.mark.parametrize("day", ["2024-04-03", "2026-06-01"])
def test_a_new_template_is_clean_for_its_type(tmp_path, key, day):
    file = tmp_path / "new.docx"
    assert docgen("new", key, "-o", file, "--date", day).returncode == 0
    done = docgen("lint", file, "--type", key)
    assert (done.returncode, done.stdout) == (0, b"")
    assert ooxml_problems(file) == []
    assert "<w:headerReference" in part(file.read_bytes())
    assert "word/styles.xml" in files(file.read_bytes())


def test_a_template_of_nothing_has_no_names(written):
    assert docgen("variables", written(content("a")), "--json").stdout == b"{}\n"
