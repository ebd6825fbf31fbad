"""What the terminal remembers: orders, and the embedded part of the tax system, in one encrypted file.

Importing this costs nothing: SQLAlchemy and the engine are loaded by what opens a store.
"""

import secrets
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path
from typing import TYPE_CHECKING

from storage.errors import StoreError
from storage.files import Files

if TYPE_CHECKING:
    from storage.store import Store

__all__ = ["Files", "Store", "StoreError", "hold_store", "join_store", "open_store"]


def open_store(
    path: Path, key_path: Path, *, make_key: bool = False, token: Callable[[int], bytes] = secrets.token_bytes
) -> "Store":
    """The store in the file `path`, also beside a running terminal. `token(n)` gives n random bytes for keys, nonces.

    `make_key` allows a store to be made where there is none, together with its key: never with one that exists.
    Raises StoreError, and then the store is as it was.
    """
    from storage.opening import open_file

    return open_file(path, key_path, make_key, token)


def hold_store(
    files: Files,
    *,
    make: bool = False,
    terminal: str | None = None,
    token: Callable[[int], bytes] = secrets.token_bytes,
) -> "AbstractContextManager[Store]":
    """The store for the one program that runs on it: nobody else can, and its anchor knows all that was acknowledged.

    `terminal` is that program's name in the logs. `make` allows the store to be made where there is neither store nor
    key nor anchor. Raises StoreError if somebody else runs on it, and StoreUnsound if it is older than its anchor or
    another; then it is as it was.
    """
    from storage.holding import held

    return held(files, make, token, terminal)


def join_store(
    files: Files, *, terminal: str | None = None, token: Callable[[int], bytes] = secrets.token_bytes
) -> "AbstractContextManager[Store]":
    """The store for a command that writes a few lines into it, also beside the terminal that runs on it.

    Two writers are told apart by the store itself, and whoever comes second reads again. What is acknowledged is in
    the anchor all the same. Raises StoreError, and StoreUnsound as `hold_store` does.
    """
    from storage.holding import beside

    return beside(files, token, terminal)
