"""What is freed is overwritten, by what the start script says to glibc and Python."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from adapters.memory import WIPING, give_back, wipes

KIOSK = Path(__file__).parents[2] / "kiosk"
FREES = """
import ctypes, sys
size = int(sys.argv[1])
text = "".join(chr(0x5F00 + at % 64) for at in range(size))
address = id(text) + sys.getsizeof("\u5f00") - 4
written, seen = ctypes.string_at(address + 32, 2 * size - 48), ctypes.create_string_buffer(2 * size - 48)
del text
ctypes.memmove(seen, address + 32, 2 * size - 48)
print(seen.raw == written)
"""
"""Whether the middle of a text of so many Chinese characters can still be read once nobody has it."""


def is_left(size: int, environ: dict[str, str]) -> bool:
    command = [sys.executable, "-c", FREES, str(size)]
    done = subprocess.run(command, env={**os.environ, **environ}, capture_output=True, text=True, check=True)
    return done.stdout.strip() == "True"


@pytest.mark.parametrize("size", [40, 200, 2000])
def test_a_text_that_nobody_has_any_more_is_overwritten(size: int) -> None:
    assert is_left(size, dict.fromkeys(WIPING, ""))
    assert not is_left(size, WIPING)


def test_the_start_script_says_so() -> None:
    exports = [line.split()[1:] for line in KIOSK.read_text("utf-8").splitlines() if line.startswith("export ")]
    said = dict(export.split("=", 1) for line in exports for export in line)
    assert wipes(said)


@pytest.mark.parametrize("name", WIPING)
def test_half_of_it_is_not_enough(name: str) -> None:
    assert not wipes(WIPING | {name: ""})


def test_memory_can_be_given_back_at_any_time() -> None:
    give_back()
