"""Room domain: the laws of a single vote, each a function named for what is wrong.

Figures that are not given are skipped: a law speaks only of numbers it has. meeting_laws.py runs
these laws over the agenda.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, pairwise

from docgen.domain.meetings import Vote, VotingMethod
from docgen.errors import Problem


def vote_problems(vote: Vote, present: int | None) -> Iterator[Problem]:
    """What is wrong with one vote, given the number of members present; paths within the vote."""
    yield from chain(
        vote_without_figures(vote),
        ballots_in_show_of_hands(vote),
        more_ballots_than_before(vote, present),
        more_votes_than_valid_ballots(vote),
        more_votes_than_voters(vote, present),
    )


def vote_without_figures(vote: Vote) -> Iterator[Problem]:
    """A vote that is recorded has at least one figure."""
    if not vote.has_figures:
        yield Problem(
            "VOTE.EMPTY",
            "Biểu quyết này chưa có số liệu. Hãy ghi số tán thành, không tán thành, ý kiến khác "
            "hoặc số phiếu của từng phương án; nếu không biểu quyết thì bỏ phần này.",
            ("votes_for",),
        )


def more_votes_than_voters(vote: Vote, present: int | None) -> Iterator[Problem]:
    """Nobody votes twice, and nobody who is not there."""
    if vote.voters is not None and present is not None and vote.voters > present:
        yield Problem(
            "VOTE.VOTERS",
            f"Số người biểu quyết là {vote.voters}, nhưng chỉ có {present} thành viên có mặt. "
            "Hãy kiểm tra lại hai số này.",
            ("voters",),
        )
    for field, given, total in _sums(vote):
        if vote.voters is not None and vote.voters < total:
            yield Problem(
                "VOTE.MORE_THAN_VOTERS",
                f"Tổng số biểu quyết là {total} ({given}), nhưng chỉ có {vote.voters} người biểu "
                "quyết. Hãy kiểm tra lại kết quả biểu quyết.",
                (field,),
            )
        elif present is not None and total > present:
            yield Problem(
                "VOTE.PRESENT",
                f"Tổng số biểu quyết là {total} ({given}), nhưng chỉ có {present} thành viên có "
                "mặt. Hãy kiểm tra lại kết quả biểu quyết hoặc số có mặt.",
                (field,),
            )


def more_votes_than_valid_ballots(vote: Vote) -> Iterator[Problem]:
    """In a secret ballot only valid ballots are counted as votes."""
    for field, given, total in _sums(vote):
        if _by_ballot(vote) and vote.ballots_valid is not None and total > vote.ballots_valid:
            yield Problem(
                "VOTE.SUM",
                f"Tổng số biểu quyết là {total} ({given}), nhưng chỉ có {vote.ballots_valid} phiếu "
                "hợp lệ. Hãy kiểm tra lại biên bản kiểm phiếu.",
                (field,),
            )


def more_ballots_than_before(vote: Vote, present: int | None) -> Iterator[Problem]:
    """Valid ballots ≤ collected ≤ issued ≤ members present; a figure not given is skipped."""
    steps = (
        ("present_count", "số thành viên có mặt", present),
        ("ballots_issued", "số phiếu phát ra", vote.ballots_issued),
        ("ballots_collected", "số phiếu thu về", vote.ballots_collected),
        ("ballots_valid", "số phiếu hợp lệ", vote.ballots_valid),
    )
    known = [(field, words, count) for field, words, count in steps if count is not None]
    for (_, before, most), (field, words, count) in pairwise(known):
        if _by_ballot(vote) and count > most:
            yield Problem(
                "VOTE.BALLOTS",
                f"{words.capitalize()} là {count}, nhiều hơn {before} là {most}. "
                "Hãy kiểm tra lại hai số này.",
                (field,),
            )


def ballots_in_show_of_hands(vote: Vote) -> Iterator[Problem]:
    """A show of hands has no ballots."""
    counts = (
        ("phát ra", vote.ballots_issued),
        ("thu về", vote.ballots_collected),
        ("hợp lệ", vote.ballots_valid),
    )
    given = ", ".join(f"{words} {count}" for words, count in counts if count is not None)
    if given and not _by_ballot(vote):
        yield Problem(
            "VOTE.BALLOTS_METHOD",
            f"Đã ghi số phiếu ({given}), nhưng hình thức biểu quyết là giơ tay. Hãy chọn hình thức "
            "bỏ phiếu kín hoặc để trống số phiếu.",
            ("method",),
        )


def _sums(vote: Vote) -> Iterator[tuple[str, str, int]]:
    """Field, figures as told, total: of for + against + other, and of the options."""
    answers = (
        ("votes_for", "tán thành", vote.votes_for),
        ("votes_against", "không tán thành", vote.votes_against),
        ("votes_other", "ý kiến khác", vote.votes_other),
    )
    given = [(field, words, count) for field, words, count in answers if count is not None]
    if given:
        told = ", ".join(f"{words} {count}" for _, words, count in given)
        yield given[0][0], told, sum(count for _, _, count in given)
    options = [option.votes for option in vote.options if option.votes is not None]
    if options:
        yield "options", "các phương án " + " + ".join(map(str, options)), sum(options)


def _by_ballot(vote: Vote) -> bool:
    """While the method is not chosen, ballots are taken at their word."""
    return vote.method != VotingMethod.show_of_hands
