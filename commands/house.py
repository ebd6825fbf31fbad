"""What commands are given, and what several of them take."""

from argparse import ArgumentParser, ArgumentTypeError
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from commands.places import ASSETS

if TYPE_CHECKING:
    from adapters.settings import Settings
    from domain.runtime import Runtime
    from kit.play.playground import PlaygroundMaker
    from viewmodels.backend import Backend
    from viewmodels.words.language import Language
    from viewmodels.worker import Worker

SIZES = {"1080x1920": (1080, 1920), "1920x1080": (1920, 1080), "1280x1024": (1280, 1024)}
USUAL = "1080x1920"
CHINESE, PSEUDO = "zh", "xx"


class OpenBackend(Protocol):
    """Opens the store and the world outside; without a `runtime` on the machine's own."""

    def __call__(self, settings: "Settings", worker: "Worker", *, runtime: "Runtime" = ...) -> "Backend": ...


@dataclass(frozen=True, slots=True)
class House:
    """What the composition root makes: a terminal's parts, a terminal to play with, and the machine below them."""

    open_backend: "OpenBackend"
    playground: "PlaygroundMaker"
    runtime: "Runtime"


def takes_settings(parser: ArgumentParser, profile: str = "demo") -> None:
    """Whose terminal it is about; `profile` where nothing is said."""
    parser.add_argument("--profile", choices=("demo", "hall"), default=profile)
    parser.add_argument("--config", type=Path, metavar="FILE")


def _known(tag: str) -> str:
    """A language that the screens can be said in."""
    if tag in {CHINESE, PSEUDO} or (ASSETS / "words" / f"{tag}.po").is_file():
        return tag
    raise ArgumentTypeError(f"there is no catalogue of {tag!r}")


def takes_language(parser: ArgumentParser) -> None:
    """What the screens say their words in."""
    parser.add_argument(
        "--language", type=_known, default=CHINESE, metavar="TAG", help="zh; xx, to test with; or one of assets/words"
    )


def spoken(tag: str) -> "Language":
    """The language of a tag. Raises KeyError where there is no catalogue of it."""
    from adapters.assets.words import catalogues
    from viewmodels.words.language import Language

    language = Language(catalogues(ASSETS / "words"))
    language.choose(tag)
    return language


def takes_size(parser: ArgumentParser) -> None:
    """How large the terminal is."""
    parser.add_argument("--size", choices=SIZES, default=USUAL)
