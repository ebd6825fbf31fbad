"""Small files beside the store: written whole or not at all."""

import os
from contextlib import suppress
from pathlib import Path


def write(path: Path, text: str, mode: int = 0o600, *, lasting: bool = True) -> None:
    """Make or replace a file, for whoever had it: who reads it has the old one or the new one whole. Raises OSError.

    `lasting`: also after a power cut.
    """
    new = path.with_name(f"{path.name}.new")
    new.unlink(missing_ok=True)
    with os.fdopen(os.open(new, os.O_CREAT | os.O_EXCL | os.O_WRONLY, mode), "w", encoding="utf-8") as file:
        os.fchmod(file.fileno(), mode)
        with suppress(FileNotFoundError):
            had = path.stat()
            os.fchown(file.fileno(), had.st_uid, had.st_gid)  # Written by root, it stays the terminal's.
        file.write(text)
        file.flush()
        if lasting:
            os.fsync(file.fileno())
    new.replace(path)
    if lasting:
        keep(path.parent)


def keep(folder: Path) -> None:
    """What was made or renamed in a folder stays so after a power cut. Raises OSError."""
    opened = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)
