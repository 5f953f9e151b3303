"""Web pages: the article in an HTML document, by trafilatura."""

from __future__ import annotations

import logging
import re
from dataclasses import replace
from datetime import datetime
from typing import Any

from sayso.readers import errors
from sayso.readers.decode import LIMIT, decode, within
from sayso.readers.errors import Unreadable
from sayso.readers.metadata import Known
from sayso.readers.raw import Raw

PAGE_LIMIT = 10_000_000  # bytes of a page with its scripts and styles
VISIBLE_LIMIT = 2 * LIMIT  # characters of text on a page, with all that stands around the article
CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?([\w.:-]{2,40})""", re.IGNORECASE)
LANGUAGE = re.compile(r"""<html[^>]{0,400}?\slang\s*=\s*["']?([A-Za-z]{2,3})""", re.IGNORECASE)
# What SingleFile, a saver of whole pages, notes at the top of one: where it was, and when it was saved.
SAVED = re.compile(
    r"\s*(?:<!doctype[^>]{0,80}>\s*)?(?:<html[^>]{0,400}>\s*)?<!--\s*Page saved with SingleFile\s+"
    r"url:\s*(?P<url>\S{1,2000})\s+saved date:\s*(?P<when>[^\n<>]{10,100}?)(?:\(|-->|\n)",
    re.IGNORECASE,
)
SAVED_WITHIN = 4096

# Its warnings on odd pages say nothing that the reason for an unread report does not say.
logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
logging.getLogger("htmldate").setLevel(logging.CRITICAL)


def page(data: bytes, raw: Raw, declared: str | None = None) -> Raw:
    """`raw` with the article's text, and with what the page says of it (headline, outlet, date, language, address).

    The headline stands as the text's first line. Raises Unreadable where the page has no article.
    """
    if declared is None and (named := CHARSET.search(data[:4096])):
        declared = named.group(1).decode("ascii", "replace")
    return article(decode(data, declared, PAGE_LIMIT), raw)


def article(html: str, raw: Raw) -> Raw:
    """As `page`, for a page that is text already."""
    # Here, because it is slow to load and plain text does without it.
    import trafilatura
    from trafilatura.settings import Document

    tree = trafilatura.load_html(html)
    if tree is None:
        raise Unreadable(errors.NO_ARTICLE)
    # Extraction takes long on long pages; what nobody would call an article is refused before it.
    within(_visible(tree), VISIBLE_LIMIT)
    address = raw.known.fields.get("url")
    found = trafilatura.bare_extraction(tree, url=address, with_metadata=True, include_comments=False)
    if not isinstance(found, Document) or not (found.text or "").strip():
        found = Document(text=trafilatura.html2txt(html))
    text = (found.text or "").strip()
    if not text:
        raise Unreadable(errors.NO_ARTICLE)
    within(len(text))
    said = {
        "headline": found.title,
        "outlet": found.sitename,
        "published": found.date,
        "url": found.url,
        "language": named.group(1).lower() if (named := LANGUAGE.search(html[:4096])) else None,
    }
    others = dict(raw.known.others)
    if saved := SAVED.match(html[:SAVED_WITHIN]):
        said["url"] = saved["url"]
        others.setdefault("retrieved", _moment(saved["when"].strip()))
    fields = {key: value.strip() for key, value in said.items() if value and value.strip()} | raw.known.fields
    headline = fields.get("headline")
    if headline and not text.startswith(headline):
        text = f"{headline}\n\n{text}"
    return replace(raw, text=text, known=Known(fields, others))


def _moment(text: str) -> str:
    """A moment as JavaScript writes it ("Mon Jun 08 2026 17:04:02 GMT+0200") as ISO 8601; else as it is."""
    try:
        return datetime.strptime(text, "%a %b %d %Y %H:%M:%S GMT%z").isoformat()
    except ValueError:
        return text


def _visible(tree: Any) -> int:
    """How many characters of text a page (an lxml tree) shows."""
    hidden = ("script", "style", "noscript", "template")
    return sum(len(e.text or "") * (e.tag not in hidden) + len(e.tail or "") for e in tree.iter())
