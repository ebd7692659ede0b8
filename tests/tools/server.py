"""Tools of the tests: docgen as an office runs it: a process of its own, asked over the network."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from toolbox import ROOT


class Server:
    """`python -m docgen serve` on a data folder; it can be stopped and started again."""

    def __init__(self, data: Path, *, demo: bool = False) -> None:
        self.data, self.demo = data, demo
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.process: subprocess.Popen[bytes] | None = None

    @property
    def said(self) -> str:
        """What it has written so far."""
        return (self.data / "server.log").read_text(encoding="utf-8")

    def start(self) -> None:
        """Start, and come back when it answers."""
        command = [sys.executable, "-m", "docgen", "serve", *(["--demo"] if self.demo else [])]
        environment = os.environ | {"DOCGEN_DATA": str(self.data), "DOCGEN_PORT": str(self.port)}
        environment.pop("DATABASE_URL", None)
        with (self.data / "server.log").open("wb") as log:
            self.process = subprocess.Popen(
                command,
                cwd=ROOT,
                env=environment,
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,  # its workers are killed with it
            )
        for _ in range(300):
            if self.process.poll() is not None or self._answers():
                break
            time.sleep(0.1)
        if not self._answers():
            self.crash()
            raise AssertionError(self.said)

    def stop(self) -> None:
        """Stop it as Ctrl+C does."""
        if self.process and self.process.poll() is None:
            self.process.send_signal(signal.SIGINT)
            try:
                self.process.wait(20)
            finally:
                self.crash()

    def crash(self) -> None:
        """End it as a power cut does: no goodbye."""
        assert self.process, "it was started"
        with suppress(ProcessLookupError):  # it may have ended by itself
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait(20)

    def _answers(self) -> bool:
        try:
            with urlopen(f"{self.url}/static/icon.svg", timeout=5) as answer:
                return bool(answer.status == 200)
        except (URLError, OSError):
            return False


def free_port() -> int:
    """A port nobody listens on at this moment."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
