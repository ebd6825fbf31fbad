"""The host: puts the screen that the navigation names into the window. Nothing else moves screens."""

from pathlib import Path

from PySide6.QtCore import QObject, QTimer, QUrl, Slot
from PySide6.QtQml import QQmlComponent, QQmlEngine
from PySide6.QtQuick import QQuickItem

from viewmodels.shell.navigation import NavigationViewModel
from viewmodels.shell.where import HOME, OUT_OF_SERVICE, SUSPENDED, Visiting

STEPS = Path(__file__).parent / "steps"
UNSEEN = 0.002
"""The least opacity that is drawn at all: it changes no pixel by more than one step of 255."""
FIXED = {HOME: "HomeStep", OUT_OF_SERVICE: "OutOfServiceStep", SUSPENDED: "OutOfServiceStep"}


class Host(QObject):
    """Makes one QML item per screen, named by the screen's id, and drops it when another is shown."""

    def __init__(self, engine: QQmlEngine, holder: QQuickItem, navigation: NavigationViewModel) -> None:
        super().__init__(holder)
        self._engine = engine
        self._holder = holder
        self._navigation = navigation
        self._components: dict[str, QQmlComponent] = {}
        self._shown: QQuickItem | None = None
        self._going: list[QQuickItem] = []
        navigation.moved.connect(self.show)
        self.show()

    @Slot()
    def show(self) -> None:
        """Show the screen where the visitor is. A screen that cannot be made is a mistake of ours and raises."""
        screen = self._navigation.screen
        item = self._make(FIXED.get(screen) or self._file(), self._navigation.step, objectName=screen)
        gone, self._shown = self._shown, item
        if gone is not None:
            gone.setVisible(False)
            self.drop(gone)

    def prepare(self) -> None:
        """Compile every screen's QML before a visitor comes to it, one in a turn of Qt's loop: a touch goes first."""
        from ui.kinds import KINDS

        files = iter([kind.qml for kind in KINDS.values()])
        turns = QTimer(self, interval=0)

        def compile_next() -> None:
            if (file := next(files, None)) is None:
                turns.deleteLater()
            else:
                self._component(file)

        turns.timeout.connect(compile_next)
        turns.start()

    def make_unseen(self, file: str, step: QObject) -> QQuickItem:
        """A screen that is drawn and that nobody can see or touch. To be dropped by the caller."""
        return self._make(file, step, opacity=UNSEEN, enabled=False, z=-1)

    def _make(self, file: str, step: QObject, **more: object) -> QQuickItem:
        component = self._component(file)
        item = component.createWithInitialProperties(
            {"step": step, "frame": self._holder.parentItem(), "parent": self._holder, **more}
        )
        if not isinstance(item, QQuickItem):
            raise RuntimeError(f"{file}.qml, {component.status().name}: {item} {component.errorString()}")
        # PySide counts it among the component's children, and would keep its shell there for good.
        item.setParent(None)
        return item

    def drop(self, item: QQuickItem) -> None:
        """Delete a screen as soon as nothing of it is at work any more."""
        item.deleteLater()
        # It is ours, and would go with its last name, in the middle of the touch that it has to answer.
        self._going.append(item)
        QTimer.singleShot(0, self, self._going.clear)

    def close(self) -> None:
        """No screen may outlive its engine, shown, unseen or going: what QML made is not safe to touch after it."""
        self._navigation.moved.disconnect(self.show)
        for item in self._holder.childItems():
            item.deleteLater()

    def _file(self) -> str:
        from ui.kinds import KINDS

        where = self._navigation.state
        assert isinstance(where, Visiting)
        return KINDS[type(where.row.step)].qml

    def _component(self, file: str) -> QQmlComponent:
        if file not in self._components:
            self._components[file] = QQmlComponent(self._engine, QUrl.fromLocalFile(STEPS / f"{file}.qml"), self)
        return self._components[file]
