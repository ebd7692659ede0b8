"""Milliseconds per document: ours (proof included), three other engines, and the floor.

The floor is the same tags compiled once by plain Jinja, rendered to a string, and that string
packed by zlib at its usual level: no newlines, no zip, no proof. Same content, same machine, one
run; Python's engines take turns, so that a busy machine slows all alike; the median is shown.
`make bench` installs docxtemplater and easy-template-x, which run in Node.
"""

from __future__ import annotations

import io
import json
import os
import platform
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import zlib
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path
from typing import Any

import jinja2
from docxtpl import DocxTemplate

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent), str(HERE)]

# ruff: noqa: E402  # the path comes first
from chart import chart, shown
from papers import long_template, minutes, minutes_template, rows, rows_template

from docgen import catalog
from docgen.services.rendering import filled_in, render, template_of
from docgen.templating import compile_template, read_main_part, trace

ENGINES = ("floor", "ours", "docxtpl", "docxtemplater", "easy-template-x")
IN_NODE = ENGINES[3:]
Work = Callable[[dict[str, Any]], object]


def floor(template: bytes) -> Work:
    """Plain Jinja on the XML that docxtpl makes of the template, and zlib."""
    source = DocxTemplate(io.BytesIO(template))
    source.init_docx()
    program = jinja2.Environment(autoescape=True).from_string(source.patch_xml(source.get_xml()))
    return lambda context: zlib.compress(program.render(context).encode(), 6)


def ours(template: bytes) -> Work:
    """Compiled once."""
    return compile_template(template).render


def docxtpl(template: bytes) -> Work:
    """As its documentation says: a new object for each document."""

    def render(context: dict[str, Any]) -> object:
        document = DocxTemplate(io.BytesIO(template))
        document.render(context, autoescape=True)
        return document.save(io.BytesIO())

    return render


def in_node(engine: str, template: bytes, context: dict[str, Any], runs: int) -> float:
    """The median of a Node engine, its first runs included only when there are few."""
    with tempfile.TemporaryDirectory() as folder:
        (source := Path(folder, "t.docx")).write_bytes(template)
        (data := Path(folder, "c.json")).write_text(json.dumps(context), encoding="utf-8")
        call = ["node", "peers.mjs", engine, source, data, str(runs), Path(folder, "out.docx")]
        done = subprocess.run(call, cwd=HERE, check=True, capture_output=True)
        return statistics.median(json.loads(done.stdout)[runs // 4 :])


def measure(runs: int, *works: Callable[[], object]) -> list[float]:
    """The median milliseconds of each, their turns taken one after the other."""
    times: list[list[float]] = [[] for _ in works]
    for _ in range(runs):
        for work, own in zip(works, times, strict=True):
            start = time.perf_counter()
            work()
            own.append((time.perf_counter() - start) * 1000)
    return [statistics.median(own) for own in times]


def compared(
    template: bytes, braces: bytes, context: dict[str, Any], *, runs: int, peers: int
) -> dict[str, float]:
    """The milliseconds of every engine; the slow peers run less often."""
    works = [make(template) for make in (floor, ours)]
    low, own = measure(runs, *(lambda work=work: work(context) for work in works))
    theirs = docxtpl(template)
    (slow,) = measure(peers, lambda: theirs(context))
    found = {"floor": low, "ours": own, "docxtpl": slow}
    return found | {name: in_node(name, braces, context, peers * 3) for name in IN_NODE}


def table() -> dict[str, dict[str, float]]:
    """Every paper by every engine, printed as it comes."""
    print(f"| ms a document | {' | '.join(ENGINES)} | ours / floor | docxtpl / ours |")
    print(f"|---|{'---:|' * (len(ENGINES) + 2)}")
    found: dict[str, dict[str, float]] = {}
    for name, lean in (("minutes, lean styles", True), ("minutes, default styles", False)):
        papers = minutes_template(lean=lean), minutes_template(braces=True, lean=lean)
        found[name] = _line(name, compared(*papers, minutes(), runs=300, peers=30))
    for count, runs, peers in ((500, 40, 5), (5_000, 9, 2), (50_000, 3, 1)):
        papers = rows_template(), rows_template(braces=True)
        name = f"table of {count:,} rows"
        found[name] = _line(name, compared(*papers, rows(count), runs=runs, peers=peers))
    return found


def _line(name: str, row: dict[str, float]) -> dict[str, float]:
    times = " | ".join(shown(row[engine]) for engine in ENGINES)
    ratios = f"{row['ours'] / row['floor']:.2f} | {row['docxtpl'] / row['ours']:.0f}"
    print(f"| {name} | {times} | {ratios} |", flush=True)
    return row


def peak(engine: str, count: int) -> None:
    """Print how many MB a render needs beyond what the process had (run in its own process)."""
    work, context = {"ours": ours, "floor": floor}[engine](rows_template()), rows(count)
    work(rows(10))
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    before = pages * resource.getpagesize()
    work(context)
    print((resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 - before) / 2**20)


def memory() -> None:
    """Peak memory at 50,000 rows."""
    call = [sys.executable, __file__, "peak"]
    used = {
        engine: float(subprocess.run([*call, engine], check=True, capture_output=True).stdout)
        for engine in ("floor", "ours")
    }
    ratio = used["ours"] / used["floor"]
    print(
        f"memory at 50,000 rows: floor {used['floor']:.0f} MB, ours {used['ours']:.0f} MB", end=""
    )
    print(f" ({ratio:.2f} of the floor's)")


def growth(found: dict[str, dict[str, float]]) -> None:
    """How the time grows from step to step of the table."""
    steps = [row for name, row in found.items() if "rows" in name]
    for engine in ("floor", "ours"):
        grown = (b[engine] / a[engine] for a, b in zip(steps, steps[1:], strict=False))
        print(f"{engine}: ×{' ×'.join(f'{times:.1f}' for times in grown)} from 500 to 50,000 rows")


def threads(count: int = 10_000) -> None:
    """Many documents from one template by 16 threads: how many are not what they should be."""
    shared, alone = (compile_template(minutes_template()) for _ in range(2))
    expected = [alone.render(minutes(number)) for number in range(100)]
    contexts = [minutes(number) for number in range(100)]
    with ThreadPoolExecutor(16) as pool:
        made = pool.map(
            lambda n: shared.render(contexts[n % 100]) == expected[n % 100], range(count)
        )
        wrong = count - sum(made)
    print(f"16 threads on one template: {wrong} wrong documents of {count:,}")


def compiling() -> None:
    """A template of 50 pages."""
    long = long_template()
    (pages,) = measure(7, lambda: compile_template(long))
    print(f"compiling a template of 50 pages: {pages:.0f} ms")


def types() -> None:
    """Every type's longest case: its template filled in, input to measured file, compiling."""
    print("\n| type | paragraphs | filling in | input to file, form measured | compiling |")
    print("|---|---:|---:|---:|---:|")
    for kind in catalog.CATALOG.values():
        files = (HERE.parent / "tests" / "cases" / kind.key).glob("*.json")
        raw = json.loads(max(files, key=lambda file: file.stat().st_size).read_text("utf-8"))
        values = catalog.validate(kind.key, raw)
        count = read_main_part(filled_in(kind, values).docx).count(b"</w:p>")
        (filling,) = measure(50, lambda kind=kind, values=values: filled_in(kind, values))
        (whole,) = measure(10, lambda kind=kind, raw=raw: render(kind.key, raw))
        (made,) = measure(3, lambda kind=kind: template_of.__wrapped__(kind.key))
        row = f"| {count} | {filling:.2f} ms | {whole:.1f} ms | {made:.0f} ms |"
        print(f"| {kind.key} {row}")


def machine() -> str:
    """What the figures were taken on."""
    cpu = platform.processor() or platform.machine()
    for line in Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines():
        if line.startswith("model name"):
            cpu = line.partition(":")[2].strip()
            break
    node = subprocess.run(["node", "--version"], check=True, capture_output=True, text=True)
    python = platform.python_version()
    return f"{os.cpu_count()} × {cpu}, Python {python}, Node {node.stdout.strip()}"


def main() -> None:
    """The whole report, and the chart beside this file."""
    if shutil.which("node") is None or not (HERE / "node_modules").is_dir():
        sys.exit("Node or the packages of benchmarks/package.json are missing: run `make bench`.")
    print(f"{machine()}, {date.today().isoformat()}\n")
    found = table()
    print()
    growth(found)
    memory()
    work, traced = ours(minutes_template()), trace(minutes())
    (whole,) = measure(200, lambda: work(traced))
    print(f"minutes, every value traced to its field: {shown(whole)} ms")
    threads()
    compiling()
    types()
    picture = chart("Milliseconds a document (logarithmic)", ENGINES, found)
    (HERE / "render.svg").write_text(picture, encoding="utf-8")


if __name__ == "__main__":
    if sys.argv[1:2] == ["peak"]:
        peak(sys.argv[2], 50_000)
    else:
        main()
