"""Who is served; where that is not said, a sentence of guidance. Neither where steps are counted."""

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal
from PySide6.QtQml import QmlElement

from domain.words import NOTHING, Text
from viewmodels.model import Model, Stateful
from viewmodels.shell.where import Visiting, Where
from viewmodels.typed import Property
from viewmodels.words.language import Language, said

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True, slots=True)
class Served:
    """`name` and masked `number` of the visitor who proved who they are; on a list of the staff's, who is at work."""

    name: Text = NOTHING
    number: Text = NOTHING
    guidance: Text = NOTHING


@QmlElement
class ServedViewModel(Model, Stateful[Served]):
    changed = Signal()

    def __init__(self, language: Language, parent: QObject | None = None) -> None:
        super().__init__(language, parent)
        self.state = Served()

    def follow(self, where: Where) -> None:
        """Another screen is shown."""
        self._become(_served(where) if isinstance(where, Visiting) and not where.position else Served())

    @Property(str, notify=changed)
    @said
    def name(self) -> Text:
        return self.state.name

    @Property(str, notify=changed)
    @said
    def number(self) -> Text:
        return self.state.number

    @Property(str, notify=changed)
    @said
    def proof(self) -> Text:
        """That they have proved it."""
        return Text("已认证") if self.state.name else NOTHING

    @Property(str, notify=changed)
    @said
    def guidance(self) -> Text:
        return self.state.guidance


def _served(where: Visiting) -> Served:
    from domain.flows.steps import Listing
    from domain.flows.visit import OnDuty
    from viewmodels.words import guidance

    step, visit = where.row.step, where.session.visit
    if isinstance(visit.business, OnDuty) and isinstance(step, Listing):
        return Served(Text("工号 {staff}", staff=visit.business.duty.number), NOTHING, guidance.sentence(step))
    name, number = guidance.served(step, visit)
    return Served(name, number, guidance.sentence(step))
