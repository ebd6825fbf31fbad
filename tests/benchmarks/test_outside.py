"""What measuring from outside needs beyond the terminal: it says so where that is missing."""

import os
import subprocess
import sys
from contextlib import nullcontext
from pathlib import Path

import pytest

from tests.benchmarks import outside, standing, xserver
from tests.benchmarks.weight import KINDS, weight


def test_no_x_server(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert outside.measure() == {"missing": "measuring from outside needs Xvfb (Debian: apt-get install xvfb)"}


def test_what_stands_in_a_hall_needs_one_as_well(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert standing.measure() == outside.measure()


def test_where_there_is_no_browser_it_has_no_figures(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(standing, "x_server", lambda size: nullcontext())
    monkeypatch.setattr(standing, "_figures", lambda server, kiosk: {"command": kiosk.command("here")[0]})
    monkeypatch.setenv("PATH", str(tmp_path))
    assert standing.measure() == {"terminal": {"command": outside.TERMINAL[0]}, "chromium": None}
    browser = tmp_path / "chromium"
    browser.symlink_to("/bin/true")
    assert standing.measure()["chromium"] == {"command": str(browser)}


def test_the_work_of_all_processes_counts() -> None:
    """A child that works is part of it, as a browser's are."""
    busy = "import time\nwhile time.process_time() < 0.3: pass\nprint(1, flush=True)\ninput()"
    before = standing.family_ticks(os.getpid())
    with subprocess.Popen(
        [sys.executable, "-S", "-c", busy], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as child:
        assert child.stdout is not None and child.stdout.readline() == "1\n"
        assert standing.family_ticks(os.getpid()) - before >= 25
        child.communicate("\n")


def test_an_x_server_that_does_not_start(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "Xvfb").symlink_to("/bin/false")
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(xserver.MissingPart, match="does not start"), xserver.x_server(outside.SIZE):
        pass


def test_a_process_is_weighed_by_kind() -> None:
    own = weight(os.getpid())
    assert own.kinds.keys() <= {kind for kind, _ in KINDS}
    assert 0 < own.kinds["heap"] < own.pss_mb <= own.rss_mb
    assert sum(own.kinds.values()) == pytest.approx(own.pss_mb, abs=0.1 * len(KINDS))
