"""What one visitor has given so far: who they are, and what they are about."""

from domain.flows.visit.accounts import Agreeing, Reporting, Success
from domain.flows.visit.certificates import Certifying
from domain.flows.visit.checking import Checking
from domain.flows.visit.identity import Identity
from domain.flows.visit.needed import NotGiven, needed
from domain.flows.visit.paying import Choice, Due, Enrolling, Paying
from domain.flows.visit.refunds import Refunding
from domain.flows.visit.staff import OnDuty
from domain.flows.visit.visit import Business, Visit

__all__ = [
    "Agreeing",
    "Business",
    "Certifying",
    "Checking",
    "Choice",
    "Due",
    "Enrolling",
    "Identity",
    "NotGiven",
    "OnDuty",
    "Paying",
    "Refunding",
    "Reporting",
    "Success",
    "Visit",
    "needed",
]
