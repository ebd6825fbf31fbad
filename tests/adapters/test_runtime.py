"""The machine, the pretended one, and what is done again and again on either."""

import os
import threading
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from threading import Event

import pytest

from adapters.rounds import Rounds
from adapters.runtime import Machine
from domain.runtime import HALL_TIME, Runtime
from kit.simulators.runtime import SimulatedRuntime
from tests.adapters.stand import NOON

SECONDS = 20.0
"""No wait here lasts so long."""
HOUR = 3600.0
MAKERS: tuple[Callable[[], Runtime], ...] = (Machine, lambda: SimulatedRuntime(NOON))


@pytest.fixture(params=MAKERS, ids=["machine", "simulated"])
def runtime(request: pytest.FixtureRequest) -> Runtime:
    made: Runtime = request.param()
    return made


class TestEither:
    def test_time_is_aware_and_uptime_never_goes_back(self, runtime: Runtime) -> None:
        assert runtime.now().tzinfo is not None
        seen = [runtime.uptime() for _ in range(100)]
        assert seen == sorted(seen)

    def test_chance_keeps_its_bounds(self, runtime: Runtime) -> None:
        assert {runtime.below(3) for _ in range(200)} == {0, 1, 2}
        assert len({runtime.token(16) for _ in range(50)}) == 50 and len(runtime.token(7)) == 7

    def test_who_was_woken_before_does_not_sleep(self, runtime: Runtime) -> None:
        sleep = runtime.sleep()
        sleep.wake()
        assert sleep.rest(HOUR)

    def test_who_is_stopped_never_sleeps_again(self, runtime: Runtime) -> None:
        sleep = runtime.sleep()
        sleep.stop()
        assert [sleep.rest(HOUR) for _ in range(3)] == [False] * 3

    def test_each_sleeper_has_a_bed_of_his_own(self, runtime: Runtime) -> None:
        one, other = runtime.sleep(), runtime.sleep()
        one.stop()
        assert other.rest(0.001)


class TestMachine:
    def test_it_has_the_hall_s_time(self) -> None:
        before = datetime.now(UTC)
        assert before <= Machine().now() <= datetime.now(UTC)
        assert Machine().now().tzinfo is HALL_TIME

    def test_it_can_be_on_another_day(self) -> None:
        assert Machine(lambda: NOON).now() == NOON

    @pytest.mark.parametrize("niceness", [0, 19])
    def test_a_thread_has_its_name_and_its_niceness_and_keeps_nobody(self, niceness: int) -> None:
        seen: list[object] = []

        def look() -> None:
            me = threading.current_thread()
            seen.extend((me.name, me.daemon, os.getpriority(os.PRIO_PROCESS, threading.get_native_id())))

        least = max(niceness, os.getpriority(os.PRIO_PROCESS, threading.get_native_id()))
        Machine().start("sweeper", look, niceness).join(SECONDS)
        assert seen == ["sweeper", True, least]

    def test_a_sleeper_on_another_thread_is_woken_and_stopped(self) -> None:
        machine, sleep, woken = Machine(), Machine().sleep(), Event()

        def rest() -> None:
            while sleep.rest(HOUR):
                woken.set()

        thread = machine.start("sleeper", rest)
        sleep.wake()
        assert woken.wait(SECONDS)
        sleep.stop()
        thread.join(SECONDS)
        assert "sleeper" not in {one.name for one in threading.enumerate()}


class TestSimulated:
    def test_its_clock_moves_only_when_it_is_told_or_somebody_sleeps(self) -> None:
        runtime = SimulatedRuntime(NOON)
        assert (runtime.now(), runtime.uptime()) == (NOON, 0.0)
        runtime.pass_by(minutes=1)
        runtime.sleep().rest(30)
        assert (runtime.now(), runtime.uptime()) == (NOON + timedelta(seconds=90), 90.0)

    def test_a_seed_says_all(self) -> None:
        one, again, other = SimulatedRuntime(NOON, 1), SimulatedRuntime(NOON, 1), SimulatedRuntime(NOON, 2)
        drawn = [[(made.below(10**6), made.token(8)) for _ in range(9)] for made in (one, again, other)]
        assert drawn[0] == drawn[1] != drawn[2]


class TestRounds:
    def test_each_is_done_at_the_start_and_every_so_often_until_the_end(self) -> None:
        runtime = SimulatedRuntime(NOON, until=NOON + timedelta(seconds=17))
        done: list[tuple[str, float]] = []
        jobs = {name: lambda name=name: done.append((name, runtime.uptime())) for name in ("a", "b")}
        Rounds(runtime, jobs, 5.0).start()
        runtime.started["a"]()
        assert done == [("a", at) for at in (0.0, 5.0, 10.0, 15.0)]
        assert runtime.started.keys() == {"a", "b"}

    def test_they_are_woken_and_stopped(self) -> None:
        rounds = iter(events := [Event(), Event()])
        made = Rounds(Machine(), {"job": lambda: next(rounds).set()}, HOUR)
        made.start()
        assert events[0].wait(SECONDS)
        made.wake()
        assert events[1].wait(SECONDS)
        made.stop(SECONDS)
        assert made.stopping and "job" not in {one.name for one in threading.enumerate()}

    def test_a_slow_one_is_left_behind_when_patience_ends(self) -> None:
        begun, over = Event(), Event()

        def slow() -> None:
            begun.set()
            over.wait(SECONDS)

        made = Rounds(Machine(), {"slow": slow}, HOUR)
        made.start()
        assert begun.wait(SECONDS)
        made.stop(0.01)
        assert not over.is_set() and "slow" in {one.name for one in threading.enumerate()}
        over.set()
