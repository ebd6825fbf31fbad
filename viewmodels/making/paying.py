"""What is to be paid, from what one is enrolled in to what became of the order."""

from collections.abc import Callable
from dataclasses import replace

from domain.flows.channels.matters import DECLARE
from domain.flows.confirmation import Confirmation
from domain.flows.steps import (
    Confirm,
    ConfirmAgency,
    Household,
    HouseholdResult,
    PayByQr,
    PickBills,
    PickEnrolment,
    PickMethod,
    PickPeriod,
    PickTier,
    Query,
    Recorded,
    Result,
    Summary,
)
from domain.flows.visit import Paying, Visit, needed
from domain.people.insurance import Insurance, Period, Scheme
from domain.words import NOTHING, Text
from viewmodels.parts import Finish, Parts
from viewmodels.steps.confirm import ConfirmViewModel
from viewmodels.steps.confirm_agency import ConfirmAgencyViewModel
from viewmodels.steps.confirming import confirmation_of
from viewmodels.steps.household import HouseholdViewModel
from viewmodels.steps.household_result import HouseholdResultViewModel
from viewmodels.steps.pay_by_qr import PayByQrViewModel
from viewmodels.steps.pick_bills import PickBillsViewModel
from viewmodels.steps.pick_enrolment import PickEnrolmentViewModel
from viewmodels.steps.pick_method import PickMethodViewModel
from viewmodels.steps.pick_one import PickOneViewModel
from viewmodels.steps.pick_tier import PickTierViewModel
from viewmodels.steps.query import QueryViewModel
from viewmodels.steps.recorded import RecordedViewModel
from viewmodels.steps.result import ResultViewModel
from viewmodels.steps.summary import SummaryViewModel
from viewmodels.words import printers
from viewmodels.words.rows import Row


def _ends(visit: Visit, finish: Finish) -> Callable[[str, Paying], None]:
    """How a step ends that says what is to be paid."""
    return lambda outcome, paying: finish(outcome, replace(visit, business=paying))


def query(step: Query, visit: Visit, parts: Parts, finish: Finish) -> QueryViewModel:
    return QueryViewModel(step, visit.due, parts.desk.payments, parts.worker, parts.language, _ends(visit, finish))


def confirm(step: Confirm, visit: Visit, parts: Parts, finish: Finish) -> ConfirmViewModel:
    declares = visit.matter == DECLARE.id
    if not _may_stop(visit, parts):
        step = replace(step, stop=NOTHING)
    ends = _ends(visit, finish)
    return ConfirmViewModel(step, visit.due, declares, parts.desk.payments, parts.worker, parts.language, ends)


def _may_stop(visit: Visit, parts: Parts) -> bool:
    """Whether a tier may be chosen and nothing paid: no way round what staff have taken out of service.

    Flexible workers declare by it (基数申报); who came for that is not stopped half-way.
    """
    declares = visit.paying.scheme is Scheme.FLEXIBLE and visit.matter != DECLARE.id
    return not (declares and parts.desk.door.suspensions.of(DECLARE.id))


def pick_period(step: PickPeriod, visit: Visit, parts: Parts, finish: Finish) -> PickOneViewModel:
    """The periods that may be paid, or for 补缴 those that are still unpaid."""
    due, form = visit.due, confirmation_of(visit.due, parts.desk.payments)
    paying, choice, insurance = due.paying, due.paying.choice, due.insurance
    rows = [_period(form, paying, insurance, period) for period in form.periods(choice)]

    def picked(period: str) -> None:
        chosen = replace(choice, periods=(Period.of(period),), tier=None, recorded=False)
        finish("picked", replace(visit, business=replace(paying, choice=chosen)))

    return PickOneViewModel(rows, Text("没有需要补缴的费用"), parts.language, picked)


def _period(form: Confirmation, paying: Paying, insurance: Insurance, period: Period) -> Row:
    """A period that is paid cannot be chosen; one for which nothing can be paid says why."""
    paid, tiers = form.is_paid(insurance, period), form.tiers(replace(paying.choice, periods=(period,)))
    caption = Text("已缴费") if paid else tiers.standard if tiers and not tiers.tiers else NOTHING
    return Row(period.key, period.label, caption, chosen=period == paying.choice.period, enabled=not paid)


def pick_enrolment(step: PickEnrolment, visit: Visit, parts: Parts, finish: Finish) -> PickEnrolmentViewModel:
    due = visit.due
    return PickEnrolmentViewModel(step, due, parts.desk.payments, due.insurance, parts.language, _ends(visit, finish))


def pick_tier(step: PickTier, visit: Visit, parts: Parts, finish: Finish) -> PickTierViewModel:
    due, desk = visit.due, parts.desk.payments
    declares, ends = visit.matter == DECLARE.id, _ends(visit, finish)
    if not _may_stop(visit, parts):
        step = replace(step, stop=NOTHING)
    return PickTierViewModel(step, due, declares, desk, due.insurance, parts.worker, parts.language, ends)


def pick_bills(step: PickBills, visit: Visit, parts: Parts, finish: Finish) -> PickBillsViewModel:
    due = visit.due
    return PickBillsViewModel(
        step, due, parts.desk.payments, due.insurance, parts.worker, parts.language, _ends(visit, finish)
    )


def confirm_agency(step: ConfirmAgency, visit: Visit, parts: Parts, finish: Finish) -> ConfirmAgencyViewModel:
    due = visit.due
    return ConfirmAgencyViewModel(
        step,
        due,
        parts.desk.payments,
        due.insurance,
        parts.language,
        lambda outcome: finish(outcome, visit),
    )


def _paper(parts: Parts) -> Text:
    """What has to be known of paper before one pays; empty if there is some."""
    shop = parts.print_shop
    return printers.before_paying(shop.press.printers, shop.news.conditions())


def pick_method(step: PickMethod, visit: Visit, parts: Parts, finish: Finish) -> PickMethodViewModel:
    return PickMethodViewModel(
        step, visit.due, parts.desk.payments, _paper(parts), parts.language, _ends(visit, finish)
    )


def summary(step: Summary, visit: Visit, parts: Parts, finish: Finish) -> SummaryViewModel:
    return SummaryViewModel(step, visit.due, parts.desk.payments, _paper(parts), parts.language, _ends(visit, finish))


def recorded(step: Recorded, visit: Visit, parts: Parts, finish: Finish) -> RecordedViewModel:
    shop, almanac = parts.print_shop, parts.desk.payments.almanac
    return RecordedViewModel(
        step, visit.due, shop, almanac, parts.worker, parts.language, lambda outcome: finish(outcome, visit)
    )


def pay_by_qr(step: PayByQr, visit: Visit, parts: Parts, finish: Finish) -> PayByQrViewModel:
    return PayByQrViewModel(
        step,
        visit.due,
        parts.desk.payments,
        parts.till,
        parts.premises.demo,
        parts.worker,
        parts.language,
        _ends(visit, finish),
    )


def household(step: Household, visit: Visit, parts: Parts, finish: Finish) -> HouseholdViewModel:
    def ended(outcome: str, paying: Paying) -> None:
        finish(outcome, replace(visit, business=paying).without("member"))

    return HouseholdViewModel(step, visit.due, parts.desk.payments, _paper(parts), parts.language, ended)


def household_result(step: HouseholdResult, visit: Visit, parts: Parts, finish: Finish) -> HouseholdResultViewModel:
    due = visit.due
    return HouseholdResultViewModel(
        step,
        needed(due.paying.order, "an order"),
        due,
        parts.till,
        parts.desk.payments.almanac,
        parts.worker,
        parts.language,
        _left(visit, finish),
    )


def _left(visit: Visit, finish: Finish) -> Callable[[str], None]:
    """Of what has been paid nothing is needed for something else: only who it is."""
    return lambda outcome: finish(outcome, Visit(visit.channel, who=visit.who) if outcome == "another" else visit)


def result(step: Result, visit: Visit, parts: Parts, finish: Finish) -> ResultViewModel:
    due = visit.due
    return ResultViewModel(
        step,
        needed(due.paying.order, "an order"),
        due.insured,
        parts.till,
        parts.print_shop,
        parts.desk.payments.almanac,
        parts.worker,
        parts.language,
        _left(visit, finish),
    )
