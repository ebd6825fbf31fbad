"""Where a store's files lie, and how a file is put in its place for good."""

import os
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Files:
    """A store, its key, and what lies beside the store under its name."""

    store: Path
    key: Path

    @property
    def lock(self) -> Path:
        """Held by whoever runs on the store."""
        return self.beside(".lock")

    @property
    def anchor(self) -> Path:
        return self.beside(".anchor")

    @property
    def new(self) -> Path:
        """A new store until it is whole."""
        return self.beside(".new")

    @property
    def restored(self) -> Path:
        """A copy of a backup until it takes the store's place."""
        return self.beside(".restored")

    def beside(self, end: str) -> Path:
        return self.store.with_name(self.store.name + end)


def parts(path: Path) -> tuple[Path, ...]:
    """A database's file, and those in which SQLite keeps what has not reached it yet."""
    return (path, *(path.with_name(path.name + end) for end in ("-wal", "-shm", "-journal")))


def remove(path: Path) -> None:
    """Remove a database, if it is there. Raises OSError."""
    for part in parts(path):
        part.unlink(missing_ok=True)


def write(path: Path, content: bytes) -> None:
    """Make or replace a file of mode 0600, whole or not at all, and for good. Raises OSError."""
    new = path.with_name(path.name + ".new")
    new.unlink(missing_ok=True)
    with os.fdopen(os.open(new, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    new.rename(path)
    keep(path.parent)


def folder(path: Path) -> None:
    """Make a folder for its owner only, and those above it, for good. Raises OSError.

    Whatever an earlier try has made, and was cut off, is its owner's too; nobody else's is touched.
    """
    path.mkdir(mode=0o700, parents=True, exist_ok=True)
    for made in (path, *path.parents):
        if made.stat().st_uid != os.geteuid() or not os.access(made.parent, os.R_OK):
            break
        keep(made.parent)


def keep(path: Path) -> None:
    """What was written to a file, or renamed in a folder, stays so after a power cut. Raises OSError."""
    opened = os.open(path, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)
