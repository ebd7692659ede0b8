"""Sources in the words of an office."""

from __future__ import annotations

import re

import pytest

from docgen.thethuc.check import RULES
from docgen.thethuc.profiles import PROFILES
from docgen.thethuc.sources import in_words


@pytest.mark.parametrize(
    ("source", "profile", "words"),
    [
        ("HD05:II.I.3.2", "dang_hd05", "Hướng dẫn 05-HD/VPTW, phần II, mục I.3.2"),
        ("HD05:II.I.6.2.4đ", "dang_hd05", "Hướng dẫn 05-HD/VPTW, phần II, mục I.6.2.4đ"),
        ("HD05:III", "dang_hd05", "Hướng dẫn 05-HD/VPTW, phần III"),
        (
            "HD05:II.I.1",
            "dang_hd36",
            "Hướng dẫn 36-HD/VPTW; đối chiếu Hướng dẫn 05-HD/VPTW, phần II, mục I.1",
        ),
        (
            "HD36, theo nguồn thứ hai; 66-QĐ/TW in như vậy",
            "dang_hd36",
            "Hướng dẫn 36-HD/VPTW, theo nguồn thứ hai; 66-QĐ/TW in như vậy",
        ),
        (
            "HD16-HD/VPTW, theo nguồn thứ hai",
            "dang_hd05",
            "Hướng dẫn 16-HD/VPTW, theo nguồn thứ hai",
        ),
        ("Quy định 399-QĐ/TW, Điều 5", "dang_hd05", "Quy định 399-QĐ/TW, Điều 5"),
    ],
)
def test_a_source_is_told_as_an_office_cites_it(source, profile, words):
    assert in_words(source, profile) == words


@pytest.mark.parametrize("rule", RULES.values(), ids=lambda rule: rule.code)
@pytest.mark.parametrize("profile", PROFILES)
def test_no_rule_shows_its_source_as_code(rule, profile):
    assert re.findall(r"\bHD\d+|:[IVX]", in_words(rule.source, profile)) == []
