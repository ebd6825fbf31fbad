"""What measuring from outside needs beyond the terminal: it says so where that is missing."""

import os
from pathlib import Path

import pytest

from tests.benchmarks import outside, xserver
from tests.benchmarks.weight import KINDS, weight


def test_no_x_server(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert outside.measure() == {"missing": "measuring from outside needs Xvfb (Debian: apt-get install xvfb)"}


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
