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
    """`name` and masked `number` of the visitor.

    `proof` is how it is known that it is they: a name and a number can be somebody else's.
    """

    name: Text = NOTHING
    number: Text = NOTHING
    guidance: Text = NOTHING
    proof: Text = NOTHING


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
        return self.state.proof

    @Property(str, notify=changed)
    @said
    def guidance(self) -> Text:
        return self.state.guidance


def _served(where: Visiting) -> Served:
    from domain.flows.visit import OnDuty
    from viewmodels.words import guidance

    step, visit = where.row.step, where.session.visit
    if isinstance(visit.business, OnDuty):
        return Served(guidance=guidance.sentence(step))
    name, number = guidance.served(step, visit)
    proof = (Text("已登录") if visit.who.logged_in else Text("已核对")) if name else NOTHING
    return Served(name, number, guidance.sentence(step), proof)
