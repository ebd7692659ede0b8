"""Tools of the tests: minutes that leave things out, and figures that do not add up."""

from __future__ import annotations

from typing import Any

from handtyped.paper import Body
from mistakes.row import Row, in_body

_REQUIRED, _THERE = "PD.MINUTES.REQUIRED", "PD.MINUTES.ATTENDANCE"
_VOTES, _QUORUM, _PERCENT = "PD.MINUTES.VOTES", "PD.MINUTES.QUORUM", "PD.TEXT.PERCENT"
_BB, _BTV, _BB36 = "bien_ban", "bien_ban_ban_thuong_vu", "bien_ban_hd36"
_NQ, _BCS = "nghi_quyet_dang_uy", "nghi_quyet_ban_can_su_dang"
_SECRET = "phát ra 25 phiếu; thu về 25 phiếu; hợp lệ 25 phiếu; tán thành 24 phiếu"
_SAID = "Tổng số: 27 đồng chí; có mặt: 25 đồng chí; vắng mặt: 2 đồng chí."
_SHOW = "tán thành 25/25 đồng chí (100%)"


def _without(start: str) -> dict[str, Any]:
    """The text without a paragraph."""

    def change(body: Body) -> Body:
        kept = tuple(part for part in body if not part[1].startswith(start))
        assert len(kept) == len(body) - 1
        return kept

    return {"body": change}


def _one_more(text: str) -> dict[str, Any]:
    """A name more behind those who were absent."""

    def change(body: Body) -> Body:
        at = next(n for n, (_, said) in enumerate(body) if "Lê Quý Đôn" in said)
        return (*body[:at], ("gach", text), *body[at:])

    return {"body": change}


def _few(text: str) -> dict[str, Any]:
    """Another statement of who was there; nobody is named, no percentage told."""

    def change(body: Body) -> Body:
        share = " (77,8% tổng số Uỷ viên Ban Thường vụ)"
        told = [
            (kind, said.replace(share, "")) for kind, said in body
            if not said.startswith("Vắng mặt") and "lý do" not in said
        ]  # fmt: skip
        at = next(n for n, (_, said) in enumerate(told) if said.startswith("Tổng số"))
        return (*told[:at], ("p", text), *told[at + 1 :])

    return {"body": change}


ROWS = (
    Row("không có thời gian", _REQUIRED, _BB, _without("Thời gian:")),
    Row("không có địa điểm", _REQUIRED, _BTV, _without("Địa điểm:"), "tabs"),
    Row("không có người chủ trì", _REQUIRED, _BB, {"body": lambda body: tuple(
        (kind, text.replace("Kết luận của người chủ trì", "Kết luận")) for kind, text in body
        if not text.startswith("Người chủ trì:"))}),
    Row("không có người ghi biên bản", _REQUIRED, _BB, _without("Người ghi"), "plain"),
    Row("không có giờ kết thúc", _REQUIRED, _BTV, _without("Hội nghị kết thúc")),
    Row("HD36: không có giờ kết thúc", _REQUIRED, _BB36, _without("Hội nghị kết thúc"), "tabs"),
    Row("HD36: không có người ghi", _REQUIRED, _BB36, _without("Người ghi")),
    Row("có mặt và vắng không đủ", _THERE, _BB, in_body("có mặt: 25", "có mặt: 24")),
    Row("tổng số sai", _THERE, _BB, in_body("Tổng số: 27", "Tổng số: 28"), "tabs"),
    Row("vắng sai", _THERE, _BTV, in_body("vắng mặt: 1", "vắng mặt: 2"), "breaks"),
    Row("có mặt nhiều hơn tổng số", _THERE, _BB, in_body(_SAID, "Có mặt 29/27 đồng chí."), "plain"),
    Row("viết kiểu phân số", _THERE, _BB, in_body(_SAID, "Có mặt 24/27 đồng chí, vắng 02 đồng chí "
        "(có lý do).")),
    Row("viết số trước chữ", _THERE, _BB, in_body(_SAID, "Tổng số đảng uỷ viên là 27, có 24 đồng "
        "chí có mặt, 2 đồng chí vắng mặt."), "numbered"),
    Row("vắng có phép, không phép", _THERE, _BB, in_body(_SAID, "Triệu tập 27 đồng chí, có mặt 25 "
        "đồng chí, vắng có phép 1, vắng không phép 2.")),
    Row("tỷ lệ có mặt sai", _THERE, _BB, in_body(_SAID, "Có mặt 25/27 đồng chí (95,6%), vắng mặt 2 "
        "đồng chí.")),
    Row("nêu thừa tên", _THERE, _BB, _one_more("- Đồng chí Trần Văn An, lý do: đi học;")),
    Row("nêu thiếu tên", _THERE, _BB, _without("- Đồng chí Lê Quý Đôn"), "tabs"),
    Row("HD36: không đủ", _THERE, _BB36, in_body("có mặt: 8", "có mặt: 7")),
    Row("HD36: nêu thừa tên", _THERE, _BB36,
        in_body("Vắng mặt: Đồng chí", "Vắng mặt: Đồng chí Trần Văn An và đồng chí"), "plain"),
    Row("tán thành nhiều hơn có mặt", _VOTES, _BB, in_body(_SHOW, "tán thành 26/26 đồng chí")),
    Row("tán thành quá số biểu quyết", _VOTES, _BB, in_body(_SHOW, "tán thành 25/24 đồng chí"),
        "tabs"),
    Row("tỷ lệ sai", _VOTES, _BB, in_body(_SHOW, "tán thành 24/25 đồng chí (98%)")),
    Row("tỷ lệ sai, viết «đạt»", _VOTES, _BB, in_body(_SHOW, "số phiếu đồng ý: 24/25, đạt 95%"),
        "plain"),
    Row("số trước chữ", _VOTES, _BB, in_body(_SHOW, "27/25 đồng chí tán thành"), "breaks"),
    Row("cộng phiếu quá hợp lệ", _VOTES, _BB, in_body("ý kiến khác 1", "ý kiến khác 3")),
    Row("cộng phiếu không đủ", _VOTES, _BB, in_body("tán thành 24", "tán thành 20"), "tabs"),
    Row("thu về quá phát ra", _VOTES, _BB, in_body("phát ra 25", "phát ra 24")),
    Row("hợp lệ quá thu về", _VOTES, _BTV, in_body("thu về 8", "thu về 7")),
    Row("phát ra quá có mặt", _VOTES, _BTV, in_body("phát ra 8", "phát ra 12"), "plain"),
    Row("tỷ lệ phiếu sai", _VOTES, _BTV, in_body("77,8%", "79,8%"), "breaks"),
    Row("HD36: cộng quá có mặt", _VOTES, _BB36, in_body("tán thành 7 đồng", "tán thành 9 đồng")),
    Row("HD36: cộng không đủ", _VOTES, _BB36, in_body("ý kiến khác 1", "ý kiến khác 0"), "tabs"),
    Row("quá ít người dự", _QUORUM, _BB, _few("Tổng số: 51 đồng chí; có mặt: 25 đồng chí.")),
    Row("quá ít người dự", _QUORUM, _BTV, _few("Có mặt 8/16 đồng chí."), "tabs"),
    Row("HD36: quá ít người dự", _QUORUM, _BB36, _few("Có mặt 8/17 đồng chí."), "plain"),
    Row("kết nạp 14/40, 45%", _PERCENT, _NQ, in_body("đạt 35%", "đạt 45%")),
    Row("3/12 chi bộ (20%)", _PERCENT, _NQ, in_body("Còn 3 chi bộ", "Còn 3/12 chi bộ (20%)"),
        "tabs"),
    Row("HD36: 5/20 (30%)", _PERCENT, _BCS, in_body("5 chủ đầu tư", "5/20 chủ đầu tư (30%)")),
)  # fmt: skip
