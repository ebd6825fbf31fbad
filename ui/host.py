"""The host: puts the screen that the shell names into the window. Nothing else moves screens."""

from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtQml import QQmlComponent, QQmlEngine
from PySide6.QtQuick import QQuickItem

from viewmodels.shell import HOME, OUT_OF_SERVICE, ShellViewModel

STEPS = Path(__file__).parent / "steps"
FIXED = {HOME: "HomeStep", OUT_OF_SERVICE: "OutOfServiceStep"}


class Host(QObject):
    """Makes one QML item per screen, named by the screen's id, and drops it when another is shown."""

    def __init__(self, engine: QQmlEngine, holder: QQuickItem, shell: ShellViewModel) -> None:
        super().__init__(holder)
        self._engine = engine
        self._holder = holder
        self._shell = shell
        self._components: dict[str, QQmlComponent] = {}
        self._shown: QQuickItem | None = None
        shell.moved.connect(self.show)
        self.show()

    @Slot()
    def show(self) -> None:
        """Show the shell's screen. A screen that cannot be made is a mistake of ours and raises."""
        screen = str(self._shell.property("screen"))
        component = self._component(FIXED.get(screen) or self._file())
        item = component.createWithInitialProperties(
            {"step": self._shell.step, "objectName": screen, "parent": self._holder}
        )
        if not isinstance(item, QQuickItem):
            raise RuntimeError(component.errorString())
        gone, self._shown = self._shown, item
        if gone is not None:
            gone.setVisible(False)
            gone.deleteLater()

    def prepare(self) -> None:
        """Compile every screen's QML ahead of the first touch."""
        from ui.kinds import KINDS

        for kind in KINDS.values():
            self._component(kind.qml)

    def _file(self) -> str:
        from ui.kinds import KINDS

        row = self._shell.row
        assert row is not None
        return KINDS[type(row.step)].qml

    def _component(self, file: str) -> QQmlComponent:
        if file not in self._components:
            self._components[file] = QQmlComponent(self._engine, QUrl.fromLocalFile(STEPS / f"{file}.qml"), self)
        return self._components[file]
