"""Takes the pictures of `reading-a-dossier.md`: `python docs/screenshots.py out/index.html [ANOTHER/index.html]`.

The second page is that of a story whose places exist, for the map.

Needs Chromium, ChromeDriver and selenium. Run it after a change to the page, and look at what it took.
"""

from __future__ import annotations

import base64
import shutil
import sys
from pathlib import Path
from typing import Any

from selenium import webdriver

IMAGES = Path(__file__).parent / "images"
FLAGS = ("--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--no-first-run", "--disable-sync")
QUIET = ("--disable-background-networking", "--disable-component-update", "--disable-quic")
DESKTOP, PHONE, PAPER = 1180, 360, 794

# Name of the picture: width of the window, medium and colours, what is taken (a selector), greatest height.
PICTURES = {
    "page": (DESKTOP, "", "light", "body", 1000),
    "disputed": (DESKTOP, "", "light", ".dispute", 900),
    "changed": (DESKTOP, "", "light", "section:has(#changed)", 560),
    "matrix": (DESKTOP, "", "light", "section:has(#matrix)", 900),
    "origins": (DESKTOP, "", "light", "section:has(#origins)", 700),
    "time": (DESKTOP, "", "light", "section:has(#time)", 560),
    "claim": (DESKTOP, "", "light", ".claim", 800),
    "text": (DESKTOP, "", "light", "section:has(#texts)", 900),
    "phone": (PHONE, "", "light", "body", 1500),
    "dark": (DESKTOP, "", "dark", "body", 800),
    "print": (PAPER, "print", "light", "body", 1123),
}


# Of the second page: nothing that a report says, but names and numbers.
OTHERS = {
    "map": (DESKTOP, "", "light", "section:has(#map)", 700),
    "founding": (DESKTOP, "", "light", ".dispute", 330),
}


def main(page: Path, other: Path | None) -> None:
    IMAGES.mkdir(exist_ok=True)
    browser = _browser()
    for shown, pictures in ((page, PICTURES), (other, OTHERS)):
        for name, (width, medium, colours, selector, most) in pictures.items() if shown else ():
            (IMAGES / f"{name}.webp").write_bytes(_take(browser, shown, width, medium, colours, selector, most))
    browser.quit()


def _browser() -> Any:
    options = webdriver.ChromeOptions()
    options.binary_location = shutil.which("chromium") or shutil.which("google-chrome") or ""
    for flag in FLAGS + QUIET:
        options.add_argument(flag)
    return webdriver.Chrome(options=options, service=webdriver.ChromeService(shutil.which("chromedriver")))


def _take(browser: Any, page: Path, width: int, medium: str, colours: str, selector: str, most: int) -> bytes:
    size = {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": width < 600}
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
    scheme = [{"name": "prefers-color-scheme", "value": colours}]
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": medium, "features": scheme})
    browser.get(page.resolve().as_uri())
    browser.execute_script("document.querySelector('.claim details')?.setAttribute('open', '')")
    box = browser.execute_script(
        "const b = document.querySelector(arguments[0]).getBoundingClientRect(); return [b.top + scrollY, b.height]",
        selector,
    )
    clip = {"x": 0, "y": box[0], "width": width, "height": min(box[1] + 12, most), "scale": 1}
    shot = {"format": "webp", "quality": 82, "captureBeyondViewport": True, "clip": clip}
    return base64.b64decode(browser.execute_cdp_cmd("Page.captureScreenshot", shot)["data"])


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]) if len(sys.argv) > 2 else None)
