"""Minutes with several who sign: each under what they are, names in line, all on one page."""

from __future__ import annotations

import pytest

from cases import case
from docgen.services.rendering import render
from ooxml import ooxml_problems
from word import golden_text

MINUTES = case("bien_ban_kiem_tra", "uy_ban_kiem_tra_giam_sat_dang_vien_11_2026")
NAMES = ["Hồ Sỹ Nguyên", "Võ Văn Kiên", "Lê Thị Bích", "Trương Thị Lài", "Bùi Thị Hạnh"]


def signed_by(count, **changed):
    values = MINUTES.values | changed
    values["signers"] = [
        {"authority": f"Đại diện bên {letter}", "name": name}
        for letter, name in zip("ABCDE"[:count], NAMES, strict=False)
    ]
    return render(MINUTES.type_key, values)


@pytest.mark.parametrize(
    ("count", "lines"),
    [
        (1, [" ;; ĐẠI DIỆN BÊN A", " ;; Hồ Sỹ Nguyên"]),
        (2, ["ĐẠI DIỆN BÊN A ;; ĐẠI DIỆN BÊN B", "Hồ Sỹ Nguyên ;; Võ Văn Kiên"]),
        (3, ["ĐẠI DIỆN BÊN A ;; ĐẠI DIỆN BÊN B ;; ĐẠI DIỆN BÊN C",
             "Hồ Sỹ Nguyên ;; Võ Văn Kiên ;; Lê Thị Bích"]),
        (5, ["ĐẠI DIỆN BÊN A ;; ĐẠI DIỆN BÊN B", "Hồ Sỹ Nguyên ;; Võ Văn Kiên",
             "ĐẠI DIỆN BÊN C ;; ĐẠI DIỆN BÊN D", "Lê Thị Bích ;; Trương Thị Lài",
             "ĐẠI DIỆN BÊN E ;; ", "Bùi Thị Hạnh ;; "]),
    ],
)  # fmt: skip
def test_names_stand_in_line_under_what_each_signs_as(count, lines):
    made = signed_by(count)
    text = golden_text(made.docx).rstrip("\n").split("\n")
    assert text[-len(lines) :] == lines
    assert made.findings == ()
    assert ooxml_problems(made.docx) == []


def test_who_signs_and_to_whom_it_goes_stand_together_with_the_last_words(office):
    rows = [{"level": "Khoản", "text": "Đủ hồ sơ."}]
    made = [
        signed_by(3, noi_dung=rows * count, noi_nhan=["Chi bộ"], luu="Hồ sơ").docx
        for count in range(18, 34, 2)
    ]
    office.convert_all(made)
    together = ("Buổi làm việc", "ĐẠI DIỆN BÊN A", "Lê Thị Bích", "Nơi nhận:")
    for docx in made:
        last = office.pdf_pages(docx)[-1]
        assert [words for words in together if words not in last] == []
