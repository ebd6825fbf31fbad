"""保存成功！: how much is asked back, where it goes, under which number, what happens now, and where that is seen."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from domain.flows.steps import Saved
from domain.forms.desks import Almanac
from domain.forms.refunds import AMOUNT
from domain.money import yuan
from domain.refunds.application import Application
from domain.refunds.desk import SAVED
from domain.words import Text, Verbatim
from viewmodels.lists import QStringList, QVariantList
from viewmodels.step import StepViewModel
from viewmodels.words import refunds
from viewmodels.words.insured import period_of
from viewmodels.words.language import Language, said, said_each, said_rows
from viewmodels.words.rows import Pair

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class SavedViewModel(StepViewModel):
    """Of a refund application."""

    changed = Signal()

    def __init__(
        self,
        step: Saved,
        application: Application,
        almanac: Almanac,
        language: Language,
        finish: Callable[[str], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(language, parent)
        self._step = step
        self._application = application
        self._almanac = almanac
        self._finish = finish

    @Property(str, notify=changed)
    @said
    def headline(self) -> Text:
        return SAVED

    @Property(str, notify=changed)
    @said
    def sentence(self) -> Text:
        """That no money has moved."""
        return Text("已经提交给后台进行审核，钱还没有退")

    @Property(str, notify=changed)
    @said
    def amountTitle(self) -> Text:
        return AMOUNT.label

    @Property(str, constant=True)
    def amount(self) -> str:
        """In yuan."""
        return yuan(self._application.draft.fen)

    @Property(QVariantList, notify=changed)
    @said_rows
    def rows(self) -> Iterable[object]:
        """`[{key, value}]`: of what, where to, and the number to keep."""
        return (
            Pair(Text("险种"), period_of(self._application.draft.item)),
            Pair(Text("退到"), refunds.destination_told(self._application, self._almanac.banks)),
            Pair(self._step.number, Verbatim(self._application.number)),
        )

    @Property(str, notify=changed)
    @said
    def nextTitle(self) -> Text:
        return Text("接下来")

    @Property(QVariantList, notify=changed)
    @said_rows
    def stations(self) -> Iterable[object]:
        """`[{title, caption, done, now}]`: what has been done, where it is now, and what comes."""
        applied = self._application.applied_at.astimezone(self._almanac.clock().tzinfo)
        return refunds.stations(self._application, applied)

    @Property(str, notify=changed)
    @said
    def whereTitle(self) -> Text:
        return Text("到哪里看进度")

    @Property(QStringList, notify=changed)
    @said_each
    def where(self) -> Iterable[Text]:
        """Where one sees how it stands, here and on the phone; and what to take along."""
        return (*refunds.WHERE, Text("可以用手机拍下本页"))

    @Property(str, notify=changed)
    @said
    def submitText(self) -> Text:
        return self._step.submit

    @Slot()
    def submit(self) -> None:
        self._finish("done")
