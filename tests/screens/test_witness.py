"""Who looks on is told of every touch, by its name and its place, and of what was waited for."""

import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtQuick import QQuickItem

import main
from kit.play import patience
from kit.play.probe import NotThere
from kit.play.witness import Waited

ROOT = Path(__file__).parents[2]


@dataclass
class Notes:
    """All that a witness was told, in order."""

    told: list[str] = field(default_factory=list)
    waits: list[Waited] = field(default_factory=list)

    def touches(self, what: str, item: QQuickItem | None) -> None:
        self.told.append(f"before {what} {'at its place' if item is not None else 'in its field'}")

    def touched(self, what: str) -> None:
        self.told.append(f"after {what}")

    def waited(self, wait: Waited) -> None:
        self.waits.append(wait)


@pytest.mark.parametrize("keys", [False, True], ids=["by touch", "by keys"])
def test_who_looks_on_is_told(store: Path, keys: bool) -> None:
    with main.playground(main.SIZES["1080x1920"], store) as ground:
        if keys:
            ground.by_keys()
        ground.kiosk.witness = notes = Notes()
        ground.touch("tile.wechat")
        ground.kiosk.shows("wechat.official_account")
        ground.kiosk.patience_s = 0.5
        with pytest.raises(NotThere, match=r"wechat\.menu is not there after .* looked \d+ times.*关注"):
            ground.kiosk.shows("wechat.menu")
    assert notes.told[-2:] == ["before tile.wechat at its place", "after tile.wechat"]
    assert any(wait.what == "screen wechat.official_account" and wait.came for wait in notes.waits)
    assert notes.waits[-1].what == "screen wechat.menu" and not notes.waits[-1].came


def test_what_does_not_come_is_pictured(store: Path) -> None:
    with main.playground(main.SIZES["1080x1920"], store) as ground:
        ground.kiosk.patience_s = 0.2
        with pytest.raises(NotThere) as missing:
            ground.kiosk.find("nothing")
    assert missing.value.picture is not None
    assert missing.value.picture.width() == 1080


def test_a_slow_machine_waits_longer(monkeypatch: pytest.MonkeyPatch) -> None:
    usual = patience.heartbeats(1.0) / patience.factor()
    monkeypatch.setattr(patience, "factor", lambda: 3.0)
    assert patience.heartbeats(1.0) == pytest.approx(3 * usual, rel=0.02)


def test_the_wrong_ways_are_listed() -> None:
    listed = subprocess.run([sys.executable, "main.py", "flows"], cwd=ROOT, capture_output=True, text=True, check=True)
    assert "wechat.flexible.pay_self.another" in listed.stdout
