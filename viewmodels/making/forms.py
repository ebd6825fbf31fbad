"""Forms, and what is picked for one of their fields."""

from typing import Any

from domain.flows.steps import Form, Notice, PickAgency, PickAuthority, PickCounty, PickDay, PickMonth, PickOption
from domain.flows.visit import Agreeing, OnDuty, Visit
from domain.forms.asking import Onward
from domain.forms.fields import Answers
from domain.forms.scopes import D, G
from domain.words import Text, Verbatim
from viewmodels.parts import Finish, Parts
from viewmodels.steps.form import FormViewModel
from viewmodels.steps.handed_out import Helpers, Sheet
from viewmodels.steps.notice import NoticeViewModel
from viewmodels.steps.pick_agency import PickAgencyViewModel
from viewmodels.steps.pick_authority import PickAuthorityViewModel
from viewmodels.steps.pick_county import PickCountyViewModel
from viewmodels.steps.pick_day import PickDayViewModel
from viewmodels.steps.pick_month import PickMonthViewModel
from viewmodels.steps.pick_one import PickOneViewModel
from viewmodels.words import bill_cases, order_cases, refund_cases, sentences
from viewmodels.words.rows import Pair, Row


def form(step: Form[D, G], visit: Visit, parts: Parts, finish: Finish) -> FormViewModel:
    """What it asks sees its scope alone; what it held and what it was told becomes of the visit here."""
    scope, desk = step.scope, parts.desk

    def ended(onward: Onward[Any], answers: Answers) -> None:
        finish(onward.outcome, scope.after(visit.with_answers(step.name, answers), onward))

    sheet = Sheet(step, scope.desk(desk), scope.take(visit), visit.filled.get(step.name, {}))
    helpers = Helpers(
        desk.payments.almanac, desk.identity.codes, desk.certificates.captchas, parts.worker, parts.readers
    )
    return FormViewModel(sheet, _about(step, visit, parts), helpers, parts.language, ended)


def _about(step: Form[D, G], visit: Visit, parts: Parts) -> tuple[Pair, ...]:
    business, almanac = visit.business, parts.desk.payments.almanac
    if not (step.about or step.review):
        return ()
    if isinstance(business, OnDuty) and business.case:
        return order_cases.about(business.case)
    if isinstance(business, OnDuty) and business.refund:
        return refund_cases.about(business.refund, almanac)
    if isinstance(business, OnDuty) and business.bill:
        return bill_cases.about(business.bill)
    if isinstance(business, Agreeing) and step.review:
        authority = Verbatim(almanac.offices.authority(business.authority))
        return (*sentences.about(visit), Pair(Text("税务机关"), authority))
    return sentences.about(visit)


def pick_option(step: PickOption, visit: Visit, parts: Parts, finish: Finish) -> PickOneViewModel:
    """The options of a field, the chosen one marked. Another choice empties the fields that depend on it."""
    field, answers = step.field, visit.filled.get(step.form, {})
    at = answers.get(field.key, field.first)
    options = field.options(parts.desk.payments.almanac.judged(answers))
    rows = [Row(option.id, option.title, option.caption, chosen=option.id == at) for option in options]

    def picked(option: str) -> None:
        kept = {key: text for key, text in answers.items() if option == at or key not in field.clears}
        finish("picked", visit.with_answers(step.form, {**kept, field.key: option}))

    return PickOneViewModel(rows, Text("没有可以选的"), parts.language, picked)


def pick_month(step: PickMonth, visit: Visit, parts: Parts, finish: Finish) -> PickMonthViewModel:
    answers = visit.filled.get(step.form, {})

    def picked(month: str) -> None:
        finish("picked", visit.with_answers(step.form, {**answers, step.field.key: month}))

    return PickMonthViewModel(step, answers, parts.desk.payments.almanac, parts.language, picked)


def pick_day(step: PickDay, visit: Visit, parts: Parts, finish: Finish) -> PickDayViewModel:
    answers = visit.filled.get(step.form, {})

    def picked(day: str) -> None:
        finish("picked", visit.with_answers(step.form, {**answers, step.field.key: day}))

    return PickDayViewModel(step, answers, parts.desk.payments.almanac, parts.language, picked)


def pick_agency(step: PickAgency, visit: Visit, parts: Parts, finish: Finish) -> PickAgencyViewModel:
    """For the insurance that is to be paid; where one is enrolled in it is known once that was asked."""
    paying = visit.paying
    insurance, enrolments = paying.choice.insurance, paying.enrolments or ()
    return PickAgencyViewModel(
        step.place.get(visit),
        parts.desk.payments.almanac.offices,
        parts.language,
        lambda code: finish("picked", step.place.put(visit, code)),
        insurance=insurance,
        enrolled=next((e.agency for e in enrolments if e.insurance is insurance), ""),
    )


def pick_authority(step: PickAuthority, visit: Visit, parts: Parts, finish: Finish) -> PickAuthorityViewModel:
    return PickAuthorityViewModel(
        step.place.get(visit),
        parts.desk.payments.almanac.offices,
        parts.language,
        lambda code: finish("picked", step.place.put(visit, code)),
    )


def pick_county(step: PickCounty, visit: Visit, parts: Parts, finish: Finish) -> PickCountyViewModel:
    return PickCountyViewModel(
        step.place.get(visit),
        parts.desk.payments.almanac.offices,
        parts.language,
        lambda code: finish("picked", step.place.put(visit, code)),
    )


def notice(step: Notice, visit: Visit, parts: Parts, finish: Finish) -> NoticeViewModel:
    def taken_back(answers: Answers) -> None:
        finish("done", visit.with_answers(step.form, answers))

    answers = visit.filled.get(step.form, {})
    return NoticeViewModel(step, answers, parts.desk.payments.almanac, parts.language, taken_back)
