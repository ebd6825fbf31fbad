"""A database that was brought back to an earlier moment."""

from storage.bureau.resuming import LEAP, go_on
from storage.losses import LEAP as LOGS_LEAP
from storage.store import Store
from tests.accounts.samples import ICBC, terms
from tests.payment.hall import NOON, bill_of
from tests.storage.test_refunds import DRAFT, OTHER, PAID_OUT, moved, submitted


def test_no_number_is_given_again_and_the_logs_are_whole(shared: Store) -> None:
    before = int(shared.tax.post("A", (bill_of(3),), NOON, "wechat"))
    refund = moved(shared, submitted(shared, DRAFT), *PAID_OUT)
    agreement = shared.agreements.sign(1, terms(ICBC), NOON)
    go_on(shared, NOON)
    assert int(shared.tax.post("B", (bill_of(4),), NOON, "wechat")) > before + LEAP
    assert int(submitted(shared, OTHER).number[-6:]) == int(refund.number[-6:]) + LOGS_LEAP + 1
    again = shared.agreements.sign(2, terms(ICBC), NOON)
    assert int(again.number) == int(agreement.number) + LOGS_LEAP + 1  # type: ignore[union-attr]
    assert shared.problem() is None
