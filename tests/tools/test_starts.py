"""Every start comes up: the real command, in a store of its own, until it tells its service manager that it serves."""

import subprocess
from pathlib import Path

import pytest

from tests.tools.starts import start

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("nth", range(10))
def test_a_start_comes_up_and_ends_when_it_is_told_to(nth: int) -> None:
    """One in ten did not, when what is imported at a start was imported by two threads in any order.

    That this cannot be is held by `test_imports`, in every order that matters; hundreds start by `scripts/start-many`.
    """
    done = start()
    assert done.well, done.said


def test_a_start_that_does_not_come_up_is_known(tmp_path: Path) -> None:
    done = start(["--profile", "hall", "--config", str(tmp_path / "no.toml")])
    assert not done.well
    assert "no.toml" in done.said


def test_start_many_counts() -> None:
    done = subprocess.run(
        [ROOT / "scripts" / "start-many", "2", "--at-once", "2", "--busy", "1"], capture_output=True, text=True
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("2 of 2 came up and ended well: median ")


def test_start_many_tells_what_the_others_said(tmp_path: Path) -> None:
    missing = str(tmp_path / "no.toml")
    done = subprocess.run(
        [ROOT / "scripts" / "start-many", "1", "--profile", "hall", "--config", missing], capture_output=True, text=True
    )
    assert done.returncode == 1
    assert missing in done.stdout
    assert done.stdout.endswith("0 of 1 came up and ended well: none was up\n")
