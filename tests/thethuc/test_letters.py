"""Letters: composed in the tree when a part is read, so that every rule sees what is said."""

from __future__ import annotations

import unicodedata

import pytest

from docgen.thethuc.letters import compose, composed, is_composed
from docgen.thethuc.xml import W, parse
from parts import NAMESPACES
from spoil import mended, spoiled


def part(*runs: str) -> bytes:
    body = "".join(f"<w:r><w:t>{run}</w:t></w:r>" for run in runs)
    return f"<w:document {NAMESPACES}><w:body><w:p>{body}</w:p></w:body></w:document>".encode()


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Đảng uỷ", "Đảng uỷ"),
        (unicodedata.normalize("NFD", "Nghị quyết"), "Nghị quyết"),
        ("\u00d0ảng \u00f0oàn", "Đảng đoàn"),
        ("Đảng\u200b uỷ\ufeff", "Đảng uỷ"),
        ("tài ch\ufb01nh", "tài chfinh"),
        ("\uff2eghị quyết", "Nghị quyết"),
        ("m², 37ºC, ½, «…» – №", "m², 37ºC, ½, «…» – №"),
    ],
)
def test_letters_are_composed_and_signs_are_left(typed, meant):
    assert composed(typed) == meant
    assert is_composed(typed) is (typed == meant)


@pytest.mark.parametrize(
    ("runs", "read", "word"),
    [
        (("Đảng", " uỷ"), ("Đảng", " uỷ"), None),
        (("Nghi\u0323", " quyê\u0301t"), ("Nghị", " quyết"), "Nghị"),
        (("kết luâ", "\u0323n"), ("kết luậ", "n"), "luậ"),
    ],
)
def test_a_mark_joins_its_letter_also_from_another_run(runs, read, word):
    root = parse(part(*runs))
    changed = compose(root)
    assert tuple(leaf.text for leaf in root.iter(f"{W}t")) == read
    assert list(changed.values()) == ([] if word is None else [word])


def test_a_mended_document_is_composed_in_the_file():
    parts = spoiled(
        "cong_van", body=lambda parts: (("p", unicodedata.normalize("NFD", parts[0][1])), *parts)
    )
    text = mended(parts)[0]["word/document.xml"].decode()
    assert unicodedata.is_normalized("NFC", text)
    assert not unicodedata.is_normalized("NFC", parts["word/document.xml"].decode())
