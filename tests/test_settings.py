"""Tests: what the environment may say, and the secret key."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from docgen import settings
from docgen.errors import SettingsError
from docgen.settings import Settings, secret_key
from toolbox import ROOT


def test_an_empty_environment_gives_a_local_server_with_its_own_database(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    data = tmp_path / "data"
    assert Settings.from_env({}) == Settings(
        data=data,
        database_url=f"sqlite:///{data}/docgen.db",
        host="127.0.0.1",
        port=8000,
        spelling="uỷ",
        max_upload=16 * 1024 * 1024,
    )
    assert not data.exists()


@pytest.mark.parametrize(
    ("name", "typed", "field", "value"),
    [
        ("DOCGEN_DATA", "/srv/Dữ liệu 100%", "data", Path("/srv/Dữ liệu 100%")),
        ("DOCGEN_DATA", "  ", "data", Path("data").absolute()),
        ("DATABASE_URL", "postgresql://u:p@db/x", "database_url", "postgresql://u:p@db/x"),
        ("DATABASE_URL", "postgres://db/x", "database_url", "postgres://db/x"),
        ("DATABASE_URL", "sqlite:////srv/x.db", "database_url", "sqlite:////srv/x.db"),
        ("DOCGEN_HOST", "127.0.0.1", "host", "127.0.0.1"),
        ("DOCGEN_HOST", "127.8.9.10", "host", "127.8.9.10"),
        ("DOCGEN_HOST", "::1", "host", "::1"),
        ("DOCGEN_HOST", "[::1]", "host", "::1"),
        ("DOCGEN_HOST", "localhost", "host", "localhost"),
        ("DOCGEN_HOST", "", "host", "127.0.0.1"),
        ("DOCGEN_PORT", "65535", "port", 65535),
        ("DOCGEN_SPELLING", "ủy", "spelling", "ủy"),
        ("DOCGEN_SPELLING", "uy\u0309", "spelling", "uỷ"),
        ("DOCGEN_MAX_UPLOAD_MB", "2", "max_upload", 2 * 1024 * 1024),
    ],
)
def test_what_is_set_is_used(name, typed, field, value):
    assert getattr(Settings.from_env({name: typed}), field) == value


@pytest.mark.parametrize(
    ("name", "typed", "sentence"),
    [
        *(
            ("DOCGEN_HOST", host, "chưa có tài khoản đăng nhập")
            for host in ("0.0.0.0", "::", "192.168.1.5", "10.0.0.1", "vanphong.local", "128.0.0.1")
        ),
        ("DOCGEN_HOST", "::ffff:192.168.1.5", "127.0.0.1, ::1 hoặc localhost"),
        ("DOCGEN_HOST", "127.0.0.1.example.com", "127.0.0.1, ::1 hoặc localhost"),
        *(("DOCGEN_PORT", port, "từ 1 đến 65535") for port in ("0", "65536", "-1", "8000a", "٣")),
        ("DOCGEN_PORT", "9" * 5000, "từ 1 đến 65535"),
        ("DOCGEN_SPELLING", "uy", "chọn uỷ hoặc ủy"),
        ("DOCGEN_MAX_UPLOAD_MB", "0", "từ 1 đến 1024"),
        ("DOCGEN_MAX_UPLOAD_MB", "1.5", "từ 1 đến 1024"),
        ("DATABASE_URL", "mysql://u:p@db/x", "«mysql»"),
        ("DATABASE_URL", "/srv/x.db", "sqlite:///"),
        ("DATABASE_URL", "sqlite://", "tệp cơ sở dữ liệu"),
        ("DOCGEN_DATA", __file__, "là một tệp"),
    ],
)
def test_what_cannot_be_used_is_refused_with_a_sentence(name, typed, sentence):
    with pytest.raises(SettingsError) as caught:
        Settings.from_env({name: typed})
    assert caught.value.message.startswith(f"{name}: ")
    assert sentence in caught.value.message


def test_all_that_is_wrong_is_said_at_once():
    with pytest.raises(SettingsError) as caught:
        Settings.from_env({"DOCGEN_PORT": "x", "DOCGEN_HOST": "0.0.0.0", "DOCGEN_SPELLING": "y"})
    names = [line.split(":")[0] for line in caught.value.message.split("\n")]
    assert names == ["DOCGEN_HOST", "DOCGEN_PORT", "DOCGEN_SPELLING"]


def test_a_complaint_does_not_tell_the_password_of_the_database():
    with pytest.raises(SettingsError) as caught:
        Settings.from_env({"DATABASE_URL": "mysql://docgen:bí-mật@db/x"})
    assert "bí-mật" not in caught.value.message


def test_the_readme_describes_every_setting():
    readme = (ROOT / "README.md").read_text("utf-8")
    table = readme.split("\n## Settings\n")[1].split("\n## ")[0]
    described = re.findall(r"^\| `([A-Z_]+)` \|", table, re.MULTILINE)
    assert sorted(described) == sorted(settings.NAMES)


def test_nothing_else_is_read_from_the_environment():
    written = {
        name
        for module in (ROOT / "docgen").rglob("*.py")
        for name in re.findall(r"\bDOCGEN_[A-Z_]+\b", module.read_text("utf-8"))
    }
    assert written <= set(settings.NAMES)


@pytest.fixture
def installation(tmp_path):
    return Settings.from_env({"DOCGEN_DATA": str(tmp_path / "data")})


def test_the_secret_key_is_made_once_and_for_its_owner_alone(installation):
    key = secret_key(installation)
    assert len(key) == 64
    assert secret_key(installation) == key
    (file,) = installation.data.iterdir()
    assert (file.name, file.stat().st_mode & 0o777) == ("secret_key", 0o600)
    assert installation.data.stat().st_mode & 0o077 == 0


def test_each_installation_has_its_own_secret_key(tmp_path):
    keys = {secret_key(Settings.from_env({"DOCGEN_DATA": str(tmp_path / name)})) for name in "abc"}
    assert len(keys) == 3


def test_a_damaged_secret_key_is_not_used(installation):
    secret_key(installation)
    (installation.data / "secret_key").write_text("")
    with pytest.raises(SettingsError, match="bị hỏng"):
        secret_key(installation)


PRINT_KEY = """
import sys
from docgen.settings import Settings, secret_key
sys.stdin.read()
sys.stdout.write(secret_key(Settings.from_env()))
"""


def test_processes_that_start_at_once_share_one_secret_key(tmp_path):
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True, "cwd": ROOT}
    environ = {**os.environ, "DOCGEN_DATA": str(tmp_path / "data")}
    command = [sys.executable, "-c", PRINT_KEY]
    started = [subprocess.Popen(command, env=environ, **pipes) for _ in range(6)]
    for process in started:
        process.stdin.close()
    keys = {process.stdout.read() for process in started}
    for process in started:
        process.stdout.close()
        assert process.wait(20) == 0
    assert len(keys) == 1
    assert len(keys.pop()) == 64
    assert [file.name for file in (tmp_path / "data").iterdir()] == ["secret_key"]
