"""Guards: what lies in the repository, and what does not."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import unicodedata
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from docgen import settings
from toolbox import NODE_MODULES, ROOT

# Made, not written: the folders .gitignore names, and git's own.
NOT_OURS = {"data", "node_modules", "__pycache__"}
TEXT = {".py", ".md", ".toml", ".txt", ".json", ".html", ".css", ".js", ".sh", ".yml", ".svg", ""}

PUT_OFF = re.compile(r"\b(TODO|FIXME|XXX|HACK)\b|NotImplementedError")
SKIPPED = re.compile(r"pytest\.(mark\.)?(skip|xfail|importorskip)")
SECRET_NAME = re.compile(
    r"(^|/)(\.env(\..*)?|id_(rsa|ed25519|ecdsa)|\.netrc|\.pypirc|\.npmrc|credentials.*)$"
    r"|\.(pem|key|p12|pfx|keystore|sqlite3?|db|log|bak)$"
)
SECRET_TEXT = re.compile(
    r"-----BEGIN [A-Z ]*PRIVATE KEY|\b(ghp|glpat|xoxb)[-_]\w{16}|\bAKIA[0-9A-Z]{16}"
)
TEMPLATE = re.compile(r"templates_docx/(blocks/)?[a-z][a-z0-9_]*\.docx")


def files() -> Iterator[tuple[str, Path]]:
    """Every file of the repository, by its path from the top."""
    for folder, names, own in os.walk(ROOT):
        hidden = {name for name in names if name.startswith(".") and name != ".ci"}
        names[:] = sorted(set(names) - hidden - NOT_OURS)
        for name in sorted(own):
            path = Path(folder, name)
            yield path.relative_to(ROOT).as_posix(), path


def wrong_name(name: str) -> bool:
    """A name that promises a secret or somebody's data, or a stray among the templates."""
    stray = name.startswith("templates_docx/") and not TEMPLATE.fullmatch(name)
    return stray or SECRET_NAME.search(name) is not None


def wrong_lines(name: str, text: str) -> Iterator[str]:
    """Lines with work put off, a test skipped, a secret, or letters not composed (NFC)."""
    vendored = name.startswith("static/vendor/")  # others' words, kept as they came
    for number, line in enumerate(text.splitlines(), 1):
        put_off = PUT_OFF.search(line) or SKIPPED.search(line)
        composed = unicodedata.is_normalized("NFC", line)
        if SECRET_TEXT.search(line) or (not vendored and (put_off or not composed)):
            yield f"{name}:{number}: {line.strip()[:80]}"


def test_no_file_has_a_wrong_name():
    assert [name for name, _ in files() if wrong_name(name)] == []


def test_no_text_puts_off_skips_or_tells_a_secret():
    told = [
        line
        for name, path in files()
        if path.suffix in TEXT and path != Path(__file__)
        for line in wrong_lines(name, path.read_text(encoding="utf-8"))
    ]
    assert told == []


@pytest.mark.parametrize(
    ("name", "wrong"),
    [
        ("templates_docx/bien_ban.docx", False),
        ("templates_docx/blocks/masthead.docx", False),
        ("templates_docx/Bien ban.docx", True),
        ("templates_docx/~$bien_ban.docx", True),
        ("templates_docx/blocks/notes.txt", True),
        ("templates_docx/old/bien_ban.docx", True),
        ("docgen/.env", True),
        ("static/server.pem", True),
        ("docgen.sqlite3", True),
        ("docgen/catalog/keys.py", False),
    ],
)
def test_names_can_be_refused(name, wrong):
    assert wrong_name(name) is wrong


@pytest.mark.parametrize(
    ("name", "line", "told"),
    [
        ("docgen/x.py", "# TODO: later", 1),
        ("docgen/x.py", "raise NotImplementedError", 1),
        ("tests/x.py", "@pytest.mark.skip", 1),
        ("tests/x.py", 'pytest.importorskip("docx")', 1),
        ("static/vendor/x.js", "// TODO", 0),
        ("static/vendor/x.js", "-----BEGIN RSA PRIVATE KEY-----", 1),
        ("docgen/x.py", 'x = "Đảng uỷ"', 0),
        ("docgen/x.py", unicodedata.normalize("NFD", 'x = "Đảng uỷ"'), 1),
    ],
)
def test_lines_can_be_refused(name, line, told):
    assert len(list(wrong_lines(name, line))) == told


def pins(file: str) -> dict[str, str]:
    """Package and version of each line of a requirements file, those it includes not counted."""
    found = {}
    for line in (ROOT / file).read_text(encoding="utf-8").splitlines():
        text = line.split("#")[0].strip()
        if text and not text.startswith("-r "):
            requirement = Requirement(text)
            assert re.fullmatch(r"==[\w.]+", str(requirement.specifier)), f"{line}: not pinned"
            found[canonicalize_name(requirement.name)] = text
    return found


def unpinned(pinned: dict[str, str]) -> set[str]:
    """What the pinned packages need, as installed, that is not pinned itself."""
    needed = set()
    for text in pinned.values():
        wanted = Requirement(text)
        for line in metadata.requires(wanted.name) or ():
            requirement = Requirement(line)
            extras = wanted.extras or {""}
            if any(_applies(requirement, extra) for extra in extras):
                needed.add(canonicalize_name(requirement.name))
    return needed - pinned.keys()


def _applies(requirement: Requirement, extra: str) -> bool:
    return requirement.marker is None or requirement.marker.evaluate({"extra": extra})


def test_requirements_are_pinned_whole():
    running, testing = pins("requirements.txt"), pins("requirements-dev.txt")
    assert unpinned(running) == set()
    assert unpinned(running | testing) == set()
    assert running.keys() & testing.keys() == set()


def test_a_requirement_left_out_is_noticed():
    assert unpinned({"flask": "flask==3.1.3"}) >= {"werkzeug", "jinja2"}
    assert unpinned({"psycopg": "psycopg[binary]==3.3.9"}) >= {"psycopg-binary"}


@pytest.mark.parametrize("tools", [NODE_MODULES.parent, ROOT / "benchmarks"])
def test_npm_packages_come_from_the_default_registry_alone(tools):
    lock = json.loads((tools / "package-lock.json").read_text(encoding="utf-8"))
    wanted = json.loads((tools / "package.json").read_text(encoding="utf-8"))["dependencies"]
    addresses = [entry.get("resolved", "") for entry in lock["packages"].values()]
    assert [a for a in addresses if a and not a.startswith("https://registry.npmjs.org/")] == []
    assert {name: lock["packages"][f"node_modules/{name}"]["version"] for name in wanted} == wanted


@pytest.mark.parametrize("readme", ["README.md", "README.vi.md"])
def test_every_setting_is_described(readme):
    text = (ROOT / readme).read_text(encoding="utf-8")
    assert set(re.findall(r"^\| `([A-Z_]+)` \|", text, re.MULTILINE)) == set(settings.NAMES)


@pytest.mark.parametrize(
    ("body", "status"),
    [
        ("def test_x(): pass", 0),
        ("import pytest\ndef test_x(): pass\n@pytest.mark.skip\ndef test_y(): pass", 1),
        ("", 5),
    ],
    ids=["passes", "skips", "nothing to run"],
)
def test_a_run_that_did_not_try_everything_fails(tmp_path, body, status):
    (tmp_path / "test_x.py").write_text(body, encoding="utf-8")
    paths = os.pathsep.join(str(ROOT / part) for part in ("tests", "tests/tools"))
    command = [sys.executable, "-m", "pytest", "-q", "-p", "conftest", f"--rootdir={tmp_path}"]
    run = subprocess.run(
        [*command, str(tmp_path)],
        env=os.environ | {"CI": "true", "PYTHONPATH": paths},
        cwd=tmp_path,
        capture_output=True,
        text=True,
    )
    assert run.returncode == status, run.stdout + run.stderr
