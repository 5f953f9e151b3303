"""Whether two statements are on one question, and on one side of it, by their parts: deed, doer, what it is about.

Likeness of words only proposes: a deed in common (or its contrary), and something that it is about, decide.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache

from sayso.reconcile.counts.kinds import any_of, found
from sayso.reconcile.points import PRESENT, Point
from sayso.reconcile.questions.answer import JUDGED
from sayso.reconcile.questions.contraries import broad, by_arms, causing, matched, opposed, perceiving
from sayso.reconcile.questions.fitting import alike, clash, rivals, shared_deeds, stilled, telling
from sayso.reconcile.questions.knowledge import reference
from sayso.reconcile.questions.likeness import Likeness
from sayso.reconcile.questions.question import SILENT
from sayso.reconcile.questions.sorts import numerals
from sayso.reconcile.statements import Statement
from sayso.reconcile.words import named_things

BESIDE = 0.7  # what is told beside a statement's point counts for less
FLOOR = 1.2  # the weight, in words that stand nowhere else, that two points are measured against at least
LONE = 0.85  # so does a deed alone
BROAD = 0.58  # a deed alone of which a story tells several
DIFFERENT = 0.39  # and a deed of which two tell different things
PLAIN = 0.7  # two that share no deed, one of them having no verb
SEVERAL = 2  # concepts, beside names, that two must share where one has no verb


@dataclass(frozen=True, slots=True)
class Alignment:
    """How well two statements fit (0 to 1), whether they say the contrary, the concepts that they share, whether it is
    what both are about, and whether they tell of one deed (`exact`: not only of one near it).
    """

    score: float
    contrary: bool
    shared: frozenset[str]
    main: bool = True
    deed: bool = True
    exact: bool = True


APART = Alignment(0.0, False, frozenset())


@dataclass(frozen=True, slots=True)
class Form:
    """What is compared of a statement: what its points speak of, names aside, and those of its points that can be
    compared, each with whether it is put forward as not so.
    """

    spoken: frozenset[str]
    telling: tuple[tuple[Point, bool], ...]


@dataclass(eq=False)
class Aligner:
    """Alignments over the statements of one story, each pair made once."""

    likeness: Likeness
    _made: dict[tuple[int, int], Alignment] = field(default_factory=dict, init=False)
    _forms: dict[str, Form] = field(default_factory=dict, init=False)
    _same: dict[Form, Form] = field(default_factory=dict, init=False)

    def of(self, a: Statement, b: Statement) -> Alignment:
        """The best fit of a point of `a` with a point of `b`, one of them at least what its statement is about."""
        one, other = (self._form(a), self._form(b)) if a.key <= b.key else (self._form(b), self._form(a))
        if one.spoken.isdisjoint(other.spoken):
            return APART  # cheap, where most have nothing in common
        key = (id(one), id(other))
        if key not in self._made:
            self._made[key] = self._best(one, other)
        return self._made[key]

    def near(self, statement: Statement, others: Sequence[Statement]) -> float:
        """The score of the one of the others that fits best."""
        return max((self.of(statement, other).score for other in others if other is not statement), default=0.0)

    def repeated(self, statement: Statement, others: Sequence[Statement], least: float) -> bool:
        """Whether each thing that a statement is about is said by one of the others, fitting at least so well."""
        own = [told for told in self._form(statement).telling if told[0].main]
        forms = list(dict.fromkeys(map(self._form, others)))
        return bool(own) and all(any(self._said(told, form, least) for form in forms) for told in own)

    def _said(self, told: tuple[Point, bool], other: Form, least: float) -> bool:
        fits = [self._points(told[0], point, told[1] != turned) for point, turned in other.telling]
        return any(fit.score >= least and not fit.contrary for fit in fits)

    def points(self, one: Point, other: Point) -> Alignment:
        """How well two points fit, whatever statements they are of."""
        return self._points(one, other, one.negated != other.negated)

    def spoken(self, statement: Statement) -> frozenset[str]:
        """What any of its points speaks of, names aside: two that share none of it have no points that fit."""
        return self._form(statement).spoken

    def _form(self, statement: Statement) -> Form:
        """What is compared of a statement: one object for all that say the same, as copies do."""
        found = self._forms.get(statement.key)
        if found is None:
            told = statement.points or statement.counting
            every = frozenset().union(*(point.all for point in told))
            telling = ((p, _turned(p, statement)) for p in told if not _bare(p, statement))
            made = Form(matched(every) - self.likeness.names, tuple(telling))
            found = self._forms[statement.key] = self._same.setdefault(made, made)
        return found

    def _best(self, a: Form, b: Form) -> Alignment:
        best = APART
        for one, turned in a.telling:
            for other, also in b.telling:
                if one.main or other.main:
                    fit = self._points(one, other, turned != also)
                    if fit.score > best.score:
                        best = fit
        return best

    def _points(self, one: Point, other: Point, turned: bool) -> Alignment:
        deed = shared_deeds(one, other)
        shared = matched(one.all) & matched(other.all)
        mine, theirs = matched(one.who), matched(other.who)
        if mine and theirs and not mine & theirs:
            # Soldiers who fired on rebels and rebels who fired on soldiers tell of two things.
            one_way, other_way = (mine & matched(other.about)) - deed, (theirs & matched(one.about)) - deed
            if one_way and other_way:
                return APART
            shared -= one_way | other_way
        if not shared - self.likeness.names:
            return APART
        if not deed and one.tally and other.tally:
            return APART  # what both count is asked for as a count
        if not deed:
            # "The rebels are over the river" has no verb to compare: much else must be in common.
            # Who speaks is named all over a story ("the town hall"): that two do so says little of either.
            shared -= self.likeness.speakers - self.likeness.names
            # A rocket is no blast: things meet what is done only by the same word.
            done = matched(one.all - named_things()) & matched(other.all - named_things())
            shared &= done | matched(one.all & other.all)
            # Numbers, and who or what two speak of, are no question by themselves: one may be rescued and one dead.
            shared -= {each for each in shared if each.isdigit() or each in numerals()}
            named = len(shared & self.likeness.names)
            if not (one.plain or other.plain) or len(shared) - named + (named > 0) < SEVERAL:
                return APART
            if shared <= self.likeness.names | named_things():
                return APART
            score = self.likeness.share(shared, one.all, other.all, FLOOR) * PLAIN
            return Alignment(score, turned, shared, one.main and other.main, False)
        same = ((mine & theirs) - self.likeness.names) | alike(one.who, other.who)
        alone = len(shared - PRESENT - self.likeness.names) < SEVERAL
        if deed == PRESENT and ((not same and alone and (one.plain or other.plain)) or shared <= PRESENT):
            return APART  # that somebody was there: it must be the same somebody, or the same thing in the same place
        score = self.likeness.share(shared, telling(one, other), telling(other, one), FLOOR)
        score *= 1.0 if one.main and other.main else BESIDE
        told = shared - (self.likeness.names - self.likeness.rare)
        if told <= by_arms() or (told <= deed and len(deed) == 1):
            score *= self._lone(deed, one, other)
        against = opposed(one.deed, other.deed)
        contrary = turned != (against or rivals(deed, shared, one, other) or stilled(one, other))
        # Guns and firing are on one question, and no more: who tells of the one does not bear out the other.
        exact = against or (bool(deed & matched(one.all & other.all)) and not _by_the_way(deed, one, other))
        return Alignment(score, contrary, shared, one.main and other.main, exact=exact)

    def _lone(self, deed: frozenset[str], one: Point, other: Point) -> float:
        """What a deed counts for that is all that two points share."""
        names = self.likeness.names
        if deed <= causing():
            return 0.0  # that something began, or ended, and nothing of what it was
        apart = any(clash(a - names, b - names) for a, b in ((one.who, other.who), (one.about, other.about)))
        if apart:
            return DIFFERENT
        return BROAD if deed <= broad() else LONE


def _by_the_way(deed: frozenset[str], one: Point, other: Point) -> bool:
    """Whether what two verbs share is a noun beside one of them that was not done there: "set up a mortar", "fired".
    Who heard shots tells of them.
    """
    if one.plain or other.plain or deed & matched(one.deed) & matched(other.deed):
        return False
    return not any(each.deed <= perceiving() or each.deed == PRESENT for each in (one, other))


def _bare(point: Point, statement: Statement) -> bool:
    """Whether a point is a deed of nobody to nothing, among others ("…, leaving", "what it has to defend")."""
    return not (point.who or point.about) and sum(p.main for p in statement.points) > 1


def _turned(point: Point, statement: Statement) -> bool:
    """Whether a point is put forward as not so: by its own words, or by those that credit the statement."""
    return point.negated or (point.main and denying(statement)) or dismissive(statement.text)


def deeds(statement: Statement) -> frozenset[str]:
    """The concepts of what it says was done, kin and contraries as one."""
    return matched(frozenset().union(*(point.deed for point in statement.points if point.main)))


def denying(statement: Statement) -> bool:
    """Whether the words that credit it turn it round ("denied that …"): its own words then say what is denied."""
    if _turns_round(statement.cue, statement.stance) or dismissive(statement.text):
        return True
    return statement.faulting and _called_so(statement.text)


@lru_cache(maxsize=1 << 14)
def _called_so(text: str) -> bool:
    """Whether what is judged in quotation marks is what others say: "as “gossip” reports that it was poisoned"."""
    what = JUDGED.sub(" ", text).split()
    return found(reference().referring, " ".join(what[:2]))


@lru_cache(maxsize=1 << 14)
def _turns_round(cue: str, stance: str) -> bool:
    turning = stance == "denies" and any_of(reference().denying).search(cue) is not None
    return turning or any_of(reference().finding_none).search(cue) is not None


@lru_cache(maxsize=1 << 14)
def dismissive(text: str) -> bool:
    """Whether the words themselves reject what somebody says: "stories of shooting were malicious rumours"."""
    opening = " ".join(text.split()[:3])
    return found(reference().referring, opening) and found(reference().judgements, text)


@cache
def _demanding() -> re.Pattern[str]:
    """What ought to be, within the first words."""
    modals = "|".join(map(re.escape, reference().demanding))
    return re.compile(rf"[“\"]?(?:that )?(?:[\w’'\-]+ ){{1,4}}(?:{modals})\b", re.IGNORECASE)


def tells(statement: Statement) -> bool:
    """Whether it says that something is so: an indirect question does not ("how it began"), nor does what somebody
    only feels about ("regret for the death of civilians"), or vows to do ("to hunt down those who burned the mill").
    """
    said = statement.attribution
    if said is None or statement.stance in SILENT:
        return True
    if statement.stance == "promises":
        return False
    if said.quotation == "direct":
        # "I thought it was the guns": what somebody took it for.
        return any_of(reference().supposing).match(statement.text.lstrip("“”\"‘'")) is None
    if statement.text.split()[0].casefold() in reference().asking:
        return False
    if _demanding().match(statement.text):
        return False  # "Nobody should have to flee twice"
    noun = all(point.plain and not point.who for point in statement.points)
    return not (noun and found(reference().feeling, statement.cue))


def negative(statement: Statement) -> bool:
    """Whether its own words are negated ("no shots had been fired")."""
    return any(point.negated for point in statement.points if point.main)


def flat(statement: Statement) -> bool:
    """Whether all that it says is negated."""
    main = [point for point in statement.points if point.main]
    return bool(main) and all(point.negated for point in main)
