"""A machine with releases that are a few files each, real archives with real signatures, and a real store."""

import subprocess
import tarfile
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from shutil import copy2

from adapters.updating.releases import CURRENT, Releases
from adapters.updating.updater import Updater

OLD, NEW = "0.1.0", "0.2.0"
MOST = 1 << 16


def release(place: Path, store_version: int = 1) -> None:
    """A tree that says which tables it wants."""
    place.mkdir(parents=True)
    (place / "kiosk").write_text(f"{store_version}\n")
    for n in range(20):
        (place / f"part{n}").write_bytes(bytes([n]) * MOST)


def is_whole(place: Path) -> bool:
    return all((place / f"part{n}").read_bytes() == bytes([n]) * MOST for n in range(20))


def keys(folder: Path) -> None:
    """Who makes releases, and who would like to."""
    for name in ("maker", "stranger"):
        _minisign("-G", "-p", folder / f"{name}.pub", "-s", folder / f"{name}.key")


def _minisign(*words: str | Path) -> None:
    subprocess.run(["minisign", "-W", *words], check=True, capture_output=True)


def archive(folder: Path, version: str = NEW, signed_by: str = "maker", store_version: int = 1) -> Path:
    release(folder / "made" / version, store_version)
    file = folder / f"shebao-kiosk-{version}.tar.xz"
    with tarfile.open(file, "w:xz") as packed:
        packed.add(folder / "made" / version, version)
    _minisign("-S", "-s", folder / f"{signed_by}.key", "-m", file)
    return file


@dataclass
class Played:
    """Implements `Host`: what runs is what was current when it was begun; it may ail, and so may the store's tables."""

    folder: Path
    releases: Releases
    runs: str = OLD
    illness: str = ""
    is_closed: bool = False
    watched: int = 0
    began: list[str] = field(default_factory=list)

    @property
    def store(self) -> Path:
        return self.folder / "data" / "hall.sqlite"

    def wants(self, place: Path) -> int:
        return int((place / "kiosk").read_text())

    def fits(self, release: Path, store: Path) -> str:
        has, wants = int(store.read_text()), self.wants(release)
        if wants < has:
            return "the store is of a newer program"
        part = store.with_name(".part")
        part.write_text(f"{wants}\n")
        part.rename(store)
        return ""

    def copy(self, release: Path, folder: Path) -> Path:
        copy2(self.store, folder)
        return folder / self.store.name

    def closed(self) -> bool:
        return self.is_closed

    def ails(self, release: Path) -> str:
        return self.illness

    def stop(self) -> None:
        self.runs = ""

    def begin_anew(self) -> None:
        self.runs = self.releases.linked(CURRENT) or ""
        self.began.append(self.runs)
        self.fits(self.releases.place(self.runs), self.store)

    def watch(self) -> None:
        self.watched += 1

    def write(self) -> None:
        """The terminal writes something down."""
        anchor = self.store.with_name("hall.sqlite.anchor")
        anchor.write_bytes(anchor.read_bytes() + b"1")


@dataclass
class Stand:
    """All of it in a folder; the clock goes on while somebody rests, when `happens` may do something."""

    folder: Path
    clock: float = 1000.0
    said: list[str] = field(default_factory=list)
    happens: Callable[[], None] = lambda: None

    def __post_init__(self) -> None:
        root = self.folder / "opt"
        self.releases = Releases(root)
        if not root.exists():
            release(self.releases.place(OLD))
            (root / CURRENT).symlink_to(Path("releases") / OLD)
            keys(self.folder)
        self.host = Played(self.folder, self.releases)
        data = self.folder / "data"
        if not data.exists():
            data.mkdir()
            self.host.store.write_text("1\n")
            (data / "hall.key").write_bytes(b"key")
            (data / "hall.sqlite.anchor").write_bytes(b"0")
        self.updater = Updater(
            self.releases,
            self.host,
            self.folder / "maker.pub",
            lambda: self.clock,
            self._rest,
            self.said.append,
        )

    def _rest(self, seconds: float) -> None:
        self.clock += seconds
        if self.releases.linked(CURRENT) != self.host.runs:  # Nobody is there: it ends, and systemd begins it anew.
            self.updater.save()
            self.host.begin_anew()
        self.happens()
