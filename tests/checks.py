"""Every check, one on each core, each with its time, and then the tests: `python -m tests.checks [PYTEST ARGS]`.

No test runs if a check fails.
With arguments only pytest is run, with them. Tests that lie outside of this tree are run where they were asked for, by
their own settings, with the terminal as a plugin (`shebao_kiosk/`).
"""

import os
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from commands.pipes import until_nobody_reads

ROOT = Path(__file__).parent.parent
PRODUCT = ("main.py", "shebao_kiosk", "commands", "ui", "kit", "bureau", "viewmodels", "domain", "storage", "adapters")

# As modules, not by the scripts in .venv/bin, which name the place where they were installed and break when it moves.
CHECKS: dict[str, list[str]] = {
    "types": ["-m", "mypy", *PRODUCT, "tests"],
    "collect": ["-m", "pytest", "--collect-only", "-qq"],
    "lint": ["-m", "ruff", "check"],
    "format": ["-m", "ruff", "format", "--check"],
    "runtime": ["-m", "ruff", "check", "--config", "tests/runtime.toml", *PRODUCT],
    "imports": ["-c", "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports())"],
    "qml": ["-m", "tests.qml"],
    "words": ["-m", "tests.words"],
    "sizes": ["-m", "tests.sizes"],
}
"""The longest first. `collect` compiles all there is: each process of tests would do so at the same time."""
ALL_AT_ONCE = ["-n", str(min(4, (os.cpu_count() or 1) + 1)), "--dist", "worksteal"]
"""A process on each core, and one more for when the others wait: no test knows of another."""


def passes(name: str, arguments: list[str]) -> bool:
    """Run Python with `arguments`; print a line if it passes and all it said if it does not."""
    began = time.monotonic()
    done = subprocess.run(
        [sys.executable, *arguments], cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )
    verdict = "failed" if done.returncode else "passed"
    print(f"{verdict}  {name:8} {time.monotonic() - began:6.1f} s", flush=True)
    if done.returncode:
        print(done.stdout, end="", flush=True)
    return done.returncode == 0


def outsiders(arguments: list[str], asked_from: Path) -> bool:
    """Whether tests are named that are not ours."""
    named = [asked_from / argument.partition("::")[0] for argument in arguments if not argument.startswith("-")]
    return any(path.exists() and not path.resolve().is_relative_to(ROOT) for path in named)


def runs_outsiders(arguments: list[str], asked_from: Path) -> int:
    """Pytest, as if they had installed the terminal; its exit code."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "pytest", "-p", "shebao_kiosk", *arguments]
    return subprocess.run(command, cwd=asked_from, env=environment).returncode


def all_pass() -> bool:
    """All of them, whatever one says."""
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        return all([*pool.map(passes, CHECKS, CHECKS.values())])


def main(arguments: list[str], asked_from: Path = ROOT) -> int:
    """1 if a check fails, else pytest's exit code, whose summary is the last line."""
    if outsiders(arguments, asked_from):
        return runs_outsiders(arguments, asked_from)
    # Hundreds of processes are started: what one has compiled the others read.
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    if not arguments and not all_pass():
        return 1
    return subprocess.run([sys.executable, "-m", "pytest", *(arguments or ALL_AT_ONCE)], cwd=ROOT).returncode


if __name__ == "__main__":
    sys.exit(until_nobody_reads(lambda: main(sys.argv[1:], Path(os.environ.pop("ASKED_FROM", ROOT)))))
