"""Reading instead of typing, on a form that asks who one is or for a paper's number: what to do, and what was read."""

from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement

from domain.flows.steps import Form
from domain.forms import read
from domain.forms.fields import Answers
from domain.forms.read import Filled, Refused, Wanted
from domain.readers.reader import Readers
from domain.words import NOTHING, Text
from viewmodels.model import Model, Stateful
from viewmodels.steps.form_filling import FormFilling
from viewmodels.typed import Property
from viewmodels.words import reading as words
from viewmodels.words.language import Language, said

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1

LOOK_MS = 150


@dataclass(frozen=True, slots=True)
class State:
    """`filled` is what was read last, `refused` why nothing of it was filled in. `off`: no reader answers."""

    filled: Filled | None = None
    refused: Refused | None = None
    off: bool = False


@QmlElement
class ReadViewModel(Model, Stateful[State]):
    """Asks the readers again and again, as long as its form is there."""

    changed = Signal()

    def __init__(
        self,
        step: Form[Any, Any],
        filling: FormFilling,
        readers: Readers,
        language: Language,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(language, parent)
        self._fields, self._filling, self._readers = step.fields, filling, readers
        self._wanted = read.wanted(step.fields)
        self._place = {Wanted.CARD: readers.cards, Wanted.CODE: readers.codes}.get(self._wanted)
        self.state = State()
        filling.changed.connect(self.changed)
        if self._place is not None:
            self._looking = QTimer(self, interval=LOOK_MS)
            self._looking.timeout.connect(self.look)
            self._looking.start()
            self.look()

    @Slot()
    def look(self) -> None:
        """Whether something has been read."""
        self._become(replace(self.state, off=not self._readers.ready(cards=self._wanted is Wanted.CARD)))
        reading = self._readers.readings.take(self)
        if reading is None or self._filling.state.busy or self._filling.state.reviewing:
            return
        match read.filled(self._fields, reading, self._filling.given):
            case Filled(answers, missing) as filled:
                self._become(State(filled))
                self._filling.fill(answers, missing)
            case Refused() as refused:
                self._become(State(refused=refused))

    @Property(str, notify=changed)
    def wanted(self) -> str:
        """`card`, `code`; empty where there is nothing to read it with."""
        return self._wanted if self._place is not None else ""

    @Property(str, notify=changed)
    def outcome(self) -> str:
        """`read`, `refused`, `off`; empty while it is waited for."""
        if self._stands():
            return "read"
        return "refused" if self.state.refused else "off" if self.state.off else ""

    @Property(str, notify=changed)
    @said
    def heading(self) -> Text:
        if self._place is None:
            return NOTHING
        if self.state.filled and self._stands():
            return words.heading_read(self._wanted, self.state.filled.missing)
        if self.state.refused:
            return self.state.refused.what
        return words.OFF[self._wanted] if self.state.off else words.HEADINGS[self._wanted]

    @Property(str, notify=changed)
    @said
    def caption(self) -> Text:
        if self._stands():
            return words.TAKE[self._wanted]
        if self.state.refused:
            return self.state.refused.to_do
        return words.TYPE if self.state.off and self._place else words.place(self._wanted, self._place)

    def _stands(self) -> bool:
        """Whether what was read is what the form holds: typed over, it is not what was read any more."""
        read_in: Answers = self.state.filled.answers if self.state.filled else {}
        held = self._filling.state.answers
        return bool(read_in) and all(held.get(key, "") == text for key, text in read_in.items() if text)
