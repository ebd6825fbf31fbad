"""What is done again and again behind the screens."""

from collections.abc import Callable, Mapping

from domain.runtime import Runtime, Sleep, Thread


class Rounds:
    """Does each of `jobs`, by name, every `seconds` and at the start, on a thread of its own: none waits for another.

    A job takes care of its own mistakes: one that it lets out ends its thread.
    """

    def __init__(self, runtime: Runtime, jobs: Mapping[str, Callable[[], None]], seconds: float) -> None:
        self._runtime, self._jobs, self._seconds = runtime, jobs, seconds
        self._sleeps = {name: runtime.sleep() for name in jobs}
        self._threads: list[Thread] = []
        self.stopping = False
        """A job that is long looks at this between its parts."""

    def start(self) -> None:
        """Begin with a round of each."""
        for name, job in self._jobs.items():
            self._threads.append(self._runtime.start(name, self._again_and_again(job, self._sleeps[name])))

    def wake(self) -> None:
        """Do all of them now, instead of when it is time. Never waits."""
        for sleep in self._sleeps.values():
            sleep.wake()

    def stop(self, patience: float) -> None:
        """Stop after the rounds at hand. What lasts longer than `patience` seconds is left to end with the program."""
        self.stopping = True
        for sleep in self._sleeps.values():
            sleep.stop()
        until = self._runtime.uptime() + patience
        for thread in self._threads:
            thread.join(max(0.0, until - self._runtime.uptime()))

    def _again_and_again(self, job: Callable[[], None], sleep: Sleep) -> Callable[[], None]:
        def work() -> None:
            job()
            while sleep.rest(self._seconds):
                job()

        return work
