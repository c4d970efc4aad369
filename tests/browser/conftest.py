"""The real server, a real Chromium, and a person at the desk."""

import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

CHROMIUM = "/usr/bin/chromium"
PATIENCE = 25_000
"""Milliseconds a busy machine may take; a test that passes takes none of it."""

expect.set_options(timeout=PATIENCE)

ENGLISH = (
    "Statement on the Schools\n\n"
    "The school in Hpa-An opened in 1998.\n\n"
    "It has 40 pupils. They come from 12 villages.\n\n"
    "We thank every teacher for the work of this year.\n"
)
BURMESE = (
    "ကျောင်းများဆိုင်ရာ ထုတ်ပြန်ချက်\n\n"
    "ဘားအံရှိ ကျောင်းကို ၁၉၉၈ ခုနှစ်တွင် ဖွင့်ခဲ့သည်။\n\n"
    "ကျောင်းသား ၄၀ ရှိသည်။ သူတို့သည် ကျေးရွာ ၁၂ ရွာမှ လာကြသည်။\n\n"
    "ယခုနှစ်အတွင်း ဆောင်ရွက်ခဲ့သည့် ဆရာ ဆရာမ အားလုံးကို ကျေးဇူးတင်ပါသည်။\n"
)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        browser.close()


class Server:
    """`workbench serve` as a process of its own, which can be stopped and started again."""

    def __init__(self, data: Path) -> None:
        self.data = data
        self.port = 0
        self.start()

    def start(self) -> None:
        """Serve, on the same port as before, and wait until the address is printed."""
        self.process = subprocess.Popen(
            [sys.executable, "-m", "workbench", "serve", "--port", str(self.port)],
            env={**os.environ, "WORKBENCH_DATA": str(self.data), "WORKBENCH_DATABASE_URL": ""},
            stdout=subprocess.PIPE,
            text=True,
        )
        assert self.process.stdout
        line = self.process.stdout.readline()
        found = re.search(r"http://127\.0\.0\.1:(\d+)", line)
        assert found, line
        self.port = int(found[1])
        self.address = found[0]

    def stop(self) -> None:
        self.process.terminate()
        self.process.communicate(timeout=20)


@pytest.fixture(scope="session")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    server = Server(tmp_path_factory.mktemp("served"))
    yield server
    server.stop()


@pytest.fixture
def server(running: Server) -> str:
    """The address of the server that all these tests share; each makes a project of its own."""
    return running.address


@pytest.fixture
def visit(browser: Browser, server: str) -> Iterator[Callable[..., Page]]:
    """Open the workbench in a browser of one's own; a fault of a script fails the test."""
    contexts: list[BrowserContext] = []
    faults: list[str] = []

    def opened(width: int = 1280, height: int = 800, **options: Any) -> Page:
        context = browser.new_context(
            base_url=server, viewport={"width": width, "height": height}, **options
        )
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(PATIENCE)
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.on(
            "request",
            lambda request: faults.append(request.url) if not request.url.startswith(server) else None,
        )
        return page

    yield opened
    for context in contexts:
        context.close()
    assert faults == []


def add_document(page: Page) -> None:
    """A project and a document of the two texts above; the page is at its desk afterwards."""
    page.goto("/")
    page.get_by_label("New project").fill(f"Schools {uuid4().hex[:6]}")
    page.get_by_role("button", name="Make the project").click()
    page.get_by_role("link", name="Add a document").click()
    files = {"source": ("schools.en.txt", ENGLISH), "target": ("schools.my.txt", BURMESE)}
    for side, (name, text) in files.items():
        page.locator(f"input[name={side}]").set_input_files(
            {"name": name, "mimeType": "text/plain", "buffer": text.encode()}
        )
    page.get_by_role("button", name="Read and align").click()
    page.wait_for_url("**/documents/*")


@pytest.fixture
def desk(visit: Callable[..., Page]) -> Page:
    """A browser at the desk of a new document of five pairs."""
    page = visit()
    add_document(page)
    return page
