"""The service put together: an app over a bureau and its authority."""

from starlette.applications import Starlette

from bureau.answering import Answering
from bureau.authority import Authority, Places
from bureau.enrolling import Enrolling
from bureau.offices import Bureau
from bureau.openapi import described
from bureau.service import service
from domain.runtime import Clock


def assembled(bureau: Bureau, authority: Authority, places: Places, clock: Clock) -> Starlette:
    """`clock` is the machine's, for certificates."""
    answering = Answering(bureau)
    return service(answering, Enrolling(bureau, authority, places.ca.read_bytes(), answering, clock), described())
