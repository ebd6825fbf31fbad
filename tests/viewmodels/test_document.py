"""A certificate's paper without screens: shown, printed, broken off, printed again, and what is said meanwhile."""

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QCoreApplication, QEvent

from adapters.printing.watch import PrinterWatch
from domain.certificates.book import PrintEnd
from domain.certificates.certificate import CertificateKind
from domain.flows.channels.wechat.table import TABLE as WECHAT
from domain.flows.steps import Document
from domain.flows.visit import Certifying
from domain.forms.certificates import REFUNDED
from domain.printing.press import SHEET, SILENT_FOR, STOPPED_FOR
from domain.printing.printer import Condition
from domain.refunds.application import Application
from kit.simulators.printers import PrinterTrouble
from tests.certificates.room import PAGE_S, PrintRoom, Templates, attempts
from tests.desk import office_at
from tests.documents.paper import pages
from tests.payment.hall import ZHANG, Hall
from tests.refunds.bench import draft_of
from tests.viewmodels.conftest import Ended
from tests.viewmodels.visits import looks_at
from viewmodels.making import lists
from viewmodels.parts import Parts
from viewmodels.steps.document import DocumentViewModel
from viewmodels.steps.printing import AGAIN
from viewmodels.words.print_phases import Phase

Until = Callable[[Callable[[], bool]], None]
Open = Callable[[], DocumentViewModel]
PRINTED, FAILED, UNKNOWN = PrintEnd.PRINTED, PrintEnd.FAILED, PrintEnd.UNKNOWN
NONE, NO_PAPER, JAM = PrinterTrouble.NONE, PrinterTrouble.NO_PAPER, PrinterTrouble.JAM


def delete(step: DocumentViewModel) -> None:
    step.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture
def number(hall: Hall, parts: Parts) -> str:
    counter = parts.desk.certificates.counter
    zhang = parts.desk.payments.tax.find_person(ZHANG.kind, ZHANG.number, ZHANG.name)
    assert zhang is not None
    return counter.book.issue(counter.draft(CertificateKind.PAYMENT, zhang, counter.lines(zhang), "2026年")).number


@pytest.fixture
def opened(parts: Parts, number: str, ended: Ended) -> Iterator[Open]:
    """The screen of the document, as it is at its first moment."""
    made: list[DocumentViewModel] = []

    def document() -> DocumentViewModel:
        step = WECHAT.screens["wechat.payment_document"].step
        assert isinstance(step, Document)
        made.append(lists.document(step, looks_at("wechat", number), parts, ended))
        return made[-1]

    yield document
    for step in made:
        delete(step)


@pytest.fixture
def document(opened: Open, until: Until) -> DocumentViewModel:
    """Ready to be printed."""
    step = opened()
    until(lambda: step.state.phase is Phase.READY)
    return step


@pytest.fixture
def printing(document: DocumentViewModel, until: Until) -> DocumentViewModel:
    """On its way, and the printer has been asked once."""
    document.primary()
    until(lambda: document.state.phase is Phase.PRINTING)
    document.printing.follow()
    until(lambda: document.state.run is not None and document.state.run.job.pages == 0)
    return document


def test_what_goes_back_while_its_paper_is_looked_at_is_not_printed(
    hall: Hall, parts: Parts, number: str, document: DocumentViewModel, ended: Ended, until: Until
) -> None:
    desk = parts.desk
    certificate = desk.certificates.counter.book.find(number)
    assert certificate is not None
    made = desk.claims.refunds.apply(draft_of(desk.claims.refunds.refundable(certificate.person)[0], 1))
    assert isinstance(made, Application)
    for step in (office_at(desk).take, office_at(desk).approve):
        step(made.number)
    document.primary()
    until(lambda: document.state.phase is Phase.REFUNDED)
    assert said(document) == ("这张证明不能打印了", f"{REFUNDED}。", "bad")
    assert document.property("primaryText") == "完成" and not document.choice.property("open")
    assert attempts(hall.store, number) == []
    document.primary()
    assert ended.outcome == "done"


@pytest.fixture
def watched(parts: Parts, room: PrintRoom, until: Until) -> Iterator[PrinterWatch]:
    """Somebody looks at the printers now and then."""
    watch = parts.print_shop.news
    assert isinstance(watch, PrinterWatch)
    watch.start()
    until(lambda: len(watch.conditions()) == len(room.printers))
    yield watch
    watch.stop()


def phase(document: DocumentViewModel) -> Phase:
    return document.state.phase


def holds(document: DocumentViewModel) -> bool:
    return document.holds


def said(document: DocumentViewModel) -> tuple[str, str, str]:
    return tuple(str(document.property(name)) for name in ("headline", "sentence", "kind"))  # type: ignore[return-value]


def buttons(document: DocumentViewModel) -> tuple[str, bool, str]:
    primary, secondary = document.property("primaryText"), document.property("secondaryText")
    return str(primary), bool(document.property("primaryEnabled")), str(secondary)


def comes_to(document: DocumentViewModel, until: Until, phase: Phase) -> None:
    """Ask the printer until it is so."""

    def asked() -> bool:
        document.printing.follow()
        return document.state.phase is phase

    until(asked)


def stops(document: DocumentViewModel, until: Until, condition: Condition) -> None:
    """Ask the printer until it says why it stands still."""

    def asked() -> bool:
        document.printing.follow()
        return document.state.condition is condition

    until(asked)


class TestShown:
    def test_first_the_paper_is_made(self, opened: Open, until: Until) -> None:
        document = opened()
        assert phase(document) is Phase.SETTING and not holds(document)
        assert (document.property("serial"), document.property("pageText")) == (0, "")
        assert buttons(document) == ("打印", False, "")
        document.primary()
        until(lambda: document.state.phase is Phase.READY)
        assert document.state.paper and document.state.paper.attempt == 1

    def test_then_it_can_be_looked_at_and_printed(self, document: DocumentViewModel, hall: Hall, number: str) -> None:
        assert (document.property("serial"), document.property("pageText")) == (1, "第 1 页，共 1 页")
        assert buttons(document) == ("打印", True, "")
        assert said(document) == ("", "", "neutral")
        assert document.property("note") == "缴费人可将该证明通过蓝牙打印机等方式进行打印。"
        assert document.property("sampleText") == document.property("sampleRemark") == ""
        assert document.property("tallness") == pytest.approx(297 / 210, abs=0.001)
        picture = document.draw(0, 420, 94, 500)
        assert (picture.width(), picture.height()) == (420, 500)
        assert attempts(hall.store, number) == []

    def test_there_is_one_page_to_turn(self, document: DocumentViewModel) -> None:
        for pages_on in (1, -1, 9):
            document.turn(pages_on)
            assert document.property("page") == 1

    def test_the_printers_to_choose_from(self, document: DocumentViewModel) -> None:
        rows = document.choice.property("printers")
        assert [(r["id"], r["title"], r["caption"], r["chosen"], r["enabled"]) for r in rows] == [
            ("a4", "A4 打印机", "正在检查打印机", True, True),
            ("roll", "蓝牙打印机", "正在检查打印机", False, True),
        ]
        assert document.choice.property("copiesText") == "打印份数"
        assert document.choice.property("copiesRemark") == "每次最多 3 份"
        assert document.choice.property("outOfOrder") == ""

    def test_another_printer_has_another_paper(
        self, document: DocumentViewModel, room: PrintRoom, until: Until
    ) -> None:
        document.choice.choose("roll")
        assert phase(document) is Phase.SETTING and document.property("serial") == 0
        until(lambda: document.state.phase is Phase.READY)
        assert document.property("serial") == 2 and document.property("tallness") > 2
        for other in ("roll", "nobody's"):
            document.choice.choose(other)
            assert phase(document) is Phase.READY and document.state.printer == "roll"
        document.primary()
        until(lambda: document.state.phase is Phase.PRINTING)
        room.pass_by(PAGE_S)
        comes_to(document, until, Phase.PRINTED)
        assert (len(room.papers("roll")), room.papers("a4")) == (1, [])

    def test_who_changes_their_mind_twice_gets_what_they_chose_last(
        self, document: DocumentViewModel, until: Until
    ) -> None:
        for printer in ("roll", "a4", "roll"):
            document.choice.choose(printer)
        until(lambda: document.state.phase is Phase.READY)
        assert document.state.paper and document.state.paper.printer == "roll" == document.state.printer

    def test_without_a_printer_it_can_be_looked_at(self, parts: Parts, number: str, ended: Ended, until: Until) -> None:
        step = WECHAT.screens["wechat.payment_document"].step
        assert isinstance(step, Document)
        bare = replace(parts, print_shop=replace(parts.print_shop, press=replace(parts.print_shop.press, printers={})))
        document = lists.document(step, looks_at("wechat", number), bare, ended)
        until(lambda: document.state.phase is Phase.READY)
        assert document.property("serial") == 1 and buttons(document) == ("打印", False, "")
        assert document.choice.property("outOfOrder") == "本机没有打印机"
        document.primary()
        assert phase(document) is Phase.READY
        delete(document)

    def test_one_may_leave(self, document: DocumentViewModel, ended: Ended, number: str) -> None:
        document.leave("cancelled")
        assert (ended.outcome, ended.visit.own(Certifying).certificate) == ("cancelled", number)


class TestPrinted:
    def test_only_when_the_printer_said_so(
        self, hall: Hall, printing: DocumentViewModel, room: PrintRoom, number: str, ended: Ended, until: Until
    ) -> None:
        assert holds(printing) and buttons(printing) == ("正在打印", False, "停止打印")
        assert said(printing) == ("正在打印", "请在出纸口等候。", "neutral")
        assert attempts(hall.store, number) == [None]
        room.pass_by(PAGE_S)
        comes_to(printing, until, Phase.PRINTED)
        assert not holds(printing) and buttons(printing) == ("完成", True, "再打印一次")
        assert said(printing) == ("打印好了", "请在出纸口取走证明，不要落下。", "good")
        assert attempts(hall.store, number) == [PRINTED] and len(room.papers()) == 1
        printing.primary()
        assert (ended.outcome, ended.visit.own(Certifying).certificate) == ("done", number)

    def test_two_presses_are_one_print(
        self, hall: Hall, document: DocumentViewModel, room: PrintRoom, number: str, until: Until
    ) -> None:
        for _ in range(3):
            document.primary()
        assert holds(document) and said(document)[0] == "正在送到打印机"
        until(lambda: document.state.phase is Phase.PRINTING)
        document.primary()
        room.pass_by(5 * PAGE_S)
        comes_to(document, until, Phase.PRINTED)
        assert attempts(hall.store, number) == [PRINTED] and len(room.papers()) == 1

    def test_once_more_is_a_copy(
        self, hall: Hall, printing: DocumentViewModel, room: PrintRoom, number: str, until: Until
    ) -> None:
        room.pass_by(PAGE_S)
        comes_to(printing, until, Phase.PRINTED)
        printing.secondary()
        until(lambda: printing.state.phase is Phase.READY)
        assert printing.property("serial") == 2 and said(printing)[0] == ""
        printing.primary()
        until(lambda: printing.state.phase is Phase.PRINTING)
        room.pass_by(PAGE_S)
        comes_to(printing, until, Phase.PRINTED)
        first, second = ("".join(pages(pdf)) for pdf in room.papers())
        assert "第1次打印" in first and "副本" not in first
        assert "第2次打印" in second and "副本" in second
        assert attempts(hall.store, number) == [PRINTED, PRINTED]

    def test_copies(self, hall: Hall, document: DocumentViewModel, room: PrintRoom, number: str, until: Until) -> None:
        shown = []
        for more in (-1, 1, 1, 1, 9, -1):
            document.choice.add(more)
            shown.append(document.choice.property("copies"))
        assert shown == [1, 2, 3, 3, 3, 2] and document.choice.property("mostCopies") == 3
        document.primary()
        until(lambda: document.state.phase is Phase.PRINTING)
        document.choice.add(1)
        document.choice.choose("roll")
        assert (document.choice.property("copies"), document.state.printer) == (2, "a4")
        room.pass_by(PAGE_S)
        document.printing.follow()
        until(lambda: said(document)[1] == "已打印 1 页，请在出纸口等候。")
        room.pass_by(PAGE_S)
        comes_to(document, until, Phase.PRINTED)
        assert len(room.papers()) == 2 and attempts(hall.store, number) == [PRINTED]
        document.secondary()
        assert document.choice.property("copies") == 1


class TestBroken:
    @pytest.mark.parametrize(
        ("lever", "reason", "remedy", "condition"),
        [
            (JAM, "卡纸", "请叫工作人员取出卡住的纸", Condition.JAM),
            (PrinterTrouble.MIDWAY, "缺纸", "请叫工作人员加纸", Condition.NO_PAPER),
        ],
    )
    def test_spoilt_midway_it_is_printed_again_from_the_start(
        self,
        hall: Hall,
        printing: DocumentViewModel,
        room: PrintRoom,
        number: str,
        until: Until,
        lever: PrinterTrouble,
        reason: str,
        remedy: str,
        condition: Condition,
    ) -> None:
        room.pull(lever)
        room.pass_by(PAGE_S / 2)
        stops(printing, until, condition)
        assert holds(printing) and said(printing)[0] == f"打印停住了：{reason}" and remedy in said(printing)[1]
        room.pull(NONE)
        comes_to(printing, until, Phase.FAILED)
        assert said(printing) == (f"没有打印完：{reason}", f"{remedy}，再{AGAIN}", "bad")
        assert buttons(printing) == ("重新打印", True, "不打印了")
        assert (attempts(hall.store, number), room.papers()) == ([FAILED], [])
        printing.primary()
        until(lambda: printing.state.phase is Phase.PRINTING)
        room.pass_by(PAGE_S)
        comes_to(printing, until, Phase.PRINTED)
        (paper,) = room.papers()
        assert "第2次打印" in pages(paper)[0] and "副本" in pages(paper)[0]
        assert attempts(hall.store, number) == [FAILED, PRINTED]

    @pytest.mark.parametrize(
        ("lever", "reason", "remedy", "condition"),
        [
            (NO_PAPER, "缺纸", "请叫工作人员加纸", Condition.NO_PAPER),
            (PrinterTrouble.COVER_OPEN, "盖子没有关好", "请叫工作人员关好打印机的盖子", Condition.COVER_OPEN),
            (PrinterTrouble.OFFLINE, "没有连接", "请叫工作人员检查打印机的电源和连线", Condition.OFFLINE),
        ],
    )
    def test_stopped_it_goes_on_when_it_is_mended(
        self,
        hall: Hall,
        printing: DocumentViewModel,
        room: PrintRoom,
        number: str,
        until: Until,
        lever: PrinterTrouble,
        reason: str,
        remedy: str,
        condition: Condition,
    ) -> None:
        room.pull(lever)
        room.pass_by(STOPPED_FOR - 1)
        stops(printing, until, condition)
        assert said(printing) == (f"打印停住了：{reason}", f"{remedy}，修好以后看这里的提示。", "unknown")
        assert buttons(printing) == ("正在打印", False, "停止打印")
        room.pull(NONE)
        room.pass_by(PAGE_S)
        comes_to(printing, until, Phase.PRINTED)
        assert attempts(hall.store, number) == [PRINTED]

    @pytest.mark.parametrize(
        ("lever", "condition", "seconds"),
        [(PrinterTrouble.SILENT, Condition.OK, SILENT_FOR + SHEET), (NO_PAPER, Condition.NO_PAPER, STOPPED_FOR)],
        ids=["says yes and never finishes", "stands still"],
    )
    def test_after_a_while_nobody_knows(
        self,
        hall: Hall,
        printing: DocumentViewModel,
        room: PrintRoom,
        number: str,
        until: Until,
        lever: PrinterTrouble,
        condition: Condition,
        seconds: float,
    ) -> None:
        room.pull(lever)
        stops(printing, until, condition)
        room.pass_by(seconds + 1)
        comes_to(printing, until, Phase.LOST)
        headline, sentence, kind = said(printing)
        assert (headline, kind) == ("打印机没有回话", "unknown") and "请看出纸口" in sentence
        assert buttons(printing) == ("重新打印", True, "不打印了")
        assert attempts(hall.store, number) == [UNKNOWN]
        room.pull(NONE)
        printing.primary()
        until(lambda: printing.state.phase is Phase.PRINTING)
        room.pass_by(PAGE_S)
        comes_to(printing, until, Phase.PRINTED)
        (paper,) = room.papers()
        assert "第2次打印" in pages(paper)[0] and attempts(hall.store, number) == [UNKNOWN, PRINTED]

    def test_one_that_takes_nothing(
        self, hall: Hall, document: DocumentViewModel, room: PrintRoom, number: str, ended: Ended, until: Until
    ) -> None:
        room.pull(NO_PAPER)
        document.primary()
        until(lambda: document.state.phase is Phase.FAILED)
        assert said(document)[0] == "没有打印完：缺纸" and attempts(hall.store, number) == []
        document.secondary()
        assert (ended.outcome, ended.visit.own(Certifying).certificate) == ("done", number)

    def test_on_another_printer_instead(
        self, hall: Hall, printing: DocumentViewModel, room: PrintRoom, number: str, until: Until
    ) -> None:
        """What has failed on one may be printed on the other, as the second print that it is."""
        room.pull(JAM)
        stops(printing, until, Condition.JAM)
        room.pull(NONE)
        comes_to(printing, until, Phase.FAILED)
        room.pull(JAM)
        printing.choice.choose("roll")
        until(lambda: printing.state.phase is Phase.READY)
        printing.primary()
        until(lambda: printing.state.phase is Phase.PRINTING)
        room.pass_by(PAGE_S)
        comes_to(printing, until, Phase.PRINTED)
        (paper,) = room.papers("roll")
        assert "第2次打印" in pages(paper)[0] and attempts(hall.store, number) == [FAILED, PRINTED]

    def test_a_tray_that_takes_no_paper(
        self, hall: Hall, printing: DocumentViewModel, room: PrintRoom, number: str, until: Until
    ) -> None:
        room.tray().parent.mkdir()
        room.tray().touch()
        room.pass_by(PAGE_S)
        comes_to(printing, until, Phase.FAILED)
        assert said(printing)[:2] == ("没有打印完：状态不明", f"请叫工作人员看一下打印机，再{AGAIN}")
        room.tray().unlink()
        printing.primary()
        until(lambda: printing.state.phase is Phase.PRINTING)
        room.pass_by(PAGE_S)
        comes_to(printing, until, Phase.PRINTED)
        assert attempts(hall.store, number) == [FAILED, PRINTED] and len(room.papers()) == 1


class TestWatched:
    def test_a_broken_printer_is_not_the_usual_one(
        self, watched: PrinterWatch, opened: Open, room: PrintRoom, until: Until
    ) -> None:
        room.pull(NO_PAPER)
        watched.look_again()
        until(lambda: watched.conditions()["a4"] is Condition.NO_PAPER)
        document = opened()
        until(lambda: document.state.phase is Phase.READY)
        rows = document.choice.property("printers")
        assert [(r["caption"], r["chosen"], r["enabled"]) for r in rows] == [
            ("缺纸", False, False),
            ("正常", True, True),
        ]
        assert document.choice.property("outOfOrder") == "" and document.property("primaryEnabled")

    def test_nothing_is_sent_to_a_printer_that_is_broken_until_it_is_mended(
        self,
        watched: PrinterWatch,
        hall: Hall,
        printing: DocumentViewModel,
        room: PrintRoom,
        number: str,
        until: Until,
    ) -> None:
        room.pull(JAM)
        stops(printing, until, Condition.JAM)
        room.pull(NONE)
        comes_to(printing, until, Phase.FAILED)
        room.pull(NO_PAPER)
        watched.look_again()
        until(lambda: watched.conditions()["a4"] is Condition.NO_PAPER)
        assert buttons(printing) == ("重新打印", False, "不打印了")
        printing.primary()
        assert phase(printing) is Phase.FAILED
        room.pull(NONE)
        watched.look_again()
        until(lambda: buttons(printing)[1])
        printing.primary()
        until(lambda: printing.state.phase is Phase.PRINTING)
        assert attempts(hall.store, number) == [FAILED, None]


class TestTemplates:
    def test_one_that_fails_keeps_the_number_and_is_tried_again(
        self, hall: Hall, templates: Templates, opened: Open, number: str, until: Until
    ) -> None:
        templates.spoil()
        document = opened()
        until(lambda: document.state.phase is Phase.UNSET)
        assert said(document) == (
            "证明暂时排不出来",
            f"请叫工作人员帮忙。编号 {number} 已经留着，可以再试。",
            "bad",
        )
        assert buttons(document) == ("再试一次", True, "不打印了") and document.property("serial") == 0
        document.primary()
        until(lambda: document.state.phase is Phase.UNSET)
        templates.mend()
        document.primary()
        until(lambda: document.state.phase is Phase.READY)
        assert attempts(hall.store, number) == [] and document.state.paper and document.state.paper.attempt == 1

    def test_one_that_fails_before_the_second_print(
        self, hall: Hall, templates: Templates, printing: DocumentViewModel, room: PrintRoom, number: str, until: Until
    ) -> None:
        room.pull(JAM)
        stops(printing, until, Condition.JAM)
        room.pull(NONE)
        comes_to(printing, until, Phase.FAILED)
        templates.spoil()
        printing.primary()
        until(lambda: printing.state.phase is Phase.UNSET)
        assert number in said(printing)[1] and attempts(hall.store, number) == [FAILED]
        templates.mend()
        printing.primary()
        until(lambda: printing.state.phase is Phase.READY)
        assert printing.state.paper and printing.state.paper.attempt == 2

    def test_who_gives_up_then_has_the_number_still(
        self, hall: Hall, templates: Templates, opened: Open, number: str, ended: Ended, until: Until
    ) -> None:
        templates.spoil()
        document = opened()
        until(lambda: document.state.phase is Phase.UNSET)
        document.secondary()
        assert ended.outcome == "done" and hall.store.certificates.find(number) is not None


class TestLeaving:
    @pytest.mark.parametrize("outcome", ["cancelled", "left"])
    def test_a_job_is_called_off_first(
        self,
        hall: Hall,
        printing: DocumentViewModel,
        room: PrintRoom,
        number: str,
        ended: Ended,
        until: Until,
        outcome: str,
    ) -> None:
        printing.leave(outcome)
        assert ended.outcome is None and holds(printing) and said(printing)[0] == "正在停止打印"
        until(lambda: ended.outcome == outcome)
        room.pass_by(PAGE_S)
        room.printers["a4"].condition()
        assert (room.papers(), attempts(hall.store, number)) == ([], [UNKNOWN])

    def test_who_leaves_twice_goes_where_they_wished_last(
        self, printing: DocumentViewModel, ended: Ended, until: Until
    ) -> None:
        printing.leave("cancelled")
        printing.leave("left")
        until(lambda: ended.outcome is not None)
        assert ended.outcome == "left"

    def test_while_it_is_sent(
        self, hall: Hall, document: DocumentViewModel, room: PrintRoom, number: str, ended: Ended, until: Until
    ) -> None:
        document.primary()
        document.leave("left")
        assert phase(document) is Phase.SENDING and ended.outcome is None
        until(lambda: ended.outcome == "left")
        room.pass_by(PAGE_S)
        room.printers["a4"].condition()
        assert (room.papers(), attempts(hall.store, number)) == ([], [UNKNOWN])

    def test_while_it_is_sent_in_vain(
        self, hall: Hall, document: DocumentViewModel, room: PrintRoom, number: str, ended: Ended, until: Until
    ) -> None:
        room.pull(NO_PAPER)
        document.primary()
        document.leave("left")
        until(lambda: ended.outcome == "left")
        assert attempts(hall.store, number) == []

    def test_what_was_printed_meanwhile_is_printed(
        self, hall: Hall, printing: DocumentViewModel, room: PrintRoom, number: str, ended: Ended, until: Until
    ) -> None:
        room.pass_by(PAGE_S)
        printing.leave("left")
        until(lambda: ended.outcome == "left")
        assert len(room.papers()) == 1 and attempts(hall.store, number) == [PRINTED]

    def test_stopping_it_without_leaving(
        self, hall: Hall, printing: DocumentViewModel, room: PrintRoom, number: str, ended: Ended, until: Until
    ) -> None:
        printing.secondary()
        printing.secondary()
        until(lambda: printing.state.phase is Phase.FAILED)
        assert buttons(printing) == ("重新打印", True, "不打印了") and ended.outcome is None
        assert said(printing)[0] == "没有打印完" and attempts(hall.store, number) == [UNKNOWN]
        printing.primary()
        until(lambda: printing.state.phase is Phase.PRINTING)
        assert attempts(hall.store, number) == [UNKNOWN, None]

    def test_while_the_next_print_is_sent(
        self, hall: Hall, printing: DocumentViewModel, room: PrintRoom, number: str, ended: Ended, until: Until
    ) -> None:
        room.pull(JAM)
        stops(printing, until, Condition.JAM)
        room.pull(NONE)
        comes_to(printing, until, Phase.FAILED)
        printing.primary()
        assert holds(printing)
        printing.leave("left")
        until(lambda: ended.outcome == "left")
        room.pass_by(PAGE_S)
        room.printers["a4"].condition()
        assert (room.papers(), attempts(hall.store, number)) == ([], [FAILED, UNKNOWN])
