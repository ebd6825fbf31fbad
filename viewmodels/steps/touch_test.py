"""试触摸: the four corners of the screen are touched, one after the other; what a finger cannot reach has failed."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement

from domain.health.last_tests import End
from domain.words import Text
from viewmodels.lists import QVariantList
from viewmodels.model import Model, Stateful
from viewmodels.typed import Property
from viewmodels.words.language import Language, said, said_rows

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1

ALONE_S = 60
"""So long it waits for another touch; then it has failed."""
CORNERS = {
    "top_left": Text("左上角"),
    "top_right": Text("右上角"),
    "bottom_left": Text("左下角"),
    "bottom_right": Text("右下角"),
}
TOUCHED, UNTOUCHED = Text("{corner}，点到了"), Text("{corner}，还没有点到")


@dataclass(frozen=True, slots=True)
class Touching:
    """`touched` are the corners that a finger came to; `left_s` seconds are left for the next. `keyed`: a key tried."""

    touched: frozenset[str] = frozenset()
    left_s: int = ALONE_S
    keyed: bool = False


@dataclass(frozen=True, slots=True)
class Corner:
    """`name` says where it is, and whether a finger has come there."""

    id: str
    name: Text
    touched: bool


@QmlElement
class TouchTestViewModel(Model, Stateful[Touching | None]):
    """None while nobody tests. `turned`: the page is another for the finger. A test that is called off says nothing."""

    changed = Signal()
    turned = Signal()

    def __init__(self, language: Language, over: Callable[[End], None], parent: QObject) -> None:
        super().__init__(language, parent)
        self._over = over
        self.state = None
        self._seconds = QTimer(self, interval=1000)
        self._seconds.timeout.connect(self.tick)

    def begin(self) -> None:
        """Show the corners."""
        self._become(Touching())
        self._seconds.start()
        self.turned.emit()

    @Slot(str)
    def touch(self, corner: str) -> None:
        """A finger came there."""
        if self.state is not None:
            touched = self.state.touched | {corner}
            self._become(Touching(touched))
            if touched >= CORNERS.keys():
                self._ends(End.PASSED)

    @Slot(str)
    def press(self, corner: str) -> None:
        """A key, or a finger: what that has just touched needs no word."""
        if self.state is not None and corner not in self.state.touched:
            self._become(replace(self.state, left_s=ALONE_S, keyed=True))

    @Slot()
    def fail(self) -> None:
        """A corner does not answer."""
        if self.state is not None:
            self._ends(End.FAILED)

    @Slot()
    def callOff(self) -> None:
        """The key Back: nobody has found anything."""
        self._close()

    @Slot()
    def tick(self) -> None:
        """A second has passed."""
        if self.state is not None:
            self._become(replace(self.state, left_s=self.state.left_s - 1))
            if self.state.left_s <= 0:
                self._ends(End.FAILED)

    @Property(bool, notify=changed)
    def shown(self) -> bool:
        return self.state is not None

    @Property(QVariantList, notify=changed)
    @said_rows
    def corners(self) -> Iterable[object]:
        """`[{id, name, touched}]` in reading order; none while nobody tests."""
        if self.state is None:
            return ()
        touched = self.state.touched
        return (Corner(id, _named(name, id in touched), id in touched) for id, name in CORNERS.items())

    @Property(str, notify=changed)
    @said
    def title(self) -> Text:
        return Text("试触摸")

    @Property(str, notify=changed)
    @said
    def lead(self) -> Text:
        if self.state and self.state.keyed:
            return Text("角上要用手指点，按键不算")
        return Text("用手指点屏幕的四个角，先后不论")

    @Property(str, notify=changed)
    @said
    def count(self) -> Text:
        touched = len(self.state.touched) if self.state else 0
        return Text("点到 {touched} 个，共 {corners} 个", touched=touched, corners=len(CORNERS))

    @Property(str, notify=changed)
    @said
    def patience(self) -> Text:
        left_s = self.state.left_s if self.state else ALONE_S
        return Text("{seconds} 秒没有人点，就算没有通过", seconds=left_s)

    @Property(str, notify=changed)
    @said
    def failText(self) -> Text:
        return Text("有角点不到")

    def _ends(self, end: End) -> None:
        self._close()
        self._over(end)

    def _close(self) -> None:
        self._seconds.stop()
        if self.state is not None:
            self._become(None)
            self.turned.emit()


def _named(corner: Text, touched: bool) -> Text:
    return (TOUCHED if touched else UNTOUCHED).of(corner=corner)
