"""暂停服务: what a visitor is told when the terminal cannot be trusted, and a word for the staff."""

from PySide6.QtCore import Property, QObject, Signal
from PySide6.QtQml import QmlElement

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class OutOfServiceViewModel(QObject):
    changed = Signal()

    def __init__(self, reason: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._reason = reason

    @Property(str, notify=changed)
    def headline(self) -> str:
        return "暂停服务"

    @Property(str, notify=changed)
    def sentence(self) -> str:
        return "本机暂时不能办理业务，请到人工窗口，或在手机上办理。给您带来不便，敬请谅解！"

    @Property(str, notify=changed)
    def reason(self) -> str:
        """For the staff, in plain English, without personal data."""
        return self._reason
