"""Findings as people read them."""

from __future__ import annotations

from docgen.services.findings import counted, grouped, rules
from docgen.thethuc.check import Finding
from docgen.thethuc.profiles import HD05, HD36
from docgen.thethuc.registry import RULES, Fault

MARGIN = RULES["PD.PAGE.MARGIN"]


def finding(severity="error", **facts):
    return Finding(MARGIN, Fault("lề trái 30 mm", **facts), severity)


def test_what_one_rule_found_stands_together_the_gravest_first():
    doubtful, one, other = finding("warning"), finding(), finding()
    groups = grouped([doubtful, one, other], HD05)
    assert [(group.severity, group.findings) for group in groups] == [
        ("error", (one, other)),
        ("warning", (doubtful,)),
    ]
    assert [group.is_fixable for group in groups] == [True, True]
    assert counted([doubtful, one, other], none="không có") == "2 lỗi, 1 cảnh báo"


def test_nothing_is_told_of_nothing():
    assert (grouped((), HD05), counted((), none="không có")) == ((), "không có")


def test_the_article_is_told_by_the_guidance_the_document_follows():
    sources = [grouped([finding()], profile)[0].source for profile in (HD05, HD36)]
    assert sources == [
        "Hướng dẫn 05-HD/VPTW, phần II, mục IV.4.1",
        "Hướng dẫn 36-HD/VPTW; đối chiếu Hướng dẫn 05-HD/VPTW, phần II, mục IV.4.1",
    ]


def test_rules_are_listed_by_their_code():
    assert [rule.code for rule in rules()] == sorted(RULES)
