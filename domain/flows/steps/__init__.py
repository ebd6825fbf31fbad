"""The kinds of step. Each is a frozen value that says what is shown and declares how it can end.

A screen that does not fit gets a new kind, not a flag. `title` and `notes` are the guide's words.
"""

from domain.flows.steps.certificates import Document, Entry, Listing
from domain.flows.steps.choosing import (
    Confirm,
    ConfirmAgency,
    Kept,
    Periods,
    PickAgency,
    PickAuthority,
    PickBills,
    PickEnrolment,
    PickPeriod,
    PickTier,
    Query,
    Recorded,
)
from domain.flows.steps.forms import Form, Notice, PickMonth, PickOption
from domain.flows.steps.kind import ALONE_S, RESULT_ALONE_S
from domain.flows.steps.paying import PayByQr, PickMethod, Result, Summary
from domain.flows.steps.records import Of, Records
from domain.flows.steps.ways_in import Closed, Entrance, Link, Menu, MenuGroup, MenuItem, Needs, PickChannel, Way

SHOWN_WHILE_CLOSED = (Result, Closed)
"""What a channel still shows while it takes no business: how a payment ended is told whenever it ends."""

Step = (
    Entrance
    | Form
    | PickOption
    | Menu
    | Confirm
    | PickMonth
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
    | Listing
    | Document
    | Recorded
    | PickChannel
    | Closed
)

__all__ = [
    "ALONE_S",
    "RESULT_ALONE_S",
    "SHOWN_WHILE_CLOSED",
    "Closed",
    "Confirm",
    "ConfirmAgency",
    "Document",
    "Entrance",
    "Entry",
    "Form",
    "Kept",
    "Link",
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
    "Step",
    "Summary",
    "Way",
]
