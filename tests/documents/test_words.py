"""What stands on each paper, word for word as it can be copied out."""

import pytest

from adapters.documents.typesetter import TypstTypesetter
from domain.certificates.certificate import CertificateKind
from domain.certificates.paper import Media
from tests.documents.paper import pages, poppler
from tests.documents.samples import MONTHLY, ORIGINAL, YEARLY, certificate

PAYMENT, TAX = CertificateKind.PAYMENT, CertificateKind.TAX
ROLLS = (Media.ROLL_80, Media.ROLL_58)
WORDS = {
    (PAYMENT, "sheet"): """
        编号：DEMO-2026-000018 社会保险费缴费证明 缴费人：张建国 证件类型：居民身份证 查询期间：2026年1月至2026年11月
        证件号码：520***********0119
        序号险种（征收项目）征收品目费款所属期起费款所属期止缴费日期（入库日期）实缴金额（元）
        1企业职工基本养老保险费灵活就业人员基本养老保险（个人缴纳）2026-08-012026-08-312026-08-20878.94
        3职工基本医疗保险费灵活就业人员基本医疗保险（个人缴纳）2026-09-012026-09-302026-09-20322.28
        合计（大写）叁仟伍佰肆拾伍元零陆分小写￥3,545.06 社保经办机构：南明区社会保险事业局、南明区医疗保障局
        本证明由缴费人自助开具，可凭编号和验证码查验。 查验二维码验证码7K2M94QD 国家税务总局贵阳市南明区税务局
        开具日期：2026年11月24日 第1次打印 第1页，共1页""",
    (PAYMENT, "slip"): """
        社会保险费缴费证明 编号DEMO-2026-000018 缴费人张建国 证件类型居民身份证 证件号码520***********0119
        查询期间2026年1月至2026年11月 1.企业职工基本养老保险费灵活就业人员基本养老保险（个人缴纳）
        费款所属期起2026-08-01费款所属期止2026-08-31缴费（入库）日期2026-08-20实缴金额（元）878.94
        3.职工基本医疗保险费灵活就业人员基本医疗保险（个人缴纳） 322.28 合计（小写）￥3,545.06
        合计（大写）叁仟伍佰肆拾伍元零陆分 社保经办机构南明区社会保险事业局、南明区医疗保障局
        税务机关国家税务总局贵阳市南明区税务局 开具日期2026年11月24日 第1次打印 查验二维码验证码7K2M94QD
        本证明由缴费人自助开具，可凭编号和验证码查验。""",
    (TAX, "sheet"): """
        No.995220260000000018 中华人民共和国税收完税证明 填发日期：2026年11月24日
        税务机关：国家税务总局贵阳市南明区税务局
        纳税人识别号520***********0119纳税人名称张建国 原凭证号税种品目名称税款所属时期入（退）库日期实缴（退）金额
        520000000000001842企业职工基本养老保险费灵活就业人员基本养老保险（个人缴纳）2026-08-01至2026-08-312026-08-20878.94
        520000000000001844职工基本医疗保险费灵活就业人员基本医疗保险（个人缴纳）2026-09-01至2026-09-302026-09-20322.28
        金额合计（大写）叁仟伍佰肆拾伍元零陆分￥3,545.06 税务机关（盖章） 填票人示范大厅自助终端01号
        备注：第1次打印验证码：7K2M94QD查验二维码 妥善保管 收据交纳税人作完税证明 第1页，共1页""",
    (TAX, "slip"): """
        中华人民共和国税收完税证明 No.995220260000000018 填发日期2026年11月24日 税务机关国家税务总局贵阳市南明区税务局
        纳税人识别号520***********0119 纳税人名称张建国 原凭证号520000000000001842税种企业职工基本养老保险费
        品目名称灵活就业人员基本养老保险（个人缴纳）税款所属时期2026-08-01至2026-08-31
        入（退）库日期2026-08-20实缴（退）金额878.94 金额合计￥3,545.06 金额合计（大写）叁仟伍佰肆拾伍元零陆分
        填票人示范大厅自助终端01号 税务机关（盖章） 备注：第1次打印 查验二维码验证码7K2M94QD
        收据·交纳税人作完税证明妥善保管""",
}  # fmt: skip


@pytest.mark.parametrize("media", Media)
@pytest.mark.parametrize("kind", CertificateKind)
def test_all_is_said(real: TypstTypesetter, kind: CertificateKind, media: Media) -> None:
    [text] = pages(real.set(certificate(kind), 1, media))
    words = WORDS[kind, "slip" if media in ROLLS else "sheet"].split()
    assert [word for word in words if word not in text] == []
    assert [word for word in ("副本", "补开", "样张", "仅供演示") if word in text] == []


@pytest.mark.parametrize("media", Media)
@pytest.mark.parametrize("kind", CertificateKind)
def test_what_makes_it_another_paper(
    real: TypstTypesetter, sample: TypstTypesetter, kind: CertificateKind, media: Media
) -> None:
    """A copy says so from the second print on, a 补开 names the other, a sample says that it is worth nothing."""
    [copy] = pages(real.set(certificate(kind), 2, media))
    assert "第2次打印" in copy and copy.count("副本") == 2
    [reissue] = pages(real.set(certificate(kind, original=ORIGINAL), 1, media))
    assert f"补开，原票证号码：{ORIGINAL}" in reissue and "副本" not in reissue
    [worthless] = pages(sample.set(certificate(kind), 1, media))
    assert "样张仅供演示，没有法律效力" in worthless


@pytest.mark.parametrize("media", Media)
@pytest.mark.parametrize("kind", CertificateKind)
def test_a_year_is_named_by_its_days(real: TypstTypesetter, kind: CertificateKind, media: Media) -> None:
    [text] = pages(real.set(certificate(kind, YEARLY), 1, media))
    for words in (
        "城乡居民基本养老保险费",
        "城乡居民基本养老保险（个人缴纳）",
        "2026-01-01",
        "2026-12-31",
        "叁佰元零伍分",
    ):
        assert words in text


@pytest.mark.parametrize("kind", CertificateKind)
def test_the_mark_across_a_sample_is_no_text(sample: TypstTypesetter, kind: CertificateKind) -> None:
    """It lies under the rows, and does not get between their words when they are copied out."""
    pdf = sample.set(certificate(kind, MONTHLY * 4), 1, Media.A4)
    laid_out = poppler("pdftotext", pdf, "-layout", "-", "-").decode().splitlines()
    assert not [line for line in laid_out if line.strip() in {"样", "张"}]
    assert sum("878.94" in line and "-20 " in line for line in laid_out) == 8
