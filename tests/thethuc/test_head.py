"""The head and the opening: what is right in another way, or left open in a draft, is not told."""

from __future__ import annotations

from typing import Any

import pytest

from spoil import report, spoiled, told

NQ, CV, QD = "nghi_quyet_dang_uy", "cong_van", "quyet_dinh_ban_hanh_quy_che"
RIGHT: tuple[tuple[str, dict[str, Any]], ...] = (
    (NQ, {"so_ky_hieu": "Số      -NQ/ĐU"}),
    (NQ, {"so_ky_hieu": "Số ……-NQ/ĐU"}),
    (NQ, {"so_ky_hieu": "Số\u00a0112\u2011NQ/ĐU"}),
    (NQ, {"so_ky_hieu": "Số 12-NQ/VPTW/nb"}),
    (NQ, {"dia_danh_ngay": "Nam Đông Hà, ngày     tháng 10 năm 2026"}),
    (NQ, {"dia_danh_ngay": "Nam Đông Hà, ngày … tháng … năm 2026"}),
    (CV, {"trich_yeu": ("về việc chuẩn bị hội nghị", "ngày 15/11/2026")}),
    (CV, {"trich_yeu": ("về việc chuẩn bị hội nghị ngày 15/11/2026",)}),
    (CV, {"trich_yeu": ("về việc triển khai Kế hoạch", "số 31-KH/ĐU, ngày 06/11/2026")}),
    (NQ, {"trich_yeu": ("về nhiệm vụ quý IV", "(sửa đổi)")}),
    (QD, {"trich_yeu": ("ban hành Quy chế", "“Một cửa”")}),
    (NQ, {"dia_danh_ngay": "TP Huế, ngày\u00a005 tháng\u00a010 năm 2026"}),
)


@pytest.mark.parametrize("layout", ["table", "tabs"])
@pytest.mark.parametrize(("paper", "change"), RIGHT, ids=lambda value: str(value))
def test_what_is_right_is_not_told(paper, change, layout):
    assert told(report(spoiled(paper, layout, **change)).findings) == []
