"""`kiosk flows | head`: a reader that has read enough ends a command quietly."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("command", [["flows", "--json"], ["check-config"]], ids=["while it writes", "at its end"])
def test_nobody_reads_on(command: list[str]) -> None:
    process = subprocess.Popen(
        [sys.executable, "main.py", *command], cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    assert process.stdout and process.stderr
    process.stdout.close()
    with process.stderr as stderr:
        assert stderr.read() == ""
    assert process.wait() == 141
