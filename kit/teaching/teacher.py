"""The teacher beside a terminal: rings what is to be touched, says so, tells kindly of what else was touched."""

from dataclasses import replace
from fnmatch import fnmatchcase

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, QTimer, Signal, Slot
from PySide6.QtGui import QPointerEvent
from PySide6.QtQml import QmlElement
from PySide6.QtQuick import QQuickItem

from domain.runtime import Uptime
from domain.speech.saying import aloud
from domain.speech.voice import Pace, Voice
from kit.guide.words import Guide
from kit.teaching.doing import Doing
from kit.teaching.lesson import Kind, Lesson, is_aside, lesson
from kit.teaching.panel_words import PanelWords, Teaching
from ui.reading import Spot
from ui.scene import Scene, is_there
from viewmodels.shell.navigation import NavigationViewModel
from viewmodels.words.language import CHINESE, Language

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1

LOOK_MS, PATIENCE_MS, LEFT_MS = 150, 2500, 180_000
"""Between two looks at the screen; how long a touch may take to lead on, and after how long nobody is there."""
DONE_TYPING, CODE = "board.done", "qr"
BEGINS = {QEvent.Type.MouseButtonPress, QEvent.Type.TouchBegin}
ENDS = {QEvent.Type.MouseButtonRelease, QEvent.Type.TouchEnd, QEvent.Type.TouchCancel}
"""Of a touch."""


@QmlElement
class TeacherViewModel(PanelWords):
    ended = Signal()
    touchedAt = Signal(QPointF)
    """Where on the terminal."""

    def __init__(
        self,
        language: Language,
        navigation: NavigationViewModel,
        terminal: QQuickItem,
        doing: Doing,
        guide: Guide,
        voice: Voice,
        uptime: Uptime,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(language, guide, parent)
        self._navigation, self._doing = navigation, doing
        self._voice, self._uptime = voice, uptime
        self._terminal = terminal
        self._refused = False
        self._said = ""
        self._seen: Spot | None = None
        self._looks = QTimer(self, interval=LOOK_MS)
        self._looks.timeout.connect(self.look)
        self._looks.start()
        self._waits = QTimer(self, interval=PATIENCE_MS, singleShot=True)
        self._waits.timeout.connect(self._not_led_on)
        self._left = QTimer(self, interval=LEFT_MS, singleShot=True)
        self._left.timeout.connect(self.leave)
        self._left.start()
        navigation.moved.connect(self._moved)
        self._terminal.window().installEventFilter(self)

    # What whoever learns does.

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A touch that would lead off the way is not passed on, but where one tries alone; the panel's are."""
        kind = event.type()
        if kind in BEGINS or kind == QEvent.Type.KeyPress:
            self._left.start()
        if kind in BEGINS and isinstance(event, QPointerEvent):
            self._refused = self._refuses(event.points()[0].scenePosition())
            if not self._refused:
                self._look_anew()
        refused = self._refused and isinstance(event, QPointerEvent)
        if kind in ENDS:
            self._refused = False
        return refused

    def _refuses(self, at: QPointF) -> bool:
        state, place = self.state, self._terminal.mapFromScene(at)
        self.touchedAt.emit(place)
        if state.lesson is None or state.over:
            return False
        spot = next((one for one in reversed(Scene(self._terminal).spots) if one.box.contains(place)), None)
        if spot is None or is_aside(spot.name):
            return False
        after = state.lesson.touched(spot.name)
        wrong = after.errors > state.lesson.errors
        self._become(replace(state, lesson=after, wrong=wrong, again=False))
        if after.at > state.lesson.at:
            self._waits.start()
        return wrong and not state.alone

    @Slot()
    def _moved(self) -> None:
        self._waits.stop()
        if self.state.lesson is not None:
            shown = self.state.lesson.shows(self._navigation.screen)
            seconds = round(self._uptime() - self.state.began) if shown.over else 0
            self._become(replace(self.state, lesson=shown, wrong=False, again=False, seconds=seconds))
        self._look_anew()
        QTimer.singleShot(0, self, self.look)

    @Slot()
    def _not_led_on(self) -> None:
        """Something was missing there, as the screen says, or the touch came too soon to count: it is begun anew."""
        lesson = self.state.lesson
        if lesson is None or self.state.over:
            return
        if lesson.move is None:
            self._become(replace(self.state, lesson=lesson.begins_screen_anew(), again=True))
        elif self._waits_for_code(lesson) and self._wanted(lesson.undone(), Scene(self._terminal)):
            self._become(replace(self.state, lesson=lesson.undone(), again=True))

    def _waits_for_code(self, lesson: Lesson) -> bool:
        """Whether a phone is to see a code that is not there."""
        return lesson.asks_phone and not _is_seen(CODE, self._terminal)

    def _look_anew(self) -> None:
        """What was ringed is touched, or moves: nothing is ringed until all has come to rest."""
        self._seen = None
        self._become(replace(self.state, ring=QRectF(), name=""))

    @Slot()
    def look(self) -> None:
        """Where the ring belongs now, once that stays where it is; and say it, if it is something new."""
        state, scene = self.state, Scene(self._terminal)
        spot = self._wanted(state.lesson, scene) if state.lesson is not None and not state.alone else None
        item = scene.item(spot.name) if spot else None
        stays, self._seen = spot is not None and spot == self._seen, spot
        name, ring = (spot.name, spot.box) if spot and stays else ("", QRectF())
        label = _label(item) if item is not None else ""
        scannable = state.lesson is not None and state.lesson.asks_phone and _is_seen(CODE, self._terminal)
        self._become(replace(state, ring=ring, name=name, label=label, code=self._doing.code, scannable=scannable))
        if self.sentence != self._said:
            self._said = self.sentence
            self.hear()

    def _wanted(self, lesson: Lesson, scene: Scene) -> Spot | None:
        """What is to be touched; where that is on another page or below the keyboard, what leads there."""
        move = lesson.move
        if lesson.lost:
            return scene.named("back")
        if move is None or move.kind is Kind.FILL or (move.kind is Kind.PHONE and _is_seen(CODE, self._terminal)):
            return None
        name = move.name or CODE
        wanted = next((spot for spot in scene.spots if fnmatchcase(spot.name, name)), None)
        return wanted or next((spot for way in self._ways(name) if (spot := scene.named(way))), None)

    def _ways(self, name: str) -> tuple[str, ...]:
        """What leads to a control that is on another page or below the keyboard."""
        there = _drawn(name, self._terminal)
        if there is None:
            return (DONE_TYPING,)
        above = there.mapToItem(self._terminal, QPointF(0, 0)).y() < self._terminal.height() / 4
        return ("page.previous", DONE_TYPING, "page.next") if above else ("page.next", DONE_TYPING, "page.previous")

    # What the panel's buttons do.

    @Slot(str)
    def showChannel(self, channel: str) -> None:
        self._become(replace(self.state, channel=channel))

    @Slot(str)
    def begin(self, flow: str) -> None:
        """Learn a flow, from Home."""
        self._start(lesson(flow), alone=False)

    @Slot(bool)
    def again(self, alone: bool) -> None:
        """The same once more; `alone` without help."""
        if self.state.lesson is not None:
            self._start(lesson(self.state.lesson.flow), alone)

    def _start(self, begun: Lesson, alone: bool) -> None:
        self._navigation.home()
        self._become(Teaching(begun.shows("home"), self.state.channel, alone, began=self._uptime()))
        QTimer.singleShot(0, self, self.look)

    @Slot()
    def choose(self) -> None:
        """Back to the list of flows."""
        self._navigation.home()
        self._voice.stop()
        self._become(Teaching(channel=self.state.channel))

    @Slot()
    def leave(self) -> None:
        self._voice.stop()
        self.ended.emit()

    @Slot()
    def help(self) -> None:
        """Do for whoever learns what is somebody's to fill in, or to pay."""
        state = self.state
        move = state.lesson.move if state.lesson else None
        if state.lesson is not None and move is not None and self._doing.does(move, self._navigation.step):
            self._become(replace(state, lesson=state.lesson.done(), wrong=False, again=False))
            QTimer.singleShot(0, self, self.look)

    @Slot()
    def hear(self) -> None:
        """The sentence, once more."""
        text = "。".join(part for part in (self.sentence, self.detail) if part)
        if text and self.language.tag in {CHINESE, "en"}:
            self._voice.speak(aloud(text, self.language.tag), self.language.tag, Pace())


def _label(item: QQuickItem) -> str:
    """What stands on a control, as a screen reader has it, without what is chosen there."""
    return str(item.property("name") or item.property("text") or "").partition("，")[0].partition("\n")[0]


def _is_seen(name: str, item: QQuickItem) -> bool:
    """Whether something of that name can be seen within an item."""
    return is_there(item) and (item.objectName() == name or any(_is_seen(name, child) for child in item.childItems()))


def _drawn(name: str, item: QQuickItem) -> QQuickItem | None:
    """What has such a name within an item, on whichever page it is."""
    if not item.isVisible():
        return None
    if fnmatchcase(item.objectName(), name):
        return item
    return next((found for child in item.childItems() if (found := _drawn(name, child)) is not None), None)
