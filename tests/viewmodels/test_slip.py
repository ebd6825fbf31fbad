"""打印凭条 without screens: what is printed where, what is said meanwhile, and that nothing is lost when it fails."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from typing import Any

import pytest

from adapters.assets.words import catalogues
from domain.desk.day_end import Slips
from domain.flows.visit import Identity, Visit
from domain.payment import events
from domain.payment.states import OrderState
from domain.printing.press import SHEET, SILENT_FOR
from domain.printing.printer import Condition
from kit.simulators.printers import PrinterTrouble
from storage.errors import StoreUnavailable
from tests.certificates.room import PAGE_S, PrintRoom, Templates
from tests.desk import days_of
from tests.documents.paper import pages
from tests.payment.hall import ASSETS, Hall
from tests.payment.script import ScriptedNetwork
from tests.viewmodels.test_result import PAID, REFUSED, lived, visit_of
from tests.viewmodels.visits import known
from viewmodels.parts import Parts
from viewmodels.steps.records import RecordsViewModel
from viewmodels.steps.result import ResultViewModel
from viewmodels.steps.slip import SlipViewModel
from viewmodels.words.language import Language
from viewmodels.words.print_phases import Phase

Until = Callable[[Callable[[], bool]], None]
Show = Callable[..., Any]
WHOSE = "缴费人张**证件号码520***********0119险种灵活就业养老保险"
POSTED = (PAID, events.Posted("520000000000000999"))


@pytest.fixture
def result(hall: Hall, network: ScriptedNetwork, show: Show, until: Until) -> Iterator[Callable[..., ResultViewModel]]:
    """The result of an order that has lived so; of the terminal as it is, or of others' `parts`."""
    made: list[ResultViewModel] = []

    def of(*life: events.OrderEvent, **others: Parts) -> ResultViewModel:
        made.append(show("wechat.result", visit_of(hall, lived(hall, network, *life)), *others.values()))
        until(lambda: bool(made[-1].property("outcome")))
        return made[-1]

    yield of
    for one in made:
        one.deleteLater()


def printed(slip: SlipViewModel, room: PrintRoom, until: Until, printer: str = "roll") -> str:
    """What is on the paper that comes out."""
    before = len(room.papers(printer))
    slip.print(printer)
    until(lambda: slip.job.state.phase is Phase.PRINTING)
    room.pass_by(PAGE_S)
    slip.job.follow()
    until(lambda: slip.job.state.phase is Phase.PRINTED)
    (page,) = pages(room.papers(printer)[before])
    return page


def buttons(slip: SlipViewModel) -> list[str]:
    return [row["title"] for row in slip.property("printers")]


def test_never_by_itself_and_on_either_printer(
    result: Callable[..., ResultViewModel], room: PrintRoom, until: Until
) -> None:
    slip = result(*POSTED).slip
    assert room.papers("a4") == room.papers("roll") == []
    assert (slip.property("title"), slip.property("says"), buttons(slip)) == (
        "打印凭条",
        "",
        ["A4 打印机", "蓝牙打印机"],
    )
    page = printed(slip, room, until, "a4")
    assert page.startswith(f"缴费凭条支付成功，已记入您的缴费记录金额￥878.94{WHOSE}")
    for line in ("渠道微信", "流水号", "凭证号码520000000000000999", "支付时间2026-", "2-5个工作日", "12366"):
        assert line in page
    assert "张建国" not in page and "补打" not in page
    assert (slip.property("kind"), slip.property("says")) == ("good", "已打印，请取走")


def test_where_it_cannot_be_counted_it_is_not_printed_and_an_end_is_written_down_later(
    result: Callable[..., ResultViewModel],
    hall: Hall,
    room: PrintRoom,
    until: Until,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def full() -> None:
        raise StoreUnavailable("full")

    slip, today = result(*POSTED).slip, partial(days_of(hall).of, hall.now.date())
    with monkeypatch.context() as broken:
        broken.setattr(hall.store.sessions, "writing", full)
        slip.print("roll")
        until(lambda: slip.job.state.phase is Phase.UNSET)
        assert slip.property("says") == "凭条暂时打印不了，可以用手机拍下本页。办理结果不受影响"
        broken.undo()
        slip.print("roll")
        until(lambda: slip.job.state.phase is Phase.PRINTING)
        broken.setattr(hall.store.sessions, "writing", full)
        slip.stop()
        until(lambda: slip.job.state.phase is Phase.PRINTING)
    assert today().slips == Slips(unsure=1)
    room.pass_by(PAGE_S)
    slip.job.follow()
    until(lambda: slip.job.state.phase is Phase.PRINTED)
    assert today().slips == Slips(out=1)


def test_the_second_of_the_same_is_marked(
    result: Callable[..., ResultViewModel], room: PrintRoom, until: Until
) -> None:
    slip = result(*POSTED).slip
    printed(slip, room, until)
    assert slip.property("title") == "补打凭条"
    assert "补打" in printed(slip, room, until)


@pytest.mark.parametrize(
    ("life", "state"),
    [
        ((PAID,), "已付款，系统会继续记入缴费记录，请勿重复付款"),
        (REFUSED, "已付款，缴费未成功，银行将在2-5个工作日原路退回"),
    ],
)
def test_it_says_no_better_than_it_is(
    result: Callable[..., ResultViewModel],
    room: PrintRoom,
    until: Until,
    life: tuple[events.OrderEvent, ...],
    state: str,
) -> None:
    page = printed(result(*life).slip, room, until)
    assert page.startswith(f"缴费凭条{state}金额￥878.94")
    assert "凭证号码" not in page


def test_a_printer_that_cannot_says_why_and_nothing_is_lost(
    result: Callable[..., ResultViewModel], hall: Hall, room: PrintRoom, until: Until
) -> None:
    slip = result(*POSTED).slip
    room.pull(PrinterTrouble.NO_PAPER)
    slip.print("a4")
    until(lambda: slip.job.state.phase is Phase.FAILED)
    assert slip.property("says") == "凭条没有打印：缺纸，请叫工作人员加纸。办理结果不受影响"
    assert slip.property("title") == "打印凭条"
    (order,) = hall.store.orders.all()
    assert order.state is OrderState.POSTED
    assert "补打" not in printed(slip, room, until)


def test_what_stops_amid_a_slip_is_told_and_can_be_called_off(
    result: Callable[..., ResultViewModel], room: PrintRoom, until: Until
) -> None:
    slip = result(*POSTED).slip
    slip.print("a4")
    slip.print("a4")
    assert slip.property("busy") and buttons(slip) == []
    until(lambda: slip.job.state.phase is Phase.PRINTING)
    room.pull(PrinterTrouble.COVER_OPEN)
    slip.job.follow()
    until(lambda: slip.job.state.condition is Condition.COVER_OPEN)
    assert slip.property("says") == "打印停住了：盖子没有关好，请叫工作人员关好打印机的盖子"
    assert (slip.property("kind"), slip.property("stopText")) == ("unknown", "停止打印")
    slip.stop()
    until(lambda: slip.job.state.phase is Phase.FAILED)
    assert not slip.property("busy") and room.papers() == []
    assert slip.property("title") == "补打凭条"


def test_a_printer_that_never_answers_is_not_waited_for(
    result: Callable[..., ResultViewModel], room: PrintRoom, until: Until
) -> None:
    slip = result(*POSTED).slip
    slip.print("a4")
    until(lambda: slip.job.state.phase is Phase.PRINTING)
    room.pull(PrinterTrouble.SILENT)

    def is_lost() -> bool:
        room.pass_by(SILENT_FOR + SHEET)
        slip.job.follow()
        return slip.job.state.phase is Phase.LOST

    until(is_lost)
    assert slip.property("says") == "打印机没有回话，请看出纸口。办理结果不受影响"


def test_a_slip_that_cannot_be_set_says_so(
    result: Callable[..., ResultViewModel], room: PrintRoom, templates: Templates, until: Until
) -> None:
    slip = result(*POSTED).slip
    (templates.folder / "record.typ").write_text('#panic("spoilt")', "utf-8")
    slip.print("roll")
    until(lambda: slip.job.state.phase is Phase.UNSET)
    assert slip.property("says") == "凭条暂时打印不了，可以用手机拍下本页。办理结果不受影响"
    templates.mend()
    printed(slip, room, until)


def test_who_reads_english_has_it_below_the_chinese(
    result: Callable[..., ResultViewModel], parts: Parts, room: PrintRoom, until: Until
) -> None:
    language = Language(catalogues(ASSETS / "words"))
    language.choose("en")
    slip = result(*POSTED, others=replace(parts, language=language)).slip
    page = printed(slip, room, until)
    assert page.startswith("缴费凭条Paymentslip支付成功，已记入您的缴费记录")
    assert "险种Insurance灵活就业养老保险Flexibleworkers:Pension" in page


def test_a_slip_of_the_records_is_marked(hall: Hall, show: Show, room: PrintRoom, until: Until) -> None:
    zhang = known(hall, "张建国")
    records: RecordsViewModel = show("tax_app.payment_records", Visit("tax_app", who=Identity(zhang, logged_in=True)))
    until(lambda: bool(records.property("rows")))
    assert not records.slip.property("shown")
    first = records.property("rows")[0]
    assert [action["label"] for action in first["actions"]] == ["补打凭条"]
    records.reprint(first["id"])
    assert records.slip.property("shown") and records.slip.property("title") == "补打凭条"
    assert [row["title"] for row in records.property("rows")] == [first["title"]]
    page = printed(records.slip, room, until)
    assert page.startswith(f"缴费凭条补打已缴费金额￥878.94{WHOSE}")
    records.done()
    assert len(records.property("rows")) == 4 and not records.slip.property("shown")
    assert not records.uncover()
    records.deleteLater()


def test_a_record_is_not_left_while_its_slip_is_printed(hall: Hall, show: Show, room: PrintRoom, until: Until) -> None:
    zhang = known(hall, "张建国")
    records: RecordsViewModel = show("tax_app.payment_records", Visit("tax_app", who=Identity(zhang, logged_in=True)))
    until(lambda: bool(records.property("rows")))
    records.reprint("1")
    records.slip.print("roll")
    assert records.uncover() and len(records.property("rows")) == 1
    until(lambda: records.slip.job.state.phase is Phase.PRINTING)
    records.slip.stop()
    until(lambda: records.slip.job.state.phase is Phase.FAILED)
    assert records.uncover() and len(records.property("rows")) == 4
    records.deleteLater()
