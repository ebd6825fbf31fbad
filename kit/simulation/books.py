"""The books of a terminal in a simulation: the real ones, with what can strike while something is committed."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from typing import Any

from sqlalchemy import event
from sqlalchemy.exc import OperationalError
from sqlcipher3 import dbapi2  # type: ignore[import-untyped]

from domain.payment.states import OrderState
from domain.refunds.states import RefundState
from kit.simulation.troubles import Cut, Doing, State, StoreTrouble, Troubles
from storage.sessions import Writing
from storage.store import Store

WATCHES = "watches"
"""Where a session to write in has who watches its commits."""
CODES = {StoreTrouble.FULL: dbapi2.SQLITE_FULL, StoreTrouble.LOCKED: dbapi2.SQLITE_BUSY}

Moved = Callable[..., State]
"""What is being moved by a write, from what it was asked."""


def _of_claim(applied: object) -> State:
    return RefundState.SENDING if applied else OrderState.REFUND_DUE


WRITES: Mapping[str, Mapping[str, Moved]] = {
    "orders": {
        "add": lambda *_: Doing.ORDERING,
        "move": lambda order, *_: order.state,
        "decide": lambda order, *_: order.state,
    },
    "refunds": {"submit": lambda *_: Doing.APPLYING, "move": lambda application, *_: application.state},
    "repayments": {
        "begin": lambda claim, *_: _of_claim(claim.application),
        "move": lambda repayment, *_: _of_claim(repayment.claim != repayment.order),
    },
    "certificates": {
        "issue": lambda draft: Doing.ISSUING,
        **dict.fromkeys(("begin_print", "forget_print", "end_print"), lambda *_: Doing.PRINTING),
    },
    "books": {"mark": lambda *_: Doing.RECONCILING},
    "reports": {"keep": lambda *_: Doing.RECONCILING},
    "cases": {"tell": lambda *_: Doing.RECONCILING},
}
"""The methods of a store's books that write."""


class Watch:
    """Strikes at the commits of a store, while something in it is being moved. `moved` is told of each commit that
    moved an order or a refund.
    """

    def __init__(self, troubles: Troubles, store: Store, moved: Callable[[], None]) -> None:
        self._troubles, self._store, self._moved = troubles, store, moved
        self._state: State | None = None
        self.commits = 0
        """How many there were."""
        store.sessions.info[WATCHES] = self

    def book(self, name: str) -> Any:
        """A book of the store, watched."""
        return _Watched(name, getattr(self._store, name), self)

    @contextmanager
    def moving(self, state: State) -> Iterator[None]:
        self._state = state
        try:
            yield
        finally:
            self._state = None

    def before_commit(self) -> None:
        """What can strike now does."""
        if self._state is None:
            return
        trouble = self._troubles.strikes(tuple(CODES), self._state)
        if isinstance(trouble, StoreTrouble):
            why = dbapi2.OperationalError(str(trouble))
            why.sqlite_errorcode = CODES[trouble]
            raise OperationalError("COMMIT", None, why)
        self._troubles.cut(Cut.BEFORE_COMMIT, self._state)

    def after_commit(self) -> None:
        """What can strike then does."""
        self.commits += 1
        if self._state is None:
            return
        if not isinstance(self._state, Doing):
            self._moved()
        self._troubles.cut(Cut.AFTER_COMMIT, self._state)


def _of(session: Writing) -> Watch | None:
    watch = session.info.get(WATCHES)
    return watch if isinstance(watch, Watch) else None


@event.listens_for(Writing, "before_commit")
def _before_commit(session: Writing) -> None:
    if watch := _of(session):
        watch.before_commit()


@event.listens_for(Writing, "after_commit")
def _after_commit(session: Writing) -> None:
    if watch := _of(session):
        watch.after_commit()


class _Watched:
    def __init__(self, name: str, book: Any, watch: Watch) -> None:
        self._book, self._writes, self._watch = book, WRITES.get(name, {}), watch

    def __getattr__(self, name: str) -> Any:
        part, moved = getattr(self._book, name), self._writes.get(name)
        if moved is not None:
            part = partial(self._struck, moved, part)
        setattr(self, name, part)
        return part

    def _struck(self, moved: Moved, write: Callable[..., Any], *what: Any) -> Any:
        with self._watch.moving(moved(*what)):
            return write(*what)
