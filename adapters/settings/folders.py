"""Where a terminal keeps what is its own."""

from pathlib import Path

from adapters.settings.fault import Fault, SettingsError
from adapters.settings.models import Settings


def data_folder(settings: Settings) -> Path:
    """The folder of the store, and of what else the terminal keeps. Raises SettingsError where nobody has a home."""
    from platformdirs import user_data_path

    if settings.store:
        return settings.store.parent
    try:
        return user_data_path("shebao-kiosk")
    except RuntimeError:
        why = "name a file: whoever runs this has no home folder to keep it in"
        raise SettingsError([Fault("settings", "store", why)]) from None


def logs_folder(settings: Settings) -> Path | None:
    """Where log files are, if there are any. Raises SettingsError."""
    if settings.logs.folder or settings.profile != "hall":
        return settings.logs.folder
    return data_folder(settings) / "logs"
