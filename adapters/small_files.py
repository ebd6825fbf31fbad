"""Small files of JSON beside the store, each read by a model of its own: nothing is guessed of one that is broken."""

from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, ValidationError

from adapters.files import write
from domain.ports import Unreadable

M = TypeVar("M", bound=BaseModel)


def read(path: Path, model: type[M]) -> M | None:
    """What a file has; None where there is none. Raises Unreadable."""
    try:
        return model.model_validate_json(path.read_bytes())
    except FileNotFoundError:
        return None
    except OSError as error:
        raise Unreadable(error.strerror or type(error).__name__) from None
    except ValidationError as error:
        raise Unreadable(f"{path.name} is damaged, {error.error_count()} mistakes") from None


def keep(path: Path, content: BaseModel) -> None:
    """In the place of what it had; also where the store is not made yet. Raises OSError."""
    path.parent.mkdir(parents=True, exist_ok=True)
    write(path, content.model_dump_json(indent=1))
