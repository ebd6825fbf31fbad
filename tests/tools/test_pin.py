"""`kiosk pin`: a hash for the settings, without the PIN ever being shown; and a number unlocked."""

import os
import pty
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest

from adapters import tries
from adapters.pins import is_pin
from adapters.staff import LOCK
from main import main

ROOT = Path(__file__).parents[2]
PIN = "864209"


def asked(*typed: str) -> tuple[int, str, str]:
    """At a terminal of its own: the code, what it printed, and what was seen while it was typed."""
    ours, its = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-c", "import os,signal,sys; os.setsid(); os.close(os.open(os.ttyname(0), os.O_RDWR));"
         # Whoever runs the tests in the background has it ignored.
         "signal.signal(signal.SIGINT, signal.default_int_handler);"
         "from main import main; sys.exit(main(['pin']))"],
        cwd=ROOT, stdin=its, stdout=subprocess.PIPE, stderr=its, text=True,
    )  # fmt: skip
    os.close(its)
    seen = b""
    waiting = list(typed)
    with suppress(OSError):  # What is read of a terminal that nobody holds any more.
        while part := os.read(ours, 1000):
            seen += part
            if part.rstrip().endswith(b":") and waiting:
                os.write(ours, waiting.pop(0).encode())
    assert process.stdout
    with process.stdout as stdout:
        printed = stdout.read()
    os.close(ours)
    return process.wait(), printed, seen.decode()


def test_a_hash_is_made() -> None:
    code, printed, seen = asked(f"{PIN}\n", f"{PIN}\n")
    assert code == 0 and is_pin(PIN, printed.strip())
    assert PIN not in seen + printed


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        (["2468\n"], "kiosk: a PIN has 6 digits"),
        (["123456\n"], "kiosk: that is one of the PINs that are tried first: take another"),
        ([f"{PIN}\n", "975318\n"], "kiosk: that was another one"),
    ],
)
def test_no_hash_is_made(typed: list[str], sentence: str) -> None:
    code, printed, seen = asked(*typed)
    assert (code, printed) == (1, "") and sentence in seen
    assert not any(pin.strip() in seen for pin in typed)


@pytest.mark.parametrize("key", ["\x03", "\x04"], ids=["interrupted", "no more"])
def test_it_is_left_quietly(key: str) -> None:
    code, printed, seen = asked(key)
    assert (code, printed) == (130, "") and "Traceback" not in seen


@pytest.fixture
def config(tmp_path: Path) -> Path:
    file = tmp_path / "kiosk.toml"
    file.write_text(
        f'hall = "a"\ncity = "贵阳市"\nterminal = "T0107"\nstore = "{tmp_path / "data" / "hall.sqlite"}"\n', "utf-8"
    )
    return file


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "data" / tries.NAME


def unlock(config: Path, number: str) -> int:
    return main(["pin", "--unlock", number, "--config", str(config)])


def test_a_number_is_unlocked(config: Path, file: Path) -> None:
    tries.keep(file, tries.Tries(30, {"0107": LOCK, "0108": LOCK}))
    assert unlock(config, "0107") == 0
    assert tries.read(file) == tries.Tries(0, {"0108": LOCK})
    assert unlock(config, "all") == 0
    assert not file.exists()
    assert unlock(config, "0107") == 0
    assert not file.exists(), "a file of the console's user would shut the terminal out"


def test_what_is_damaged_is_begun_anew(config: Path, file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file.parent.mkdir()
    file.write_text("?")
    assert unlock(config, "0107") == 1
    assert capsys.readouterr().err == "kiosk: staff-tries.json is damaged; --unlock all begins it anew\n"
    assert unlock(config, "all") == 0
    assert not file.exists()


def test_settings_that_cannot_be_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert unlock(tmp_path / "gone.toml", "0107") == 1
    assert capsys.readouterr().err == f"kiosk: {tmp_path}/gone.toml: there is no such settings file\n"
