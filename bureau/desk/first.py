"""How somebody becomes a member of staff: at the desk by another, and the first one at the console."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from bureau.desk import keys
from domain.desk.member import Member, MemberState, Role, problem_of_number, problem_of_roles
from domain.runtime import Runtime
from storage.bureau.staff import StoredStaff
from storage.store import Store

GOOD_FOR = timedelta(days=7)
"""How long a passphrase that is good once waits for its member."""
CONSOLE = "console"
"""Who adds members at the console, in the log."""


def add_member(store: Store, runtime: Runtime, number: str, name: str, roles: Iterable[Role]) -> str:
    """A new member of staff, and their passphrase, which is good once and kept nowhere: for `bureau init`.

    Raises ValueError for a number or roles that nobody can have, NumberTaken, and StoreError.
    """
    return added(StoredStaff(store.sessions, store.sealer), runtime, number, name, frozenset(roles), CONSOLE)


def renew_member(store: Store, runtime: Runtime, number: str) -> str:
    """Another passphrase for a member, also where nobody else is left who could: what they had is good no more.

    Raises KeyError for a number that nobody has, and StoreError.
    """
    return renewed(StoredStaff(store.sessions, store.sealer), runtime, number, CONSOLE)


def added(staff: StoredStaff, runtime: Runtime, number: str, name: str, roles: frozenset[Role], who: str) -> str:
    """The same in the name of `who`."""
    if problem := problem_of_number(number) or problem_of_roles(roles):
        raise ValueError(problem)
    passphrase, now = keys.once(runtime), runtime.now()
    member = Member(number, name, roles, MemberState.NEW, now)
    staff.add(member, keys.passphrase_hash(passphrase), until(now), who)
    return passphrase


def renewed(staff: StoredStaff, runtime: Runtime, number: str, who: str) -> str:
    """Another passphrase for somebody who has lost theirs, or their phone. Raises KeyError."""
    passphrase, now = keys.once(runtime), runtime.now()
    staff.renew(number, keys.passphrase_hash(passphrase), until(now), now, who)
    return passphrase


def until(now: datetime) -> datetime:
    """When a passphrase that is given now is good no more."""
    return now + GOOD_FOR
