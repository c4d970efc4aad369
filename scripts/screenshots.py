"""The screenshots of the README, taken of the samples: `python -m scripts.screenshots docs`."""

import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

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
        page = browser.new_page(base_url=address, viewport=SIZE, color_scheme="light")
        _prefer(page, "Your name", "Daw Hla")
        page.goto("/")
        page.get_by_role("link", name=TITLE).click()
        page.get_by_role("link", name=TITLE).click()
        for key in KEYS:
            page.keyboard.press(key)
            page.wait_for_load_state("networkidle")
        page.wait_for_timeout(2500)
        page.screenshot(path=folder / "desk.png")
        browser.close()


def _prefer(page: Page, label: str, value: str) -> None:
    page.goto("/preferences")
    page.get_by_label(label).fill(value)
    page.get_by_role("button", name="Keep these settings").click()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
