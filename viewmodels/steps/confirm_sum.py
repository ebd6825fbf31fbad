"""What the chosen tier comes to: the amount, what it is for, and whether its figures are published ones."""

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal
from PySide6.QtQml import QmlElement

from domain.flows.visit import Choice
from domain.money import yuan
from domain.people.insurance import Period
from domain.policy import Tier
from domain.policy.tiers import Tiers
from domain.words import NOTHING, Text
from viewmodels.model import Model, Stateful
from viewmodels.typed import Property
from viewmodels.words import sentences
from viewmodels.words.language import Language, said

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True, slots=True)
class Sum:
    """`tier` is None as long as none is chosen; `uncertain`: its figures are not published ones."""

    tier: Tier | None = None
    period: Period | None = None
    uncertain: bool = False


def sum_of(choice: Choice, tiers: Tiers | None) -> Sum:
    """What is chosen comes to this, by the `tiers` that are offered for it on the hall's day."""
    return Sum(tiers.find(choice.tier) if tiers else None, choice.period, tiers is not None and tiers.uncertain)


@QmlElement
class SumViewModel(Model, Stateful[Sum]):
    changed = Signal()

    def __init__(self, language: Language, parent: QObject | None = None) -> None:
        super().__init__(language, parent)
        self.state = Sum()

    def follow(self, state: Sum) -> None:
        """Something else is chosen."""
        self._become(state)

    @Property(str, notify=changed)
    @said
    def tier(self) -> Text:
        return self.state.tier.label if self.state.tier else NOTHING

    @Property(str, notify=changed)
    @said
    def base(self) -> Text:
        tier = self.state.tier
        return Text("缴费基数 {amount} 元", amount=yuan(tier.base)) if tier and tier.base is not None else NOTHING

    @Property(str, notify=changed)
    @said
    def demo(self) -> Text:
        """A remark where the figures are not published ones, once one of them is shown."""
        return sentences.UNCERTAIN if self.state.tier and self.state.uncertain else NOTHING

    @Property(str, notify=changed)
    @said
    def label(self) -> Text:
        return Text("缴费金额")

    @Property(str, notify=changed)
    def amount(self) -> str:
        """Yuan, without the unit; empty as long as no tier is chosen."""
        return yuan(self.state.tier.fen) if self.state.tier else ""

    @Property(str, notify=changed)
    @said
    def paidFor(self) -> Text:
        """From when it covers, where that depends on today; else for when it is."""
        period, tier = self.state.period, self.state.tier
        if not period:
            return NOTHING
        if tier and tier.cover:
            return tier.cover
        if period.month:
            return Text("{period}，共 1 个月", period=period.label)
        return Text("{period}，按年缴费", period=period.label)
