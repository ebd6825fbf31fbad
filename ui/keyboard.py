"""The touch keyboard's surroundings: Qt Virtual Keyboard with Pinyin, made unable to learn what visitors type."""

from collections.abc import MutableMapping

MODULE = "qtvirtualkeyboard"
NOWHERE = "/dev/null"
"""A folder where nothing can be made, by nobody."""
QUIET = ";".join(
    f"{category}=false"
    for category in (
        "qt.multimedia.symbolsresolver",
        "qt.qml.propertyCache.append",
        "qt.virtualkeyboard.warning",
        "qt.virtualkeyboard.pinyin",
    )
)
"""What Qt's own keyboard says at its start: no PipeWire, a slip in one of its files, no folder and no dictionary."""


def prepare(environ: MutableMapping[str, str]) -> None:
    """Choose the keyboard and deny it its dictionary. Call before the application is made.

    Pinyin keeps the words that are typed in a file under the configuration folder, and forgoes learning altogether if
    it cannot make that file. So there is no such folder: the next visitor is never offered the last one's name.
    """
    environ.pop("QT_IM_MODULES", None)  # Qt asks it first
    environ["QT_IM_MODULE"] = MODULE
    environ["QT_VIRTUALKEYBOARD_DESKTOP_DISABLE"] = "1"
    environ["QT_LOGGING_RULES"] = QUIET
    environ["XDG_CONFIG_HOME"] = NOWHERE
