"""给一家人缴费: everybody who is paid for by one code; each can be removed, and others added."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from domain.flows.steps import Household
from domain.flows.visit import Due, Paying
from domain.forms.desks import PaymentDesk
from domain.identity import masked
from domain.money import total, yuan
from domain.words import NOTHING, Text, Verbatim
from viewmodels.lists import QStringList, QVariantList
from viewmodels.model import Stateful
from viewmodels.step import StepViewModel
from viewmodels.steps.confirming import still_holds
from viewmodels.words import bills
from viewmodels.words.language import Language, said, said_each, said_rows
from viewmodels.words.rows import Member

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True, slots=True)
class State:
    """`changed` is whose amount does not hold any more (the day has turned); None as long as all do."""

    members: tuple[Paying, ...]
    changed: Paying | None = None


@QmlElement
class HouseholdViewModel(StepViewModel, Stateful[State]):
    changed = Signal()

    def __init__(
        self,
        step: Household,
        due: Due,
        desk: PaymentDesk,
        paper: Text,
        language: Language,
        finish: Callable[[str, Paying], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(language, parent)
        self._step = step
        self._due = due
        self._desk = desk
        self._finish = finish
        self._paper = paper
        self.state = State(due.paying.members)

    @property
    def begun(self) -> bool:
        return bool(self.state.members)

    @Property(str, notify=changed)
    @said
    def heading(self) -> Text:
        return Text("给一家人缴费")

    @Property(str, notify=changed)
    @said
    def counted(self) -> Text:
        return Text(
            "已加 {count} 人，最多 {most} 人", count=len(self.state.members), most=self._desk.policy.most_at_once
        )

    @Property(QVariantList, notify=changed)
    @said_rows
    def people(self) -> Iterable[object]:
        """`[{id, name, number, what, amount}]`: who, masked; what for; yuan."""
        return (self._member(str(n), member) for n, member in enumerate(self.state.members))

    @Property(str, notify=changed)
    @said
    def removeText(self) -> Text:
        return Text("移除")

    @Property(str, notify=changed)
    @said
    def addText(self) -> Text:
        return Text("再加一位家人") if self.state.members else Text("加一位家人")

    @Property(bool, notify=changed)
    def addEnabled(self) -> bool:
        return len(self.state.members) < self._desk.policy.most_at_once

    @Property(str, notify=changed)
    @said
    def full(self) -> Text:
        """Why nobody can be added; empty as long as somebody can."""
        if self.addEnabled:
            return NOTHING
        return Text("一次最多 {most} 人，已经加满。其他家人请付完这次再缴。", most=self._desk.policy.most_at_once)

    @Property(str, notify=changed)
    @said
    def problem(self) -> Text:
        """Why it does not go on; empty if nothing stands in the way."""
        if not self.state.members:
            return Text("还没有要缴费的人，请先加一位家人。")
        if self.state.changed is None:
            return NOTHING
        return Text("{name}的应缴金额有变，请先移除，再重新加上。", name=self._due.now(self.state.changed).insured.name)

    @Property(str, notify=changed)
    @said
    def done(self) -> Text:
        """What has become of a payment that was called off; empty if none was."""
        return self._due.paying.remark

    @Property(str, notify=changed)
    @said
    def paper(self) -> Text:
        """That there will be no paper; empty if there may be some."""
        return self._paper

    @Property(str, notify=changed)
    @said
    def amountLabel(self) -> Text:
        return Text("合计 {count} 人", count=len(self.state.members))

    @Property(str, notify=changed)
    @said
    def amountCaption(self) -> Text:
        return Text("一个码，一次付清")

    @Property(str, notify=changed)
    def amount(self) -> str:
        return yuan(total(tuple(bill.fen for member in self.state.members for bill in member.bills)))

    @Property(QStringList, notify=changed)
    @said_each
    def notes(self) -> Iterable[Text]:
        """What happens if one of the bills fails."""
        return self._step.notes

    @Property(str, notify=changed)
    @said
    def nextText(self) -> Text:
        return self._step.submit

    @Property(bool, notify=changed)
    def ready(self) -> bool:
        return bool(self.state.members)

    @Slot(str)
    def remove(self, id: str) -> None:
        kept = tuple(member for n, member in enumerate(self.state.members) if str(n) != id)
        self._become(State(kept))

    @Slot()
    def add(self) -> None:
        """Another one says who they are, if there is room."""
        if self.addEnabled:
            self._finish("add", self._given())

    @Slot()
    def next(self) -> None:
        """On to the code, if all that was confirmed still holds."""
        members = self.state.members
        changed = next((one for one in members if not still_holds(self._due.now(one), self._desk)), None)
        if changed is not None:
            self._become(replace(self.state, changed=changed))
        elif members:
            self._finish("next", self._given())

    def _given(self) -> Paying:
        return Paying(self._due.paying.scheme, household=self.state.members)

    def _member(self, id: str, member: Paying) -> Member:
        who = self._due.now(member).insured
        amount = yuan(total(tuple(bill.fen for bill in member.bills)))
        return Member(id, Verbatim(who.name), Verbatim(masked(who.number)), bills.due(member.bills), amount)
