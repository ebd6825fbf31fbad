"""Many at the desk's door at the same moment, at a server: each thing happens once, and the log stays whole."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier

from domain.desk.deeds import SignedOut
from domain.desk.proposals import Act, AlreadyProposed, NotOpen
from domain.money import Fen
from storage.bureau.desk_tries import FREE
from storage.bureau.resuming import go_on
from tests.bureau.desk.world import LI_MING, NOW, WANG, World

MANY = 6


def at_once(what: Callable[[int], object]) -> list[object]:
    """What comes of it for each of many who begin together."""
    gate = Barrier(MANY)

    def one(n: int) -> object:
        gate.wait()
        try:
            return what(n)
        except (AlreadyProposed, NotOpen) as error:
            return type(error)

    with ThreadPoolExecutor(MANY) as threads:
        return list(threads.map(one, range(MANY)))


def test_a_code_is_used_by_one(shared: World) -> None:
    assert sorted(map(bool, at_once(lambda n: shared.desk.staff.spend(WANG, 70)))) == [False] * (MANY - 1) + [True]


def test_no_more_are_looked_at_than_are_free(shared: World) -> None:
    tries = shared.desk.tries
    for _ in range(2):
        at_once(lambda n: tries.count(WANG, f"10.0.0.{n}", NOW))
    assert tries.count(WANG, "10.0.1.1", NOW) > timedelta(0)
    looked_at = [at_once(lambda n: tries.count(LI_MING, f"10.0.2.{n}", NOW)) for _ in range(3)]
    assert sum(wait == timedelta(0) for waits in looked_at for wait in waits) <= FREE


def test_one_proposes_and_one_agrees(shared: World) -> None:
    book = shared.desk.proposals
    given = at_once(lambda n: book.add(Act.ORDER_POSTED, "GZ1", Fen(5), LI_MING, NOW, "52", "why", "seen"))
    assert given.count(AlreadyProposed) == MANY - 1
    (waits,) = book.open(NOW)
    agreed = at_once(lambda n: book.agree(waits.number, f"{n}", NOW))
    assert agreed.count(NotOpen) == MANY - 1


def test_the_log_goes_on_whole_after_the_database_was_brought_back(shared: World) -> None:
    go_on(shared.store, NOW)
    shared.desk.staff.did(WANG, SignedOut(), NOW)
    assert shared.desk.staff.problem() is None and shared.desk.staff.unbroken(50)


def test_what_many_do_at_once_stands_in_one_chain(shared: World) -> None:
    def signs_out(n: int) -> None:
        shared.desk.staff.did((LI_MING, WANG)[n % 2], SignedOut(), NOW)

    before = len(shared.desk.staff.entries(100))
    at_once(signs_out)
    assert len(shared.desk.staff.entries(100)) == before + MANY
    assert shared.desk.staff.problem() is None
