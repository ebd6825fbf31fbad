"""The life of an agreement, in one table.

Signed, it waits for the bank (待验证), whose first answer stands: 验证成功, or 验证失败 with a reason. A refusal is an
end: the payer signs again. What lives holds its person, for one agreement is all that one may have, and its account,
which can be neither deleted nor renumbered. What lives may be revoked, also while the bank is silent: nobody has to
wait for a bank to correct a slip. A bank that answers afterwards changes nothing.
"""

from collections.abc import Mapping

from domain.agreements.events import AgreementEvent, Confirmed, Refused, Revoked, Signed
from domain.agreements.states import AgreementState

TRANSITIONS: Mapping[AgreementState | None, Mapping[type[AgreementEvent], AgreementState]] = {
    None: {Signed: AgreementState.PENDING},
    AgreementState.PENDING: {
        Confirmed: AgreementState.VERIFIED,
        Refused: AgreementState.REJECTED,
        Revoked: AgreementState.REVOKED,
    },
    AgreementState.VERIFIED: {Revoked: AgreementState.REVOKED},
    AgreementState.REJECTED: {},
    AgreementState.REVOKED: {},
}


def after(state: AgreementState | None, event: AgreementEvent) -> AgreementState | None:
    """The state that follows; None if the event changes nothing there. Before the agreement, its state is None too."""
    return TRANSITIONS[state].get(type(event))
