"""The terminals as the desk is shown them, by their own last word."""

from dataclasses import dataclass
from datetime import UTC, datetime

from pydantic import ValidationError

from adapters.bureau.word import Word
from domain.desk.fleet import Health, TerminalState
from domain.words import Verbatim
from storage.bureau.terminals import StoredTerminals, Terminal

NEVER = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class EnrolledFleet:
    """Implements `Fleet`."""

    kept: StoredTerminals

    def terminals(self) -> tuple[TerminalState, ...]:
        """As `Fleet` says."""
        every = (one for one in self.kept.all() if one.enrolled_at is not None)
        return tuple(sorted(map(_state, every), key=lambda one: (one.hall, one.name)))


def _state(terminal: Terminal) -> TerminalState:
    word = _word(terminal.health)
    return TerminalState(
        terminal.number,
        terminal.hall,
        word.health,
        terminal.heard_at,
        terminal.enrolled_at or NEVER,
        terminal.revoked_at,
        word.takes_money,
        Verbatim(word.word),
    )


def _word(told: str) -> Word:
    """What a terminal says that this program does not know is doubt."""
    try:
        return Word.model_validate_json(told) if told else Word()
    except ValidationError:
        return Word(health=Health.DOUBT)
