"""What a written text is when it is said, by language."""

from collections.abc import Callable, Mapping

from domain.speech import chinese, english

SPOKEN: Mapping[str, Callable[[str], str]] = {"zh": chinese.spoken, "en": english.spoken}


def aloud(text: str, language: str) -> str:
    """In words alone. A language that nobody speaks here is said as Chinese is."""
    return SPOKEN.get(language, chinese.spoken)(text)
