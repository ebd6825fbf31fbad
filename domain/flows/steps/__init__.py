"""The kinds of step. Each is a frozen value that says what is shown and declares how it can end.

A screen that does not fit gets a new kind, not a flag. `title` and `notes` are the guide's words.
"""

from typing import Any

from domain.flows.steps.cases import Case, Cases, WayOut
from domain.flows.steps.certificates import Document
from domain.flows.steps.choosing import (
    Confirm,
    ConfirmAgency,
    Kept,
    Periods,
    PickAgency,
    PickAuthority,
    PickBills,
    PickCounty,
    PickEnrolment,
    PickPeriod,
    PickTier,
    Query,
    Recorded,
)
from domain.flows.steps.forms import Form, Notice, PickDay, PickMonth, PickOption, Review, Saved
from domain.flows.steps.listing import Action, Entry, Listing
from domain.flows.steps.paying import App, Household, HouseholdResult, PayByQr, PickMethod, Result, Summary
from domain.flows.steps.records import Of, Records
from domain.flows.steps.staff import Day, DayPaper, Devices, FoundOrders, Settings, Stuck, Suspend
from domain.flows.steps.ways_in import Closed, Entrance, Menu, MenuGroup, MenuItem, Needs, PickChannel, Way

SHOWN_WHILE_CLOSED = (Result, HouseholdResult, Closed)
"""What a channel still shows while it takes no business: how a payment ended is told whenever it ends."""
ENDED_WHILE_CLOSED = (*SHOWN_WHILE_CLOSED, PayByQr)
"""And what is brought to its end if it was shown before."""

Step = (
    Entrance
    | Form[Any, Any]
    | PickOption
    | Menu
    | Confirm
    | PickMonth
    | PickDay
    | Saved
    | PickCounty
    | PickAgency
    | PickAuthority
    | PickPeriod
    | Query
    | PickEnrolment
    | PickTier
    | PickBills
    | Records
    | PickMethod
    | Summary
    | Notice
    | ConfirmAgency
    | PayByQr
    | Result
    | Household
    | HouseholdResult
    | Listing[Any, Any]
    | Cases[Any]
    | Document
    | Recorded
    | PickChannel
    | Closed
    | Day
    | Devices
    | DayPaper
    | FoundOrders
    | Settings
    | Stuck
    | Suspend
)

__all__ = [
    "ENDED_WHILE_CLOSED",
    "SHOWN_WHILE_CLOSED",
    "Action",
    "App",
    "Case",
    "Cases",
    "Closed",
    "Confirm",
    "ConfirmAgency",
    "Day",
    "DayPaper",
    "Devices",
    "Document",
    "Entrance",
    "Entry",
    "Form",
    "FoundOrders",
    "Household",
    "HouseholdResult",
    "Kept",
    "Listing",
    "Menu",
    "MenuGroup",
    "MenuItem",
    "Needs",
    "Notice",
    "Of",
    "PayByQr",
    "Periods",
    "PickAgency",
    "PickAuthority",
    "PickBills",
    "PickChannel",
    "PickCounty",
    "PickDay",
    "PickEnrolment",
    "PickMethod",
    "PickMonth",
    "PickOption",
    "PickPeriod",
    "PickTier",
    "Query",
    "Recorded",
    "Records",
    "Result",
    "Review",
    "Saved",
    "Settings",
    "Step",
    "Stuck",
    "Summary",
    "Suspend",
    "Way",
    "WayOut",
]
