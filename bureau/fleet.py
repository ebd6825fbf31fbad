"""The terminals as the desk is shown them, by their own last word."""

from dataclasses import dataclass
from datetime import UTC, datetime

from pydantic import ValidationError

from adapters.bureau.word import Amiss, Word
from domain.desk.fleet import Health, TerminalState
from domain.health.looks import named, said
from domain.runtime import HALL_TIME
from domain.words import Text, Verbatim, joined
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
        _first(word),
        joined("，", (_told(one) for one in word.amiss[1:])),
        joined("，", map(_sentence, word.amiss)),
    )


def _first(word: Word) -> Text:
    """An older terminal names no devices."""
    return _told(word.amiss[0]) if word.amiss else Verbatim(word.word)


def _told(one: Amiss) -> Text:
    return Text("{device}{state}", device=named(one.name), state=said(one.word))


def _sentence(one: Amiss) -> Text:
    at = one.since.astimezone(HALL_TIME)
    return Text("{device}，{since:%H:%M} 起", device=_told(one), since=at)


def _word(told: str) -> Word:
    """What a terminal says that this program does not know is doubt."""
    try:
        return Word.model_validate_json(told) if told else Word()
    except ValidationError:
        return Word(health=Health.DOUBT)
