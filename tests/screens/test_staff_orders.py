"""Staff before orders that no machine may decide about; how they end them is walked (`kit.walks.cases`)."""

from datetime import timedelta

import pytest

from domain.payment import events
from domain.payment.order import Order
from domain.payment.states import OrderState
from kit.people.staff import SECOND_NUMBER, SECOND_PIN
from kit.play.playground import Playground
from kit.play.probe import Kiosk
from kit.walks.cases import PROOF
from tests.payment.hall import LI, ZHANG, bill_of, new_order
from tests.screens.test_staff import WRONG_PIN, enters, says
from viewmodels.steps.form import FormViewModel

HAPPENED = "有没有付款，一直没有答复"


def unanswered(ground: Playground, who: str, days: int) -> Order:
    """An order of so many days ago whose network never said what became of it, and does not now."""
    ground.kiosk.touch("dock.lever.network.down")
    desk, book = ground.backend.parts.desk, ground.backend.parts.till.cashier.book
    known = next(one for one in (ZHANG, LI) if one.name == who)
    person = desk.identity.tax.find_person(known.kind, known.number, known.name)
    assert person is not None
    then = desk.claims.almanac.clock() - timedelta(days=days)
    order = new_order(f"GZT0001{then:%Y%m%d%H%M%S}{person.id:08d}", bill_of(person.id), at=then)
    book.add(order)
    for event in (events.Expired(then), events.GivenUp()):
        order = book.move(order, event, then)
    return order


def test_the_oldest_is_open_and_the_others_are_rows(ground: Playground) -> None:
    kiosk = ground.kiosk
    new, old = unanswered(ground, "张建国", 1), unanswered(ground, "李桂兰", 3)
    enters(ground)
    kiosk.shows("staff.orders")
    kiosk.find(f"ask.row.{old.number}")
    assert {HAPPENED, "李**", "878.94"} <= set(kiosk.texts())
    says(kiosk, "起，已 3 天")
    assert not any(old.number in text or "李桂兰" in text for text in kiosk.texts())
    kiosk.touch(f"fold.{new.number}")
    kiosk.find(f"ask.row.{new.number}")
    assert "张**" in kiosk.texts() and kiosk.has(f"fold.{old.number}")
    kiosk.touch("secondary")
    kiosk.shows("staff.bills")
    says(kiosk, "没有等人处理的对账差错")
    kiosk.touch("next")
    kiosk.shows("staff.refunds")


@pytest.mark.parametrize("end", ["sent_back", "posted"])
def test_a_pin_of_the_second_person_is_good_for_one_try_and_not_kept(ground: Playground, end: str) -> None:
    """Whoever is alone with what they typed can change nothing and send it again."""
    kiosk, order = ground.kiosk, unanswered(ground, "张建国", 1)
    enters(ground)
    kiosk.shows("staff.orders")
    opens(kiosk, end, order)
    fills_in(kiosk, WRONG_PIN)
    form = ground.terminal.shell.navigation.step
    assert isinstance(form, FormViewModel)
    kiosk.touch("next")
    says(kiosk, "工号或口令不对")
    assert form.state.answers["second_pin"] == ""
    kiosk.type(SECOND_PIN)
    kiosk.touch("back")
    kiosk.shows("staff.orders")
    opens(kiosk, end, order)
    assert not {"●●●●●●", PROOF} & set(kiosk.texts())


def test_one_that_came_right_meanwhile_is_not_ended_by_hand(ground: Playground) -> None:
    """The network speaks again while the second person is on the way: what it says decides."""
    kiosk, order = ground.kiosk, unanswered(ground, "张建国", 1)
    book = ground.backend.parts.till.cashier.book
    enters(ground)
    kiosk.shows("staff.orders")
    opens(kiosk, "sent_back", order)
    fills_in(kiosk, SECOND_PIN)
    book.move(book.get(order.number), events.Closed(), order.created_at)
    kiosk.touch("next")
    says(kiosk, "这笔付款已经有了结果")
    kiosk.touch("back")
    kiosk.shows("staff.orders")
    says(kiosk, "没有等人处理的付款")
    assert book.get(order.number).state is OrderState.CLOSED


def opens(kiosk: Kiosk, end: str, order: Order) -> None:
    """By its box, which says what it means, to the form."""
    kiosk.touch(f"{end}.row.{order.number}")
    assert "878.94" in kiosk.text("text.deed")
    kiosk.touch("next")
    kiosk.shows(f"staff.{end}")


def fills_in(kiosk: Kiosk, pin: str) -> None:
    kiosk.touch("field.proof")
    kiosk.type(PROOF)
    kiosk.touch("key.next")
    kiosk.write("付款人来大厅要求")
    kiosk.touch("board.done")
    kiosk.type(SECOND_NUMBER)
    kiosk.touch("key.next")
    kiosk.type(pin)
