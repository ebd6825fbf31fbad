"""What a power cut leaves: all that was synced, and of everything since whatever chance has brought to the disk.

That is in pieces and in any order; where a file has grown without them, something else may stand in it.
"""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from random import Random

from tests.cuts.disk import File, Folder, Node, named, put, resize

SECTORS = (512, 4096)
"""Bytes that a disk writes at once, or not."""
SHARES = (0.0, 0.0, 0.1, 0.5, 0.9, 1.0)
"""How much of what was not synced is there after a cut: by chance one of these, for each file."""


def cut(root: Folder, to: Path, random: Random, torn: Counter[str]) -> None:
    """Make what a power cut leaves of a folder in a new one. `torn` counts what was forgotten, and what was not."""
    Cut(random, random.choice(SECTORS), random.random() < 0.5, torn).leave(root, to)


@dataclass(frozen=True, slots=True)
class Cut:
    """One power cut. With a `journal`, names are as they were at one moment, else some changes are there and some not.

    That is how file systems differ.
    """

    random: Random
    sector: int
    journal: bool
    torn: Counter[str]

    def leave(self, folder: Folder, at: Path) -> None:
        at.mkdir(mode=folder.mode)
        for name, node in sorted(self._names(folder).items()):
            if isinstance(node, Folder):
                self.leave(node, at / name)
            else:
                (at / name).write_bytes(self._content(node))
                (at / name).chmod(node.mode & 0o7777)

    def _names(self, folder: Folder) -> dict[str, Node]:
        if self.journal:
            upto = self.random.randint(0, len(folder.since))
            there = [n < upto for n in range(len(folder.since))]
        else:
            share = self.random.choice(SHARES)
            there = [self.random.random() < share for _ in folder.since]
        self.torn["names forgotten"] += there.count(False)
        names = folder.kept
        for change, stays in zip(folder.since, there, strict=True):
            names = named(names, change) if stays else names
        return names

    def _content(self, file: File) -> bytes:
        """What was done to it last, piece by piece; it may have grown without what it grew by."""
        content, share = bytearray(file.kept), self.random.choice(SHARES)
        fill: Callable[[int], bytes] = self.random.choice((bytes, self.random.randbytes))
        for change in file.since:
            if isinstance(change, int):
                if self.random.random() < share:
                    resize(content, change, fill)
                continue
            pieces = list(change.pieces(self.sector))
            there = [piece for piece in pieces if self.random.random() < share]
            self.torn["pieces forgotten"] += len(pieces) - len(there)
            self.torn["pieces kept unsynced"] += len(there)
            self.torn["writes torn"] += 0 < len(there) < len(pieces)
            for piece in there:
                put(content, piece.at, piece.data, fill)
        return bytes(content)
