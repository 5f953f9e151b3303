"""How a place's name is compared: without case, accents, punctuation or a leading article."""

from __future__ import annotations

import hashlib
import re
import unicodedata

# Letters that no Unicode decomposition takes apart.
PLAIN = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ə": "e"})
SILENT = re.compile(r"['’‘ʼʻ`´.]")
BREAK = re.compile(r"[\W_]+")
BITS = 44


def fold(name: str) -> str:
    """The form of `name` that two spellings of one place share; empty where it has no letter or digit.

    "Saint-Denis", "St. Denis" and "st denis" are one; so are "Brasília" and "Brasilia", "the Hague" and "Hague".
    """
    plain = unicodedata.normalize("NFKD", name).casefold().translate(PLAIN)
    plain = "".join(c for c in plain if not unicodedata.combining(c))
    words = BREAK.sub(" ", SILENT.sub("", plain)).split()
    if len(words) > 1 and words[0] == "the":
        words = words[1:]
    return " ".join({"st": "saint", "ste": "sainte", "mt": "mount", "ft": "fort"}.get(word, word) for word in words)


# What transliterations of one sound have in common; vowels and glides go, so that "Hodeidah" and "Hudaydah" meet.
SOUNDS = (("dj", "j"), ("ph", "f"), ("kh", "k"), ("gh", "g"), ("dh", "d"), ("th", "t"), ("ck", "k"), ("q", "k"))
UNHEARD = re.compile(r"(?<=.)[aeiouyw]|(?<=.)h\b")
DOUBLED = re.compile(r"(.)\1+")
ARTICLES = frozenset("al el ul ad ed an en ar er as es at et az ez ash esh ath".split())
LEAST_HEARD = 3  # consonants that it takes to know a name by


def sound(folded: str) -> str:
    """The consonants of a folded name, marked as no name itself; empty where there are too few to go by.

    For names in scripts whose vowels English writes at will: "maarat al numan" and "maarrat an numan" sound the same.
    """
    heard = []
    for word in folded.split():
        if word not in ARTICLES:
            for spelled, said in SOUNDS:
                word = word.replace(spelled, said)
            heard.append(DOUBLED.sub(r"\1", UNHEARD.sub("", word)))
    joined = " ".join(heard)
    return f"~{joined}" if len(joined) >= LEAST_HEARD else ""


def key(folded: str) -> int:
    """The 44-bit number under which the index holds a folded name (BLAKE2b; chance of a clash: one in 10⁷)."""
    return int.from_bytes(hashlib.blake2b(folded.encode(), digest_size=8).digest(), "big") >> (64 - BITS)
