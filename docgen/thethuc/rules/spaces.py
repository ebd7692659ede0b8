"""Thể thức: rules on the spaces between words and marks of the text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from docgen.thethuc.document import DocumentView
from docgen.thethuc.lines import Line
from docgen.thethuc.mend import put
from docgen.thethuc.profiles import Profile
from docgen.thethuc.registry import Fault, rule

_BLANK = re.compile(r"(?:ngày|tháng|năm|số|lúc|hồi|giờ|tại|[.…_:])\s+$", re.IGNORECASE)
"""Before spaces that leave room for a pen."""
_SPACE = r"[ \u00a0]"
_ANY = re.compile(rf"{_SPACE}{{2}}|{_SPACE}[,;:.!?)”]|[(“]{_SPACE}|[^\W\d][,;][^\W\d]")
"""One of them may be there: looked for first, as most lines have none."""
_FAULTS = (
    (re.compile(rf"(?<=[^\s]){_SPACE}{{2,3}}(?=[^\s])"), " ", "thừa dấu cách"),
    (re.compile(rf"(?<=[\w)”»%]){_SPACE}(?=[,;:.!?](?:\s|$))"), "", "dấu cách trước dấu câu"),
    (re.compile(r"(?<=[^\W\d][,;])(?=[^\W\d])"), " ", "thiếu dấu cách sau dấu câu"),
    (re.compile(rf"(?<=[(“]){_SPACE}+(?=\w)|(?<=\w){_SPACE}+(?=[)”])"), "", "dấu cách trong ngoặc"),
)


@rule(
    "PD.TEXT.SPACE", "Dấu cách không đúng", source="HD05:II.I.6.2.2", severity="warning",
    certainty="ours",
)  # fmt: skip
def wrong_spaces(doc: DocumentView, profile: Profile) -> Iterator[Fault]:
    """Giữa hai từ có một dấu cách; dấu câu viết liền từ đứng trước và cách từ đứng sau. Quy tắc gõ
    văn bản, hướng dẫn không nêu."""
    for paper in doc.written:
        for line in paper.lines("can_cu", "noi_dung"):
            yield from _first(line)


def _first(line: Line) -> Iterator[Fault]:
    """The first of each kind in a line; the others come when it is mended."""
    faults = _FAULTS if _ANY.search(line.text) else ()
    for pattern, text, found in faults:
        for match in pattern.finditer(line.text):
            if _BLANK.search(line.text[: match.end()]):
                continue
            near = line.text[max(match.start() - 12, 0) : match.end() + 12].strip()
            fix = put(match.start(), match.end(), text)
            yield Fault("sửa dấu cách", f"{found}: «{near}»", line, fix=fix)
            break
