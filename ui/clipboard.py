"""What was copied or marked: nothing here copies, but whoever brings a keyboard, or a program beside it, may."""

from PySide6.QtGui import QClipboard, QGuiApplication


def wipe() -> None:
    """Nothing of a visitor is to be pasted: neither what was copied nor, on X11, what was marked (PRIMARY)."""
    clipboard = QGuiApplication.clipboard()
    clipboard.clear(QClipboard.Mode.Clipboard)
    if clipboard.supportsSelection():
        clipboard.clear(QClipboard.Mode.Selection)
