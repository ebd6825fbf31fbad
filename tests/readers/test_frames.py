"""Frames, and the text of cards: what is whole is read, however it comes; of anything else nobody is known."""

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from adapters.readers.card_text import LONG, MARK, card_on
from adapters.readers.frames import HEAD, MOST, PREAMBLE, Frames, frame
from adapters.readers.sam import FIND, READ, SELECT
from domain.identity import DocumentKind
from domain.readers.reading import Card
from kit.simulators.sam import text_of
from tests.readers.breaking import CARDS, TODAY, read_broken

CONTENT = st.binary(min_size=3, max_size=60)
ZHANG = Card(DocumentKind.RESIDENT_ID, "520199197803150119", "张建国")


def test_commands_are_those_of_the_protocol() -> None:
    assert bytes.fromhex("AAAAAA9669 0003 2001 22") == FIND
    assert bytes.fromhex("AAAAAA9669 0003 2002 21") == SELECT
    assert bytes.fromhex("AAAAAA9669 0003 3001 32") == READ


@given(st.lists(CONTENT, max_size=4), st.lists(st.integers(1, 40), min_size=1))
def test_frames_are_found_in_whatever_pieces_they_come(contents: list[bytes], sizes: list[int]) -> None:
    data, frames, at, n = b"".join(map(frame, contents)), Frames(), 0, 0
    found: list[bytes] = []
    while at < len(data):
        found += frames.feed(data[at : at + sizes[n % len(sizes)]])
        at, n = at + sizes[n % len(sizes)], n + 1
    assert found == contents


@given(st.binary(max_size=30), CONTENT)
def test_a_frame_is_found_behind_noise(noise: bytes, content: bytes) -> None:
    assert content in [*Frames().feed(noise.replace(PREAMBLE[:2], b"") + b"\0" + frame(content))]


@given(CONTENT, st.data())
def test_one_wrong_byte_is_noticed(content: bytes, data: st.DataObject) -> None:
    whole = bytearray(frame(content))
    whole[data.draw(st.integers(HEAD, len(whole) - 1))] ^= data.draw(st.integers(1, 255))
    assert content not in [*Frames().feed(bytes(whole))]


@pytest.mark.parametrize("length", [0, 3, MOST + 1, 0xFFFF])
def test_a_length_that_cannot_be_is_passed_over_at_once(length: int) -> None:
    frames = Frames()
    assert [*frames.feed(PREAMBLE + length.to_bytes(2) + frame(b"\0\0\x80"))] == [b"\0\0\x80"]


@given(st.lists(st.binary(max_size=2 * MOST), max_size=8))
@settings(max_examples=30)
def test_what_is_held_never_grows(pieces: list[bytes]) -> None:
    frames = Frames()
    for piece in (*pieces, (PREAMBLE + b"\x05\x08") * 400):
        [*frames.feed(piece)]
        assert 0 < frames.lacks <= HEAD + MOST


@pytest.mark.parametrize(("card", "mark"), CARDS)
def test_every_card_with_a_chip_is_read(card: Card, mark: str) -> None:
    assert card_on(text_of(card, mark), TODAY) == card


@pytest.mark.parametrize(
    "rare", [Card(ZHANG.kind, ZHANG.number, name) for name in ("𠮷田", "买买提·艾力", "欧阳　修".replace("　", ""))]
)
def test_names_are_read_with_all_their_characters(rare: Card) -> None:
    assert card_on(text_of(rare), TODAY) == rare


def test_a_name_is_spelt_as_names_are_here() -> None:
    read = card_on(text_of(Card(ZHANG.kind, ZHANG.number, "买买提•艾力")), TODAY)
    assert read and read.name == "买买提·艾力"


def changed(at: int, said: str) -> bytes:
    text = bytearray(text_of(ZHANG))
    text[at : at + 2 * len(said)] = said.encode("utf-16-le", "surrogatepass")
    return bytes(text)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(changed(122, "520199197803150118"), id="a check digit that does not fit"),
        pytest.param(changed(36, "19780316"), id="another birth date than the number says"),
        pytest.param(changed(0, " " * 15), id="no name"),
        pytest.param(changed(0, "张3国"), id="a figure in the name"),
        pytest.param(changed(0, "张\ud800国"), id="half a character"),
        pytest.param(changed(MARK[0], "Q"), id="a card that nobody knows"),
        pytest.param(changed(MARK[0], "J"), id="a resident's number on a residence permit"),
        pytest.param(changed(122, "810000199408230021"), id="a residence permit's number on a resident's card"),
        pytest.param(text_of(ZHANG)[:-2], id="too short"),
        pytest.param(text_of(ZHANG) + b"\0\0", id="too long"),
        pytest.param(bytes(LONG), id="blank"),
    ],
)
def test_of_a_card_that_is_not_sound_nobody_is_known(text: bytes) -> None:
    assert card_on(text, TODAY) is None


def test_whoever_is_read_does_not_stand_in_a_log() -> None:
    assert "张建国" not in repr(ZHANG) and "5201" not in str(ZHANG)


@pytest.mark.parametrize("seed", range(300))
def test_over_a_line_that_breaks_every_answer_nobody_is_read(seed: int) -> None:
    assert read_broken(Random(seed), most=2)[1] is None


@given(st.randoms(use_true_random=False))
def test_nor_by_any_other_chance(chance: Random) -> None:
    assert read_broken(chance, most=2)[1] is None


@pytest.mark.parametrize("seed", range(20))
def test_over_one_that_breaks_nothing_all_are(seed: int) -> None:
    card, read = read_broken(Random(seed), most=0)
    assert read == card


@given(st.randoms(use_true_random=False))
def test_one_broken_answer_makes_nobody_somebody_else(chance: Random) -> None:
    card, read = read_broken(chance, most=1)
    assert read in (None, card)
