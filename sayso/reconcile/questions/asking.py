"""The question of a claim in the words of those who speak to it: "Had the doors been locked?"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.reconcile.cast.kinds import core, head, knowledge
from sayso.reconcile.points import Point
from sayso.reconcile.questions.alignment import Aligner, denying
from sayso.reconcile.questions.knowledge import reference
from sayso.reconcile.questions.question import Question
from sayso.reconcile.statements import UNNAMED, Statement
from sayso.reconcile.takes import amid, proper

SOURCE = "{source}"
INNER = str.maketrans("“”", "‘’")
GERUND = re.compile(r"(?:\w+ly )?\w+ing\b")
QUALIFIED = 3  # words in which the noun must come ("any direct involvement")
OF_ANOTHER = re.compile(
    r"(?:[Aa]n?|[Tt]wo|[Rr]elatives|[Ff]riends)\b.*?\s(?:of|for|to)\s+((?:the\s+)?[A-Z][\w’'\-]*(?:\s+[\w’'\-]*[A-Z][\w’'\-]*)*)$"
)
OWNED = re.compile(r"(.+)[’']s? \w+$")
PAPER = re.compile(
    r"(?:an?|the) (?:\w+ )?(?:statement|letter|message|note|communiqu[eé]|post) (?:of|from|by) ", re.IGNORECASE
)
ASIDE = re.compile(r", (?:who|which|whose|whom|where)\b")  # begins what is told of somebody beside his name
JUDGED = re.compile(r"(?:,? as)? ?[\"“‘].*")  # what is said of it, in quotation marks ("called the figure “a fantasy”")
SAME = 0.4  # how well a statement must fit the one that puts the question for its words to ask it
FIRST = 0.3  # what the words of the one who puts the question are preferred by
DENIED = 0.25  # and of one who denies it
EACH = re.compile(r"\b(?:each other|one another)\b", re.IGNORECASE)  # "Did each other fire?"
POINTING = 0.7  # what a question loses for each word that points elsewhere ("it", "them")
BRIEF = 14  # words from which a question is long
OF_HIMSELF = ("admits", "denies", "claims-responsibility")
LONG = 0.03  # what it loses for each word more


def asked(question: Question, aligner: Aligner) -> str:
    """What a reader would ask, of the words that say it best; "" where no statement can be turned into a question."""
    put = question.proposition
    found = [each for member in question.members for each in _candidates(member, question, aligner)]
    nominal = _nominal(put)
    if nominal and not any(point.question for point in put.points):
        return nominal
    if not (found or nominal):
        counting = [said for point in put.counting if point.main and (said := _worded(point, put))]
        return counting[0] if counting else ""
    return min(found, key=lambda each: (-round(each[0], 6), -each[1], each[2]), default=(0.0, 0, nominal))[2]


def _candidates(member: Statement, question: Question, aligner: Aligner) -> Iterator[tuple[float, int, str]]:
    """What the words of one statement ask: the better the higher, with how many others it fits."""
    put, side = question.proposition, question.sides[member.key]
    if member.headlined or side not in ("asserts", "partly", "denies"):
        return
    others = put.points if member is not put else [p for m in question.members if m is not put for p in m.points]
    for point in member.points:
        said = _worded(point, member)
        # Who denies by the contrary ("they were open") puts another question.
        turned = point.negated or denying(member)
        if not said or not point.main or turned != (side == "denies"):
            continue
        fits = [fit for other in others if other.main and (fit := aligner.points(point, other)).deed]
        best = max((fit.score for fit in fits), default=0.0)
        if reciprocal(said) or _wants_more(said):
            continue
        # What somebody denies in so many words is what is asked.
        denied = turned and member.stance == "denies" and not point.negated
        if member is put or best >= SAME or (denied and best > 0):
            score = best + FIRST * (member is put) + DENIED * denied - _flaws(said)
            yield score, sum(fit.score >= SAME for fit in fits), _so(said) if point.negated else said


def _nominal(put: Statement) -> str:
    """The question of a statement that is told by a noun alone."""
    what = amid(ASIDE.split(" ".join(put.text.split()))[0].strip("“”\"' .,").translate(INNER))
    whom, with_for, cause = what.partition(" for ")
    accused, with_of, deed = what.partition(" of ")
    opens = what.partition(" ")[0].casefold()
    form: str = put.stance
    if form == "blames" and "…" in put.text:
        return reference().nominal[form].format(whom=_balanced(what.partition(" …")[0]))
    if form in OF_HIMSELF and (part := _own_part(what, put)):
        return part
    if form == "blames" and with_of and GERUND.match(deed):
        form, whom, what = "blames-of", accused, deed
    elif form == "blames" and with_of and put.cue.startswith("accus"):
        form, whom, what = "blames-for", accused, deed  # "accused the rebels of the attack"
    elif form == "blames" and with_for:
        form, what = "blames-for", cause
    elif form in ("asserts", "denies", "admits", "blames") and opens in reference().indefinite:
        form = "there"
    elif form == "denies":
        judged = JUDGED.sub("", what)
        pointing = judged.casefold() in reference().pronouns_asked
        what = judged if pointing or judged.casefold() not in knowledge().determiners else what
    if "…" in put.text or what.casefold() in reference().pronouns_asked:
        return ""  # "denied this": what it is stands elsewhere
    made = reference().nominal.get(form, "")
    return made.format(what=_balanced(what), whom=_balanced(whom), source=_named(put))


def of_own_part(put: Statement) -> str:
    """The question of a hand in a deed that a statement denies by a noun; "" where it tells of something else."""
    return _own_part(amid(" ".join(put.text.split()).strip("“”\"' .,").translate(INNER)), put)


def _own_part(what: str, put: Statement) -> str:
    """The question of a hand in a deed that somebody denies or owns up to: "Was the army involved in the raid?"."""
    words = what.split()
    for i, word in enumerate(words[:QUALIFIED]):
        if word.casefold() in reference().own_part:
            made = reference().own_part[word.casefold()].format(source=_named(put), rest=" ".join(words[i + 1 :]))
            return made.replace(" ?", "?")
    return ""


def _balanced(what: str) -> str:
    """Without quotation marks where one has lost the other."""
    paired = what.count('"') % 2 == 0 and what.count("‘") == what.count("’")
    return what if paired else re.sub('["‘]|’(?!\\w)', "", what)


def _flaws(said: str) -> float:
    words = re.findall(r"[\w’']+", said.casefold())
    pointing = sum(word in reference().pronouns_asked for word in words)
    return POINTING * pointing + LONG * max(0, len(words) - BRIEF)


def reciprocal(text: str) -> bool:
    """Whether words tell of two at once: "accused each other of firing" asks nothing of either."""
    return EACH.search(text) is not None


def _wants_more(said: str) -> bool:
    """Whether a question ends with a verb that needs somebody to whom it was done: the parse took a noun's participle
    for a verb ("53 raiders killed").
    """
    first, last = said.partition(" ")[0], said.rstrip("?").rpartition(" ")[2]
    return first in ("Did", "Do", "Does") and last in reference().needing


def _worded(point: Point, member: Statement) -> str:
    """The question of a point, with whoever says it by name."""
    said = point.question
    if member.origin in (None, UNNAMED):
        return "" if SOURCE in said else said
    if member.stance == "blames" and re.match(rf"\w+ {SOURCE}", said):
        return ""  # whoever accuses is not the one who did it
    if member.attribution and member.attribution.quotation != "direct":
        kind = member.actor.kind if member.actor else ""
        body = kind in knowledge().body_kinds or "’s " in _named(member) or core(_named(member))[-1].isupper()
        owner, itself = ("its|their", "it|they") if body else ("his|her", "he|she")
        if _several(member):
            owner, itself = "their", "they"
        said = re.sub(rf"^(\w+) (?:{owner})\b", rf"\1 {SOURCE}'s", said)
        # Who admits or denies something speaks of himself.
        minded = "|".join(reference().minded)
        other = OF_ANOTHER.match(member.origin or "")
        if member.stance in OF_HIMSELF and other:
            # "A cousin of Ada Quill denied that she had been there."
            said = re.sub(r"^(\w+) (?:he|she|it|they)\b", rf"\1 {other[1]}", said)
        owning = OWNED.match(_named(member))
        if owning:
            said = re.sub(r"^(\w+) (?:his|her)\b", rf"\1 {owning[1]}'s", said)  # "her office denied that her sons …"
        if member.stance in OF_HIMSELF and not _after_another(point, member):
            itself, minded = "it|they|he|she", r"\w+"
            said = re.sub(r"^(\w+ (?:\w+ of )?)(?:its|their|his|her)\b", rf"\g<1>{SOURCE}'s", said)
        said = re.sub(rf"^(\w+) (?:{itself})\b(?= (?:\w+ )?(?:{minded})\b)", rf"\1 {SOURCE}", said)
        # Who says that he heard it is not what is asked.
        perceived = "|".join(reference().perceived)
        said = re.sub(rf"^(\w+) {SOURCE} (?=(?:\w+ly )?(?:{perceived})\b)", r"\1 anybody ", said)
    return said.replace(SOURCE, _named(member)).replace("s's ", "s' ")


def _after_another(point: Point, member: Statement) -> bool:
    """Whether a statement has spoken of something else before: "the drone was ours, but it had strayed"."""
    before = member.points[: member.points.index(point)]
    opens = [re.match(r"\w+ ([\w{}]+)", each.question) for each in before]
    return any(m and m[1].casefold() not in (*reference().pronouns_asked, SOURCE) for m in opens)


def _several(member: Statement) -> bool:
    """Whether the source is more than one ("two neighbours", "residents")."""
    return head(member.origin or "")[-1].casefold().endswith("s")


def _named(member: Statement) -> str:
    """The source as it stands within a sentence."""
    name = member.origin or ""
    if member.actor and not proper(name) and proper(member.actor.name):
        name = member.actor.name
    if member.actor and PAPER.match(name):
        name = member.actor.root.name  # "ours", in a statement of the Front's staff: the Front's
    return amid(name)


def _so(said: str) -> str:
    """The question without its negation: "Had no shots been fired?" asks whether any had."""
    for word, instead in reference().negated.items():
        said, changed = re.subn(rf"\b{word}\b ?", f"{instead} " if instead else "", said, count=1)
        if changed:
            break
    return said.replace(" ?", "?")
