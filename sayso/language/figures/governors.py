"""What the parse says against a reading: the verb has another subject, or those counted did something to somebody.

The readings walk over words, since the parser is unsteady in headlines and lists; where it clearly sees that the verb
is said of another noun, it is believed.
"""

from __future__ import annotations

from spacy.tokens import Doc, Token

from sayso.language.figures.clauses import Sentence
from sayso.language.figures.groups import Group
from sayso.language.figures.numbers import Number
from sayso.language.figures.predicates import Reading, frames
from sayso.language.figures.vocabulary import measures

SUBJECTS = frozenset({"nsubj", "nsubjpass"})
RELATIVE = frozenset({"WDT", "WP", "WP$"})
SAME = frozenset({"conj", "nummod", "quantmod", "compound", "nmod", "amod", "appos", "det"})
QUANTITIES = frozenset({"CD", "DT", "JJ", "JJR", "JJS", "PDT", "RB", "RBR"})
CLIMB = 12


def _token(doc: Doc, sentence: Sentence, i: int) -> Token:
    return doc[sentence.words[i].at]


def counted(doc: Doc, sentence: Sentence, number: Number, group: Group) -> Token:
    """The noun that the number counts, or the number itself."""
    return _token(doc, sentence, group.head if group.head is not None else number.end - 1)


def _verb(token: Token) -> Token:
    """The verb that a state or participle hangs on ("are in hospital", "were found dead")."""
    for _ in range(CLIMB):
        if token.tag_.startswith("VB") or token.head is token:
            break
        token = token.head
    return token


def _subject(verb: Token) -> Token | None:
    """Whoever the parser takes the verb to be said of; None where it has no subject of its own."""
    own = next((child for child in verb.children if child.dep_ in SUBJECTS), None)
    if own is None:
        return _first(verb.head) if verb.dep_ == "acl" and verb.head.head.lower_ != "among" else None
    return verb.head if own.tag_ in RELATIVE and verb.dep_ == "relcl" else own


def _first(noun: Token) -> Token:
    """The first item of the list that the noun is in: a participle behind a list is of all of it."""
    while noun.dep_ == "conj":
        noun = noun.head
    return noun


def _stands_for(noun: Token, subject: Token, own: range) -> bool:
    """Whether what is said of `subject` is said of `noun`: it is the same, an item of its list, or what it is "of".

    `own` are the tokens of the number and its noun.
    """
    if _named_as(noun, subject):
        return True
    token = noun
    for _ in range(CLIMB):
        if token.i == subject.i or subject.i in own:
            return True
        if token.dep_ in SAME:
            token = token.head
        elif token.dep_ == "pobj" and token.head.lower_ == "with":
            token = token.head.head  # "two wards with 30 patients were cleared"
        elif token.dep_ == "pobj" and token.head.lower_ == "of":
            whole = token.head.head
            if not (
                whole.i in own or frames(whole.lower_) or whole.tag_ in QUANTITIES or whole.lower_ in measures().counts
            ):
                return False
            token = whole
        else:
            return False
    return False


def _named_as(noun: Token, name: Token) -> bool:
    """Whether `name` is one of the names that `noun` goes by: "two brothers, Oran and Tam, who were hurt"."""
    apposed = False
    while name.dep_ in ("conj", "appos"):
        apposed = apposed or name.dep_ == "appos"
        name = name.head
    return apposed and name.i == noun.i


def said_of_another(doc: Doc, sentence: Sentence, number: Number, group: Group, reading: Reading) -> bool:
    """Whether the verb behind the number has a subject that the number is only told beside.

    "Similarities between the two candidates are striking"; "the leaders of two parties resigned".
    """
    if reading.at < group.end or (reading.plain and reading.at == group.end):
        return False  # "15 dead and 40 hurt": nothing stands between
    noun, subject = counted(doc, sentence, number, group), _subject(_verb(_token(doc, sentence, reading.at)))
    own = range(sentence.words[number.start].at, sentence.words[max(group.end, number.end) - 1].at + 1)
    if subject is None or subject.pos_ == "PRON" or _stands_for(noun, subject, own):
        return False
    between = own.stop <= subject.i < sentence.words[reading.at].at
    return between or subject in noun.ancestors


def has_own_verb(doc: Doc, sentence: Sentence, number: Number, group: Group, reading: Reading) -> bool:
    """Whether a verb behind the number is said of it, so that a list's verb before it is not.

    "Of the 121 people held, 77 have been deported"; "homes lost power and 22 roads were closed".
    """
    noun = counted(doc, sentence, number, group)
    verb = noun.head
    if noun.dep_ not in SUBJECTS or verb.i <= noun.i or reading.at >= group.end:
        return False
    return verb.tag_.startswith("VB") and verb.i != sentence.words[reading.at].at


def does_to_another(doc: Doc, sentence: Sentence, reading: Reading) -> bool:
    """Whether a verb of what its subject went through has an object or a clause: "demonstrated that", "struck oil"."""
    verb = _token(doc, sentence, reading.at)
    others = [child for child in verb.children if child.dep_ in ("dobj", "ccomp") and child.i > verb.i]
    return any("," not in {token.text for token in doc[verb.i : child.left_edge.i]} for child in others)
