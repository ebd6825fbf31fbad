"""What the terminal remembers: orders, and the embedded part of the tax system, in one encrypted file.

Importing this costs nothing: SQLAlchemy and the engine are loaded by `open_store`.
"""

import secrets
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from storage.errors import StoreError

if TYPE_CHECKING:
    from storage.store import Store

__all__ = ["Store", "StoreError", "open_store"]


def open_store(
    path: Path, key_path: Path, *, make_key: bool = False, token: Callable[[int], bytes] = secrets.token_bytes
) -> "Store":
    """The store in the file `path`, made if there is none. `token(n)` gives n random bytes, for keys and nonces.

    `make_key` allows a key file to be made together with a new store, never for one that exists.
    Raises StoreError, and then the store is as it was.
    """
    from storage.opening import open_file

    return open_file(path, key_path, make_key, token)
