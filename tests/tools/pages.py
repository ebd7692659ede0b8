"""Tools of the tests: a page as a browser without scripts sees it."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser


@dataclass
class Page:
    """What a page holds: controls as they would be sent, ids, links, messages beside fields."""

    controls: dict[str, str] = field(default_factory=dict)
    ids: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    messages: dict[str, str] = field(default_factory=dict)
    described: list[str] = field(default_factory=list)
    inline: list[str] = field(default_factory=list)
    text: str = ""

    @property
    def anchors(self) -> set[str]:
        """Links within the page, without `#`."""
        return {link[1:] for link in self.links if link.startswith("#")}


def page_of(html: str) -> Page:
    """The page; what stands in a `<template>` is not part of it."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.page


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.page = Page()
        self.templates = 0
        self.open: str | None = None  # the textarea, select or message that is being read
        self.buffer = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "template":
            self.templates += 1
        if self.templates:
            return
        self._note(tag, given)
        name = given.get("name", "")
        if tag == "input":
            self._input(name, given)
        elif tag == "textarea":
            self.open, self.buffer = name, ""
        elif tag == "select":
            self.open = name
            self.page.controls[name] = ""
        elif tag == "option" and "selected" in given:
            self.page.controls[self.open or ""] = given.get("value", "")
        elif tag == "p" and "msg" in given.get("class", "").split():
            self.open, self.buffer = given["id"], ""

    def _note(self, tag: str, given: dict[str, str]) -> None:
        if "id" in given:
            self.page.ids.append(given["id"])
        if "href" in given:
            self.page.links.append(given["href"])
        self.page.described += given.get("aria-describedby", "").split()
        if tag == "script" and "src" not in given:
            self.page.inline.append("script")
        self.page.inline += [name for name in given if name.startswith("on") or name == "style"]

    def _input(self, name: str, given: dict[str, str]) -> None:
        if given.get("type") == "checkbox":
            if "checked" in given:
                self.page.controls[name] = "on"
        elif name:
            # A line cannot hold a line end: a browser takes it out of the value.
            self.page.controls[name] = given.get("value", "").replace("\n", "").replace("\r", "")

    def handle_endtag(self, tag: str) -> None:
        if tag == "template":
            self.templates -= 1
        elif self.templates or self.open is None:
            return
        elif tag == "textarea":
            # The line end right after the tag belongs to the markup, says the standard.
            self.page.controls[self.open] = self.buffer.removeprefix("\n")
            self.open = None
        elif tag == "select":
            self.open = None
        elif tag == "p":
            if self.buffer.strip():
                self.page.messages[self.open] = self.buffer.strip()
            self.open = None

    def handle_data(self, data: str) -> None:
        if not self.templates:
            self.buffer += data
            self.page.text += data
