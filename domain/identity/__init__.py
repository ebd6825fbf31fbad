"""Identity documents: kinds, formats and checks (facts 3.1). The area code is a hint, never a reason to refuse."""

from domain.identity.kinds import DocumentKind, digits_expected, numeric
from domain.identity.names import name_problem
from domain.identity.numbers import CITIZEN_LENGTH, born, kind_on_card, number_problem, tidy
from domain.identity.shown import grouped, masked, masked_name
from domain.identity.spelling import name_key, same_name, spelt

__all__ = [
    "CITIZEN_LENGTH",
    "DocumentKind",
    "born",
    "digits_expected",
    "grouped",
    "kind_on_card",
    "masked",
    "masked_name",
    "name_key",
    "name_problem",
    "number_problem",
    "numeric",
    "same_name",
    "spelt",
    "tidy",
]
