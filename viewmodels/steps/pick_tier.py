"""缴费档次: what each tier costs. Choosing records the choice, whether it is paid or not (guide 一(二))."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from domain.flows.steps import PickTier
from domain.flows.visit import Due, Paying, needed
from domain.forms.desks import PaymentDesk
from domain.money import yuan
from domain.people.insurance import Insurance
from domain.people.person import Bill, TierRecord
from domain.policy import Tier, Tiers
from domain.words import NOTHING, Text
from viewmodels.asking import ask_tax
from viewmodels.lists import QVariantList
from viewmodels.model import Stateful
from viewmodels.step import StepViewModel
from viewmodels.steps.confirming import confirmation_of
from viewmodels.words import sentences
from viewmodels.words.language import Language, said, said_rows
from viewmodels.worker import Worker

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1
CHANGED = Text("缴费标准已经变了，请重新选择缴费档次。")
GONE = Text("这一期现在不能缴费了，请返回重新选择。")


@dataclass(frozen=True, slots=True)
class State:
    chosen: str | None
    problem: Text = NOTHING
    busy: bool = False


@dataclass(frozen=True, slots=True)
class Shown:
    """A tier to choose; amount and base in yuan, without the unit."""

    code: str
    label: Text
    amount: str
    base: str
    note: Text
    chosen: bool


@QmlElement
class PickTierViewModel(StepViewModel, Stateful[State]):
    changed = Signal()

    def __init__(
        self,
        step: PickTier,
        due: Due,
        declares: bool,
        desk: PaymentDesk,
        insurance: Insurance,
        worker: Worker,
        language: Language,
        finish: Callable[[str, Paying], None],
        parent: QObject | None = None,
    ) -> None:
        """`declares`: that is what they came for, and paying is the other way on."""
        super().__init__(language, parent)
        self._due = due
        self._declares = declares
        self._desk = desk
        self._insurance = insurance
        self._worker = worker
        self._finish = finish
        self._step = step
        self._tiers = tiers = self._known()
        only = tiers.tiers[0].code if len(tiers.tiers) == 1 else None
        self.state = State(due.paying.choice.tier or only)

    @Property(str, notify=changed)
    @said
    def heading(self) -> Text:
        scheme = self._due.paying.scheme
        return Text("{scheme} · {insurance}", scheme=scheme.label, insurance=self._insurance.label)

    @Property(str, notify=changed)
    @said
    def standard(self) -> Text:
        return self._tiers.standard

    @Property(str, notify=changed)
    @said
    def demo(self) -> Text:
        return sentences.UNCERTAIN if self._tiers.uncertain else NOTHING

    @Property(str, notify=changed)
    @said
    def amountLabel(self) -> Text:
        """每月缴费 or 每年缴费."""
        return Text("{per}缴费", per=self._tiers.per)

    @Property(str, notify=changed)
    @said
    def baseLabel(self) -> Text:
        return Text("缴费基数")

    @Property(QVariantList, notify=changed)
    @said_rows
    def tiers(self) -> Iterable[object]:
        """Each as `Shown`."""
        return (self._shown(tier) for tier in self._tiers.tiers)

    @Property(str, notify=changed)
    @said
    def chosen(self) -> Text:
        tier = self._tiers.find(self.state.chosen)
        if tier:
            return Text("您选了 {tier}", tier=tier.label)
        return Text("请选择{label}", label=sentences.tier_in(self._due.channel))

    @Property(str, notify=changed)
    @said
    def chosenNote(self) -> Text:
        tier = self._tiers.find(self.state.chosen)
        if tier is None:
            return NOTHING
        base = NOTHING if tier.base is None else Text("缴费基数 {amount} 元", amount=yuan(tier.base))
        return tier.cover or tier.note or base

    @Property(str, notify=changed)
    @said
    def per(self) -> Text:
        return self._tiers.per

    @Property(str, notify=changed)
    def amount(self) -> str:
        tier = self._tiers.find(self.state.chosen)
        return yuan(tier.fen) if tier else ""

    @Property(str, notify=changed)
    @said
    def problem(self) -> Text:
        return self.state.problem

    @Property(bool, notify=changed)
    def ready(self) -> bool:
        return self.state.chosen is not None and not self.state.busy

    @Property(str, notify=changed)
    @said
    def submitText(self) -> Text:
        return self._step.submit

    @Slot(str)
    def choose(self, code: str) -> None:
        if not self.state.busy:
            self._become(State(code))

    @Property(str, notify=changed)
    @said
    def stopText(self) -> Text:
        """The way out for who only declares; empty where the screen has none."""
        return self._step.stop

    @Property(bool, notify=changed)
    def stops(self) -> bool:
        """Whether the way out is what was asked for."""
        return self._declares and bool(self._step.stop)

    @Property(str, notify=changed)
    @said
    def advice(self) -> Text:
        """What the two buttons do, where there are two."""
        step = self._step
        if not step.stop:
            return NOTHING
        return Text("点【{stop}】只记录，暂不缴费；点【{submit}】继续缴费", stop=step.stop, submit=step.submit)

    @Slot()
    def submit(self) -> None:
        """Record the choice with the tax system, then go on with it."""
        self._record("picked")

    @Slot()
    def stop(self) -> None:
        """Record the choice with the tax system, and no more."""
        self._record("stop")

    def _record(self, outcome: str) -> None:
        tier = self._tiers.find(self.state.chosen)
        if tier is None or self.state.busy:
            return
        if self._desk.closed(self._due.channel):
            self._finish(outcome, self._due.paying)  # To where it says so.
            return
        choice = replace(self._due.paying.choice, tier=tier.code, recorded=True)
        bills = confirmation_of(self._due, self._desk).bills(choice)
        if not bills or self._known() != self._tiers:
            self._tiers = self._known()
            self._become(State(None, CHANGED if self._tiers.tiers else GONE))
            return
        self._become(replace(self.state, busy=True, problem=NOTHING))
        ask_tax(
            self._worker,
            self,
            lambda: self._declare(bills),
            lambda _: self._finish(outcome, self._due.paying.chosen(choice, bills)),
            lambda: self._become(replace(self.state, busy=False, problem=sentences.TAX_UNREACHABLE)),
        )

    def _known(self) -> Tiers:
        """The tiers as they are now."""
        tiers = confirmation_of(self._due, self._desk).tiers(self._due.paying.choice)
        return needed(tiers, "what has tiers")

    def _declare(self, bills: tuple[Bill, ...]) -> None:
        """On a worker: record the choice for each period."""
        now = self._desk.almanac.clock()
        for bill in bills:
            self._desk.tax.declare(TierRecord.of(bill, self._due.channel, now))

    def _shown(self, tier: Tier) -> Shown:
        base = yuan(tier.base) if tier.base is not None else ""
        return Shown(tier.code, tier.label, yuan(tier.fen), base, tier.note, tier.code == self.state.chosen)
