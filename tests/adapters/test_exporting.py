"""The logs on a stick: what is written, what stays behind, and what is told where nothing can be."""

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from zipfile import ZipFile

import pytest

from adapters.exporting import Exporter, exporter
from adapters.logs import NAME
from adapters.release import release
from adapters.settings import Settings
from domain.terminal.exporting import Exported, NoMedium, NotWritten
from tests.health.sample import checkup
from tests.payment.hall import NOON
from tests.told import secrets

GOOD = '{"event": "order_moved", "number": "GZT000120261124000001", "at": "2026-11-24T10:24:00.000+08:00"}\n'
BAD = [f'{{"told": "{number} is here"}}\n' for number in ("520199197803150119", "6222021234567890123", "13812345678")]


@dataclass
class Ports:
    """Where sticks are plugged in."""

    folder: Path
    logs: Path
    mounted: set[Path] = field(default_factory=set)

    def plug_in(self, *name: str) -> Path:
        stick = self.folder.joinpath(*name)
        stick.mkdir(parents=True)
        self.mounted.add(stick)
        return stick

    def exporter(self) -> Exporter:
        media = (self.folder / "none", self.folder)
        return Exporter("T0107", self.logs, media, checkup, lambda: NOON, self.mounted.__contains__)


@pytest.fixture
def ports(tmp_path: Path) -> Ports:
    logs = tmp_path / "logs"
    logs.mkdir()
    (logs / NAME).write_text(GOOD + BAD[0] + GOOD + "".join(BAD[1:]), "utf-8")
    (logs / f"{NAME}.1").write_bytes(GOOD.encode() * 3 + b'{"told": "\xff"}\n')
    (logs / "hall.key").write_text("secret")
    return Ports(tmp_path / "media", logs)


@pytest.mark.parametrize("name", [("STICK",), ("kiosk", "STICK")])
def test_what_is_written(ports: Ports, name: tuple[str, ...]) -> None:
    stick = ports.plug_in(*name)
    (ports.folder / "not_mounted").mkdir()
    made = ports.exporter().write()
    (file,) = stick.iterdir()
    assert made == Exported(file.name, "STICK", 6, 3, file.stat().st_size)
    assert file.name == "kiosk-logs-T0107-20261123-040000.zip"
    with ZipFile(file) as zipped:
        assert sorted(zipped.namelist()) == ["doctor.json", f"logs/{NAME}", f"logs/{NAME}.1", "release.txt"]
        whole = b"".join(zipped.read(one) for one in zipped.namelist()).decode()
        assert zipped.read(f"logs/{NAME}").decode() == GOOD * 2
        assert json.loads(zipped.read("doctor.json"))["terminal"] == "T0107"
        assert zipped.read("release.txt").decode().startswith(f"{release()}\n")
    assert not any(secret in whole for secret in secrets()) and "secret" not in whole


def test_without_a_stick(ports: Ports) -> None:
    ports.folder.mkdir()
    (ports.folder / "a_folder").mkdir()
    with pytest.raises(NoMedium):
        ports.exporter().write()


def test_one_that_takes_nothing_and_one_that_does(ports: Ports) -> None:
    """What cannot be written on is passed over; where nothing else is there it is told, and nothing is left."""
    gone = ports.folder / "A_GONE"
    ports.folder.mkdir()
    gone.touch()
    ports.mounted.add(gone)
    with pytest.raises(NotWritten):
        ports.exporter().write()
    assert ports.plug_in("B").exists()
    assert ports.exporter().write().medium == "B"


def test_a_stick_that_is_full(ports: Ports, monkeypatch: pytest.MonkeyPatch) -> None:
    stick = ports.plug_in("FULL")
    full: Callable[..., None] = lambda *_: (_ for _ in ()).throw(OSError(28, "No space left on device"))  # noqa: E731
    monkeypatch.setattr("adapters.exporting.keep", full)
    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(NotWritten):
        ports.exporter().write()
    assert list(stick.iterdir()) == []


def test_where_no_logs_are_written_there_is_the_rest(ports: Ports) -> None:
    ports.plug_in("STICK")
    ports.logs.rename(ports.logs.with_name("elsewhere"))
    assert ports.exporter().write().lines == 0
    with pytest.raises(NoMedium):
        exporter(Settings(logs={"media": [ports.logs]}), checkup, lambda: NOON).write()  # type: ignore[arg-type]
