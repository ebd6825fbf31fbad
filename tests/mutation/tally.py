"""How many faults were noticed, and which were not; those that nobody could notice apart, with why."""

import tomllib
from collections import Counter
from pathlib import Path

from tests.mutation.operators import Mutant
from tests.mutation.trials import Tried, Verdict

Key = tuple[str, str, str, str]
EQUIVALENT = Path(__file__).with_name("equivalent.toml")


class Tally:
    """Counts what became of mutants, and prints those that lived; those that nobody can notice with why, apart."""

    def __init__(self) -> None:
        self._reasons = reasons()
        self._verdicts = Counter[str]()

    def add(self, one: Tried) -> None:
        mutant = one.mutant
        why = self._reasons.get(key(mutant))
        verdict = "explained" if why and not one.noticed else one.verdict
        self._verdicts[verdict] += 1
        if why and one.noticed:
            why = f"is noticed, although {EQUIVALENT.name} says: {why}"
        if why or not one.noticed:
            place = f"{mutant.file}:{mutant.line}: {verdict}, {one.tests} tests"
            told = [place, mutant.text, mutant.before, f"-> {mutant.after}", *([why] if why else [])]
            print("\n    ".join(told), end="\n\n", flush=True)

    @property
    def share(self) -> float:
        """How many of those that could be noticed were."""
        noticed = self._verdicts[Verdict.NOTICED] + self._verdicts[Verdict.HUNG]
        return noticed / ((self._verdicts.total() - self._verdicts["explained"]) or 1)

    def __str__(self) -> str:
        return ", ".join(f"{count} {verdict}" for verdict, count in self._verdicts.most_common())


def key(mutant: Mutant) -> Key:
    """A fault by what is written where it is, which lasts longer than the number of its line."""
    return mutant.file, mutant.text, mutant.before, mutant.after


def reasons() -> dict[Key, str]:
    """Why nobody can notice a fault."""
    told = tomllib.loads(EQUIVALENT.read_text())["mutant"]
    return {(one["file"], one["text"], one["before"], one["after"]): one["because"] for one in told}
