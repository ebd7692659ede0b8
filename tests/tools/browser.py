"""Tools of the tests: the system's Chromium, driven by Playwright."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, Page, sync_playwright

from toolbox import NODE_MODULES, missing, program

# What a browser does on its own account has no place in a test, and these run without network.
FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


@contextmanager
def running_chromium() -> Iterator[Browser]:
    """The browser; each test opens a context of its own in it."""
    path = program("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(FLAGS))
        try:
            yield browser
        finally:
            browser.close()


def accessibility_problems(page: Page) -> list[str]:
    """What axe-core (WCAG 2.2 AA) has against the page as it stands: rule, place, how to mend."""
    script = NODE_MODULES / "axe-core" / "axe.min.js"
    if not script.exists():
        missing("axe-core (npm)")
    # Evaluated, not added as a tag: a page's content security policy rightly refuses foreign tags.
    page.evaluate(script.read_text(encoding="utf-8"))
    tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
    found = page.evaluate("tags => axe.run({runOnly: tags})", tags)
    return [
        f"{rule['id']} at {' '.join(node['target'])}: {node['failureSummary']}"
        for rule in found["violations"]
        for node in rule["nodes"]
    ]
