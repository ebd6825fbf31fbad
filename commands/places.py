"""Where a terminal's files lie, and its settings held against what there is: what several commands ask."""

import os
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

    from adapters.settings import Fault, Settings
    from storage import Files, Store

ASSETS = Path(__file__).parent.parent / "assets"


def check_settings(config: Path | None, profile: str, now: "datetime") -> "tuple[Settings | None, tuple[Fault, ...]]":
    """Everything that is wrong with settings, held against the files that they name, the cities, and the day `now`."""
    from adapters.assets.rules import cities
    from adapters.settings import Against, check

    return check(config, os.environ, profile, Against(cities(ASSETS), now))


def store_files(settings: "Settings") -> "Files":
    """Where the store and its key lie. Raises SettingsError."""
    from adapters.settings.folders import data_folder
    from storage import Files

    path = settings.store or data_folder(settings) / f"{settings.profile}.sqlite"
    return Files(path.absolute(), (settings.key_file or path.with_suffix(".key")).absolute())


def open_store(settings: "Settings") -> "Store":
    """The store, also beside a running terminal. Raises StoreError, also if there is none."""
    import storage

    files = store_files(settings)
    return storage.open_store(files.store, files.key)


def tries_file(settings: "Settings") -> Path:
    """Where wrong PINs are counted. Raises SettingsError."""
    from adapters.settings.folders import data_folder
    from adapters.tries import NAME

    return data_folder(settings) / NAME
