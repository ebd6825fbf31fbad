"""An order that staff looked for: how it stands, whose it is (masked), and its life in words; and its slip."""

from datetime import tzinfo

from domain.money import yuan
from domain.payment.cases import OrderCase
from domain.payment.events import Step
from domain.payment.states import ENTERED, MONEY_TAKEN
from domain.payment.telling import EVENTS
from domain.reconciliation.telling import stands
from domain.times import at
from domain.words import Text, Verbatim, joined
from viewmodels.words import order_cases, slips
from viewmodels.words.case_rows import by
from viewmodels.words.rows import Pair, Record

LIFE = Text("经过")


def record(case: OrderCase, zone: tzinfo | None) -> Record:
    """As a row to read."""
    order = case.order
    voucher = (Pair(Text("凭证号码"), Verbatim(order.voucher)),) if order.voucher else ()
    life = Pair(LIFE, joined("；", [_step(step, zone) for step in case.steps]))
    good, bad = order.state in ENTERED, order.state in MONEY_TAKEN - ENTERED
    pairs = (*order_cases.facts(case), *voucher, life)
    return Record(Text("缴费"), stands(order.state), good, pairs, yuan(order.fen), order.number, bad=bad)


def told(record: Record) -> slips.Told:
    """What is printed of it again: all but who did what."""
    kept = tuple(pair for pair in record.pairs if pair.key != LIFE)
    return slips.Told(slips.PAYMENT, record.state, record.amount, kept)


def _step(step: Step, zone: tzinfo | None) -> Text:
    """Who of the staff did it stands behind it."""
    return by(Text("{at} {what}", at=at(step.at, zone), what=EVENTS[step.event]), step.who)
