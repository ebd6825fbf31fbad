"""Go over to another release, which is signed, tried on a copy of the store, and watched for ten minutes.

1 if nothing was changed; why is said. `--save` and `--watch` are what systemd asks for.
"""

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from commands.house import House
from commands.places import store_files

ROOT, SETTINGS = Path("/opt/shebao-kiosk"), Path("/etc/shebao-kiosk")


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("archive", nargs="?", type=Path, metavar="FILE.tar.xz", help="with FILE.tar.xz.minisig beside")
    how = parser.add_mutually_exclusive_group()
    how.add_argument("--save", action="store_true", help="keep the store before a release on trial starts")
    how.add_argument("--watch", action="store_true", help="see a trial to its end")
    how.add_argument("--back", action="store_true", help="end a trial: the release before runs again")
    parser.add_argument("--root", type=Path, default=ROOT, help=f"where the releases lie ({ROOT})")
    parser.add_argument("--key", type=Path, default=SETTINGS / "release.pub", help="of who makes releases")
    parser.add_argument("--config", type=Path, default=SETTINGS / "kiosk.toml")


def do(args: Namespace, house: House) -> int:
    from adapters.settings import read
    from adapters.updating.host import Debian
    from adapters.updating.releases import Releases, UpdateFailed
    from adapters.updating.updater import Updater
    from domain.ports import ForStaff

    if (args.archive is None) is not (args.save or args.watch or args.back):
        print("kiosk: either an archive, or one of --save, --watch, --back", file=sys.stderr)
        return 2
    sleep = house.runtime.sleep()
    try:
        store = store_files(read(args.config, profile="hall")).store
        updater = Updater(
            Releases(args.root),
            Debian(args.config, store),
            args.key,
            lambda: house.runtime.now().timestamp(),
            sleep.rest,
            lambda sentence: print(sentence, flush=True),
        )
        if args.archive:
            updater.update(args.archive)
        elif args.save:
            updater.save()
        elif args.watch:
            updater.watch()
        else:
            updater.back()
    except (UpdateFailed, ForStaff) as error:
        print(f"kiosk: {error}", file=sys.stderr)
        return 1
    return 0
