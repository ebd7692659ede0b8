"""The production server: gunicorn in this process, one worker with several threads."""

from __future__ import annotations

import socket
import sys
from typing import Any

from gunicorn.app.base import BaseApplication

from docgen.app import create_app, prepare
from docgen.errors import SettingsError
from docgen.settings import Settings

THREADS = 8


class Server(BaseApplication):
    """gunicorn, told by us instead of by its command line."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        super().__init__()

    def load_config(self) -> None:
        """One process: its threads share the compiled templates, and SQLite has one writer."""
        told: dict[str, Any] = {
            "bind": address(self.settings),
            "workers": 1,
            "threads": THREADS,
            "worker_class": "gthread",
            # Ctrl+C waits this long for what is being answered, in seconds; gunicorn's own is 30.
            "graceful_timeout": 10,
            "loglevel": "warning",
            "control_socket_disable": True,
            "when_ready": lambda _server: announce(self.settings),
        }
        for name, value in told.items():
            self.cfg.set(name, value)

    def load(self) -> Any:
        """The app, made in the worker: no connection is carried over a fork."""
        return create_app(self.settings)


def serve(settings: Settings, *, demo: bool = False) -> None:
    """Bring the database up to date, load the demonstration if asked, and serve until stopped.

    Raises `SettingsError` when the port is taken: gunicorn would try again for some seconds and
    then say so in English.
    """
    refuse_taken_port(settings)
    prepare(settings, demo=demo)
    Server(settings).run()


def address(settings: Settings) -> str:
    """Host and port as gunicorn and a browser write them."""
    host = f"[{settings.host}]" if ":" in settings.host else settings.host
    return f"{host}:{settings.port}"


def announce(settings: Settings) -> None:
    """The one line a clerk needs."""
    sys.stdout.write(f"Mở http://{address(settings)} trong trình duyệt. Dừng: Ctrl+C.\n")
    sys.stdout.flush()


def refuse_taken_port(settings: Settings) -> None:
    """Raise `SettingsError` when somebody else listens there."""
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    with socket.socket(family) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((settings.host, settings.port))
        except OSError as error:
            raise SettingsError(
                f"Không mở được cổng {settings.port}: có chương trình khác đang dùng, hoặc chưa "
                f"được phép. Chọn cổng khác: DOCGEN_PORT={settings.port + 1} make run"
            ) from error
