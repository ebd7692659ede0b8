"""Services: findings as people read them: by rule, counted, in the words of the office."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from docgen.thethuc.check import Finding
from docgen.thethuc.profiles import PROFILES, Certainty, Profile
from docgen.thethuc.registry import RULES, Mending, Rule, Severity
from docgen.thethuc.sources import in_words

SEVERITIES: Mapping[Severity, str] = MappingProxyType(
    {"error": "lỗi", "warning": "cảnh báo", "info": "lưu ý"}
)
"""From the gravest down."""
MEANINGS: Mapping[Severity, str] = MappingProxyType(
    {"error": "trái với hướng dẫn", "warning": "nên xem lại", "info": "để biết"}
)
CERTAINTIES: Mapping[Certainty, str] = MappingProxyType(
    {
        "read": "đọc trong văn bản",
        "second-hand": "nguồn thứ hai",
        "inferred": "suy luận",
        "ours": "docgen chọn",
    }
)
MENDINGS: Mapping[Mending, str] = MappingProxyType(
    {"all": "máy sửa được", "some": "máy sửa được một phần", "none": "người quyết định"}
)


@dataclass(frozen=True)
class Group:
    """What one rule found: findings of one severity, in the order of the document."""

    rule: Rule
    severity: Severity
    findings: tuple[Finding, ...]
    source: str
    """In words."""

    @property
    def is_fixable(self) -> bool:
        """Whether the hand mends all of it."""
        return all(finding.fix is not None for finding in self.findings)


def grouped(findings: Iterable[Finding], profile: Profile) -> tuple[Group, ...]:
    """The findings by rule: errors first, then by where the first of each stands."""
    found: dict[tuple[Severity, str], list[Finding]] = {}
    for finding in findings:
        found.setdefault((finding.severity, finding.code), []).append(finding)
    groups = (
        Group(same[0].rule, severity, tuple(same), in_words(same[0].rule.source, profile.key))
        for (severity, _), same in found.items()
    )
    order = list(SEVERITIES)
    return tuple(sorted(groups, key=lambda group: order.index(group.severity)))


def counted(findings: Iterable[Finding], *, none: str) -> str:
    """«2 lỗi, 1 cảnh báo»; `none` when there are none."""
    counts = Counter(finding.severity for finding in findings)
    told = [f"{counts[kind]} {words}" for kind, words in SEVERITIES.items() if counts[kind]]
    return ", ".join(told) or none


def as_rows(findings: Iterable[Finding], profile: Profile) -> list[dict[str, str]]:
    """The findings for a script, the gravest first, every word as it is shown."""
    return [
        {
            "severity": group.severity,
            "kind": SEVERITIES[group.severity],
            "title": group.rule.title,
            "where": finding.where,
            "wanted": finding.fault.wanted,
            "found": finding.fault.found,
            "source": group.source,
            "code": finding.code,
        }
        for group in grouped(findings, profile)
        for finding in group.findings
    ]


def rules() -> tuple[Rule, ...]:
    """Every rule, by its code."""
    return tuple(RULES[code] for code in sorted(RULES))


def source_of(rule: Rule) -> str:
    """Where a rule comes from, in words."""
    return in_words(rule.source)


def profiles() -> tuple[Profile, ...]:
    """The guidances a file may be measured against, the latest first."""
    return tuple(sorted(PROFILES.values(), key=lambda profile: profile.since, reverse=True))
