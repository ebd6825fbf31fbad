"""The money of a refund goes where the screens say: back to the phone that paid, or to the account of the insured."""

from domain.refunds.application import Application, Route
from domain.refunds.paymaster import Paymaster
from domain.refunds.states import RefundState
from kit.play.playground import Playground
from kit.simulators.payer import Source
from kit.walks.refunds import NUMBER, REFUNDS

PENSION = 878_94


def approved(ground: Playground, walk: str) -> int:
    """A walk up to the end of the staff's work; how much is on the payer's card before they come."""
    before = 0
    for stop in REFUNDS[walk]:
        if stop.screen == "staff.pin":
            before = ground.demo.phone.balance(Source.CARD)
        ground.reaches(stop)
        if stop.says.endswith("已审核通过"):
            break
        for touch in stop.touches:
            ground.touch(touch)
    return before


def application(ground: Playground) -> Application:
    return ground.backend.parts.desk.claims.refunds.book.get(NUMBER)


def test_what_the_insured_paid_is_on_their_phone_again(ground: Playground) -> None:
    before = approved(ground, "tax_app.refund.normal.by_network")
    cashier, refunds = ground.backend.parts.till.cashier, ground.backend.parts.desk.claims.refunds.book
    paymaster = Paymaster(refunds, cashier.book, cashier.repayer)  # Which asks at once, and not when it is time.
    ground.kiosk.until(lambda: paymaster.tend(application(ground)).state is RefundState.PAID_OUT, "the refund's end")
    assert application(ground).account is None
    assert ground.demo.phone.balance(Source.CARD) == before + PENSION


def test_what_another_paid_does_not_go_to_whoever_held_the_phone(ground: Playground) -> None:
    before = approved(ground, "tax_app.refund.normal.paid_by_another")
    assert application(ground).route is Route.BANK
    assert ground.demo.phone.balance(Source.CARD) == before
