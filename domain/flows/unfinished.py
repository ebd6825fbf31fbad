"""What has been filled in and would be lost on the way Home: it is asked for before."""

from domain.flows.engine import END, Screens, Session
from domain.flows.steps import Form, PayByQr, Recorded
from domain.flows.visit import Choice, Paying


def is_unfinished(screens: Screens, session: Session) -> bool:
    """Whether a payment has been begun and not made, or this is where a part of a form is picked."""
    step, business = screens[session.at].step, session.visit.business
    if isinstance(step, PayByQr | Recorded):  # an order goes on without its screen, and what is recorded stays
        return False
    if isinstance(business, Paying) and business.order is None:
        return business.choice != Choice() or bool(business.household)
    return _picks_for_a_form(screens, session)


def _picks_for_a_form(screens: Screens, session: Session) -> bool:
    """Whether the usual way leads back to a form in which something stands."""
    before = session.before
    if before is None or next(iter(screens[session.at].to.values()), END) != before.at:
        return False
    form = screens[before.at].step
    return isinstance(form, Form) and any(session.visit.filled.get(form.name, {}).values())
