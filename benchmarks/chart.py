"""A bar chart as SVG, written by hand: a group a paper, a bar an engine, a logarithmic scale."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

COLOURS = ("#9aa0a6", "#1a73e8", "#f29900", "#34a853", "#d93025")
_LEFT, _WIDTH, _BAR, _GAP, _TOP = 190, 420, 14, 16, 58


def chart(title: str, engines: Sequence[str], papers: Mapping[str, Mapping[str, float]]) -> str:
    """The chart of milliseconds, by paper and engine."""
    values = [value for row in papers.values() for value in row.values()]
    low, high = math.floor(math.log10(min(values))), math.ceil(math.log10(max(values)))
    scale = _WIDTH / (high - low)
    y, shapes = _TOP, []
    for paper, row in papers.items():
        shapes.append(_text(_LEFT - 10, y + len(row) * _BAR / 2 + 4, paper, "end"))
        for number, engine in enumerate(engines):
            if engine in row:
                width = max((math.log10(row[engine]) - low) * scale, 1)
                shapes.append(
                    f'<rect x="{_LEFT}" y="{y}" width="{width:.1f}" height="{_BAR - 3}" '
                    f'fill="{COLOURS[number]}"/>'
                )
                shapes.append(_text(_LEFT + width + 5, y + 9, shown(row[engine])))
                y += _BAR
        y += _GAP
    legend = [
        f'<rect x="{_LEFT + 92 * n}" y="32" width="9" height="9" fill="{COLOURS[n]}"/>'
        + _text(_LEFT + 92 * n + 13, 40, engine)
        for n, engine in enumerate(engines)
    ]
    lines = "\n".join([_text(10, 20, title), *legend, *shapes])
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{_LEFT + _WIDTH + 70}" height="{y}" '
        f'font-family="sans-serif" font-size="11" fill="#202124">\n'
        f'<rect width="100%" height="100%" fill="#ffffff"/>\n{lines}\n</svg>\n'
    )


def shown(milliseconds: float) -> str:
    """A time with three figures that count."""
    digits = 2 if milliseconds < 10 else 1 if milliseconds < 100 else 0
    return f"{milliseconds:,.{digits}f}"


def _text(x: float, y: float, text: str, anchor: str = "start") -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}">{text}</text>'
