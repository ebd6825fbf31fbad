"""The two forms on which two of the staff end an order: what they ask, and what they say where it is not so."""

from datetime import timedelta

import pytest

from domain.flows.staff_orders import POSTED, SENT_BACK, ways
from domain.flows.steps import Form
from domain.flows.visit import NotGiven, OnDuty
from domain.forms import orders, staff
from domain.forms.asking import Done, Onward, Wrong
from domain.payment.office import MOVED_ON, NO_SUCH
from domain.payment.order import Order
from domain.payment.states import OrderState
from domain.ports import Unreachable
from domain.terminal.duty import StaffDoor
from domain.terminal.outages import Outages
from kit.people.staff import DEMO_PIN, SECOND_PIN
from tests.desk import SECOND, door_of
from tests.payment.hall import Hall, Mood
from tests.payment.script import ScriptedNetwork
from tests.payment.test_people_decide import GONE_BACK, PROOF, WHY, for_people
from tests.refunds.bench import STAFF

RIGHT = {"proof": PROOF, "reason": WHY, "second": SECOND, "second_pin": SECOND_PIN}
FORMS = pytest.mark.parametrize("form", [SENT_BACK, POSTED], ids=["sent back", "posted by hand"])
OUTAGES = Outages()


@pytest.fixture
def door(hall: Hall) -> StaffDoor:
    return door_of(hall)


@pytest.fixture
def at_work(door: StaffDoor) -> OnDuty:
    """Who came in by the door, where nothing waited yet."""
    told = staff.enter(door, None, {"number": STAFF, "pin": DEMO_PIN})
    assert isinstance(told, Onward) and told.outcome == "admitted" and told.given
    return told.given


@pytest.fixture
def order(hall: Hall, network: ScriptedNetwork) -> Order:
    return for_people(hall, network)


def opened(form: Form[StaffDoor, OnDuty], at_work: OnDuty, order: Order) -> OnDuty:
    """The form is opened by a way out of the case, which says first what it means and names the figure."""
    (entry,) = orders.cases(OUTAGES, at_work)
    (way,) = (way for way in ways(entry) if way.label == form.title)
    assert way.two and "878.94 元" in way.says and f"“{form.title}”" in way.says
    told = way.choose(OUTAGES, at_work, order.number)
    assert isinstance(told, Onward) and form.name in told.forget
    return told.given


@pytest.mark.usefixtures("order")
def test_what_waits_is_what_staff_see_first(door: StaffDoor) -> None:
    told = staff.enter(door, None, {"number": STAFF, "pin": DEMO_PIN})
    assert isinstance(told, Onward) and told.outcome == "orders"


@FORMS
def test_two_of_them_end_it(
    hall: Hall, network: ScriptedNetwork, door: StaffDoor, at_work: OnDuty, order: Order, form: Form[StaffDoor, OnDuty]
) -> None:
    given = opened(form, at_work, order)
    assert callable(form.submit) and form.submit(given) == f"记下“{form.title}” 878.94 元"
    network.will(GONE_BACK)
    told = form.ask(door, given, RIGHT)
    assert isinstance(told, Onward) and (told.outcome, told.forget) == ("settled", (form.name,))
    assert told.given.remark == f"{orders.short(order.number)} 已记为“{form.title}”，878.94 元"
    assert told.given.case is None and orders.cases(OUTAGES, at_work) == ()
    assert form.ask(door, given, RIGHT) == Wrong(MOVED_ON.sentence)


@FORMS
@pytest.mark.parametrize(
    ("typed", "wrong"),
    [
        ({"second": STAFF, "second_pin": DEMO_PIN}, Wrong(errors={"second": staff.SAME}, use="second")),
        ({"second_pin": DEMO_PIN}, Wrong(errors={"second_pin": staff.WRONG}, use="second_pin")),
    ],
    ids=["the first again", "a wrong PIN"],
)
def test_one_alone_ends_nothing(
    hall: Hall,
    door: StaffDoor,
    at_work: OnDuty,
    order: Order,
    form: Form[StaffDoor, OnDuty],
    typed: dict[str, str],
    wrong: Wrong,
) -> None:
    assert form.ask(door, opened(form, at_work, order), RIGHT | typed) == wrong
    assert hall.state(order) is OrderState.MANUAL_REVIEW


@FORMS
def test_a_number_that_is_locked_is_told_above_the_form(
    door: StaffDoor, at_work: OnDuty, order: Order, form: Form[StaffDoor, OnDuty]
) -> None:
    given = opened(form, at_work, order)
    for _ in range(5):
        form.ask(door, given, RIGHT | {"second_pin": DEMO_PIN})
    told = form.ask(door, given, RIGHT)
    assert isinstance(told, Wrong) and (told.use, told.errors) == ("", {})
    assert told.problem.startswith("还要等")


def test_a_window_cannot_have_posted_what_nobody_can_ask_about(
    hall: Hall, network: ScriptedNetwork, door: StaffDoor, at_work: OnDuty, order: Order
) -> None:
    """The form says that nobody answers; it is tried again."""
    hall.tax.mood = Mood.DOWN
    network.will(GONE_BACK)
    with pytest.raises(Unreachable):
        POSTED.ask(door, opened(POSTED, at_work, order), RIGHT)
    assert hall.state(order) is OrderState.MANUAL_REVIEW


def test_a_form_that_nobody_opened_is_about_nothing(door: StaffDoor, at_work: OnDuty) -> None:
    with pytest.raises(NotGiven):
        SENT_BACK.ask(door, at_work, RIGHT)


def test_what_is_asked_is_told(hall: Hall, network: ScriptedNetwork, at_work: OnDuty, order: Order) -> None:
    hall.now += timedelta(minutes=1)
    network.will(GONE_BACK)
    assert orders.ask(OUTAGES, at_work, order.number) == Done(
        orders.ANSWERED.of(said="付过款，钱已经从别处退回，或者正在退")
    )
    assert orders.ask(OUTAGES, at_work, "GZ404") == Wrong(NO_SUCH.sentence)
    assert orders.open_posted(OUTAGES, at_work, "GZ404") == Wrong(NO_SUCH.sentence)
