"""Words in other languages: gettext catalogues (`assets/words/<language>.po`), each message by its Chinese."""

from pathlib import Path

from domain.words import Catalogues, Translate


def catalogues(folder: Path) -> Catalogues:
    """What `Language` asks for a language. A message that has no words yet, or uncertain ones, stays Chinese."""

    def of(tag: str) -> Translate:
        file = folder / f"{tag}.po"
        if not file.is_file():
            raise KeyError(tag)
        from babel.messages.pofile import read_po

        with file.open("rb") as opened:
            words = {str(one.id): str(one.string) for one in read_po(opened) if one.id and one.string and not one.fuzzy}
        return lambda message: words.get(message, message)

    return of
