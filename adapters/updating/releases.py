"""The releases on a machine: a folder each, whole or not at all under its name, and a link to the one that runs."""

import os
import re
import shutil
import tarfile
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from adapters.files import keep

NAME = re.compile(r"[0-9]+(\.[0-9]+){1,3}([a-z0-9.+~-]*)")
CURRENT, PREVIOUS = "current", "previous"
PROGRAMS = PurePosixPath("/usr/bin")
PART = ".part"
"""How a folder ends that is not whole yet."""


class UpdateFailed(Exception):
    """Nothing has changed. One English sentence."""


@dataclass(frozen=True, slots=True)
class Releases:
    """`root` is where they lie: `releases/VERSION`, and the links `current` and `previous`."""

    root: Path

    def place(self, version: str) -> Path:
        return self.root / "releases" / version

    def linked(self, link: str) -> str | None:
        """The version that a link leads to; None if it leads to no release that is there."""
        try:
            version = (self.root / link).readlink().name
        except OSError:
            return None
        return version if (self.place(version) / "kiosk").is_file() else None

    def turn(self, link: str, version: str) -> None:
        """Have a link lead to a release: at every moment it leads to the one or to the other."""
        new = self.root / f"{link}.new"
        new.unlink(missing_ok=True)
        new.symlink_to(Path("releases") / version)
        new.rename(self.root / link)
        keep(self.root)

    def drop(self, link: str) -> None:
        (self.root / link).unlink(missing_ok=True)
        keep(self.root)

    def unpack(self, archive: Path) -> str:
        """A release out of its archive, which has been believed; its version. What was cut off before is begun anew.

        Raises UpdateFailed.
        """
        self.sweep()
        try:
            with tarfile.open(archive) as packed:
                version = _version(packed)
                if self.place(version).exists():
                    return version
                part = self.place(version + PART)
                members = packed.getmembers()
                if odd := next((one for one in members if not _is_harmless(one, version)), None):
                    raise UpdateFailed(f"{archive.name} has {odd.name!r} in it, which belongs to no release")
                packed.extractall(part, members)  # noqa: S202 (each was looked at)
        except (tarfile.TarError, OSError, EOFError) as error:
            self.sweep()
            raise UpdateFailed(f"{archive.name} cannot be unpacked: {error}") from None
        inner = part / version
        if not (inner / "kiosk").is_file():
            self.sweep()
            raise UpdateFailed(f"{archive.name} has no release in it")
        os.sync()  # All of it is on the disk before it has its name.
        inner.rename(self.place(version))
        keep(self.place(version).parent)
        part.rmdir()
        return version

    def sweep(self) -> None:
        """Away with what is not whole."""
        for part in (self.root / "releases").glob(f"*{PART}"):
            shutil.rmtree(part)

    def tidy(self) -> None:
        """Away with every release that no link leads to, also those that something cut off has left."""
        for version in self.all():
            if version not in {self.linked(CURRENT), self.linked(PREVIOUS)}:
                shutil.rmtree(self.place(version))

    def all(self) -> tuple[str, ...]:
        """Those that are whole."""
        found = (self.root / "releases").iterdir()
        return tuple(sorted(one.name for one in found if not one.name.endswith(PART)))


def _version(packed: tarfile.TarFile) -> str:
    """Of the one folder that everything lies in. Raises UpdateFailed."""
    first = packed.next()
    name = first.name.split("/")[0] if first else ""
    if not NAME.fullmatch(name):
        raise UpdateFailed(f"an archive has one folder that is named as its version, and not {name!r}")
    return name


def _is_harmless(member: tarfile.TarInfo, version: str) -> bool:
    """Whether it lies in the release, and leads nowhere else but to Debian's own programs, as Python does.

    Debian 12 has Python 3.11.2, whose tarfile knows no filters yet.
    """
    path = PurePosixPath(member.name)
    inside = path.parts[:1] == (version,) and ".." not in path.parts
    if member.issym():
        target = PurePosixPath(member.linkname)
        return inside and ".." not in target.parts and (not target.is_absolute() or target.parent == PROGRAMS)
    return inside and (member.isfile() or member.isdir())
