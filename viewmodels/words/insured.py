"""What was paid for, as every screen says it."""

from domain.people.insurance import Insurance, Scheme
from domain.refunds.application import Refundable
from domain.words import Text


def insured_as(scheme: Scheme, insurance: Insurance) -> Text:
    return Text("{scheme} {insurance}", scheme=scheme.label, insurance=insurance.label)


def period_of(item: Refundable) -> Text:
    """What a payment was for, and for when."""
    return Text("{period} {insured}", period=item.period.label, insured=insured_as(item.scheme, item.insurance))
