"""Tools of the tests: somebody at a page of docgen, in a real browser."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Download, Locator, Page, expect

expect.set_options(timeout=10_000)
SETTLED = "Đã lưu"

SETUP: dict[str, Any] = {
    "organisation": {
        "kind": "ban_can_su_dang",
        "co_quan_cap_tren": "Tỉnh uỷ Quảng Trị",
        "co_quan_ban_hanh": "Ban cán sự đảng\nUỷ ban nhân dân tỉnh",
        "ky_hieu": "BCSĐ",
        "dia_danh": "Đông Hà",
    },
    "members": [
        {"name": "Lê Minh Quang", "position": "Bí thư", "office": "Chủ tịch UBND tỉnh"},
        {"name": "Hoàng Nam", "position": "Uỷ viên", "office": "Giám đốc Sở Nội vụ"},
        {"name": "Hoàng Nam", "position": "Uỷ viên", "office": "Giám đốc Sở Tài chính"},
    ],
}
"""An organisation in which two members share a name."""


class Clerk:
    """Somebody at a page: what the tests do again and again."""

    def __init__(self, page: Page, url: str) -> None:
        self.page, self.url = page, url
        self.complaints: list[str] = []
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("console", lambda message: self._hear(message.type, message.text))

    def _hear(self, kind: str, text: str) -> None:
        # A refused answer is what some tests are about; anything else a page complains of is wrong.
        if kind == "error" and not text.startswith("Failed to load resource"):
            self.complaints.append(text)

    def open(self, path: str) -> None:
        self.page.goto(self.url + path)

    def field(self, name: str) -> Locator:
        return self.page.locator(f'#form [name="{name}"]')

    def fill(self, texts: dict[str, str]) -> None:
        for name, text in texts.items():
            self.field(name).fill(text)

    def settle(self) -> None:
        """Wait until what was typed is saved."""
        expect(self.page.locator("[data-saved]")).to_contain_text(SETTLED)
        self.wait_until("!document.querySelector('.layer.fresh')")

    def wait_until(self, condition: str) -> None:
        """Wait for a condition; Playwright's own way needs eval, which the page forbids."""
        for _ in range(200):
            if self.page.evaluate(condition):
                return
            self.page.wait_for_timeout(50)
        pytest.fail(f"It never came about: {condition}")

    def pages(self) -> Locator:
        """The document as it is shown."""
        return self.page.locator("[data-sheet] .layer:not(.fresh)")

    def download(self) -> Download:
        with self.page.expect_download() as waiting:
            self.page.get_by_role("button", name="Tải bản Word").click()
        return waiting.value

    def paste(self, place: Locator, *, html: str = "", text: str = "") -> None:
        """What Ctrl+V does when these are on the clipboard."""
        place.focus()
        place.evaluate(
            """(place, [html, text]) => {
                const clipboardData = new DataTransfer();
                if (html) clipboardData.setData("text/html", html);
                clipboardData.setData("text/plain", text);
                const event = { clipboardData, bubbles: true, cancelable: true };
                place.dispatchEvent(new ClipboardEvent("paste", event));
            }""",
            [html, text],
        )
