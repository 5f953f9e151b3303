"""What can be wrong with an input, in words for people: what is wrong, and what to do."""

from __future__ import annotations


class Unreadable(Exception):
    """An input holds no report that can be read. The message is the reason, written for people."""


class MetadataError(ValueError):
    """The file of `--meta` cannot be used."""


MISSING = "there is no such file or folder; check the path"
NOT_A_FILE = "it is neither a file nor a folder (a pipe or a device?); save it as a file first"
NO_PERMISSION = "it may not be opened: no permission to read it"
CANNOT_OPEN = "it cannot be opened: {why}"
NO_REPORTS = "the folder has no reports: no .txt, .html, .htm, .json or .jsonl file is in it"

EMPTY = "it is empty"
BINARY = "it is not text but binary data; save the report as plain text or HTML"
PACKED = "it is {what}, not text; save the report as plain text or HTML"
NO_ENCODING = "its character encoding could not be told; save it as UTF-8"
TOO_LONG = "it has {size}, the limit for one report is {limit}; is it really a single report? Split it"
NO_ARTICLE = "no article was found in the page; save its text as a .txt file"

NOT_JSON = "it is not JSON: {why}"
NOT_AN_OBJECT = "it is not a JSON object with `text` or `html`"
NO_TEXT = "it has neither `text` nor `html`"
WRONG_TYPE = "its `{key}` is not a string"

SCHEME = "only http:// and https:// addresses are read"
BAD_ADDRESS = "the address is not well formed: {why}"
NO_ANSWER = "the address did not answer: {why}; check the address and the network"
TIMED_OUT = "the address did not answer within {seconds:.0f} seconds; try again, or save the page and read that"
REDIRECTS = "the address redirects without end (more than {limit} times); give the address that a browser ends at"
STATUS = "the address answered {status}{phrase}; open it in a browser, save the page and read the file"
WRONG_CONTENT = "the address holds {what}, not a page or plain text"

META_MISSING = "{path}: there is no such metadata file"
META_UNREADABLE = "{path}: the metadata cannot be read: {why}"
META_SHAPE = "{path}: the metadata must be a JSON list of objects with `file` or `id`; entry {entry} is not: {why}"


def size(count: int) -> str:
    """A number of bytes as people say it."""
    return f"{count / 1_000_000:.1f} MB" if count >= 100_000 else f"{count} bytes"
