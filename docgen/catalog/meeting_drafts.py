"""Catalogue: what drafts of papers take from a meeting: only what was noted, in its own words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from docgen.catalog.model import Values, signer_for
from docgen.domain import vietnamese
from docgen.domain.meetings import is_carried

Item = Mapping[str, Any]


def is_decided(item: Item, meeting: Values) -> bool:
    """Whether the last vote on the item carried it, or one of the options put to that vote.

    More than half against it decides nothing that a paper could carry out.
    """
    last = (list(item.get("votes") or ()) or [{}])[-1]
    counts = [last.get("votes_for"), *(one.get("votes") for one in last.get("options") or ())]
    return _has_majority(counts, meeting)


def is_left_open(item: Item, meeting: Values) -> bool:
    """Whether the item was put to a vote, and no answer had more than half of all members."""
    counts = [count for _, count in results(item)]
    return bool(counts) and not _has_majority(counts, meeting)


def _has_majority(counts: Iterable[Any], meeting: Values) -> bool:
    total = meeting.get("members_total")
    known = (count for count in counts if isinstance(count, int))
    return isinstance(total, int) and any(is_carried(count, total) for count in known)


def results(item: Item) -> list[tuple[str, int]]:
    """What the last vote on the item could be for, with the votes each had."""
    last = (list(item.get("votes") or ()) or [{}])[-1]
    options = [(str(one.get("text") or ""), one.get("votes")) for one in last.get("options") or ()]
    answers = [
        ("Tán thành", last.get("votes_for")),
        ("Không tán thành", last.get("votes_against")),
        ("Ý kiến khác", last.get("votes_other")),
    ]
    asked = options or answers
    return [(text, count) for text, count in asked if isinstance(count, int)]


def result_of(item: Item) -> str | None:
    """The last vote in a sentence: «Thông qua nghị quyết: tán thành 25/25.»; None without one."""
    counts = results(item)
    if not counts:
        return None
    last = item["votes"][-1]
    subject, voters = last.get("subject") or "Biểu quyết", last.get("voters")
    of_all = f"/{voters}" if isinstance(voters, int) else ""
    told = "; ".join(
        f"{text if last.get('options') else text[:1].lower() + text[1:]} {count}{of_all}"
        for text, count in counts
    )
    return f"{subject[:1].upper()}{subject[1:]}: {told}."


def named(person: Any) -> str | None:
    """«đồng chí Lê Minh Quang, Bí thư»; None where nobody is named."""
    known = person if isinstance(person, Mapping) else {}
    parts = [str(known[name]) for name in ("name", "position") if known.get(name)]
    return f"đồng chí {', '.join(parts)}" if known.get("name") else None


def concluding(meeting: Values) -> Iterator[dict[str, Any]]:
    """The paragraph that opens the conclusions of a meeting: its day, its chair, what it heard.

    Where nobody concluded anything it opens the results of the votes.
    """
    day, chair = meeting.get("starts_on"), named(meeting.get("chair"))
    if not (isinstance(day, date) and chair):
        return
    agenda = meeting.get("agenda") or ()
    heard = [
        words
        for words, names in (
            ("nội dung trình bày", ("presenter", "presentation")),
            ("ý kiến thảo luận", ("opinions",)),
        )
        if any(item.get(name) for item in agenda for name in names)
    ]
    after = f", sau khi nghe {' và '.join(heard)}" if heard else ""
    opening = f"Tại cuộc họp ngày {vietnamese.date_short(day)}{after}, {chair} kết luận như sau:"
    if not any(item.get("conclusion") or item.get("tasks") for item in agenda):
        day_and_chair = f"{vietnamese.date_short(day)} do {chair} chủ trì"
        opening = f"Tại cuộc họp ngày {day_and_chair}, kết quả biểu quyết như sau:"
    yield {"text": opening}


def concluded(
    organisation: Values, meeting: Values, spelling: str, *, points: list[dict[str, Any]]
) -> dict[str, Any]:
    """A draft that tells these points of a meeting, signed by who chaired it."""
    return {
        "organisation": dict(organisation),
        "ngay_ban_hanh": meeting.get("starts_on"),
        "noi_dung": list(concluding(meeting)),
        "points": points,
        "signer": signer_for(organisation, meeting.get("chair") or {}, spelling),
    }


def points_of(meeting: Values, *, votes: bool = False) -> list[dict[str, Any]]:
    """What was concluded and who has to do what, item by item.

    With `votes`, an item that was carried without a conclusion is told by its vote.
    """
    found = []
    for item in meeting.get("agenda") or ():
        conclusion, tasks = item.get("conclusion"), item.get("tasks") or ()
        if votes and not conclusion and is_decided(item, meeting):
            conclusion = result_of(item)
        if conclusion or tasks:
            point = {"title": item.get("title"), "text": conclusion}
            found.append({**point, "tasks": [dict(task) for task in tasks]})
    return found
