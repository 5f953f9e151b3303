"""How large the pages are, how long they take to make, and how long Chromium takes to open them.

    python -m bench.page [DOSSIER.json ...] [--reports 300]

Without a dossier: made stories of 2, 30 and 300 reports (tests/dossier/large.py). Times are of this machine.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sayso.dossier import from_json
from sayso.dossier.page import INDEX, pages
from sayso.model import Dossier

ROOT = Path(__file__).resolve().parents[1]
OPENED = "const t = performance.getEntriesByType('navigation')[0]; return [t.domContentLoadedEventEnd, t.loadEventEnd]"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("dossiers", nargs="*", type=Path)
    parser.add_argument("--reports", nargs="*", type=int, default=[2, 30, 300])
    asked = parser.parse_args()
    browser = _browser()
    for name, dossier in _dossiers(asked):
        start = time.perf_counter()
        made = dict(pages(dossier))
        took = time.perf_counter() - start
        with tempfile.TemporaryDirectory() as folder:
            for file, text in made.items():
                (Path(folder) / file).write_text(text, encoding="utf-8")
            opened = _opened(browser, Path(folder) / INDEX)
        size = max(len(text.encode()) for text in made.values()) / 1e6
        print(f"{name}: {len(made)} pages, the largest {size:.2f} MB, made in {took:.1f} s{opened}")
    if browser:
        browser.quit()


def _dossiers(asked: argparse.Namespace) -> Iterator[tuple[str, Dossier]]:
    for path in asked.dossiers:
        yield str(path), from_json(path.read_bytes())
    if not asked.dossiers:
        sys.path.insert(0, str(ROOT / "tests/dossier"))
        from large import large

        for reports in asked.reports:
            yield f"{reports} made reports", large(reports)


def _browser() -> Any:
    binary, driver = shutil.which("chromium") or shutil.which("google-chrome"), shutil.which("chromedriver")
    if not binary or not driver:
        return None
    from selenium import webdriver

    options = webdriver.ChromeOptions()
    options.binary_location = binary
    for flag in ("headless", "no-sandbox", "disable-gpu", "no-first-run", "disable-background-networking"):
        options.add_argument(f"--{flag}")
    return webdriver.Chrome(options=options, service=webdriver.ChromeService(driver))


def _opened(browser: Any, page: Path) -> str:
    """The best of three openings, each laid out and painted."""
    if browser is None:
        return ", not opened: no Chromium here"
    best = []
    for _ in range(3):
        start = time.perf_counter()
        browser.get(page.as_uri())
        browser.execute_script("return document.body.getBoundingClientRect().height")
        ready, _ = browser.execute_script(OPENED)
        best.append((time.perf_counter() - start, ready / 1000))
    whole, ready = min(best)
    return f", read by Chromium in {ready:.2f} s, laid out in {whole:.2f} s"


if __name__ == "__main__":
    main()
