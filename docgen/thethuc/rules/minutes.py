"""Thể thức: rules on minutes (biên bản hội nghị): what they must tell, and figures that add up."""

from __future__ import annotations

import re
from collections.abc import Iterator

from docgen.thethuc.document import DocumentView
from docgen.thethuc.paper import Paper
from docgen.thethuc.profiles import Profile
from docgen.thethuc.registry import Fault, rule
from docgen.thethuc.tally import (
    Attendance,
    Ballot,
    Percent,
    Unit,
    absent_names,
    attendance,
    ballots,
    is_vote,
    percents,
    share,
    units,
)
from docgen.thethuc.words import composed

_MEETING = re.compile(r"hội nghị|\bhọp\b|đại hội|sinh hoạt chi bộ", re.IGNORECASE)
_NO_MEETING = re.compile(r"(?:về (?:việc )?)?(?:kiểm phiếu|kiểm tra|giám sát)\b", re.IGNORECASE)
"""How minutes of something else call themselves, though they may name a meeting."""
_REQUIRED = {
    "thời gian": re.compile(
        r"^(?!.*(?:ket thuc|be mac)).*(?:thoi gian|\bluc \d+|vao hoi|hom nay|bat dau)"
    ),
    "địa điểm": re.compile(r"dia diem|\btai (?:hoi truong|phong|tru so|nha|van phong|dia chi)"),
    "người chủ trì": re.compile(r"chu tri|chu toa|chu tich (?:hoi nghi|doan)|doan chu tich"),
    "người ghi biên bản": re.compile(r"ghi bien ban|thu ky"),
    "thành phần tham dự": re.compile(r"thanh phan|co mat|tham du|du hop|du hoi nghi"),
    "giờ kết thúc": re.compile(
        r"(?:ket thuc|be mac)\b.{0,60}(?:\bluc\b|\bhoi\b|\bgio\b|cung ngay|\d+\s*h)"
        r"|(?:hoi nghi|cuoc hop|phien hop|bien ban|dai hoi)\b.{0,60}(?:ket thuc|be mac)"
    ),
}
"""What minutes tell (HD16): by what words it is known."""
_OPENING = 12
"""Lines among which minutes say that they are of a meeting."""
_SOURCE = "HD16-HD/VPTW, theo nguồn thứ hai"


def _minutes(doc: DocumentView) -> Iterator[Paper]:
    """The papers that are minutes of a meeting."""
    for paper in doc.written:
        if paper.type == "Biên bản" and not _NO_MEETING.match(composed(paper.text("trich_yeu"))):
            opening = (line.text for line in paper.body[:_OPENING])
            if _MEETING.search(composed(" ".join((paper.text("trich_yeu"), *opening)))):
                yield paper


@rule(
    "PD.MINUTES.REQUIRED",
    "Biên bản thiếu nội dung phải có",
    source=_SOURCE,
    severity="warning",
    certainty="second-hand",
    mends="none",
)
def missing_in_minutes(doc: DocumentView, profile: Profile) -> Iterator[Fault]:
    """Biên bản hội nghị ghi thời gian, địa điểm, người chủ trì, người ghi biên bản, thành phần tham
    dự (có mặt, vắng mặt) và giờ kết thúc."""
    for paper in _minutes(doc):
        texts = [unit.text for unit in units(paper)]
        for name, pattern in _REQUIRED.items():
            if not any(pattern.search(text) for text in texts):
                yield Fault(f"ghi {name}", "không có", paper.line("ten_loai"))


@rule(
    "PD.MINUTES.ATTENDANCE",
    "Số người dự họp không khớp",
    source=_SOURCE,
    certainty="second-hand",
    mends="none",
)
def wrong_attendance(doc: DocumentView, profile: Profile) -> Iterator[Fault]:
    """Số có mặt cộng số vắng mặt bằng tổng số; số người vắng mặt được nêu tên bằng số đã ghi."""
    for paper in _minutes(doc):
        texts = units(paper)
        found = attendance(texts)
        if found is None:
            continue
        yield from _does_not_add_up(found)
        named = absent_names(texts)
        if named and found.absent is not None and named[1] != found.absent:
            yield Fault(
                f"nêu tên {found.absent} người vắng mặt như số đã ghi", f"{named[1]} người",
                named[0],
            )  # fmt: skip
        for unit in texts:
            if unit.line is found.line:
                yield from _wrong_percents(unit)


def _does_not_add_up(found: Attendance) -> Iterator[Fault]:
    total, present, absent = found.total, found.present, found.absent
    if found.adds_up:
        return
    if absent is None:
        yield Fault(f"có mặt không quá {total}", str(present), found.line)
    else:
        added = f"{present} + {absent} = {(present or 0) + absent}"
        yield Fault(f"có mặt + vắng mặt = {total}", added, found.line)


@rule(
    "PD.MINUTES.QUORUM",
    "Số có mặt không quá nửa tổng số",
    source=_SOURCE,
    severity="warning",
    certainty="second-hand",
    mends="none",
)
def too_few_present(doc: DocumentView, profile: Profile) -> Iterator[Fault]:
    """Nghị quyết phải được quá nửa tổng số thành viên tán thành, nên hội nghị có không quá nửa số
    thành viên dự thì không thông qua được."""
    for paper in _minutes(doc):
        found = attendance(units(paper))
        if found is None or not found.adds_up or not found.total or found.present is None:
            continue
        if 2 * found.present <= found.total:
            asked = f"hơn {found.total // 2} người có mặt"
            yield Fault(asked, f"{found.present}/{found.total}", found.line)


@rule(
    "PD.MINUTES.VOTES",
    "Kết quả biểu quyết không khớp",
    source=_SOURCE,
    certainty="second-hand",
    mends="none",
)
def wrong_votes(doc: DocumentView, profile: Profile) -> Iterator[Fault]:
    """Số tán thành, không tán thành, ý kiến khác cộng lại không quá số phiếu hợp lệ hoặc số có mặt;
    phiếu thu về không quá phiếu phát ra; tỷ lệ phần trăm đúng đến chữ số đã ghi."""
    for paper in _minutes(doc):
        texts = units(paper)
        said = attendance(texts)
        there = said if said is not None and said.adds_up else None
        for ballot in ballots(texts):
            faults = [*_wrong_ballots(ballot), *_wrong_sum(ballot, there)]
            faults = faults or [*_too_many(ballot, there)]
            yield from faults[:1] or _wrong_share(ballot, there)
        for unit in texts:
            if is_vote(unit.text) and not (said and unit.line is said.line):
                yield from _wrong_percents(unit)


def _wrong_ballots(ballot: Ballot) -> Iterator[Fault]:
    """No more come back than are given out; each is valid or not."""
    counts, line = ballot.counts, ballot.unit.line
    out, back, valid = (counts.get(name) for name in ("out", "back", "valid"))
    if out is not None and back is not None and back > out:
        yield Fault(f"phiếu thu về không quá {out}", str(back), line)
    if back is None or valid is None:
        return
    counted = valid + counts.get("invalid", 0)
    if counted > back or ("invalid" in counts and counted != back):
        yield Fault(f"hợp lệ + không hợp lệ = {back}", str(counted), line)


def _wrong_sum(ballot: Ballot, there: Attendance | None) -> Iterator[Fault]:
    """For, against and other are no more than the ballots or voters; all three, as many."""
    counts, line = ballot.counts, ballot.unit.line
    votes = [counts[name] for name in ("for", "against", "other") if name in counts]
    present = there.present if there else None
    bases = counts.get("valid"), counts.get("back"), ballot.voters, present
    base = next((number for number in bases if number is not None), None)
    if not votes or base is None:
        return
    added = " + ".join(map(str, votes)) + (f" = {sum(votes)}" if len(votes) > 1 else "")
    if sum(votes) > base:
        yield Fault(f"cộng lại không quá {base}", added, line)
    elif len(votes) == len(("for", "against", "other")) and sum(votes) != base:
        yield Fault(f"cộng lại bằng {base}", added, line)


def _too_many(ballot: Ballot, there: Attendance | None) -> Iterator[Fault]:
    """Nobody votes who is not there; of «24/27» the whole may be all members."""
    if there is None or there.present is None:
        return
    wanted = f"không quá {there.present} người có mặt"
    if ballot.voters is not None and ballot.voters > max(there.present, there.total or 0):
        yield Fault(wanted, str(ballot.voters), ballot.unit.line)
    given = [ballot.counts[name] for name in ("out", "back", "for") if name in ballot.counts]
    if given and max(given) > there.present:
        yield Fault(wanted, str(max(given)), ballot.unit.line)


def _wrong_share(ballot: Ballot, there: Attendance | None) -> Iterator[Fault]:
    """A percentage of votes, of whatever whole it may be meant."""
    said = share(ballot.unit.text)
    if said is None or there is None or there.present is None or there.total is None:
        return
    counts = ballot.counts
    wholes = [
        there.present,
        there.total,
        *(counts[n] for n in ("out", "back", "valid") if n in counts),
    ]
    if not any(Percent(said[0], whole, said[1]).is_right for whole in wholes):
        wanted = f"{said[0]}/{there.present} là {_shown(said[0], there.present)}"
        yield Fault(wanted, f"{said[1].replace('.', ',')}%", ballot.unit.line)


def _wrong_percents(unit: Unit) -> Iterator[Fault]:
    for percent in percents(unit.text):
        if not percent.is_right:
            wanted = f"{percent.part}/{percent.whole} là {_shown(percent.part, percent.whole)}"
            yield Fault(wanted, f"{percent.told.replace('.', ',')}%", unit.line)


def _shown(part: int, whole: int) -> str:
    """A percentage with two figures behind the comma at most."""
    exact = f"{100 * part / whole:.2f}".rstrip("0").rstrip(".")
    return f"{exact.replace('.', ',')}%"


@rule(
    "PD.TEXT.PERCENT",
    "Tỷ lệ phần trăm không khớp",
    source="Quy tắc chung",
    certainty="ours",
    mends="none",
)
def wrong_percent(doc: DocumentView, profile: Profile) -> Iterator[Fault]:
    """Tỷ lệ phần trăm ghi ngay sau phân số («14/40 đảng viên (35%)») phải đúng đến chữ số đã
    ghi."""
    minutes = {id(paper) for paper in _minutes(doc)}
    for paper in doc.written:
        for unit in units(paper):
            told = id(paper) in minutes and (is_vote(unit.text) or "co mat" in unit.text)
            if "%" in unit.text and not told:
                yield from _wrong_percents(unit)
