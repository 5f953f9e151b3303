"""The page in Chromium: no network, no script, fits a phone, prints whole, can be walked by keyboard."""

from __future__ import annotations

import base64
import json
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hostile import hostile
from whole import whole

from sayso.model import Dossier

pytestmark = pytest.mark.browser

Open = Callable[[Dossier], Any]


@pytest.fixture
def shown(chromium: Any, tmp_path: Path) -> Open:
    """Opens a dossier's page from disk, at a desktop's width, in light colours."""

    def open_page(dossier: Dossier) -> Any:
        file = tmp_path / "index.html"
        file.write_text(whole(dossier), encoding="utf-8")
        width(chromium, 1280)
        chromium.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "", "features": []})
        chromium.get_log("performance")
        chromium.get_log("browser")
        chromium.get(file.as_uri())
        return chromium

    return open_page


def width(browser: Any, pixels: int) -> None:
    size = {"width": pixels, "height": 800, "deviceScaleFactor": 1, "mobile": pixels < 600}
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)


def requests(browser: Any) -> list[str]:
    messages = [json.loads(line["message"])["message"] for line in browser.get_log("performance")]
    sent = [m["params"]["request"]["url"] for m in messages if m["method"] == "Network.requestWillBeSent"]
    return [url for url in sent if not url.startswith("data:")]


def test_nothing_is_fetched_and_nothing_is_complained_of(shown: Open, dossier: Dossier) -> None:
    browser = shown(dossier)
    assert [url.rpartition("/")[2] for url in requests(browser)] == ["index.html"]
    assert browser.get_log("browser") == []


def test_the_policy_holds_against_a_report_of_markup(shown: Open, dossier: Dossier) -> None:
    browser = shown(hostile(dossier))
    assert [url.rpartition("/")[2] for url in requests(browser)] == ["index.html"]
    assert browser.get_log("browser") == []
    # What a report cannot do even if its markup came through: the policy of the page itself stops it.
    browser.execute_script(
        "document.body.insertAdjacentHTML('beforeend', '<img src=x onerror=\"document.title=1\">');"
        "const s = document.createElement('script'); s.textContent = 'document.title = 2'; document.body.append(s);"
    )
    assert browser.title not in ("1", "2")
    refused = " ".join(line["message"] for line in browser.get_log("browser"))
    assert "violates the following Content Security Policy" in refused


@pytest.mark.parametrize("pixels", [320, 360, 768, 1280])
def test_no_sideways_scrolling(shown: Open, dossier: Dossier, pixels: int) -> None:
    browser = shown(dossier)
    width(browser, pixels)
    assert browser.execute_script("return document.documentElement.scrollWidth") <= pixels


# What is no finding: the words themselves, the scale of a chart, days of publication, and how much there is on the page.
NONE = (
    "blockquote, .body, .role-axis, figcaption, .vh, .narrow-only, .aside, time, nav, .strap, h1, .glossary, footer, "
    "[aria-labelledby=evidence]"
)
BARE = """
const bare = [], walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
for (let node; (node = walk.nextNode());) {
  const inside = node.parentElement;
  if (!/\\d/.test(node.data) || inside.closest('a, style, ' + arguments[0])) continue;
  // A row of a chart has its link laid over it; a summary opens onto its quotations.
  if (inside.closest('svg')?.querySelector('a') || inside.closest('summary')) continue;
  if (inside.closest('li, tr, p, dd, h3')?.querySelector('a')) continue;
  bare.push(node.data.trim());
}
return bare;
"""


def test_every_number_leads_to_its_words_in_one_click(shown: Open, dossier: Dossier) -> None:
    browser = shown(dossier)
    numbers = ".answer, .chart a, .cell, .behind a, .card a, .briefs a, .stands a, .at-issue a, .why a, .step a"
    hrefs = browser.execute_script(
        "return [...new Set([...document.querySelectorAll(arguments[0])].map(a => a.getAttribute('href')))]", numbers
    )
    assert len(hrefs) > 15
    for href in hrefs:
        browser.execute_script("location.hash = arguments[0]", href)
        visible = "const t = document.querySelector(':target'); return t.checkVisibility() && t.textContent.length > 0"
        assert browser.execute_script(visible), href
    assert browser.execute_script(BARE, NONE) == []


def test_folded_parts_open_for_what_leads_into_them(shown: Open, dossier: Dossier) -> None:
    browser = shown(dossier)
    browser.execute_script("document.querySelectorAll('details').forEach(d => d.open = false)")
    keys = pytest.importorskip("selenium.webdriver.common.keys").Keys
    browser.find_element("css selector", ".chart a").send_keys(keys.ENTER)
    assert browser.execute_script("return document.querySelector(':target').checkVisibility()")


def test_the_keyboard_reaches_the_dossier_and_is_seen(shown: Open, dossier: Dossier) -> None:
    browser = shown(dossier)
    keys = "selenium.webdriver.common.keys"
    tab = pytest.importorskip(keys).Keys.TAB
    body = browser.find_element("tag name", "body")
    body.send_keys(tab)
    assert browser.switch_to.active_element.text == "Skip to the dossier"
    for _ in range(30):
        browser.switch_to.active_element.send_keys(tab)
        style = "const s = getComputedStyle(document.activeElement); return s.outlineStyle + s.outlineWidth"
        assert browser.execute_script(style) == "solid3px"


def seen(browser: Any, css: str) -> list[bool]:
    """Whether each element that the selector finds is to be seen."""
    return browser.execute_script(
        "return [...document.querySelectorAll(arguments[0])].map(e => e.checkVisibility({contentVisibilityAuto: true}))",
        css,
    )


def test_paper_has_the_short_reading(shown: Open, dossier: Dossier) -> None:
    browser = shown(dossier)
    folded = ".stand .quote, .body p, .flow, #map, .above"
    assert any(seen(browser, folded))
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print", "features": []})
    assert not any(seen(browser, folded))
    # Each claim once: above where it is disputed, with its positions.
    assert all(seen(browser, ".dispute, .dispute .picture .wide-only svg, .camp, .claim:not(.above), .evidence"))


def test_print_opens_what_is_folded_where_all_is_asked_for(shown: Open, dossier: Dossier) -> None:
    browser = shown(dossier)
    browser.find_element("id", "whole").click()
    browser.execute_script("document.querySelectorAll('details').forEach(d => d.open = false)")
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print", "features": []})
    hidden = (
        "return [...document.querySelectorAll('details > *')].filter(e => !e.checkVisibility()).map(e => e.className)"
    )
    assert set(browser.execute_script(hidden)) <= {""}
    assert browser.execute_script("return document.querySelector('.body').getBoundingClientRect().height") > 40
    printed = base64.b64decode(browser.execute_cdp_cmd("Page.printToPDF", {})["data"])
    assert printed.startswith(b"%PDF")


def test_dark_is_dark_and_paper_is_light(shown: Open, dossier: Dossier) -> None:
    browser = shown(dossier)
    ground = "return getComputedStyle(document.body).backgroundColor"
    dark = {"features": [{"name": "prefers-color-scheme", "value": "dark"}]}
    assert browser.execute_script(ground) == "rgb(252, 251, 248)"
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "", **dark})
    assert browser.execute_script(ground) == "rgb(21, 23, 26)"
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print", **dark})
    assert browser.execute_script(ground) == "rgb(255, 255, 255)"


@pytest.fixture(scope="session")
def axe(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The source of axe-core, installed by npm for the test; skipped where npm cannot."""
    npm = shutil.which("npm")
    if npm is None:
        pytest.skip("needs npm, to install axe-core")
    folder = tmp_path_factory.mktemp("axe")
    command = [npm, "install", "--silent", "--no-audit", "--no-fund", "--prefix", str(folder), "axe-core@4"]
    if subprocess.run(command, capture_output=True, check=False).returncode:
        pytest.skip("npm could not install axe-core")
    return (folder / "node_modules/axe-core/axe.min.js").read_text(encoding="utf-8")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("pixels", [360, 1280])
def test_accessible_by_the_rules_of_wcag(shown: Open, dossier: Dossier, axe: str, scheme: str, pixels: int) -> None:
    browser = shown(dossier)
    width(browser, pixels)
    features = [{"name": "prefers-color-scheme", "value": scheme}]
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "", "features": features})
    browser.execute_script("document.querySelectorAll('details').forEach(d => d.open = true)")
    browser.execute_script(axe)
    found = browser.execute_async_script(
        "const done = arguments[arguments.length - 1];"
        "axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']})"
        ".then(r => done(r.violations.map(v => v.id + ': ' + v.nodes.slice(0, 3).map(n => n.html).join(' | '))))"
    )
    assert found == []
