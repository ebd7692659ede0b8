"""Thể thức: the small repairs that rules share: letters put in the place of others."""

from __future__ import annotations

from collections.abc import Callable

from docgen.thethuc.edit import Editor
from docgen.thethuc.lines import Line
from docgen.thethuc.registry import Fault, Fix


def put(start: int, end: int, text: str) -> Fix:
    """The repair that puts a text in the place of some letters of the line."""

    def replace(editor: Editor, fault: Fault) -> None:
        assert fault.line is not None
        editor.replace(fault.line, start, end, text)

    return replace


def as_text(change: Callable[[str], str]) -> Fix:
    """The repair that gives the line the text a function makes of it."""

    def set_text(editor: Editor, fault: Fault) -> None:
        assert fault.line is not None
        editor.set_text(fault.line, change(fault.line.text))

    return set_text


def in_small_letters(line: Line) -> Fix | None:
    """The repair that sets words in small letters that only look like capitals; what was typed
    in capitals must be typed anew."""
    if line.text.isupper():
        return None
    return lambda editor, fault: editor.look(line, caps=False)


def centred(editor: Editor, fault: Fault) -> None:
    """The repair that centres a line's paragraph."""
    assert fault.line is not None
    editor.paragraph(fault.line.paragraph, align="center")


def retyped(text: str) -> Fix:
    """The repair that gives the line this text, changing only the letters that differ."""
    return as_text(lambda _: text)
