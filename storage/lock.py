"""One program at a time runs on a store: the kernel keeps the lock, and lets go of it when the program ends."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager

from storage.errors import StoreTaken
from storage.files import Files
from storage.trouble import by_errno


@contextmanager
def locked(files: Files) -> Iterator[None]:
    """Hold the store's lock. Raises StoreError at once if somebody else does.

    That is nothing that passes by itself: whoever holds it is a terminal, and there is to be no second one.
    """
    try:
        lock = os.open(files.lock, os.O_RDWR | os.O_CREAT, 0o600)
    except OSError as error:
        raise by_errno(error, f"the store {files.store} cannot be locked: {error.strerror}") from None
    try:
        _take(lock, files)
        yield
    finally:
        os.close(lock)


def _take(lock: int, files: Files) -> None:
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        raise StoreTaken(f"another program runs on the store {files.store}: end that one first") from None
