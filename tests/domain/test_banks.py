"""Banks, the codes that tell their cards, and the branches that a rule gives them."""

from pathlib import Path

import pytest

from adapters.assets.banks import banks_from_toml
from adapters.assets.offices import offices_from_toml
from adapters.assets.reading import BrokenData
from domain.accounts.banks import Banks, CardType
from tests.accounts.samples import card

ASSETS = Path(__file__).parents[2] / "assets"


@pytest.fixture(scope="module")
def banks() -> Banks:
    return banks_from_toml((ASSETS / "banks" / "banks.toml").read_text("utf-8"))


def test_the_banks_that_are_named_for_guizhou_take_part(banks: Banks) -> None:
    assert [bank.name for bank in banks.all[:9]] == [
        "中国工商银行", "中国农业银行", "中国银行", "中国建设银行", "交通银行", "中国邮政储蓄银行",
        "贵州农商联合银行", "贵阳银行", "贵州银行",
    ]  # fmt: skip
    assert all(any(b.type is CardType.DEBIT for b in bank.bins) for bank in banks.all)
    assert {b.length for bank in banks.all for b in bank.bins} == {16, 17, 18, 19}


@pytest.mark.parametrize(
    ("code", "length", "bank", "kind"),
    [
        ("621226", 19, "ICBC", CardType.DEBIT),
        ("62223", 16, "ICBC", CardType.CREDIT),
        ("622848", 19, "ABC", CardType.DEBIT),
        ("622836", 16, "ABC", CardType.CREDIT),
        ("621661", 19, "BOC", CardType.DEBIT),
        ("621700", 19, "CCB", CardType.DEBIT),
        ("621466", 16, "CCB", CardType.DEBIT),
        ("622258", 17, "COMM", CardType.DEBIT),
        ("622188", 19, "PSBC", CardType.DEBIT),
        ("621779", 19, "GZRCU", CardType.DEBIT),
        ("940035", 18, "GZRCU", CardType.DEBIT),
        ("621735", 19, "GYCB", CardType.DEBIT),
        ("628213", 16, "GYCB", CardType.CREDIT),
        ("621591", 16, "GZBANK", CardType.DEBIT),
    ],
)
def test_whose_card_it_is(banks: Banks, code: str, length: int, bank: str, kind: CardType) -> None:
    issue = banks.issue(card(code, length))
    assert issue is not None
    assert (issue.bank.code, issue.bin.type) == (bank, kind)
    assert banks.bank_of(card(code, length)) == banks.find(bank)
    assert banks.bank_of(card(code, 36 - length if length != 18 else 16)) is None


def test_a_bank_that_is_none_of_ours_keeps_its_code(banks: Banks) -> None:
    assert (banks.name("GYCB"), banks.name("HSBC"), banks.find("HSBC")) == ("贵阳银行", "HSBC", None)


def test_every_branch_has_a_number_of_its_own_that_no_real_one_has(banks: Banks) -> None:
    offices = offices_from_toml((ASSETS / "regions.toml").read_text("utf-8"))
    counties = [county for city in offices.cities for county in city.counties]
    branches = [banks.branch(bank, county) for bank in banks.all for county in counties]
    assert branches[0].number == "999520102001" and branches[0].name == "中国工商银行南明区支行"
    assert len({branch.number for branch in branches}) == len({branch.name for branch in branches}) == len(branches)
    assert all(len(b.number) == 12 and b.number.isdecimal() and b.number.startswith("999") for b in branches)


HEAD = '[branches]\nname = "{bank}{county}"\nnumber = "999{county}{serial}"\n'
ONE = '[[bank]]\ncode = "A"\nserial = "001"\nname = "甲"\n'
TWO = '[[bank]]\ncode = "B"\nserial = "002"\nname = "乙"\n'


def cards(kind: str, length: int, *codes: str) -> str:
    return f'[[bank.cards]]\ntype = "{kind}"\nlength = {length}\nbins = {list(codes)}\n'


def test_a_code_that_two_banks_use_is_told_by_the_length() -> None:
    banks = banks_from_toml(f"{HEAD}{ONE}{cards('debit', 18, '622303')}{TWO}{cards('credit', 16, '622303')}")
    found = [banks.issue(card("622303", length)) for length in (16, 17, 18)]
    assert [issue and (issue.bank.code, issue.bin.type) for issue in found] == [
        ("B", CardType.CREDIT), None, ("A", CardType.DEBIT),
    ]  # fmt: skip


def test_the_longest_code_says_whose_it_is() -> None:
    banks = banks_from_toml(f"{HEAD}{ONE}{cards('debit', 19, '62105')}{TWO}{cards('debit', 19, '621056801')}")
    assert [banks.name(bank.code) for n in ("621056801", "621056802") if (bank := banks.bank_of(card(n, 19)))] == [
        "乙", "甲",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        (f"{ONE}{ONE}", "banks.toml: a code is there twice"),
        (ONE + TWO.replace("002", "001"), "banks.toml: a serial is there twice"),
        (ONE + TWO.replace("乙", "甲"), "banks.toml: a name is there twice"),
        (ONE.replace("001", "1"), "banks.toml, bank 1: serial is three digits, not '1'"),
        (ONE + cards("debit", 19, "6212"), "banks.toml, bank 1, cards 1: '6212' is no issuer's code"),
        (ONE + cards("debit", 19, "62122X"), "banks.toml, bank 1, cards 1: '62122X' is no issuer's code"),
        (ONE + cards("prepaid", 19), "banks.toml, bank 1, cards 1: type must be 'debit' or 'credit', not 'prepaid'"),
        (
            ONE + cards("debit", 19, "621226") + TWO + cards("credit", 19, "621226"),
            "banks.toml: 621226 with 19 digits is there twice",
        ),
    ],
)
def test_a_broken_file_says_where(text: str, complaint: str) -> None:
    with pytest.raises(BrokenData) as broken:
        banks_from_toml(HEAD + text)
    assert str(broken.value) == complaint


def test_a_rule_that_does_not_make_clearing_numbers_is_broken() -> None:
    with pytest.raises(BrokenData) as broken:
        banks_from_toml(HEAD.replace("999{", "99{") + ONE)
    assert str(broken.value) == "banks.toml: number of branches does not make 12 digits"
