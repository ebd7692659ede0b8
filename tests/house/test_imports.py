"""Guards: imports point inwards, as the table says, and every module imports alone."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterable, Iterator

import pytest

from source import Module, imports, modules
from toolbox import ROOT

FLASK = {"flask", "flask_talisman", "flask_wtf", "wtforms", "werkzeug", "markupsafe"}
"""Flask, its extensions in use, and the three it is made of and hands out to its users."""

ALL = {
    *("domain", "catalog", "templating", "thethuc", "storage", "services", "web", "api"),
    *("cli", "app", "serve", "settings", "errors"),
}

# room: (what it may import of docgen, of third parties). A room may always import itself.
TABLE: dict[str, tuple[set[str], set[str]]] = {
    # The package's own page holds the version and nothing else; everyone may read it.
    "docgen": (set(), set()),
    "errors": (set(), set()),
    # Beyond the design's «nothing»: a wrong environment is a SettingsError, one tree of errors.
    "settings": ({"errors"}, set()),
    "domain": ({"errors"}, set()),
    # pydantic's own core is where pydantic keeps the error types it gives and takes.
    "catalog": ({"domain", "errors"}, {"pydantic", "pydantic_core"}),
    "templating": ({"errors"}, {"lxml", "jinja2"}),
    # Neither templating nor our documents: each of the two could be published alone.
    "thethuc": ({"errors"}, {"lxml", "docx"}),
    "storage": ({"domain", "errors"}, {"sqlalchemy", "alembic"}),
    "services": (
        {"domain", "catalog", "templating", "thethuc", "storage", "errors"},
        set(),
    ),
    "web": ({"services", "catalog", "domain", "errors"}, FLASK),
    "api": ({"services", "catalog", "domain", "errors"}, FLASK),
    # Beyond the design's row: `serve` is a command, and what it starts stands in a module beside.
    "cli": ({"services", "catalog", "settings", "errors", "serve"}, {"click"}),
    "__main__": ({"cli"}, set()),
    # The only one that knows all the others.
    "app": (ALL, FLASK),
    # The production server around the app; gunicorn is imported here and nowhere else.
    "serve": ({"app", "settings", "errors"}, {"gunicorn"}),
    # The door for a server of the office's own choice, at the top of the repository.
    "wsgi": ({"app"}, set()),
}

# Alembic runs its environment itself and gives it a context first; to import wsgi is to start the
# app, with the data folder of whoever runs the tests. Neither is a module to import.
RUN_BY_OTHERS = {"docgen.storage.migrations.env", "wsgi"}


def wrong_imports(module: Module) -> Iterator[str]:
    """Every import the table does not allow: file, line, name."""
    if module.room not in TABLE:
        yield f"{module.path}: the room «{module.room}» is not in the table"
        return
    rooms, parties = TABLE[module.room]
    for name, line in imports(module):
        top, *rest = name.split(".")
        if top == "docgen":
            allowed = not rest or rest[0] in {module.room, *rooms} or rest == ["__version__"]
        else:
            allowed = top in sys.stdlib_module_names or top in parties
        if not allowed:
            yield f"{module.path}:{line}: {module.room} may not import {name}"


@pytest.mark.parametrize("module", modules(), ids=lambda module: module.name)
def test_imports_point_inwards(module):
    assert list(wrong_imports(module)) == []


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("docgen.domain.x", "from docgen.errors import Problem\nimport datetime", 0),
        ("docgen.domain.x", "import pydantic", 1),
        ("docgen.domain.x", "from docgen.catalog.model import T", 1),
        ("docgen.domain.x", "from ..catalog import model", 1),
        ("docgen.domain.x", "from . import people\nfrom .people import Person", 0),
        ("docgen.domain.x", "def f():\n    import lxml.etree", 1),
        ("docgen.domain.x", "from docgen import __version__, domain", 0),
        ("docgen.domain.x", "from docgen import web", 1),
        ("docgen.templating.render", "from docgen.thethuc import check", 1),
        ("docgen.thethuc.check", "import jinja2, docx", 1),
        ("docgen.services.x", "import sqlalchemy.orm", 1),
        ("docgen.web.x", "from docgen.storage import Store", 1),
        ("docgen.app", "from docgen.storage import Store", 0),
        ("docgen.cli", "import gunicorn", 1),
        ("wsgi", "from docgen.app import create_app", 0),
        ("wsgi", "from docgen.cli import main", 1),
        ("docgen.helpers.x", "", 1),
    ],
)
def test_the_table_can_say_no(name, text, told):
    assert len(list(wrong_imports(Module(name, text)))) == told


# One interpreter for all: what counts is that docgen's own modules come in no fixed order, so only
# those are forgotten between two imports.
IMPORT_EACH = """
import importlib, sys, traceback, warnings
warnings.simplefilter("error")
for name in sys.argv[1:]:
    for loaded in [m for m in sys.modules if m.split(".")[0] == sys.argv[1].split(".")[0]]:
        del sys.modules[loaded]
    try:
        importlib.import_module(name)
    except BaseException:
        print(name, traceback.format_exc(limit=-3), sep=": ")
"""


def failures_of_import(names: Iterable[str], folder: object) -> str:
    command = [sys.executable, "-c", IMPORT_EACH, *names]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=True).stdout


def test_every_module_imports_alone():
    names = [module.name for module in modules() if module.name not in RUN_BY_OTHERS]
    assert failures_of_import(names, ROOT) == ""


def test_a_circle_is_found_whoever_comes_first(tmp_path):
    package = tmp_path / "circle"
    package.mkdir()
    (package / "__init__.py").write_text("")
    (package / "a.py").write_text("from circle.b import y\nx = 1\n")
    (package / "b.py").write_text("import circle.a\ny = circle.a.x\n")
    told = failures_of_import(["circle", "circle.a", "circle.b"], tmp_path)
    assert "circle.a: " in told
    assert "partially initialized" in told
