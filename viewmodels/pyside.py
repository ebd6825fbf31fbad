"""PySide made fit for a program whose threads import modules while its window is being built. Both cures are for good.

Its import hook notes whether a module wants snake_case names, and puts a plain `builtins.__import__` in its own place
while it reads the module's source: for every thread, not only its own. What another thread imports meanwhile is noted
late, by asking it for `__wrapped__`; a half-imported package that answers by an import (pydantic's does) then imports
itself in a circle. Two threads that both do so can also leave the hook out for good, or in.

And it makes a class of Qt when that is first asked for, without a lock: two threads that ask for the same one at the
same time end the process (SIGSEGV).
"""

import builtins


def import_plainly() -> None:
    """Take the hook out; its features are used nowhere here. Nothing puts it back: PySide hooks in once, when loaded.

    Call before there are threads. What comes after is imported faster as well: no source is read.
    """
    import PySide6  # noqa: F401

    builtins.__import__ = vars(builtins).get("__orig_import__", builtins.__import__)


def make_shared_types() -> None:
    """Ask for the classes that a worker's modules use, and others too. Call before there are threads."""
    from PySide6.QtCore import QBuffer, QByteArray, QEventLoop, QIODevice, QObject, QSize, QSizeF, Signal, Slot  # noqa: F401
    from PySide6.QtGui import QColor, QImage  # noqa: F401
    from PySide6.QtPdf import QPdfDocument  # noqa: F401
