"""Addresses, against a server on this machine."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from sayso.model import Report, Unread
from sayso.readers import read, web

ARTICLE = "".join(
    f"<p>Paragraph {n}: two people were hurt when a crane fell on the quay, the harbour master said.</p>"
    for n in range(4)
)
PAGE = f"<html><head><title>Crane falls on quay</title></head><body><article>{ARTICLE}</article></body></html>"


class Site(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        match self.path:
            case "/crane.html":
                self._answer(200, "text/html; charset=utf-8", PAGE.encode())
            case "/crane.txt":
                self._answer(
                    200, "text/plain; charset=windows-1252", "Crane falls\n\n“Café shut”, he said.".encode("cp1252")
                )
            case "/moved":
                self._answer(302, location="/crane.html")
            case "/loop":
                self._answer(302, location="/loop")
            case "/away":
                self._answer(302, location="ftp://example.org/crane.txt")
            case "/report.pdf":
                self._answer(200, "application/pdf", b"%PDF-1.7")
            case "/endless":
                self._answer(200, "text/html", b"<p>" + b"word " * 3_000_000)
            case "/silent":
                threading.Event().wait(2)
            case _:
                self._answer(404, "text/html", b"gone")

    def _answer(self, status: int, kind: str = "", body: bytes = b"", location: str = "") -> None:
        self.send_response(status)
        if kind:
            self.send_header("Content-Type", kind)
        if location:
            self.send_header("Location", location)
        self.end_headers()
        try:
            self.wfile.write(body)
        except OSError:
            return

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    server.server_close()


def only(address: str) -> Report | Unread:
    (found,) = read([address])
    return found


def reason(address: str) -> str:
    found = only(address)
    assert isinstance(found, Unread), found
    return found.reason


def test_a_page(site: str) -> None:
    found = only(f"{site}/crane.html")
    assert isinstance(found, Report)
    assert found.text.startswith("Crane falls on quay")
    assert (found.id, found.url, found.file) == ("crane", f"{site}/crane.html", None)
    assert found.outlet and found.outlet.startswith("127.0.0.1")
    taken = datetime.fromisoformat(str(found.metadata["retrieved"]))  # by the server's clock
    assert abs(datetime.now(UTC) - taken) < timedelta(minutes=5)


def test_plain_text_in_the_encoding_that_the_server_names(site: str) -> None:
    found = only(f"{site}/crane.txt")
    assert isinstance(found, Report)
    assert found.text == "Crane falls\n\n“Café shut”, he said."


def test_a_redirect_is_followed_and_the_last_address_kept(site: str) -> None:
    found = only(f"{site}/moved")
    assert isinstance(found, Report)
    assert found.url == f"{site}/crane.html"


def test_an_address_that_redirects_to_itself(site: str) -> None:
    assert "redirects without end" in reason(f"{site}/loop")


def test_a_redirect_to_another_scheme_is_not_followed(site: str) -> None:
    assert "only http" in reason(f"{site}/away")


def test_what_is_no_page(site: str) -> None:
    assert "application/pdf" in reason(f"{site}/report.pdf")


def test_an_answer_that_is_an_error(site: str) -> None:
    assert "404" in reason(f"{site}/none")


def test_a_page_without_end_is_cut_off(site: str) -> None:
    assert "limit" in reason(f"{site}/endless")


def test_a_server_that_says_nothing(site: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(web, "WAIT", 0.2)
    assert "did not answer within" in reason(f"{site}/silent")


def test_an_address_where_nobody_listens() -> None:
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        assert "did not answer" in reason(f"http://127.0.0.1:{unused.getsockname()[1]}/")


@pytest.mark.parametrize("address", ["http://", "http://[bad/", "https://a b/", "http://127.0.0.1:99999/"])
def test_an_address_that_is_none(address: str) -> None:
    assert reason(address)
