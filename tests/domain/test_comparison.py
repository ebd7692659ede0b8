"""Two texts side by side: every article paired, every word told."""

from __future__ import annotations

import pytest

from docgen.domain.comparison import Unit, compared, differences


def unit(number, name, *lines, key=""):
    return Unit(f"Điều {number}", name, lines, key)


OLD = [
    unit(1, "Phạm vi", "Quy chế này quy định chế độ làm việc."),
    unit(2, "Nguyên tắc", "Tập trung dân chủ."),
    unit(3, "Họp", "Họp mỗi quý một lần.", "Tài liệu gửi trước ba ngày.", key="hop"),
    unit(4, "Hiệu lực", "Có hiệu lực từ ngày ký."),
]
NEW = [
    unit(1, "Phạm vi", "Quy chế này quy định chế độ làm việc."),
    unit(2, "Chế độ họp", "Họp mỗi tháng một lần.", "Tài liệu gửi trước ba ngày.", key="hop"),
    unit(3, "Báo cáo", "Báo cáo mỗi năm một lần."),
    unit(4, "Hiệu lực", "Có hiệu lực từ ngày ký."),
]


def told(old, new):
    return [
        (pair.old and pair.old.label, pair.new and pair.new.label, str(pair.change))
        for pair in compared(old, new)
    ]


def test_each_article_is_kept_changed_added_or_removed():
    assert told(OLD, NEW) == [
        ("Điều 1", "Điều 1", "giữ nguyên"),
        ("Điều 2", None, "bãi bỏ"),
        ("Điều 3", "Điều 2", "sửa đổi"),
        (None, "Điều 3", "bổ sung"),
        ("Điều 4", "Điều 4", "giữ nguyên"),
    ]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ([], NEW[:1], [(None, "Điều 1", "bổ sung")]),
        (OLD[:1], [], [("Điều 1", None, "bãi bỏ")]),
        ([OLD[1]], [unit(5, "Nguyên tắc", "Tập trung dân chủ.")], [("Điều 2", "Điều 5", "đổi số")]),
        ([unit(1, "", "Một hai ba bốn năm.")], [unit(1, "", "Một hai ba bốn sáu.")],
         [("Điều 1", "Điều 1", "sửa đổi")]),
        ([unit(1, "", "Một hai ba.")], [unit(1, "", "Bốn năm sáu.")],
         [(None, "Điều 1", "bổ sung"), ("Điều 1", None, "bãi bỏ")]),
        ([OLD[0], OLD[0]], [OLD[0]],
         [("Điều 1", "Điều 1", "giữ nguyên"), ("Điều 1", None, "bãi bỏ")]),
    ],
)  # fmt: skip
def test_articles_are_paired_by_key_by_name_or_by_words(old, new, expected):
    assert sorted(told(old, new), key=str) == sorted(expected, key=str)


def test_no_article_of_either_text_is_left_out():
    pairs = compared(OLD, NEW)
    assert {p.old.label for p in pairs if p.old} == {u.label for u in OLD}
    assert [p.new for p in pairs if p.new] == NEW


def test_the_very_words_that_differ_are_told():
    left, right = differences("Họp mỗi quý một lần.", "Họp mỗi tháng một lần, nếu cần.")
    assert "".join(piece.text for piece in left) == "Họp mỗi quý một lần."
    assert [piece.text for piece in left if piece.differs] == ["quý", "lần."]
    assert [piece.text for piece in right if piece.differs] == ["tháng", "lần, nếu cần."]
