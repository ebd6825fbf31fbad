"""保存成功！: how much is asked back, where it goes, under which number, what happens now, and where that is seen."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from domain.flows.steps import Saved
from domain.forms.desks import Almanac
from domain.forms.refunds import AMOUNT
from domain.money import yuan
from domain.refunds.application import Application
from domain.refunds.desk import SAVED
from domain.words import Text, Verbatim
from viewmodels.lists import QStringList, QVariantList
from viewmodels.parts import PrintShop
from viewmodels.step import StepViewModel
from viewmodels.steps.slip import SlipViewModel
from viewmodels.typed import Property
from viewmodels.words import refunds, slips
from viewmodels.words.insured import period_of
from viewmodels.words.language import Language, said, said_each, said_rows
from viewmodels.words.rows import Pair, Station
from viewmodels.worker import Worker

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1

NOT_YET = Text("已经提交给后台进行审核，钱还没有退")


@QmlElement
class SavedViewModel(StepViewModel):
    """Of a refund application."""

    changed = Signal()

    def __init__(
        self,
        step: Saved,
        application: Application,
        print_shop: PrintShop,
        almanac: Almanac,
        worker: Worker,
        language: Language,
        finish: Callable[[str], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(language, parent)
        self._step = step
        self._application = application
        self._almanac = almanac
        self._finish = finish
        self._slip = SlipViewModel(print_shop, almanac.clock, worker, language, self)
        self._slip.offer(self._told())

    @Property(str, notify=changed)
    @said
    def headline(self) -> Text:
        return SAVED

    @Property(str, notify=changed)
    @said
    def sentence(self) -> Text:
        """That no money has moved."""
        return NOT_YET

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
        return self._rows()

    def _rows(self) -> tuple[Pair, ...]:
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
        return self._stations()

    def _stations(self) -> tuple[Station, ...]:
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
        return refunds.WHERE if self._slip.shown else (*refunds.WHERE, Text("可以用手机拍下本页"))

    @Property(str, notify=changed)
    @said
    def submitText(self) -> Text:
        return self._step.submit

    @Property(SlipViewModel, constant=True)
    def slip(self) -> SlipViewModel:
        return self._slip

    @Slot()
    def submit(self) -> None:
        self._finish("done")

    def _told(self) -> slips.Told:
        """What is taken along of it."""
        draft, applied = self._application.draft, self._application.applied_at
        time = Verbatim(f"{applied.astimezone(self._almanac.clock().tzinfo):%Y-%m-%d %H:%M}")
        state = Text("{headline}{sentence}", headline=SAVED, sentence=NOT_YET)
        _, *ahead = self._stations()
        after = (*(Text("{title}：{what}", title=one.title, what=one.caption) for one in ahead), *refunds.WHERE)
        rows = (*self._rows(), Pair(Text("申请时间"), time))
        return slips.Told(slips.REFUND, state, yuan(draft.fen), rows, after, AMOUNT.label)
