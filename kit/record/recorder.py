"""Looks on while somebody uses the window, and writes down what they did: real events, and the controls below them."""

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, QTimer, Slot
from PySide6.QtGui import QKeyEvent, QPointerEvent
from PySide6.QtQuick import QQuickItem

from domain.accounts.cards import tidy
from kit.dock import people
from kit.people import staff
from kit.play.playground import FIGURES, Playground
from kit.record.vocabulary import LEVERS, SOURCES, Argument, Known, Note, Whose, Word
from kit.record.writing import NOT_KEPT, source, write
from kit.trace.masks import Masks
from kit.walks.stops import ROW
from ui.speaker import SOMEBODYS
from viewmodels.steps.form import FormViewModel

PRESSES = {QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick, QEvent.Type.TouchBegin}
RELEASES = {QEvent.Type.MouseButtonRelease, QEvent.Type.TouchEnd, QEvent.Type.TouchCancel}
OK, BACK = {Qt.Key.Key_Return, Qt.Key.Key_Enter}, Qt.Key.Key_Escape
DOOR = "staff.door"
"""Held, not tapped."""
STAFF = ("DEMO_NUMBER", "DEMO_PIN", "SECOND_NUMBER", "SECOND_PIN")
CONSTANTS = {
    **{Known(name, staff.__name__): getattr(staff, name) for name in STAFF},
    Known("CARD", people.__name__, '.replace(" ", "")'): tidy(people.CARD),
}
"""What is typed again and again, and is nobody's."""
TYPED = {"typed", "code", "captcha"}
"""Kinds of fields that are; others are picked or ticked."""
CAPTCHA, IN_ROW = "captcha", ".row."
AWAKE_MS = 10_000


class Recorder(QObject):
    """Writes `file` anew after each touch. A touch counts when its control says that it was tapped, and not before."""

    def __init__(self, ground: Playground, file: Path, terminal: dict[str, str]) -> None:
        super().__init__(ground.terminal.window)
        self.notes: list[Note] = [Note(Word.SHOWS, ("home",))]
        self._ground, self._file, self._terminal = ground, file, terminal
        self._demo = ground.demo
        self._today: date = self._demo.world.clock().date()
        self._masks = Masks(self._demo.people)
        self._ears: list[_Ear] = []
        self._form: FormViewModel | None = None
        self._before: Mapping[str, str] = {}
        self._fields: dict[str, bool] = {}
        self._lying = self._held = ""
        self._navigation = ground.terminal.shell.navigation
        self._navigation.moved.connect(self._move)
        ground.kiosk.window.installEventFilter(self)
        awake = QTimer(self, interval=AWAKE_MS)
        # Who records may think as long as they like: nobody would wait for that when it is played.
        awake.timeout.connect(ground.terminal.shell.touched)
        awake.start()
        self._begin_anew()
        self._write()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Nothing is taken from who uses the window."""
        kind = event.type()
        if kind in PRESSES and isinstance(event, QPointerEvent):
            self._press(event.points()[0].scenePosition())
        elif kind in RELEASES:
            self._held = ""
            QTimer.singleShot(0, self, self._write)
        elif kind == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            self._key(Qt.Key(event.key()))
        return False

    def end(self) -> None:
        """The window goes."""
        self._end_typing()
        self._write()

    def touch(self, name: str) -> None:
        """A control was tapped."""
        kind, _, which = name.rpartition(".")
        match kind:
            case _ if name.startswith(ROW):
                self._note(Note(Word.DOES, (name,)))
            case "dock.person" | "dock.fill":
                self._note(Note(Word.GIVEN, (Whose(int(which)),)))
                self._begin_anew()
            case "dock.card":
                self._lay(name, int(which))
            case _ if name == "dock.sms.fill":
                _forget(self.notes, lambda note: note.word is Word.TOUCH and str(note.about[0]).startswith("send."))
                self._note(Note(Word.SMS))
                self._begin_anew()
            case _ if name == "dock.clock":
                pass  # What is typed there tells.
            case _ if name == "dock.clock.enter":
                self._set_clock()
            case _ if name == "dock.scan":
                self._note(Note(Word.SCANS))
            case _ if name == "dock.confirm":
                self._pay()
            case _ if kind.startswith("dock.lever."):
                lever = kind.removeprefix("dock.lever.")
                self._note(LEVERS.get((lever, which), Note(Word.TOUCH, (name,))))
            case _:
                self._type(which if kind == "field" else "")
                # A row may be called by a number that is somebody's.
                self._note(Note(Word.TOUCH, (name if self._masks.text(name) == name else NOT_KEPT,)))

    def _press(self, at: QPointF) -> None:
        kiosk = self._ground.kiosk
        named = [item for item in kiosk.below(kiosk.window.contentItem()) if item.objectName()]
        below = [item for item in named if _holds(item, at)]
        self._held = DOOR if any(item.objectName() == DOOR for item in below) else ""
        controls = [item for item in below if item.property("types") is not None]
        if any(item.property("types") for item in controls):
            self._type(self._active)
        else:
            self._end_typing()
            self._listen([(item, _called(item, named)) for item in controls])

    def _key(self, key: Qt.Key) -> None:
        """OK taps what is in focus, Back what leads back; others type, or move the focus. On the dock they say when."""
        if self._ground.terminal.window.inputs.typed_beside:
            if key in OK:
                QTimer.singleShot(0, self, self._set_clock)
            return
        focus = self._ground.terminal.window.inputs.focus
        name = focus.at if key in OK else "back" if key == BACK else ""
        item = focus.rest().item(name) if name else None
        if item is not None and not item.property("types"):
            self._end_typing()
            self._listen([(item, name)])
        else:
            self._type(self._active)
            QTimer.singleShot(0, self, self._write)

    @Slot()
    def _set_clock(self) -> None:
        """A time was typed on the dock, if it was one."""
        time = self._demo.world.position("clock")
        if ":" in time:
            self._note(Note(Word.CLOCK, (time,)))

    def _listen(self, controls: list[tuple[QQuickItem, str]]) -> None:
        """Those that lie at this place: the one that is tapped says so."""
        for ear in self._ears:
            ear.deleteLater()
        self._ears = [_Ear(item, name, self) for item, name in controls]

    @property
    def _active(self) -> str:
        """The field that is typed into."""
        return self._form.state.active if self._form is not None else ""

    def _begin_anew(self) -> None:
        """What stands in the fields now was not typed."""
        form = self._navigation.step
        self._form = form if isinstance(form, FormViewModel) else None
        self._before = dict(self._form.state.answers) if self._form is not None else {}
        rows = self._form.fields if self._form is not None else ()
        self._fields = {row["key"]: False for row in rows if row["kind"] in TYPED}

    def _end_typing(self) -> None:
        """All that was typed is known once something else is done."""
        self.notes = self._all()
        self._before = dict(self._form.state.answers) if self._form is not None else {}

    def _type(self, field: str) -> None:
        """From now on what stands there was typed: a form fills in some by itself."""
        if field in self._fields:
            self._fields[field] = True

    def _all(self) -> list[Note]:
        """With what is typed, as far as it is. What a card says is not typed."""
        notes = [*self.notes]
        if self._form is None or self._lying:
            return notes
        for field in (name for name, typed in self._fields.items() if typed):
            was, text = self._before.get(field, ""), self._form.state.answers.get(field, "")
            if text != was:
                self._add_typed(notes, field, text, text.removeprefix(was))
        return notes

    def _add_typed(self, notes: list[Note], field: str, text: str, typed: str) -> None:
        """The field is touched by the same word; and the message is asked for by that which types it."""
        _forget(notes, lambda note: note == Note(Word.TOUCH, (f"field.{field}",)))
        if text == self._demo.sms.last:
            _forget(notes, lambda note: note.word is Word.TOUCH and str(note.about[0]).startswith("send."))
            notes.append(Note(Word.SMS))
        elif field == CAPTCHA and text == FIGURES:
            notes.append(Note(Word.DOES, (CAPTCHA,)))
        else:
            notes.append(Note(Word.TYPES, (f"field.{field}", self._whose(field, typed))))

    def _whose(self, field: str, text: str) -> Argument:
        """What is somebody's is said by whose it is, or not at all."""
        for at, person in enumerate(self._demo.people):
            for what in ("number", "name", "phone"):
                if text == getattr(person, what):
                    return Whose(at, what)
        for known, value in CONSTANTS.items():
            if text == value:
                return known
        return NOT_KEPT if field in SOMEBODYS or self._masks.text(text) != text else text

    def _lay(self, card: str, person: int) -> None:
        """Down, and later away: one line says both."""
        self._begin_anew()
        self._lying = "" if card == self._lying else card
        if self._lying:
            self._note(Note(Word.CARD, (Whose(person),)))

    def _pay(self) -> None:
        """All that was touched on the phone for it is one line."""
        source = "card"
        while self.notes[-1].word is Word.TOUCH and str(self.notes[-1].about[0]).startswith("dock.source."):
            found = str(self.notes.pop().about[0]).rpartition(".")[2]
            source = SOURCES[found] if source == "card" else source
        _forget(self.notes, lambda note: note.word is Word.SCANS)
        self._note(Note(Word.PAYS, (source,)))

    @Slot()
    def _move(self) -> None:
        """Told of amid the tap that leads there: it is written after that."""
        held = self._held
        QTimer.singleShot(0, self, lambda: self._shown(held))

    def _shown(self, held: str) -> None:
        self._end_typing()
        screen = str(self._navigation.screen)
        if held and screen.startswith("staff."):
            self._note(Note(Word.HOLDS, (held, screen)))
        elif self.notes[-1] != (note := Note(Word.SHOWS, (screen,))):
            self._note(note)
        self._begin_anew()

    def _note(self, note: Note) -> None:
        self.notes.append(note)
        self._write()

    def _write(self) -> None:
        write(self._file, source(self._all(), self._demo.people, self._today, self._terminal))


class _Ear(QObject):
    """Hears that a control is tapped, as long as nothing else is touched."""

    def __init__(self, item: QQuickItem, name: str, recorder: Recorder) -> None:
        super().__init__(recorder)
        self._name, self._recorder = name, recorder
        item.tapped.connect(self.hear)  # type: ignore[attr-defined]  # of Touchable.qml

    @Slot()
    def hear(self) -> None:
        self._recorder.touch(self._name)


def _called(item: QQuickItem, there: list[QQuickItem]) -> str:
    """By its name; the button of a first row as a walk says it, for what a row is called may be drawn by lot."""
    name = item.objectName()
    button, row, _ = name.partition(IN_ROW)
    first = next((one.objectName() for one in there if one.objectName().startswith(f"{button}{IN_ROW}")), "")
    return f"{ROW}{button}" if row and name == first else name


def _holds(item: QQuickItem, at: QPointF) -> bool:
    return item.mapRectToScene(item.boundingRect()).contains(at)


def _forget(notes: list[Note], which: Callable[[Note], bool]) -> None:
    """The last line, where another says it as well."""
    if notes and which(notes[-1]):
        notes.pop()
