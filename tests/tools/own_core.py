"""A province's own core, as an adapter that is no bureau: `adapter = "tests.tools.own_core:own"` in a hall."""

from contextlib import ExitStack

from adapters.bureau.joined import Joined, roll
from adapters.settings import Settings
from adapters.settings.folders import data_folder
from domain.runtime import Runtime
from storage import open_store

OWN = f"{__name__}:own"


def own(settings: Settings, runtime: Runtime, opened: ExitStack) -> Joined:
    """A store of its own beside the terminal's."""
    folder = data_folder(settings)
    store = open_store(folder / "core.sqlite", folder / "core.key", make_key=True, token=runtime.token)
    opened.callback(store.close)
    return Joined(store.core, roll({one.number: one.pin_hash for one in settings.staff}, settings, runtime))
