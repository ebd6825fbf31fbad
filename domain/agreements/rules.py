"""What may be signed (facts 4.6), beyond what the book knows."""

from collections.abc import Iterable, Mapping

from domain.accounts.banks import Banks
from domain.accounts.cards import bank_problem, card_problem
from domain.accounts.rules import holder_problem
from domain.agreements.agreement import Terms
from domain.people.person import Enrolment
from domain.words import Text

OTHER_AUTHORITY = Text("所选的主管税务机关与参保地的不一致，该协议将无法用于对应的社保费缴款。")
"""Said before it is signed; it is no reason to refuse."""


def flaws(terms: Terms, payer: str, banks: Banks) -> Mapping[str, Text]:
    """Everything that is wrong with terms of the payer of this name: a sentence by the field's name in `Terms`."""
    found = {
        "account": card_problem(terms.account, banks),
        "bank": bank_problem(terms.account, terms.bank, banks),
        "holder": holder_problem(terms.holder, payer),
    }
    return {field: problem for field, problem in found.items() if problem}


def collects(authority: str, enrolments: Iterable[Enrolment]) -> bool:
    """Whether somebody who is enrolled so pays to this authority: an agency's code begins with its county's."""
    return any(enrolment.agency.startswith(authority) for enrolment in enrolments)
