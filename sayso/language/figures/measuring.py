"""The measure of a number, from the words of its own sentence: the readings tried in order, the surest first."""

from __future__ import annotations

from spacy.tokens import Doc

from sayso.language.figures.clauses import Sentence
from sayso.language.figures.exclusions import counts_nothing
from sayso.language.figures.governors import does_to_another, has_own_verb, said_of_another
from sayso.language.figures.groups import Group
from sayso.language.figures.nouns import loose_noun, ordinal_reading, strong_noun
from sayso.language.figures.numbers import Number
from sayso.language.figures.objects import object_reading
from sayso.language.figures.predicates import Reading
from sayso.language.figures.subjects import parsed_subject, subject_reading
from sayso.language.figures.talk import FIGURE_REACH, Talk
from sayso.language.figures.totals import act_reading, times_reading, total_reading
from sayso.language.figures.vocabulary import measures, number_words


def read_number(doc: Doc, sentence: Sentence, number: Number, group: Group, talk: Talk) -> Reading | None:
    """The measure of a number, from the words of its own sentence; None where it is no figure."""
    topic = talk.topic(sentence)
    if number.kind == "ordinal" and number.qualifier is None:
        return ordinal_reading(sentence, number, group)
    if (times := times_reading(sentence, number)) or number.kind == "ordinal":
        return times
    if counts_nothing(sentence, number, group):
        return None
    if group.inner:
        return _of_set(doc, sentence, number, group) or strong_noun(sentence, number, group, topic)
    act = act_reading(sentence, number, group)
    if act and sentence.low(number.start - 1) in ("of", "to"):
        return act  # "the deaths of two of the wounded"
    if strong := strong_noun(sentence, number, group, topic):
        said = _verbal(doc, sentence, number, group) if group.partitive and strong.measure != "attack" else None
        return said or strong  # "three of the injured died"
    if total := total_reading(sentence, number, group, topic, talk.topic(sentence, FIGURE_REACH)):
        follow = subject_reading(sentence, number, group, lists=False)
        beside = follow is not None and follow.plain and (not group.empty or follow.at == group.end)
        return follow if beside else total  # "casualties: 18 killed"
    if sentence.low(number.start - 1) == "at" and group.empty and number.value is not None and number.value <= 24:
        return None  # an hour
    told = act or _verbal(doc, sentence, number, group)
    if told and told.measure == "attended" and _who_tells(doc, sentence, number, group):
        return None
    return told or loose_noun(doc, sentence, number, group)


def _who_tells(doc: Doc, sentence: Sentence, number: Number, group: Group) -> bool:
    """ "Two officers who took part in the search said": a few who tell of it, and no count of those who came."""
    if group.head is None or number.value is None or number.value >= measures().crowd_from:
        return False
    noun = doc[sentence.words[group.head].at]
    return noun.dep_ == "nsubj" and any(c.dep_ == "ccomp" for c in noun.head.children)


def _under_preposition(sentence: Sentence, number: Number) -> bool:
    """Whether the number hangs on a preposition ("of the 60 aboard, 48 …"): no item of a verb's list then."""
    k = number.start - 1
    while sentence.tag(k) in ("DT", "PRP$"):
        k -= 1
    return sentence.tag(k) == "IN" and number.start > 0


def _allowed(doc: Doc, sentence: Sentence, number: Number, group: Group, reading: Reading | None) -> Reading | None:
    """The reading, unless the parse is against it."""
    if reading is None or said_of_another(doc, sentence, number, group, reading):
        return None
    return None if reading.acts and does_to_another(doc, sentence, reading) else reading


def _verbal(doc: Doc, sentence: Sentence, number: Number, group: Group) -> Reading | None:
    """What a verb or state says of the number, beside it or in its list."""
    subject = _allowed(doc, sentence, number, group, subject_reading(sentence, number, group, lists=False))
    parsed = _allowed(doc, sentence, number, group, parsed_subject(doc, sentence, number, group))
    if parsed and (subject is None or (not subject.plain and parsed.at >= subject.end)):
        subject = parsed
    done = object_reading(sentence, number, group, lists=False)
    if subject and subject.plain and parsed and parsed.acts and parsed.measure == "killed" and parsed.at >= subject.end:
        subject = parsed  # "six miners hurt in the blast have died"
    if subject and done:
        if subject.plain and subject.measure == "casualties":
            return subject  # "lost 30 men killed and wounded"
        return subject if done.weak and not subject.weak else done
    near = subject or done
    if near:
        return None if near.weak and _outdone(group, near) else near
    if number.kind == "another" or sentence.low(number.core) in number_words().both:
        return None
    if _under_preposition(sentence, number):
        return None
    listed = (
        None
        if group.inner or (group.partitive and group.empty)
        else object_reading(sentence, number, group, lists=True)
    )
    if listed and has_own_verb(doc, sentence, number, group, listed):
        listed = None
    listed = listed or _allowed(doc, sentence, number, group, subject_reading(sentence, number, group, lists=True))
    return None if listed and listed.weak and _outdone(group, listed) else listed


def _outdone(group: Group, weak: Reading) -> bool:
    """Whether what the noun itself says outdoes a weak verb ("treated 30 wounded"), as it does but for survivors,
    captives and crowds in care."""
    return bool(group.mark or (group.loose and weak.measure != "hospitalised"))


def _of_set(doc: Doc, sentence: Sentence, number: Number, group: Group) -> Reading | None:
    """The reading of "ten" in "ten of the 14 crew were saved".

    What stands beside the noun or in a relative clause is said of the set ("one of the 20 people killed").
    """
    reading = _verbal(doc, sentence, number, group)
    if reading is None or reading.plain or (number.value == 1 and reading.at > group.end):
        return None
    aside = any(sentence.tag(k) in ("WP", "WDT") for k in range(group.end, max(group.end, reading.at)))
    return None if aside else reading
