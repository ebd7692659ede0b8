"""Settings: what the environment says, read once and checked; and the installation's secret key."""

from __future__ import annotations

import os
import secrets
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from ipaddress import ip_address
from pathlib import Path
from typing import TypeVar

from docgen.errors import SettingsError

T = TypeVar("T")
SPELLINGS = ("uỷ", "ủy")
DATABASES = ("sqlite", "postgresql", "postgres")
NAMES = (
    "DOCGEN_DATA",
    "DATABASE_URL",
    "DOCGEN_HOST",
    "DOCGEN_PORT",
    "DOCGEN_SPELLING",
    "DOCGEN_MAX_UPLOAD_MB",
)
"""Every name that is read; the README describes each."""


@dataclass(frozen=True, kw_only=True)
class Settings:
    """How this installation runs. `max_upload` is in bytes, for one request."""

    data: Path
    database_url: str
    host: str = "127.0.0.1"
    port: int = 8000
    spelling: str = "uỷ"
    max_upload: int = 16 * 2**20

    @classmethod
    def from_env(cls, environ: Mapping[str, str] = os.environ) -> Settings:
        """The settings the environment asks for; a name that is absent or blank takes its default.

        Raises `SettingsError` with one sentence for each value that cannot be used.
        """
        read = _Reader(environ)
        data = read("DOCGEN_DATA", "./data", _folder)
        settings = cls(
            data=data or Path(),
            database_url=read("DATABASE_URL", f"sqlite:///{data}/docgen.db", _database) or "",
            host=read("DOCGEN_HOST", "127.0.0.1", _loopback) or "",
            port=read("DOCGEN_PORT", "8000", _port) or 0,
            spelling=read("DOCGEN_SPELLING", "uỷ", _spelling) or "",
            max_upload=(read("DOCGEN_MAX_UPLOAD_MB", "16", _megabytes) or 0) * 2**20,
        )
        if read.complaints:
            raise SettingsError("\n".join(read.complaints))
        return settings


class _Reader:
    """Reads one name after the other and gathers what is wrong, so that all is said at once."""

    def __init__(self, environ: Mapping[str, str]) -> None:
        self.environ = environ
        self.complaints: list[str] = []

    def __call__(self, name: str, default: str, parse: Callable[[str], T]) -> T | None:
        text = self.environ.get(name, "").strip() or default
        try:
            return parse(text)
        except ValueError as error:
            self.complaints.append(f"{name}: {error}")
            return None


def _folder(text: str) -> Path:
    path = Path(text).expanduser().absolute()
    if path.exists() and not path.is_dir():
        raise ValueError(f"«{text}» là một tệp; hãy chỉ ra một thư mục để chứa dữ liệu.")
    return path


def _database(text: str) -> str:
    kind, separator, rest = text.partition("://")
    if not separator or kind.split("+")[0] not in DATABASES:
        raise ValueError(f"không dùng được «{kind}»; viết sqlite:///… hoặc postgresql://….")
    if kind.startswith("sqlite") and not rest.strip("/"):
        raise ValueError("phải chỉ ra tệp cơ sở dữ liệu, thí dụ sqlite:////srv/docgen/docgen.db.")
    return text


def _loopback(text: str) -> str:
    host = text.strip("[]")
    try:
        inside = host.lower() == "localhost" or ip_address(host).is_loopback
    except ValueError:
        inside = False
    if not inside:
        raise ValueError(
            f"không dùng được «{text}»: chưa có tài khoản đăng nhập, ai vào được máy chủ cũng đọc "
            "được mọi văn bản; chỉ dùng địa chỉ nội bộ của máy: 127.0.0.1, ::1 hoặc localhost."
        )
    return host


def _port(text: str) -> int:
    return _number(text, 65535, f"«{text}» không phải là một cổng; viết một số từ 1 đến 65535.")


def _megabytes(text: str) -> int:
    return _number(
        text, 1024, f"«{text}» không phải là một dung lượng; viết một số nguyên từ 1 đến 1024 (MB)."
    )


def _number(text: str, limit: int, sentence: str) -> int:
    if not (text.isascii() and text.isdecimal() and len(text) < 9 and 1 <= int(text) <= limit):
        raise ValueError(sentence)
    return int(text)


def _spelling(text: str) -> str:
    spelling = unicodedata.normalize("NFC", text)
    if spelling not in SPELLINGS:
        raise ValueError(f"không có cách viết «{text}»; chọn uỷ hoặc ủy.")
    return spelling


def secret_key(settings: Settings) -> str:
    """The key that signs sessions, made on first use and kept in the data folder (mode 0600).

    Two processes that start at once get the same key: the file appears whole, and only once.
    """
    path = settings.data / "secret_key"
    if not path.exists():
        settings.data.mkdir(mode=0o700, parents=True, exist_ok=True)
        _publish(path, secrets.token_hex(32))
    key = path.read_text(encoding="ascii", errors="replace").strip()
    if len(key) < 32:
        raise SettingsError(f"Tệp khoá {path} bị hỏng; hãy xoá tệp này để tạo khoá mới.")
    return key


def _publish(path: Path, text: str) -> None:
    """Write a file beside its place, then link it in; whoever comes second leaves what is there."""
    draft = path.with_name(f".{path.name}.{secrets.token_hex(8)}")
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(descriptor, "w", encoding="ascii") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        try:
            os.link(draft, path)
        except FileExistsError:
            return
    finally:
        draft.unlink()
