"""The set-up script tells what it can do, and refuses what it cannot before it touches anything."""

import subprocess
import sys
from pathlib import Path

import pytest

KIOSK = Path(__file__).parents[2] / "kiosk"
COMMANDS = (
    *("run", "test", "flows", "lives", "walkthrough", "guide", "names", "teach", "verify", "bench", "conformance"),
    *(
        "init",
        "enrol",
        "bureau",
        "doctor",
        "check",
        "check-config",
        "settings",
        "backup",
        "restore",
        "reconcile",
        "day-end",
        "ask",
        "simulate",
        "stuck",
        "panel",
        "record",
        "locked",
        "queue",
        "update",
        "--version",
        "pin",
    ),
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


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--profile", "hall", "--begins", "2026-11-24 10:24"), "only the demonstration can begin at another time"),
        (("--begins", "soon"), "'soon' is no time; say it so: 2026-11-24 10:24"),
    ],
)
def test_a_terminal_begins_at_another_time_only_where_it_is_pretended(arguments: tuple[str, ...], said: str) -> None:
    done = subprocess.run(
        [sys.executable, "main.py", "run", *arguments], cwd=KIOSK.parent, capture_output=True, text=True
    )
    assert done.returncode in {1, 2}
    assert said in done.stderr
