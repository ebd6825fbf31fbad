"""Pages: templates in the language of who reads them. All that a template shows is escaped, and said in that language.

Templates say their texts as `{{ _("共 {count} 笔", count=n) }}`, which makes a `Text`, as the code does; so one
catalogue has them all, and `tests.words` finds them in both.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, pass_context
from jinja2.runtime import Context
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from domain.money import yuan
from domain.words import Catalogues, Text, Translate, Verbatim

HERE = Path(__file__).parent
CHINESE, ENGLISH = "zh", "en"
LANGUAGE = "desk-language"
"""The cookie of the language: nothing secret."""


@pass_context
def _said(context: Context, value: object) -> object:
    """What stands in a page: texts in its language."""
    if not isinstance(value, Text):
        return value
    translate: Translate | None = context["translate"]
    return value.said(translate) if translate else str(value)


def _environment() -> Environment:
    made = Environment(
        autoescape=True,
        finalize=_said,
        loader=FileSystemLoader(HERE / "templates"),
        lstrip_blocks=True,
        trim_blocks=True,
        undefined=StrictUndefined,
    )
    made.globals |= {"_": Text, "verbatim": Verbatim, "yuan": yuan}
    return made


@dataclass(frozen=True, slots=True)
class Pages:
    """Made once. `common` is what every page is told besides."""

    catalogues: Catalogues
    common: Mapping[str, object]
    environment: Environment

    @classmethod
    def of(cls, catalogues: Catalogues, **common: object) -> "Pages":
        return cls(catalogues, common, _environment())

    def page(self, request: Request, name: str, status: int = 200, **told: object) -> Response:
        """A page, in the language that its reader has chosen."""
        tag = language(request)
        root: str = request.scope.get("root_path", "")

        def at(path: str) -> str:
            """Where something of the desk is, wherever that is mounted."""
            return f"{root}{path}"

        said: dict[str, Any] = {**self.common, **told, "at": at, "language": tag, "here": _here(request, root)}
        said["translate"] = self.catalogues(tag) if tag != CHINESE else None
        return HTMLResponse(self.environment.get_template(name).render(said), status)


def _here(request: Request, root: str) -> str:
    """The page's own address, to come back to."""
    path, query = request.url.path[len(root) :], request.url.query
    return f"{path}?{query}" if query else path


def language(request: Request) -> str:
    """Which language somebody reads: what they have chosen, else Chinese."""
    return ENGLISH if request.cookies.get(LANGUAGE) == ENGLISH else CHINESE


def goes_to(request: Request, path: str) -> RedirectResponse:
    """On to another page of the desk, which is asked for anew."""
    return RedirectResponse(f"{request.scope.get('root_path', '')}{path}", 303)


Show = Callable[..., Response]
