"""Whether a certificate was issued here, by its number and check code; 1 if it was not, 2 if nobody can tell."""

import sys
from argparse import ArgumentParser, Namespace
from contextlib import closing

from commands.house import House, takes_settings
from commands.places import open_store
from domain.runtime import HALL_TIME


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("number", metavar="NUMBER")
    parser.add_argument("code", metavar="CODE", help="the eight characters of 验证码, without a space or in quotes")
    takes_settings(parser)


def do(args: Namespace, house: House) -> int:
    from adapters.settings import read
    from domain.certificates.payments import lines_of
    from domain.certificates.verifying import is_true, verified
    from domain.money import yuan
    from domain.ports import ForStaff

    try:
        settings = read(args.config, profile=args.profile)
        if settings.bureau or settings.adapter:
            print("kiosk: this hall's certificates are kept at its bureau: ask there", file=sys.stderr)
            return 2
        with closing(open_store(settings)) as store:
            certificate = verified(store.certificates, args.number, args.code)
            whose = certificate.person if certificate else 0  # Nobody's.
            paid = lines_of(whose, store.tax.payments(whose), store.refunds.of(whose), HALL_TIME)
    except ForStaff as error:
        print(f"kiosk: {error}", file=sys.stderr)
        return 2
    if certificate is None:
        print("not genuine: no certificate was issued here under this number with this code")
        return 1
    content = certificate.content
    day = certificate.issued_at.astimezone(HALL_TIME).date()
    print(
        f"genuine: {certificate.kind.label} {certificate.number}, issued on {day}, printed {certificate.prints} times"
    )
    print(f"         {content.number}, {len(content.lines)} payments, {yuan(content.fen)} yuan in all")
    if not is_true(certificate, paid):
        print("         but some of it has been refunded since, or is about to be")
    return 0
