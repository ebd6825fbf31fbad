"""Lists, what is only read, and what comes of them: papers, and what is saved."""

from functools import partial
from typing import Any

from domain.flows.steps import Document, Listing, Of, Records, Saved
from domain.flows.visit import Agreeing, Certifying, Checking, Refunding, Reporting, Success, Visit, needed
from domain.forms.asking import Onward
from domain.forms.scopes import D, G
from domain.words import NOTHING, Text
from viewmodels.parts import Finish, Parts
from viewmodels.steps.document import DocumentViewModel
from viewmodels.steps.handed_out import Sheaf
from viewmodels.steps.listing import ListingViewModel
from viewmodels.steps.records import RecordsViewModel
from viewmodels.steps.saved import SavedViewModel
from viewmodels.words import sentences
from viewmodels.words.read_rows import READERS, told


def listing(step: Listing[D, G], visit: Visit, parts: Parts, finish: Finish) -> ListingViewModel:
    """What it asks sees its scope alone; what it was told becomes of the visit here."""
    scope = step.scope

    def ended(onward: Onward[Any]) -> None:
        finish(onward.outcome, scope.after(visit, onward))

    given = scope.take(visit)
    about = sentences.about(visit) if step.about else ()
    success = given.success if isinstance(given, Agreeing | Checking) else Success.GOOD
    sheaf = Sheaf(step, scope.desk(parts.desk), given, _remark(given), about, success)
    return ListingViewModel(sheaf, parts.desk.payments.almanac, parts.worker, parts.language, ended)


def _remark(given: object) -> Text:
    """What has been done, where that is told on the list it came back to."""
    return given.remark if isinstance(given, Certifying | Checking | Reporting | Agreeing) else NOTHING


def records(step: Records, visit: Visit, parts: Parts, finish: Finish) -> RecordsViewModel:
    desk, whose = parts.desk.payments, visit.visitor
    return RecordsViewModel(
        step.nothing,
        partial(READERS[step.of], desk, whose.id),
        partial(told, whose) if step.of is Of.PAYMENTS else None,
        desk.almanac.clock,
        parts.print_shop,
        parts.worker,
        parts.language,
        lambda outcome: finish(outcome, visit),
    )


def document(step: Document, visit: Visit, parts: Parts, finish: Finish) -> DocumentViewModel:
    given = visit.own(Certifying)
    return DocumentViewModel(
        step,
        needed(given.certificate or None, "a certificate"),
        given.remark,
        parts.desk.certificates.counter,
        parts.print_shop,
        parts.premises.demo,
        parts.worker,
        parts.language,
        lambda outcome: finish(outcome, visit),
    )


def saved(step: Saved, visit: Visit, parts: Parts, finish: Finish) -> SavedViewModel:
    application = needed(visit.own(Refunding).application, "an application")
    shop, almanac = parts.print_shop, parts.desk.payments.almanac
    return SavedViewModel(
        step, application, shop, almanac, parts.worker, parts.language, lambda outcome: finish(outcome, visit)
    )
