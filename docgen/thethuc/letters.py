"""Thể thức: letters as Unicode composes them: how a document says them, however they were typed."""

from __future__ import annotations

import re
import unicodedata

from docgen.thethuc.xml import Node, W

_ALIKE = {"\u00d0": "Đ", "\u00f0": "đ", "\u0189": "Đ"}
"""Letters of other languages that look like Đ, from keyboards of other code pages."""
_UNSEEN = dict.fromkeys("\u200b\u200c\u200d\u2060\ufeff\u00ad", "")
_TABLE = str.maketrans({**_ALIKE, **_UNSEEN})
_SHAPED = "\U0001d400-\U0001d7ff\ufb00-\ufb06\uff21-\uff5a"
"""Mathematical letters, ligatures, full width."""
_ODD = re.compile("[" + "".join((*_ALIKE, *_UNSEEN)) + _SHAPED + "]")


def composed(text: str) -> str:
    """The text in composed letters of Vietnamese, without marks that nobody sees."""
    letters = (_simple(letter) for letter in text.translate(_TABLE))
    return unicodedata.normalize("NFC", "".join(letters))


def is_composed(text: str) -> bool:
    """Whether the text has nothing but such letters."""
    return text.isascii() or (unicodedata.is_normalized("NFC", text) and _ODD.search(text) is None)


def compose(root: Node) -> dict[Node, str]:
    """Compose every letter of a part, in its tree; gives the paragraphs where this changed
    something, each with the first word of it.

    A mark that a run begins with belongs to the letter before it, in another run.
    """
    changed: dict[Node, str] = {}
    before: Node | None = None
    for leaf in root.iter(f"{W}t"):
        text = leaf.text or ""
        if marks := _marks(text):
            paragraph = next(leaf.iterancestors(f"{W}p"))
            if before is not None and before.text and paragraph in before.iterancestors(f"{W}p"):
                before.text = composed(before.text + marks)
                leaf.text = text = text[len(marks) :]
                changed.setdefault(paragraph, before.text.split()[-1])
        if not is_composed(text):
            leaf.text = composed(text)
            changed.setdefault(next(leaf.iterancestors(f"{W}p")), _first_word(text))
        before = leaf
    return changed


def _marks(text: str) -> str:
    """The combining marks that a text begins with."""
    end = next((n for n, letter in enumerate(text) if not unicodedata.combining(letter)), len(text))
    return text[:end]


def _simple(letter: str) -> str:
    """A letter of a shape of its own (ligature, full width) as the plain ones."""
    kind = unicodedata.decomposition(letter)
    if letter.isalpha() and kind.startswith(("<compat>", "<wide>", "<font>")):
        return unicodedata.normalize("NFKC", letter)
    return letter


def _first_word(text: str) -> str:
    """The first word that was typed in another way; empty where nothing of it is seen."""
    words = (word for word in text.split() if not is_composed(word))
    return composed(next(words, "")).strip(",.;:")
