"""The statements of a payment, as PostgreSQL's own log has them, played by pgbench."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass

from bureau.answering import Answering, Question
from kit.bureau.cluster import OWNER, run
from tests.benchmarks.bureau.asks import bill, introduces, order, pays
from tests.benchmarks.bureau.ground import Enrolled, Ground
from tests.storage.bureau.standby import NAME

CLIENTS = 48
"""As many connections as two services have."""
RECORDED = 70_001
"""The payment that is recorded: nothing else in it is this number."""
RATE = re.compile(r"tps = ([\d.]+)")
PARAMETER = re.compile(r"\$(\d+) = (NULL|'(?:[^']|'')*')")
PLACE = re.compile(r"\$(\d+)")


@dataclass(frozen=True, slots=True)
class Statement:
    """As the server was asked, with its parameters as literals."""

    sql: str
    given: dict[str, str]


class Recorded:
    """The statements of one payment; `changing` is what is another in each: a literal, as pgbench has to say it."""

    def __init__(self, ground: Ground, terminals: list[Enrolled]) -> None:
        one, many = terminals[-1], len(terminals)
        answering = Answering(ground.bureau)

        def ask(path: str, headers: dict[str, str], body: bytes) -> tuple[str, bytes]:
            told = {name.lower(): value for name, value in headers.items()}
            status, answer = answering.answer(Question(path, told, body, one.serial))
            if status != 200:
                raise RuntimeError(f"{path} was answered {status}")
            return told.get("request-number", ""), answer

        ask(*introduces(ground.machine, one))
        for n in (1, 2):  # What is only done once is done: the connections are open.
            for asked in pays(ground.machine, one, n):
                ask(*asked)
        ground.first.asked("ALTER SYSTEM SET log_statement = 'all'")
        ground.first.asked("SELECT pg_reload_conf(), pg_sleep(1)")
        answers = [ask(*asked) for asked in pays(ground.machine, one, RECORDED)]
        ground.first.asked("ALTER SYSTEM RESET log_statement")
        ground.first.asked("SELECT pg_reload_conf(), pg_sleep(1)")
        self.statements = list(_logged(ground))
        self.changing = {
            f"'{order(one, RECORDED)}'": "('GZ' || lpad(:n::text, 30, '0'))",
            f"'{bill(one, RECORDED).key}'": "('bill' || :n::text)",
            f"'{json.loads(answers[1][1])}'": "('52' || to_char(currval('vouchers'), 'FM0000000000000000'))",
            f"'{one.person}'": f"({terminals[0].person} + :n::bigint % {many})",
            **{f"'{number}'": f"md5('{which}' || :n::text)" for which, (number, _) in enumerate(answers)},
        }
        found = {value for one in self.statements for value in one.given.values()}
        if missing := self.changing.keys() - found:
            raise RuntimeError(f"the log has nothing of {missing}")

    def script(self) -> str:
        """For pgbench: `n` is another number each time."""
        numbered = "\\set k :k + 1\n\\set n :client_id * 100000000 + :k\n"
        return numbered + "".join(f"{self._said(one)};\n" for one in self.statements)

    def _said(self, one: Statement) -> str:
        given = {place: self.changing.get(value, value) for place, value in one.given.items()}
        return " ".join(PLACE.sub(lambda found: given[found[1]], one.sql).split())


class Replay:
    """Plays what was recorded, with as many connections as the services have."""

    def __init__(self, recorded: Recorded, ground: Ground) -> None:
        self._ground, self._begins = ground, 1
        self.statements = len(recorded.statements)
        self.commits = sum(one.sql == "COMMIT" for one in recorded.statements)
        self._file = ground.folder / "payment.sql"
        self._file.write_text(recorded.script(), "utf-8")

    def plays(self, seconds: float) -> float:
        """Payments a second."""
        there = self._ground.first.there
        said = run(
            *("pgbench", "-n", "-M", "extended", "-c", str(CLIENTS), "-j", "2", "-T", str(round(seconds))),
            *("-D", f"k={self._begins}", "-f", str(self._file)),
            *("-h", there["host"], "-p", there["port"], "-U", OWNER, NAME),
        )
        self._begins += 1_000_000
        found = RATE.search(said)
        if found is None or "failed" not in said or " 0 (0.000%)" not in said:
            raise RuntimeError(said)
        return float(found[1])


def _logged(ground: Ground) -> Iterator[Statement]:
    for file in sorted((ground.first.data / "log").glob("*.json")):
        for line in file.read_text("utf-8").splitlines():
            entry = json.loads(line)
            said, kind = entry.get("message", ""), entry.get("application_name")
            found = re.match(r"(?:statement|execute [^:]*): (.*)", said, re.DOTALL)
            if kind == "kiosk-bureau" and found:
                yield Statement(found[1], dict(PARAMETER.findall(entry.get("detail", ""))))
