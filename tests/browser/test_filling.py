"""A file chosen on the page of a document fills its form, after what was typed is saved."""

from __future__ import annotations

import json

from playwright.sync_api import expect

from browser import accessibility_problems


def test_a_file_fills_the_form_and_one_goes_on_writing(resolution):
    address = resolution.page.url
    form = resolution.page.locator("#form").bounding_box()
    assert form["y"] + form["height"] == 720  # nothing takes room below the form and the pages
    resolution.field("trich_yeu").fill("về việc cũ")
    resolution.field("closing").fill("Vừa gõ xong")
    resolution.page.get_by_text("Điền từ tệp JSON").click()
    data = {"trich_yeu": "về việc mới", "la": "x", "noi_dung": [{"level": "I-", "text": "Một"}]}
    file = {"name": "a.json", "mimeType": "application/json", "buffer": json.dumps(data).encode()}
    resolution.page.get_by_label("Tệp JSON").set_input_files(file)
    resolution.page.get_by_role("button", name="Điền vào biểu mẫu").click()
    expect(resolution.page.locator("[data-filled]")).to_contain_text("Không có mục «la»")
    expect(resolution.field("trich_yeu")).to_have_value("về việc mới")
    expect(resolution.field("closing")).to_have_value("Vừa gõ xong")
    expect(resolution.pages()).to_contain_text("I- MỘT")
    assert resolution.page.url == address
    assert accessibility_problems(resolution.page) == []
    resolution.field("closing").fill("Gõ tiếp")
    resolution.settle()
    resolution.page.get_by_role("button", name="Trở lại như trước khi điền").click()
    expect(resolution.page.locator("[data-filled]")).to_contain_text("Đã trở lại")
    expect(resolution.field("trich_yeu")).to_have_value("về việc cũ")
    expect(resolution.field("closing")).to_have_value("Vừa gõ xong")
