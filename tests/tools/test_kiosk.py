"""The set-up script tells what it can do, and refuses what it cannot before it touches anything."""

import subprocess
from pathlib import Path

import pytest

KIOSK = Path(__file__).parents[2] / "kiosk"
COMMANDS = (
    *("run", "test", "flows", "lives", "walkthrough", "guide", "verify", "bench", "conformance"),
    *("init", "check", "check-config", "backup", "restore", "reconcile", "ask", "simulate", "panel", "pin"),
)


def kiosk(*arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run([KIOSK, *arguments], cwd=cwd, env={"PATH": "/usr/bin:/bin"}, capture_output=True, text=True)


def test_help_names_every_command(tmp_path: Path) -> None:
    done = kiosk("--help", cwd=tmp_path)
    assert done.returncode == 0
    assert [line.split()[1] for line in done.stdout.splitlines()] == list(COMMANDS)


@pytest.mark.parametrize("arguments", [(), ("rnu",), ("--frozen",)])
def test_an_unknown_command_is_an_error(arguments: tuple[str, ...], tmp_path: Path) -> None:
    done = kiosk(*arguments, cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert "./kiosk run" in done.stderr
