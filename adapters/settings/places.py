"""Where the store and its key may lie. Whether they are there is not asked: a hall's first store is made later."""

import os
from pathlib import Path

from adapters.settings.held import Against, Unfit
from adapters.settings.keys import Before, secret


def own_file(path: Path, against: Against, before: Before) -> None:
    """A file that the terminal can write, or that it could make."""
    try:
        if path.exists():
            if not path.is_file():
                raise Unfit("names something that is no file")
            if not os.access(path, os.R_OK | os.W_OK):
                raise Unfit("names a file that the terminal may not write")
            return
        folder = next(folder for folder in path.absolute().parents if folder.exists())
        if not (folder.is_dir() and os.access(folder, os.W_OK | os.X_OK)):
            raise Unfit("cannot be made there: the terminal may not write into its folder")
    except (OSError, ValueError) as error:
        raise Unfit("cannot be looked at: it is no path that can be used") from error


def own_key(path: Path, against: Against, before: Before) -> None:
    """The store's key: a file of its own, and secret where it is there."""
    if path == before.get("store"):
        raise Unfit("has to be another file than the store")
    own_file(path, against, before)
    if path.exists():
        secret(path, against, before)


def own_folder(path: Path, against: Against, before: Before) -> None:
    """A folder that the terminal can write into, or that it could make."""
    try:
        folder = next(folder for folder in (path.absolute(), *path.absolute().parents) if folder.exists())
        if not folder.is_dir():
            raise Unfit("names something that is no folder")
        if not os.access(folder, os.W_OK | os.X_OK):
            raise Unfit("cannot be used: the terminal may not write there")
    except (OSError, ValueError) as error:
        raise Unfit("cannot be looked at: it is no path that can be used") from error
