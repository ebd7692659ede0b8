"""Room domain: how Vietnamese is written in official papers: text, letters, dates, figures, names.

Sources: HD 05-HD/VPTW, §3.2 and §4 (leading zeros), §6.2.4 (letters of points). Everything here is
a pure function of its arguments.
"""

from __future__ import annotations

import re
import unicodedata
from datetime import date, time
from decimal import Decimal

POINT_LETTERS = "abcdđeghiklmnopqrstuvxy"
"""The letters that number the points (điểm): no ă, â, ê, ô, ơ, ư, and no f, j, w, z."""

NameKey = tuple[tuple[tuple[int, ...], int], ...]
"""A sort key: for each syllable its letters, then its tone."""

_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_NOT_IN_XML = re.compile("[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

_DATES = (
    re.compile(
        r"(?P<day>[0-9]{1,2})(?P<mark>[/.-])(?P<month>[0-9]{1,2})(?P=mark)(?P<year>[0-9]{4})"
    ),
    re.compile(r"(?P<year>[0-9]{4})-(?P<month>[0-9]{2})-(?P<day>[0-9]{2})"),
)
_TIMES = (
    re.compile(r"(?P<hour>[0-9]{1,2}):(?P<minute>[0-9]{2})(?::00)?"),
    re.compile(r"(?P<hour>[0-9]{1,2})\s*(?:h|g|giờ)(?:\s*(?P<minute>[0-9]{2})(?:\s*phút)?)?"),
)

_FIGURE = re.compile(r"([-+]?)((?:[1-9][0-9]{0,2}(?:\.[0-9]{3})+)|[0-9]+)(?:,([0-9]+))?")

_ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"),
    (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip

# «uy» that ends a syllable, q before it excepted: in «quý» the u belongs to the consonant.
_TONE_ON_U = re.compile(r"(?<![qQ])([úùủũụÚÙỦŨỤ])([yY])(?![^\W\d_])")
_TONE_ON_Y = re.compile(r"(?<![qQ])([uU])([ýỳỷỹỵÝỲỶỸỴ])(?![^\W\d_])")

_ALPHABET = {letter: rank for rank, letter in enumerate("aăâbcdđeêfghijklmnoôơpqrstuưvwxyz")}
_TONES = {"\u0300": 1, "\u0309": 2, "\u0303": 3, "\u0301": 4, "\u0323": 5}
"""Huyền, hỏi, ngã, sắc, nặng: the order of the dictionaries. No mark comes first."""


def clean(text: str) -> str:
    """The text as docgen stores it: NFC, lines ended by `\\n`, nothing that XML 1.0 forbids.

    - Line ends of every kind become `\\n`: CR LF, CR, NEL (U+0085), U+2028, U+2029, and Word's
      line and page break (U+000B, U+000C). They part words, so dropping them would join two words.
    - Dropped, because no XML document can hold them: the other C0 controls, lone surrogates,
      U+FFFE and U+FFFF.
    - Kept: tabs, spaces as typed (the non-breaking ones too), emoji and all astral characters,
      zero-width joiners (emoji need them), DEL and the C1 controls, which XML allows.
    - Last comes NFC, because a dropped character may have parted a letter from its mark. NFD
      input becomes NFC; compatibility forms (`²`, `ﬁ`) stay as they are.
    """
    lines = _LINE_ENDS.sub("\n", text)
    return unicodedata.normalize("NFC", _NOT_IN_XML.sub("", lines))


def letter(number: int) -> str:
    """The letter of the point with this number: a, b, c, d, đ, e, g … y, then aa, ab …

    Source: HD 05-HD/VPTW, §6.2.4đ. ValueError below 1.
    """
    if number < 1:
        raise ValueError(f"điểm được đánh từ 1, không có điểm thứ {number}")
    letters = ""
    while number:
        number, rank = divmod(number - 1, len(POINT_LETTERS))
        letters = POINT_LETTERS[rank] + letters
    return letters


def roman(number: int) -> str:
    """The number in Roman digits, 1 to 3999; ValueError outside."""
    if not 1 <= number <= 3999:
        raise ValueError(f"số La Mã viết được từ 1 đến 3999, không viết được {number}")
    digits = ""
    for value, sign in _ROMAN:
        count, number = divmod(number, value)
        digits += sign * count
    return digits


def date_words(day: date) -> str:
    """«ngày 03 tháng 4 năm 2024»: a zero before days under 10 and months 1 and 2, no other.

    Source: HD 05-HD/VPTW, §4.2.
    """
    return f"ngày {day.day:02} tháng {_month(day)} năm {day.year}"


def date_short(day: date) -> str:
    """«03/4/2024»: the same zeros as `date_words`."""
    return f"{day.day:02}/{_month(day)}/{day.year}"


def _month(day: date) -> str:
    return f"{day.month:02}" if day.month < 3 else str(day.month)


def time_words(moment: time) -> str:
    """«14 giờ 00», «08 giờ 05»: two digits each; seconds are not told."""
    return f"{moment.hour:02} giờ {moment.minute:02}"


def parse_date(text: str) -> date:
    """The date written «3/4/2024», «3-4-2024», «3.4.2024» (day first) or «2024-04-03».

    Raises ValueError for anything else.
    The year has four digits: nobody should have to guess a century.
    """
    for form in _DATES:
        if found := form.fullmatch(text.strip()):
            try:
                return date(int(found["year"]), int(found["month"]), int(found["day"]))
            except ValueError:
                break
    raise ValueError(f"«{text}» không phải là một ngày; viết như 03/4/2024")


def parse_time(text: str) -> time:
    """The time written «14:00», «14h00», «14h», «14g00», «14 giờ 00», «14 giờ»; else ValueError.

    «14:00:00», as JSON writes a time, is taken too; other seconds are refused, never cut off.
    """
    plain = unicodedata.normalize("NFC", text).strip().lower()
    for form in _TIMES:
        if found := form.fullmatch(plain):
            try:
                return time(int(found["hour"]), int(found["minute"] or 0))
            except ValueError:
                break
    raise ValueError(f"«{text}» không phải là giờ trong ngày; viết như 14 giờ 00 hoặc 14:00")


def decimal_text(number: Decimal | int) -> str:
    """«1.234,5»: points between thousands, a decimal comma, the decimals exactly as given.

    A float is a TypeError, since it does not hold the figure that was typed; NaN and infinity
    are a ValueError.
    """
    if isinstance(number, float):
        raise TypeError("decimal_text nhận Decimal hoặc int, không nhận float")
    exact = Decimal(number)
    if not exact.is_finite():
        raise ValueError(f"{number} không phải là một số viết được")
    return f"{exact:,f}".translate(str.maketrans(",.", ".,"))


def parse_decimal(text: str) -> Decimal:
    """The figure written «1.234,5», «1234,5» or «-0,25»; ValueError for anything else.

    «1234.5» and «0.125» are refused: whether the point parts thousands or decimals is not guessed.
    """
    if not (found := _FIGURE.fullmatch(text.strip())):
        raise ValueError(f"«{text}» không phải là số viết như 1.234,5")
    sign, whole, decimals = found.groups()
    return Decimal(f"{sign}{whole.replace('.', '')}.{decimals or '0'}")


def two_digits(number: int) -> str:
    """«05», «12», «105»: at least two digits, as the number of a paper is written."""
    return f"{number:02}"


def slug(text: str, limit: int = 60) -> str:
    """The text for a file name: «hoi-nghi-dac-biet», only a–z, 0–9 and hyphens.

    Cut at a word so as not to pass `limit`; a first word longer than that is cut within.
    Empty when the text has no Latin letter and no digit.
    """
    plain = unicodedata.normalize("NFKD", text.lower()).translate(str.maketrans("đð", "dd"))
    bare = "".join(sign for sign in plain if not unicodedata.combining(sign))
    whole = "-".join(re.findall("[a-z0-9]+", bare))
    if len(whole) <= limit:
        return whole
    return whole[: limit + 1].rpartition("-")[0] or whole[:limit]


def spell(text: str, style: str) -> str:
    """The text with the tone of syllables in «uy» set as in `style`: «uỷ» or «ủy».

    All five tones, each letter's case kept: «Uỷ ban» ↔ «Ủy ban», «THUỶ» ↔ «THỦY», «luỹ» ↔ «lũy».
    «quý», «khuỷu», «huỳnh», «tuyển» are the same in both styles. The text is NFC (see `clean`).
    Whether a person's own name may be respelled is for the caller to decide.
    """
    if style == "uỷ":
        return _TONE_ON_U.sub(_tone_to_y, text)
    if style == "ủy":
        return _TONE_ON_Y.sub(_tone_to_u, text)
    raise ValueError(f"cách viết là «uỷ» hoặc «ủy», không phải «{style}»")


def _tone_to_y(found: re.Match[str]) -> str:
    bare, tone = tuple(unicodedata.normalize("NFD", found[1]))
    return bare + unicodedata.normalize("NFC", found[2] + tone)


def _tone_to_u(found: re.Match[str]) -> str:
    bare, tone = tuple(unicodedata.normalize("NFD", found[2]))
    return unicodedata.normalize("NFC", found[1] + tone) + bare


def name_key(full_name: str) -> NameKey:
    """The key that sorts people as a Vietnamese list does: given name, family name, the rest.

    Letters in alphabet order (a ă â … d đ e ê …), then tones: none, huyền, hỏi, ngã, sắc, nặng.
    Case does not count, nor on which vowel the tone stands («Thuỷ» = «Thủy»).
    """
    syllables = [_syllable_key(syllable) for syllable in full_name.lower().split()]
    return (*syllables[-1:], *syllables[:-1])


def _syllable_key(syllable: str) -> tuple[tuple[int, ...], int]:
    parts = unicodedata.normalize("NFD", syllable)
    tone = next((_TONES[part] for part in parts if part in _TONES), 0)
    letters = unicodedata.normalize("NFC", "".join(part for part in parts if part not in _TONES))
    return tuple(_ALPHABET.get(sign, len(_ALPHABET) + ord(sign)) for sign in letters), tone
