"""The server says where it is, and says so in Vietnamese when it cannot be there."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from docgen.serve import address, refuse_taken_port
from docgen.settings import Settings
from server import Server
from toolbox import ROOT


def settings(host: str, port: int = 8000) -> Settings:
    return Settings(data=Path(), database_url="", host=host, port=port)


@pytest.mark.parametrize(
    ("host", "written"),
    [
        ("127.0.0.1", "127.0.0.1:8000"),
        ("localhost", "localhost:8000"),
        ("::1", "[::1]:8000"),
    ],
)
def test_the_address_is_written_as_a_browser_wants_it(host, written):
    assert address(settings(host)) == written


def test_a_taken_port_ends_the_command_with_what_to_do(tmp_path):
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        environment = {"DOCGEN_DATA": str(tmp_path), "DOCGEN_PORT": str(port)}
        run = subprocess.run(
            [sys.executable, "-m", "docgen", "serve"],
            cwd=ROOT,
            env=os.environ | environment,
            capture_output=True,
            text=True,
            timeout=60,
        )
    assert run.returncode == 2
    assert f"Không mở được cổng {port}" in run.stderr
    assert f"DOCGEN_PORT={port + 1}" in run.stderr
    assert "Traceback" not in run.stderr


def test_a_free_port_is_taken_without_a_word():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    assert refuse_taken_port(settings("127.0.0.1", port)) is None  # it raises for a taken one


def test_it_serves_the_demonstration_and_stops_when_asked(tmp_path):
    server = Server(tmp_path, demo=True)
    for _ in range(2):  # the second start finds the demonstration there
        server.start()
        assert server.said.startswith(f"Mở {server.url} ")
        server.stop()
        assert server.process
        assert server.process.returncode == 0
        assert "Traceback" not in server.said
