"""Going on with a database that was brought back to an earlier moment: no number is given twice."""

from datetime import datetime

from sqlalchemy import func, select

from storage.counters import counted
from storage.losses import counted_to, go_on_above, leapt
from storage.store import Store
from storage.tax import VOUCHERS

LEAP = 1_000_000
"""By how much vouchers go on above: more than a bureau gives from one backup to the next."""


def go_on(store: Store, at: datetime) -> dict[str, int]:
    """Raise every sequence; what each gave last, or may have given. That numbers are missing is written down, so that
    the logs stay whole. Raises StoreError.
    """
    with store.sessions.writing() as session:
        go_on_above(session, leapt(counted_to(session)), at)
        last = session.connection().scalar(select(func.nextval(VOUCHERS)))
        raised = {**counted(session), VOUCHERS: int(last or 0) + LEAP}
        session.connection().execute(select(func.setval(VOUCHERS, raised[VOUCHERS])))
        return raised
