"""Tells how the terminal is where others look: in a file beside its store, and in one for Prometheus."""

from collections.abc import Callable
from pathlib import Path

from adapters.health.told import METRICS, NAME, Told, metrics, put, told
from adapters.rounds import Rounds
from domain.health.checkup import Checkup
from domain.logs import terminal as events
from domain.logs.event import Sentence
from domain.logs.log import Log
from domain.runtime import Runtime

log = Log("kiosk.health")

FILE_S, METRICS_S = 10.0, 15.0
"""How often the files are renewed; what is otherwise than before is told at once."""
PATIENCE_S = 3.0


class Reports:
    """`folder` is that of the store, `for_prometheus` the one that node_exporter's textfile collector reads."""

    def __init__(
        self, checkup: Callable[[], Checkup], terminal: str, folder: Path, for_prometheus: Path | None, runtime: Runtime
    ) -> None:
        self._checkup, self._terminal = checkup, terminal
        self._files = {NAME: folder / NAME}
        self._mute: set[str] = set()
        self._rounds = [Rounds(runtime, {"health file": self.write}, FILE_S)]
        if for_prometheus is not None:
            self._files[METRICS] = for_prometheus / METRICS
            self._rounds.append(Rounds(runtime, {"health metrics": self.write_metrics}, METRICS_S))

    def start(self) -> None:
        for one in self._rounds:
            one.start()

    def wake(self) -> None:
        """Something has changed: tell it now. Never waits."""
        for one in self._rounds:
            one.wake()

    def stop(self) -> None:
        """What was told holds no longer: the files go."""
        for one in self._rounds:
            one.stop(PATIENCE_S)
        for file in self._files.values():
            try:
                file.unlink(missing_ok=True)
            except OSError:
                continue

    def write(self) -> None:
        """What `./kiosk doctor` reads beside a running terminal."""
        self._tell(NAME, lambda said: said.model_dump_json(indent=1))

    def write_metrics(self) -> None:
        """What Prometheus gets."""
        self._tell(METRICS, metrics)

    def _tell(self, name: str, text: Callable[[Told], str]) -> None:
        checkup = self._checkup()
        if checkup.complete:
            self._put(name, text(told(checkup, self._terminal)))

    def _put(self, name: str, text: str) -> None:
        try:
            put(self._files[name], text)
        except OSError as error:
            if name not in self._mute:  # once: a disk that is full must not fill the log
                log.warning(events.HealthUntold(name, Sentence(error.strerror or type(error).__name__)))
            self._mute.add(name)
        else:
            self._mute.discard(name)
