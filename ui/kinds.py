"""Each kind of step with its QML file and its view model: the one place where the three meet."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from domain.flows import steps
from domain.flows.engine import Screen
from domain.flows.visit import Visit
from viewmodels.parts import Finish, Parts
from viewmodels.step import StepViewModel
from viewmodels.steps.closed import ClosedViewModel
from viewmodels.steps.confirm import ConfirmViewModel
from viewmodels.steps.confirm_agency import ConfirmAgencyViewModel
from viewmodels.steps.document import DocumentViewModel
from viewmodels.steps.entrance import EntranceViewModel
from viewmodels.steps.form import FormViewModel
from viewmodels.steps.listing import ListingViewModel
from viewmodels.steps.menu import MenuViewModel
from viewmodels.steps.notice import NoticeViewModel
from viewmodels.steps.pay_by_qr import PayByQrViewModel
from viewmodels.steps.pick_agency import PickAgencyViewModel
from viewmodels.steps.pick_authority import PickAuthorityViewModel
from viewmodels.steps.pick_bills import PickBillsViewModel
from viewmodels.steps.pick_channel import PickChannelViewModel
from viewmodels.steps.pick_county import PickCountyViewModel
from viewmodels.steps.pick_day import PickDayViewModel
from viewmodels.steps.pick_enrolment import PickEnrolmentViewModel
from viewmodels.steps.pick_method import PickMethodViewModel
from viewmodels.steps.pick_month import PickMonthViewModel
from viewmodels.steps.pick_one import pick_option, pick_period
from viewmodels.steps.pick_tier import PickTierViewModel
from viewmodels.steps.query import QueryViewModel
from viewmodels.steps.recorded import RecordedViewModel
from viewmodels.steps.records import RecordsViewModel
from viewmodels.steps.result import ResultViewModel
from viewmodels.steps.saved import SavedViewModel
from viewmodels.steps.summary import SummaryViewModel


@dataclass(frozen=True, slots=True)
class Kind:
    """`qml` stands in ui/steps; `view_model` is made from (step, visit, parts, finish)."""

    qml: str
    view_model: Callable[[Any, Visit, Parts, Finish], StepViewModel]


KINDS: dict[type, Kind] = {
    steps.Entrance: Kind("EntranceStep", EntranceViewModel),
    steps.Form: Kind("FormStep", FormViewModel),
    steps.PickOption: Kind("PickOneStep", pick_option),
    steps.Menu: Kind("MenuStep", MenuViewModel),
    steps.Confirm: Kind("ConfirmStep", ConfirmViewModel),
    steps.PickAgency: Kind("PickAgencyStep", PickAgencyViewModel),
    steps.PickAuthority: Kind("PickAgencyStep", PickAuthorityViewModel),
    steps.PickCounty: Kind("PickAgencyStep", PickCountyViewModel),
    steps.PickDay: Kind("PickDayStep", PickDayViewModel),
    steps.Saved: Kind("SavedStep", SavedViewModel),
    steps.PickMonth: Kind("PickMonthStep", PickMonthViewModel),
    steps.PickPeriod: Kind("PickOneStep", pick_period),
    steps.Query: Kind("QueryStep", QueryViewModel),
    steps.PickEnrolment: Kind("PickEnrolmentStep", PickEnrolmentViewModel),
    steps.PickTier: Kind("PickTierStep", PickTierViewModel),
    steps.PickBills: Kind("PickBillsStep", PickBillsViewModel),
    steps.Records: Kind("RecordsStep", RecordsViewModel),
    steps.PickMethod: Kind("PickMethodStep", PickMethodViewModel),
    steps.Summary: Kind("SummaryStep", SummaryViewModel),
    steps.Notice: Kind("NoticeStep", NoticeViewModel),
    steps.ConfirmAgency: Kind("ConfirmAgencyStep", ConfirmAgencyViewModel),
    steps.PayByQr: Kind("PayByQrStep", PayByQrViewModel),
    steps.Result: Kind("ResultStep", ResultViewModel),
    steps.Listing: Kind("ListingStep", ListingViewModel),
    steps.Document: Kind("DocumentStep", DocumentViewModel),
    steps.Recorded: Kind("RecordedStep", RecordedViewModel),
    steps.PickChannel: Kind("PickChannelStep", PickChannelViewModel),
    steps.Closed: Kind("ClosedStep", ClosedViewModel),
}


def step_maker(parts: Parts) -> Callable[[Screen, Visit, Finish], StepViewModel]:
    """How the shell gets the view model of a screen."""
    return lambda screen, visit, finish: KINDS[type(screen.step)].view_model(screen.step, visit, parts, finish)
