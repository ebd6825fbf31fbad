"""Pytest as somebody outside of this tree runs it."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def run(folder: Path, *arguments: str, file: str = ".") -> "subprocess.CompletedProcess[str]":
    """`./kiosk test FILE`, from that folder, which has settings of its own; what it said."""
    settings = folder / "pytest.ini"
    if not settings.exists():
        settings.write_text("[pytest]\n", "utf-8")
    environment = {**os.environ, "ASKED_FROM": str(folder)}
    command = [sys.executable, "-m", "tests.checks", file, "-p", "no:cacheprovider", *arguments]
    return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True)
