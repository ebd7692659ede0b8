"""What official Vietnamese asks of text, letters, dates, figures and names."""

import unicodedata
from datetime import date, time
from decimal import Decimal
from xml.etree import ElementTree
from xml.sax.saxutils import escape

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from docgen.domain.vietnamese import (
    clean,
    date_short,
    date_words,
    decimal_text,
    letter,
    name_key,
    parse_date,
    parse_decimal,
    parse_time,
    roman,
    slug,
    spell,
    time_words,
    two_digits,
)

ANY_TEXT = st.text(st.characters(codec=None, exclude_categories=()), max_size=40)
AWKWARD = st.text(
    st.sampled_from("aeê\u0301\u0323\x00\x0b\x0c\x85\r\n\t\u2028\ud800\udc00\ufffe😀<&")
)


@given(ANY_TEXT | AWKWARD)
@example("e\x00\u0301")
@example("\r\x00\n")
@example("]]>\ud83d\ude00\uffff")
def test_clean_text_is_clean_already_and_survives_xml(text):
    once = clean(text)
    assert clean(once) == once
    assert unicodedata.is_normalized("NFC", once)
    stored = ElementTree.fromstring(f"<t>{escape(once)}</t>")
    assert (stored.text or "") == once


@given(st.text(st.characters(min_codepoint=32, exclude_categories=("Cs", "Cc", "Zl", "Zp"))))
def test_clean_text_loses_nothing_that_xml_can_hold(text):
    allowed = text.replace("\ufffe", "").replace("\uffff", "")
    assert clean(allowed) == unicodedata.normalize("NFC", allowed)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ""),
        ("  hai  dấu cách, tab\tvà\u00a0dấu cách không ngắt ", None),
        ('<dự án> & «]]>» "{{ tên }}"', None),
        ("😀 👩\u200d👧 𠀀", None),
        ("x² và ﬁ", None),
        ("\x7f và \x9f", None),
        (unicodedata.normalize("NFD", "Hội nghị thường kỳ"), "Hội nghị thường kỳ"),
        ("một\r\nhai\rba\nbốn", "một\nhai\nba\nbốn"),
        ("một\x0bhai\x0cba\x85bốn\u2028năm\u2029sáu", "một\nhai\nba\nbốn\nnăm\nsáu"),
        ("Uỷ\x00 ban\x1f nhân\x08 dân", "Uỷ ban nhân dân"),
        ("a\ud800b\udfffc\ufffed\uffffe", "abcde"),
        ("e\x00\u0301", "é"),
    ],
)
def test_clean_keeps_what_xml_can_hold(text, expected):
    assert clean(text) == (text if expected is None else expected)


def test_points_are_lettered_in_the_vietnamese_alphabet():
    assert " ".join(map(letter, range(1, 27))) == (
        "a b c d đ e g h i k l m n o p q r s t u v x y aa ab ac"
    )
    assert (letter(46), letter(47), letter(23 * 24), letter(23 * 24 + 1)) == (
        "ay", "ba", "yy", "aaa",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("number", "expected"),
    [(1, "I"), (4, "IV"), (9, "IX"), (14, "XIV"), (40, "XL"), (90, "XC"), (399, "CCCXCIX"),
     (1944, "MCMXLIV"), (2026, "MMXXVI"), (3999, "MMMCMXCIX")],
)  # fmt: skip
def test_roman_digits(number, expected):
    assert roman(number) == expected


@pytest.mark.parametrize(
    ("write", "number"), [(letter, 0), (letter, -1), (roman, 0), (roman, 4000)]
)
def test_numbers_that_cannot_be_written_are_refused(write, number):
    with pytest.raises(ValueError, match="được"):
        write(number)


@pytest.mark.parametrize(
    ("day", "words", "short"),
    [
        (date(2024, 4, 3), "ngày 03 tháng 4 năm 2024", "03/4/2024"),
        (date(2026, 10, 5), "ngày 05 tháng 10 năm 2026", "05/10/2026"),
        (date(2026, 1, 9), "ngày 09 tháng 01 năm 2026", "09/01/2026"),
        (date(2026, 2, 10), "ngày 10 tháng 02 năm 2026", "10/02/2026"),
        (date(2026, 3, 10), "ngày 10 tháng 3 năm 2026", "10/3/2026"),
        (date(2026, 5, 27), "ngày 27 tháng 5 năm 2026", "27/5/2026"),
        (date(2026, 9, 30), "ngày 30 tháng 9 năm 2026", "30/9/2026"),
        (date(2026, 12, 31), "ngày 31 tháng 12 năm 2026", "31/12/2026"),
    ],
)
def test_zero_stands_before_days_under_ten_and_months_one_and_two(day, words, short):
    assert (date_words(day), date_short(day)) == (words, short)
    assert parse_date(short) == day


@pytest.mark.parametrize(
    "text",
    ["3/4/2024", "03/4/2024", "03/04/2024", "3-4-2024", "03-04-2024", "2024-04-03", " 3/4/2024\n"],
)
def test_dates_are_read_day_first_or_as_iso(text):
    assert parse_date(text) == date(2024, 4, 3)


@pytest.mark.parametrize(
    "text",
    ["", "31/02/2024", "29/2/2023", "0/4/2024", "4/13/2024", "3/4/24", "3/4-2024", "3.4/2024",
     "2024-4-3", "20240403", "2024-W14-3", "2024-04-03T00:00:00", "hôm nay", "٣/٤/٢٠٢٤",
     "3/4/0000"],
)  # fmt: skip
def test_what_is_not_a_date_is_refused_with_an_example(text):
    with pytest.raises(ValueError, match="03/4/2024"):
        parse_date(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("14:00", time(14)),
        ("14:00:00", time(14)),
        ("14h00", time(14)),
        ("14h", time(14)),
        ("14H30", time(14, 30)),
        ("14g05", time(14, 5)),
        ("14 giờ 00", time(14)),
        ("14 giờ", time(14)),
        ("8 giờ 45 phút", time(8, 45)),
        (unicodedata.normalize("NFD", " 08 giờ 05 "), time(8, 5)),
        ("0:00", time(0)),
        ("23:59", time(23, 59)),
    ],
)
def test_times_are_read_as_offices_write_them(text, expected):
    assert parse_time(text) == expected


@pytest.mark.parametrize(
    "text", ["", "14", "24:00", "14:60", "14:", "8h5", "14:00:15", "2 giờ chiều", "-1:00", "١٤:٠٠"]
)
def test_what_is_not_a_time_is_refused_with_an_example(text):
    with pytest.raises(ValueError, match="14 giờ 00"):
        parse_time(text)


@pytest.mark.parametrize(
    ("moment", "words"),
    [(time(14), "14 giờ 00"), (time(8, 5), "08 giờ 05"), (time(0), "00 giờ 00")],
)
def test_times_have_two_digits_each(moment, words):
    assert time_words(moment) == words
    assert parse_time(words) == moment


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        (Decimal("812.4"), "812,4"),
        (Decimal("1234.5"), "1.234,5"),
        (Decimal("8.0"), "8,0"),
        (Decimal("-1234567.89"), "-1.234.567,89"),
        (Decimal("1E+3"), "1.000"),
        (Decimal("0.05"), "0,05"),
        (999, "999"),
        (1000000, "1.000.000"),
        (0, "0"),
    ],
)
def test_decimals_follow_a_comma_and_thousands_a_point(number, expected):
    assert decimal_text(number) == expected


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("1.234,5", "1234.5"),
        ("1234,50", "1234.5"),
        ("12.345", "12345"),
        ("-1.234.567,89", "-1234567.89"),
        ("+5", "5"),
        (" 0,05 ", "0.05"),
        ("007", "7"),
    ],
)
def test_a_figure_is_read_as_it_is_written(text, number):
    assert parse_decimal(text) == Decimal(number)


@pytest.mark.parametrize(
    "text", ["", "1234.5", "0.125", "1,234.5", "12.34", "1.2345", "1 234", "5%", "٣", "1,", ",5"]
)
def test_what_may_be_two_figures_is_refused_with_an_example(text):
    with pytest.raises(ValueError, match=r"1\.234,5"):
        parse_decimal(text)


@pytest.mark.parametrize(
    ("number", "error"),
    [(18.6, TypeError), (Decimal("NaN"), ValueError), (Decimal("Infinity"), ValueError)],
)
def test_figures_that_are_not_exact_are_refused(number, error):
    with pytest.raises(error):
        decimal_text(number)


@pytest.mark.parametrize(("number", "expected"), [(1, "01"), (9, "09"), (10, "10"), (105, "105")])
def test_numbers_of_papers_have_two_digits_at_least(number, expected):
    assert two_digits(number) == expected


@pytest.mark.parametrize(
    ("text", "limit", "expected"),
    [
        ("Hội nghị đặc biệt", 60, "hoi-nghi-dac-biet"),
        ("ĐẢNG UỶ PHƯỜNG NAM ĐÔNG HÀ", 60, "dang-uy-phuong-nam-dong-ha"),
        (
            unicodedata.normalize("NFD", "Đường ven biển & khu kinh tế"),
            60,
            "duong-ven-bien-khu-kinh-te",
        ),
        ("họp thường kỳ tháng 4/2024", 60, "hop-thuong-ky-thang-4-2024"),
        ("../«a»\\b:c😀", 60, "a-b-c"),
        ("Hội nghị đặc biệt", 17, "hoi-nghi-dac-biet"),
        ("Hội nghị đặc biệt", 16, "hoi-nghi-dac"),
        ("Hội nghị đặc biệt", 12, "hoi-nghi-dac"),
        ("Hội nghị đặc biệt", 11, "hoi-nghi"),
        ("nghiêng", 4, "nghi"),
        ("", 60, ""),
        ("«…»", 60, ""),
        ("Ðông Hà", 60, "dong-ha"),
    ],
)
def test_slugs_are_plain_and_cut_at_a_word(text, limit, expected):
    assert slug(text, limit) == expected


@pytest.mark.parametrize(
    ("new", "old"),
    [
        ("uỷ", "ủy"),
        ("Uỷ ban nhân dân", "Ủy ban nhân dân"),
        ("UỶ BAN", "ỦY BAN"),
        ("Phan Thị Thuỷ", "Phan Thị Thủy"),
        ("tích luỹ, cấp uỷ viên; huý, truỵ", "tích lũy, cấp ủy viên; húy, trụy"),
        ("tuỳ theo, nhuỵ, suý", "tùy theo, nhụy, súy"),
        ("đảng-uỷ/Tỉnh uỷ.", "đảng-ủy/Tỉnh ủy."),
    ],
)
def test_the_tone_of_uy_is_set_either_way(new, old):
    assert (spell(old, "uỷ"), spell(new, "ủy")) == (new, old)
    assert (spell(new, "uỷ"), spell(old, "ủy")) == (new, old)


@pytest.mark.parametrize(
    "text",
    ["quý III, QUÝ IV, Quỳ, quỷ, quỹ, quỵ", "tuyển, khuyết, khuỷu tay, huỳnh, huýt", "hoà, hoá",
     "suy nghĩ, tuy", "ưỷ, thúc, túi", "lý, mỹ"],
)  # fmt: skip
def test_other_words_are_spelt_as_they_were(text):
    assert spell(text, "uỷ") == spell(text, "ủy") == text


def test_an_unknown_spelling_is_refused():
    with pytest.raises(ValueError, match="uy"):
        spell("uỷ", "uy")


def test_people_are_listed_by_given_name_then_family_name():
    listed = [
        "Lê Thị Ánh", "Nguyễn Thị Út Ba", "Đỗ Quốc Bảo", "Trần Công", "Vũ Dũng", "Cao Đạt",
        "Trần Văn Đức", "Phạm Thu Hà", "Cao Xuân Hải", "Đinh Hồng Hạnh", "Nguyễn Thị Hoà",
        "Bùi Thị Lan", "Dương Nam", "Đào Nam", "Hoàng Nam", "Hoàng Đức Nam", "Lê Nam",
        "Lê Minh Quang", "Phan Thị Thuỷ", "Nguyễn Thị Hồng Vân",
    ]  # fmt: skip
    backwards = listed[::-1]
    assert sorted(backwards, key=name_key) == listed


def test_given_names_go_by_letter_then_by_tone():
    listed = [
        "An",
        "Ân",
        "Hoa",
        "Hoà",
        "Hoả",
        "Hoã",
        "Hoá",
        "Hoạ",
        "Hoan",
        "Lan",
        "Lăn",
        "Lân",
        "Sơn",
        "Ưng",
    ]
    backwards = listed[::-1]
    assert sorted(backwards, key=name_key) == listed


@pytest.mark.parametrize(
    ("one", "other"),
    [("PHAN THỊ THUỶ", "Phan Thị Thủy"), ("Hoàng  Nam ", "Hoàng Nam"),
     (unicodedata.normalize("NFD", "Lê Thị Ánh"), "Lê Thị Ánh")],
)  # fmt: skip
def test_case_spelling_and_spaces_do_not_move_a_name(one, other):
    assert name_key(one) == name_key(other)


def test_a_blank_name_comes_first_and_foreign_letters_last():
    assert sorted(["Ωmega", "Yến", "", "Zoe"], key=name_key) == ["", "Yến", "Zoe", "Ωmega"]
