"""The screenshots of the README, taken of the samples: `python -m scripts.screenshots docs`."""

import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Page, expect, sync_playwright

from tests.browser.conftest import CHROMIUM, Server
from workbench.config import Settings
from workbench.services.samples import load_samples
from workbench.storage import open_database, upgrade

SIZE = {"width": 1440, "height": 900}
TITLE = "Statement on the flood relief plan"
KEYS = [*["j", "Shift+A"] * 4, "j", "r", *["j", "Shift+A"] * 2, "j", "x", "j", "Shift+A", "n"]
"""What a reviewer has pressed before the picture is taken."""


def main(folder: Path) -> None:
    """Take each picture anew."""
    folder.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as data:
        settings = Settings.from_environment({"WORKBENCH_DATA": data})
        database = open_database(settings)
        upgrade(database)
        load_samples(database)
        database.close()
        server = Server(Path(data))
        try:
            _take(server.address, folder)
        finally:
            server.stop()


def _take(address: str, folder: Path) -> None:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        page = browser.new_page(base_url=address, viewport=SIZE)
        _prefer(page, "en", "light")
        page.goto("/")
        page.get_by_role("link", name=TITLE).click()
        page.get_by_role("link", name=TITLE).click()
        for key in KEYS:
            page.keyboard.press(key)
            expect(page.locator("form.htmx-request")).to_have_count(0)
        for tongue, theme, name in (
            ("en", "light", "desk.png"),
            ("my", "dark", "desk-burmese-dark.png"),
        ):
            desk = page.url.split("#")[0].split("?")[0]
            _prefer(page, tongue, theme)
            page.goto(f"{desk}?go=5")
            page.wait_for_timeout(2500)
            page.screenshot(path=folder / name)
            page.goto(desk)
        browser.close()


def _prefer(page: Page, tongue: str, theme: str) -> None:
    page.goto("/preferences")
    page.locator("input[name=name]").fill("Daw Hla")
    page.locator(f"input[value={tongue}]").check()
    page.locator(f"input[value={theme}]").check()
    page.locator("form .primary").click()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
