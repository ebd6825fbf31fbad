"""Each kind of step with its QML file and its view model: the one place where the three meet."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from domain.flows import steps
from domain.flows.engine import Screen
from domain.flows.visit import Visit
from viewmodels.making import forms, lists, paying, settings, staff, ways_in
from viewmodels.parts import Finish, Parts
from viewmodels.step import StepViewModel


@dataclass(frozen=True, slots=True)
class Kind:
    """`qml` stands in ui/steps; `view_model` is how its view model is made from (step, visit, parts, finish)."""

    qml: str
    view_model: Callable[[Any, Visit, Parts, Finish], StepViewModel]


KINDS: dict[type, Kind] = {
    steps.Entrance: Kind("EntranceStep", ways_in.entrance),
    steps.Form: Kind("FormStep", forms.form),
    steps.PickOption: Kind("PickOneStep", forms.pick_option),
    steps.Menu: Kind("MenuStep", ways_in.menu),
    steps.Confirm: Kind("ConfirmStep", paying.confirm),
    steps.PickAgency: Kind("PickAgencyStep", forms.pick_agency),
    steps.PickAuthority: Kind("PickAgencyStep", forms.pick_authority),
    steps.PickCounty: Kind("PickAgencyStep", forms.pick_county),
    steps.PickDay: Kind("PickDayStep", forms.pick_day),
    steps.Saved: Kind("SavedStep", lists.saved),
    steps.PickMonth: Kind("PickMonthStep", forms.pick_month),
    steps.PickPeriod: Kind("PickOneStep", paying.pick_period),
    steps.Query: Kind("QueryStep", paying.query),
    steps.PickEnrolment: Kind("PickEnrolmentStep", paying.pick_enrolment),
    steps.PickTier: Kind("PickTierStep", paying.pick_tier),
    steps.PickBills: Kind("PickBillsStep", paying.pick_bills),
    steps.Records: Kind("RecordsStep", lists.records),
    steps.PickMethod: Kind("PickMethodStep", paying.pick_method),
    steps.Summary: Kind("SummaryStep", paying.summary),
    steps.Notice: Kind("NoticeStep", forms.notice),
    steps.ConfirmAgency: Kind("ConfirmAgencyStep", paying.confirm_agency),
    steps.PayByQr: Kind("PayByQrStep", paying.pay_by_qr),
    steps.Result: Kind("ResultStep", paying.result),
    steps.Household: Kind("HouseholdStep", paying.household),
    steps.HouseholdResult: Kind("HouseholdResultStep", paying.household_result),
    steps.Listing: Kind("ListingStep", lists.listing),
    steps.Document: Kind("DocumentStep", lists.document),
    steps.Recorded: Kind("RecordedStep", paying.recorded),
    steps.PickChannel: Kind("PickChannelStep", ways_in.pick_channel),
    steps.Closed: Kind("ClosedStep", ways_in.closed),
    steps.Cases: Kind("CasesStep", staff.cases),
    steps.Day: Kind("DayStep", staff.day),
    steps.Devices: Kind("DevicesStep", staff.devices),
    steps.FoundOrders: Kind("RecordsStep", staff.found_orders),
    steps.Settings: Kind("SettingsStep", settings.settings),
    steps.Stuck: Kind("StuckStep", staff.stuck),
    steps.Suspend: Kind("SuspendStep", settings.suspend),
    steps.DayPaper: Kind("DayPaperStep", staff.day_paper),
}


def step_maker(parts: Parts) -> Callable[[Screen, Visit, Finish], StepViewModel]:
    """How the shell gets the view model of a screen."""
    return lambda screen, visit, finish: KINDS[type(screen.step)].view_model(screen.step, visit, parts, finish)
