"""Reports at http and https addresses."""

from __future__ import annotations

import time
from dataclasses import replace
from datetime import UTC, datetime
from urllib.parse import urlsplit

import httpx

from sayso import __version__
from sayso.readers import dates, errors
from sayso.readers.decode import decode
from sayso.readers.errors import Unreadable
from sayso.readers.metadata import Known
from sayso.readers.page import PAGE_LIMIT, page
from sayso.readers.raw import Raw

REDIRECTS = 5
WAIT = 10.0  # seconds for an answer to begin, and between two pieces of it
DEADLINE = 40.0  # seconds for the whole of it
PAGES = {"text/html", "application/xhtml+xml", ""}


def fetch(address: str) -> Raw:
    """The report at `address`; raises Unreadable, with what went wrong, where there is none."""
    try:
        return _fetch(address)
    except httpx.TooManyRedirects as error:
        raise Unreadable(errors.REDIRECTS.format(limit=REDIRECTS)) from error
    except httpx.TimeoutException as error:
        raise Unreadable(errors.TIMED_OUT.format(seconds=WAIT)) from error
    except httpx.UnsupportedProtocol as error:
        raise Unreadable(errors.SCHEME) from error
    except (httpx.InvalidURL, UnicodeError) as error:
        raise Unreadable(errors.BAD_ADDRESS.format(why=error)) from error
    except httpx.HTTPError as error:
        raise Unreadable(errors.NO_ANSWER.format(why=str(error) or type(error).__name__)) from error


def _fetch(address: str) -> Raw:
    began = time.monotonic()
    body = bytearray()
    with (
        httpx.Client(follow_redirects=True, max_redirects=REDIRECTS, timeout=WAIT) as client,
        client.stream("GET", address, headers={"User-Agent": f"sayso/{__version__}"}) as answer,
    ):
        if answer.status_code >= 400:
            phrase = f" ({answer.reason_phrase})" if answer.reason_phrase else ""
            raise Unreadable(errors.STATUS.format(status=answer.status_code, phrase=phrase))
        kind = answer.headers.get("content-type", "").partition(";")[0].strip().lower()
        if kind not in PAGES and kind != "text/plain":
            raise Unreadable(errors.WRONG_CONTENT.format(what=kind))
        for piece in answer.iter_bytes():
            body += piece
            if len(body) > PAGE_LIMIT:
                limit = errors.size(PAGE_LIMIT)
                raise Unreadable(errors.TOO_LONG.format(size=f"more than {limit}", limit=limit))
            if time.monotonic() - began > DEADLINE:
                raise Unreadable(errors.TIMED_OUT.format(seconds=DEADLINE))
        declared, final = answer.charset_encoding, str(answer.url)
        retrieved = dates.published(answer.headers.get("date", "")) or datetime.now(UTC).isoformat(timespec="seconds")
    raw = Raw(label=address, name=_name(final), text="", known=Known({"url": final}, {"retrieved": retrieved}))
    if kind == "text/plain":
        return replace(raw, text=decode(bytes(body), declared))
    return page(bytes(body), raw, declared)


def _name(address: str) -> str:
    """The last part of an address's path, without its suffix; the host where there is no path."""
    split = urlsplit(address)
    last = split.path.rstrip("/").rpartition("/")[2]
    return last.partition(".")[0] or split.hostname or "page"
