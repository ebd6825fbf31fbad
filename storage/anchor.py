"""The anchor: how far the store had come, kept outside of it, so that a store that lost something is known.

A file beside the store with two places for the same JSON, written in turn: a write that is cut off leaves the other.
All of it is there from the start: writing needs no room, and one `fdatasync` of a few kilobytes. Each is signed
(HMAC-SHA256) with a key of its own. Who changes it holds the file's lock: `check` may do so beside a running terminal.
"""

import errno
import fcntl
import hmac
import json
import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, field, fields, replace
from datetime import datetime
from functools import lru_cache, reduce
from hashlib import sha256
from pathlib import Path
from threading import Lock

from storage import files
from storage.errors import StoreError, StoreUnavailable, StoreUnsound
from storage.trouble import by_errno

PLACE = 1 << 16
"""Bytes of each place: room for some thousand counters."""
BLOCK = 4096
"""Bytes that are read at once."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """How far a store had come. `store` is which one, in hexadecimal.

    `counters` are its sequences' last numbers, `heads` the hashes of its logs' last events by their counters.
    `damage` is what was found wrong with the store, and when; empty while nothing was.
    """

    store: str
    counters: Mapping[str, int] = field(default_factory=dict)
    heads: Mapping[str, str] = field(default_factory=dict)
    damage: str = ""
    writes: int = 0

    def advanced(self, counters: Mapping[str, int], heads: Mapping[str, str]) -> "Anchor":
        """With what was counted since. Whoever tells of it late takes nothing back."""
        newer = {name: value for name, value in counters.items() if value >= self.counters.get(name, 0)}
        told = {name: head for name, head in heads.items() if name in newer}
        return replace(self, counters={**self.counters, **newer}, heads={**self.heads, **told})

    def damaged(self, what: str, at: datetime) -> "Anchor":
        """What was found first stays."""
        return replace(self, damage=self.damage or f"{what} (found {at.isoformat(timespec='minutes')})")

    def told(self) -> str:
        """It, in a line: whoever keeps the line can tell later that the store has lost nothing up to here."""
        text = json.dumps([self.store, self.counters, self.heads], sort_keys=True)
        numbers = ", ".join(f"{name} {value}" for name, value in sorted(self.counters.items()))
        return f"anchor {sha256(text.encode()).hexdigest()}: {numbers}"


_FIELDS = tuple(one.name for one in fields(Anchor))


class AnchorFile:
    """The anchor of the store that this program runs on. Safe to use from several threads."""

    def __init__(self, path: Path, key: bytes) -> None:
        """Raises OSError if there is none, StoreUnsound if it is not that of a store with this key."""
        self._path, self._key = path, key
        self._guard = Lock()
        self._owed: list[tuple[Mapping[str, int], Mapping[str, str]]] = []
        self._file = os.open(path, os.O_RDWR)
        try:
            self._known = self._read()
        except BaseException:
            os.close(self._file)
            raise

    @property
    def anchor(self) -> Anchor:
        """As it stands now, whoever has changed it. What cannot be read now is as it was."""
        with self._guard, suppress(OSError, StoreUnsound):
            self._known = self._read()
        return self._known

    def told(self, counters: Mapping[str, int], heads: Mapping[str, str]) -> None:
        """What a transaction has counted, once it is committed. What cannot be written now is owed (`settle`)."""
        with self._guard:
            self._owed.append((counters, heads))
        with suppress(StoreError):
            self.settle()

    def settle(self) -> None:
        """Write what is owed. Raises StoreError, and then nothing may be added to the store."""
        with self._guard:
            if self._owed:
                self._change(lambda anchor: reduce(lambda now, told: now.advanced(*told), self._owed, anchor))
                self._owed = []

    def change(self, by: Callable[[Anchor], Anchor]) -> None:
        """Write what becomes of it. Raises StoreError."""
        with self._guard:
            self._change(by)

    def close(self) -> None:
        """Let go of the file. Whoever still comes finds none, and not one that was opened since."""
        with self._guard:
            os.close(self._file)
            self._file = -1

    def _change(self, by: Callable[[Anchor], Anchor]) -> None:
        try:
            with self._alone():
                before = self._read()
                after = replace(by(before), writes=before.writes + 1)
                os.pwrite(self._file, _signed(after, self._key), after.writes % 2 * PLACE)
                os.fdatasync(self._file)
                self._known = after
        except OSError as error:
            raise StoreUnavailable(f"the anchor {self._path} cannot be written: {error.strerror}") from None

    @contextmanager
    def _alone(self) -> Iterator[None]:
        if self._file < 0:
            raise OSError(errno.EBADF, "it was closed")
        fcntl.flock(self._file, fcntl.LOCK_EX)
        try:
            yield
        finally:
            fcntl.flock(self._file, fcntl.LOCK_UN)

    def _read(self) -> Anchor:
        anchors = [anchor for place in (0, PLACE) if (anchor := _trusted(self._text(place), self._key))]
        if not anchors:
            raise StoreUnsound(f"the anchor {self._path} is damaged, forged, or that of another store")
        return max(anchors, key=lambda anchor: anchor.writes)

    def _text(self, place: int) -> bytes:
        text = b""
        while len(text) < PLACE and (block := os.pread(self._file, BLOCK, place + len(text))):
            text += block
            if b"\n" in block or b"\0" in block:
                break
        return text.partition(b"\n")[0]


def read(path: Path, key: bytes) -> Anchor | None:
    """The anchor of a store; None if there is none. Raises StoreError."""
    try:
        with closing(AnchorFile(path, key)) as file:
            return file.anchor
    except FileNotFoundError:
        return None
    except OSError as error:
        raise by_errno(error, f"the anchor {path} cannot be read: {error.strerror}") from None


def make(path: Path, key: bytes, anchor: Anchor) -> None:
    """Write an anchor where there is none, or in place of another. Raises StoreError."""
    text = _signed(anchor, key)
    try:
        files.write(path, text.ljust(2 * PLACE, b"\0"))
    except OSError as error:
        raise by_errno(error, f"the anchor {path} cannot be written: {error.strerror}") from None


def _signed(anchor: Anchor, key: bytes) -> bytes:
    text = json.dumps({name: getattr(anchor, name) for name in _FIELDS}, ensure_ascii=False, sort_keys=True).encode()
    signed = text + b" " + _signature(text, key) + b"\n"
    if len(signed) > PLACE:
        raise StoreUnsound("the store counts more than its anchor can hold")
    return signed


@lru_cache(4)
def _trusted(signed: bytes, key: bytes) -> Anchor | None:
    """The anchor that was signed with the key; None if it was not, or not all of it is there.

    Each is read again until the one after the next is written.
    """
    text, _, signature = signed.rpartition(b" ")
    if not hmac.compare_digest(signature, _signature(text, key)):
        return None
    return Anchor(**json.loads(text))


def _signature(text: bytes, key: bytes) -> bytes:
    return hmac.digest(key, text, "sha256").hex().encode()
