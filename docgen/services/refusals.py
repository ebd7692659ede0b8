"""Services: files that cannot be measured against the form: refused in one sentence that says why
and what to do.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from unicodedata import normalize

from docgen.errors import Invalid, Problem, TooLarge
from docgen.templating import TemplateError
from docgen.templating.safety import CONTENT_TYPES, MAX_ELEMENTS, refuse_hostile, refuse_programs
from docgen.thethuc.document import DocumentView
from docgen.thethuc.errors import UnreadableDocument

_OTHER_KINDS = {
    b"%PDF": "Đây là tệp PDF",
    b"{\\rtf": "Đây là tệp RTF",
    b"\x89PNG": "Đây là tệp ảnh",
    b"\xff\xd8\xff": "Đây là tệp ảnh",
}
_ACCENTED = re.compile(r"[ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]", re.IGNORECASE)
_OLD_FONT = re.compile(r"\.Vn|VNI-|\bVn", re.IGNORECASE)
_ENOUGH_LETTERS = 300
_FEWEST_ACCENTED = 0.02
"""Vietnamese prose has five times as many, lists of names twice."""


@contextmanager
def refusals() -> Iterator[None]:
    """Whatever cannot be read within becomes one `Invalid`."""
    try:
        yield
    except UnreadableDocument as error:
        raise _refused(error.message) from error
    except TemplateError as error:
        raise _refused(f"{error.message[:1].upper()}{error.message[1:]}.") from error


def refuse_large(size: int, limit: int) -> None:
    """Raise `TooLarge` for a file of more bytes than the installation takes."""
    if size > limit:
        told = f"{size / 2**20:.1f}".replace(".", ",")
        raise TooLarge(
            f"Tệp dài {told} MB, quá giới hạn {limit // 2**20} MB. "
            "Hãy giảm dung lượng ảnh trong tệp hoặc tách thành nhiều tệp."
        )


def refuse_other_kinds(data: bytes) -> None:
    """Refuse by its first bytes what is no Word file at all."""
    if not data:
        raise UnreadableDocument("Tệp rỗng, không có gì để kiểm tra.")
    for start, kind in _OTHER_KINDS.items():
        if data.startswith(start):
            raise UnreadableDocument(f"{kind}; hãy gửi tệp Word (.docx) của văn bản.")


def refuse_contents(parts: Mapping[str, bytes]) -> None:
    """Refuse programs, what is made to do harm, and more than can be measured."""
    for data in parts.values():
        if data.count(b"<") > MAX_ELEMENTS:
            raise UnreadableDocument(
                "Văn bản quá dài để kiểm tra; hãy tách thành nhiều tệp, mỗi tệp vài trăm trang."
            )
    refuse_programs(parts.get(CONTENT_TYPES, b""))
    refuse_hostile(parts)


def refuse_foreign(document: DocumentView) -> None:
    """Refuse what has no words, or words of another language; old Vietnamese fonts hide theirs."""
    text = normalize("NFC", "".join(paragraph.text for paragraph in document.paragraphs))
    letters = sum(letter.isalpha() for letter in text)
    if not letters:
        raise UnreadableDocument("Văn bản không có chữ nào để kiểm tra.")
    accented = len(_ACCENTED.findall(text))
    if letters < _ENOUGH_LETTERS or accented >= letters * _FEWEST_ACCENTED:
        return
    spans = (span for paragraph in document.paragraphs for span in paragraph.spans)
    if not any(_OLD_FONT.search(span.look.font) for span in spans):
        raise UnreadableDocument("Văn bản không phải là tiếng Việt có dấu, không kiểm tra được.")


def _refused(why: str) -> Invalid:
    return Invalid([Problem("FILE.UNREADABLE", why)])
