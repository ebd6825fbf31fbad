"""The touch keyboard's surroundings: Qt Virtual Keyboard with Pinyin, made unable to learn what visitors type."""

import atexit
import os
import shutil
import tempfile
from collections.abc import MutableMapping
from pathlib import Path

MODULE = "qtvirtualkeyboard"
PREPARED = "KIOSK_KEYBOARD_OF"
"""Names the process whose keyboard is prepared. A profile may have set the rest, so that is not asked."""
QUIET = "qt.multimedia.symbolsresolver=false;qt.qml.propertyCache.append=false;qt.virtualkeyboard.pinyin=false"
"""What Qt's own keyboard says at its start: no clicks by PipeWire, a slip in one of its files, no dictionary."""


def prepare(environ: MutableMapping[str, str]) -> None:
    """Choose the keyboard and deny it its dictionary. Call before the application is made; later calls do nothing.

    Pinyin keeps the words that are typed in a file under the configuration folder, and forgoes learning altogether if
    it cannot make that file. So it gets a folder where a plain file stands in the dictionary's way: the next visitor
    is never offered the last one's name.
    """
    if environ.get(PREPARED) == str(os.getpid()):
        return
    folder = Path(tempfile.mkdtemp(prefix="kiosk-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    (folder / MODULE).touch()
    environ["XDG_CONFIG_HOME"] = str(folder)
    environ["QT_IM_MODULE"] = MODULE
    environ[PREPARED] = str(os.getpid())
    environ["QT_VIRTUALKEYBOARD_DESKTOP_DISABLE"] = "1"
    environ.setdefault("QT_LOGGING_RULES", QUIET)
