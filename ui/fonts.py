"""Whether this machine can write Chinese at all. Without such a font Qt draws blanks, which no visitor could report."""

from PySide6.QtGui import QFontDatabase

NO_CHINESE = "No font for Chinese was found, so the screens would be blank. On Debian: apt-get install fonts-noto-cjk"


def missing_cjk() -> bool:
    """Whether no font has simplified Chinese. Ask after the QGuiApplication exists.

    Reads Qt's list of fonts, which the first text on the screen needs anyway: about 10 ms, once.
    """
    return not QFontDatabase.families(QFontDatabase.WritingSystem.SimplifiedChinese)
