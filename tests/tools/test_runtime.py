"""The check that nobody but the runtime asks the machine: what it refuses, and that its list of exceptions is true."""

import subprocess
import sys
import tomllib

from tests.checks import CHECKS, PRODUCT, ROOT

RULES = "tests/runtime.toml"
ASKING_THE_MACHINE = (
    "from time import monotonic",
    "import time",
    "import datetime as d; d.datetime.now()",
    "d.date.today()",
    "import random",
    "from secrets import randbelow",
    "from uuid import uuid4",
    "import os; os.urandom(4)",
    "from threading import Thread",
    "import threading; threading.Timer(1, print)",
    "from concurrent.futures import ThreadPoolExecutor",
    "from PySide6.QtCore import QThread",
)


def refused(*arguments: str, given: str = "") -> list[str]:
    """What the check says, a line for each fault."""
    ruff = [sys.executable, "-m", "ruff", "check", "--config", RULES, "--quiet", "--output-format", "concise"]
    done = subprocess.run([*ruff, *arguments], cwd=ROOT, input=given, capture_output=True, text=True)
    assert not done.stderr
    return done.stdout.splitlines()


def test_it_refuses_every_one_of_these() -> None:
    found = refused("--stdin-filename", "domain/one.py", "-", given="\n".join(ASKING_THE_MACHINE))
    assert [int(line.split(":")[1]) for line in found] == list(range(1, len(ASKING_THE_MACHINE) + 1))


def test_what_needs_no_machine_is_free() -> None:
    line = "from datetime import date, datetime, time, timedelta\nfrom threading import Event, Lock\n"
    assert refused("--stdin-filename", "domain/one.py", "-", given=line) == []


def test_every_exception_is_needed_and_there_is_no_other() -> None:
    excepted = tomllib.loads((ROOT / RULES).read_text())["lint"]["per-file-ignores"]
    found = refused("--config", "lint.per-file-ignores = {}", *PRODUCT)
    assert {line.partition(":")[0] for line in found} == set(excepted)


def test_it_is_one_of_the_checks() -> None:
    assert CHECKS["runtime"] == ["-m", "ruff", "check", "--config", RULES, *PRODUCT]
