"""A made stream of reports whose copies are known: many events of a few conflicts, told by many outlets.

The grammar is `stream.yaml`; everything in it is invented. Each sentence remembers in which report it was first
written, through every copy, cut, rewriting and copy of a copy: that is the truth that findings are held against.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random
from typing import Any

import yaml

from sayso.model import Report
from sayso.readers.parts import find_parts

GRAMMAR: dict[str, Any] = yaml.safe_load(Path(__file__).with_name("stream.yaml").read_text(encoding="utf-8"))
START = datetime(2031, 1, 1, tzinfo=UTC)
DAYS = 120
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
CHOICE = re.compile(r"\{([^{}]*)\}")
# How reports come about, and how many of a hundred do.
SHARES = {"own": 58, "roundup": 2, "exact": 10, "cut": 6, "lead": 6, "rewritten": 10, "partial": 8}


@dataclass(frozen=True)
class Told:
    """A sentence; `key` says in which report it was first written, `kind` is `own`, `quote` or `standing`."""

    text: str
    key: str
    kind: str


@dataclass(frozen=True)
class Made:
    """A made report: its sentences, the event that it tells (a round-up: none), how it came about, and from what."""

    report: Report
    sentences: tuple[Told, ...]
    story: str | None
    how: str = "own"
    parent: str | None = None


@dataclass
class Happening:
    """An event of the made world: its kind, its slots, when it was, and what was said of it."""

    id: str
    kind: str
    at: datetime
    slots: dict[str, str]
    quotes: list[tuple[str, str]]
    quarters: list[str]
    told: list[Made] = field(default_factory=list)


class World:
    """Everything is drawn from one seed: the same seed gives the same stream."""

    def __init__(self, seed: int) -> None:
        self.chance = Random(seed)
        self._names: set[str] = set()
        self._reports = 0
        self.conflicts = [self._conflict(*pair) for pair in (((0, 1)), (2, 3), (4, 5))]

    def _conflict(self, a: int, b: int) -> dict[str, str]:
        (nation, adjective), (rival, rival_adjective) = GRAMMAR["nations"][a], GRAMMAR["nations"][b]
        named = {"Nation": nation, "nationadj": adjective, "Rival": rival, "Rivaladj": rival_adjective}
        return named | {"front": self._name(), "region": self._name()}

    def _name(self) -> str:
        while True:
            parts = [self.chance.choice(GRAMMAR["syllables"]) for _ in range(self.chance.choice((1, 1, 2)))]
            name = ("".join(parts) + self.chance.choice(GRAMMAR["endings"])).capitalize()
            if name not in self._names:
                self._names.add(name)
                return name

    def _person(self) -> str:
        return f"{self.chance.choice(GRAMMAR['first'])} {self.chance.choice(GRAMMAR['last'])}"

    def say(self, template: str, slots: dict[str, str]) -> str:
        """One sentence of a template."""
        while CHOICE.search(template):
            template = CHOICE.sub(lambda m: self.chance.choice(m.group(1).split("|")), template, count=1)
        said = re.sub(r"<(\w+)>", lambda m: slots[m.group(1)], template).replace(" ,", ",")
        return said[:1].upper() + said[1:]

    def happening(self, number: int) -> Happening:
        """A new event: of a conflict, with people, numbers and a few quotations of its own."""
        chance = self.chance
        kind = chance.choices(("strike", "flood", "protest"), (6, 2, 2))[0]
        at = START + timedelta(minutes=chance.randrange(DAYS * 24 * 60))
        slots = dict(chance.choice(self.conflicts)) | {
            "place": self._name(),
            "other": self._name(),
            "a": chance.choice(GRAMMAR["others"]),
            "k": str(chance.randrange(2, 60)),
            "w": str(chance.randrange(5, 200)),
            "c": str(chance.randrange(2, 12)),
            "x": str(chance.randrange(3, 400)),
            "p": self._person(),
            "day": WEEKDAYS[at.weekday()],
        }
        words = [self.say(quote, slots) for quote in chance.sample(GRAMMAR["events"][kind]["quotes"], 3)]
        return Happening(f"e{number}", kind, at, slots, [(quote, self._person()) for quote in words], self._quarters())

    def _quarters(self) -> list[str]:
        return [f"the {self._name()} quarter" for _ in range(3)]

    def own(self, told: Happening) -> Made:
        """A report by somebody who was there, or who asked: facts and quotations of the event, own sentences."""
        chance, grammar = self.chance, GRAMMAR["events"][told.kind]
        written = [(self.say(chance.choice(grammar["lead"]), told.slots), "own")]
        for group, least, most in (("details", 2, 5), ("says", 1, 3)):
            chosen = chance.sample(grammar[group], chance.randint(least, most))
            written += [(self._local(self.say(each, told.slots), each, told), "own") for each in chosen]
        for quote, person in chance.sample(told.quotes, chance.randint(0, 2)):
            shape = chance.choice(
                ("“{q},” said {p}.", "{p} said: “{q}.”", "“{q},” {p} told {o}.", "As {p} put it: “{q}.”")
            )
            outlet = chance.choice(("reporters", "state radio", "a news conference", "this newspaper"))
            written.insert(chance.randint(1, len(written)), (shape.format(q=quote, p=person, o=outlet), "quote"))
        if chance.random() < 0.4:
            written.append((chance.choice(GRAMMAR["standing"]), "standing"))
        if chance.random() < 0.35:
            written.append((self.say(chance.choice(GRAMMAR["background"]), told.slots), "standing"))
        return self._made(told, written, told.at + timedelta(minutes=chance.randrange(30, 3 * 24 * 60)))

    def _local(self, said: str, template: str, told: Happening) -> str:
        """A sentence that names nothing of its event, with a quarter of the town: what is told is told of somewhere."""
        if any(
            f"<{slot}>" in template and told.slots[slot] in said for slot in ("place", "other", "p", "k", "w", "x", "c")
        ):
            return said
        where = f"{self.chance.choice(('In', 'Around', 'Over in'))} {self.chance.choice(told.quarters)}"
        lower = (
            said
            if said.startswith(told.slots["Nation"]) or said.startswith(told.slots["Rival"])
            else said[:1].lower() + said[1:]
        )
        return f"{where}, {lower}"

    def _made(self, told: Happening | None, written: list[tuple[str, str]], at: datetime) -> Made:
        number = self._reports
        sentences = tuple(Told(text, f"{number}:{i}", kind) for i, (text, kind) in enumerate(written))
        # Every fifth own report is an agency's; the rest name nobody but themselves.
        outlet = self.chance.choice(GRAMMAR["agencies"] if self.chance.random() < 0.2 else GRAMMAR["outlets"])
        return self._printed(sentences, told.id if told else None, outlet, at, "own", None)

    def _printed(
        self, sentences: tuple[Told, ...], story: str | None, outlet: str, at: datetime, how: str, parent: Made | None
    ) -> Made:
        chance = self.chance
        self._reports += 1
        lines = [" ".join(part.text for part in sentences[i : i + 2]) for i in range(0, len(sentences), 2)]
        source = parent.report.outlet if parent else None
        if source in GRAMMAR["agencies"] and how != "partial" and chance.random() < 0.5:
            lines[0] = f"{chance.choice(('NORTHGATE', 'OSS', 'PORT AMBEL'))} ({source}) — {lines[0]}"
        elif source and how != "partial" and chance.random() < 0.3:
            lines.append(f"Source: {source}")
        text = "\n\n".join(lines)
        parts = find_parts(text)
        published = at.isoformat() if chance.random() < 0.9 else at.date().isoformat()
        report = Report(
            id=f"r{self._reports:05}",
            text=text,
            outlet=outlet,
            published=published,
            republished_from=parts.republished_from,
            agencies=tuple(parts.agencies),
            parts=tuple(parts.parts),
        )
        return Made(report, sentences, story, how, parent.report.id if parent else None)

    def derived(self, how: str, parent: Made, told: Happening) -> Made:
        """A report that was made from another in one of the ways of SHARES."""
        chance = self.chance
        said = list(parent.sentences)
        if how == "cut":
            said = said[: max(3, round(len(said) * chance.uniform(0.5, 0.8)))]
        elif how == "lead":
            added = [self.say(t, told.slots) for t in chance.sample(GRAMMAR["leads"], chance.randint(1, 2))]
            said = [Told(text, f"{self._reports}:{i}", "own") for i, text in enumerate(added)] + said
        elif how == "rewritten":
            said = self._rewritten(said)
        elif how == "partial":
            own = [s for s in self.own(told).sentences if s.kind != "quote"]
            kept = [s for s in said if s.kind == "own"]
            taken = chance.sample(kept, min(len(kept), chance.randint(2, 4)))
            taken = [self._changed(s, 0.3) for s in taken] if chance.random() < 0.5 else taken
            at = chance.randint(1, len(own))
            said = own[:at] + taken + own[at:]
        late = timedelta(days=chance.randrange(8, 30)) if chance.random() < 0.05 else timedelta()
        when = datetime.fromisoformat(parent.report.published or "")
        when = (when if when.tzinfo else when.replace(tzinfo=UTC)) + timedelta(minutes=chance.randrange(5, 2000)) + late
        outlet = chance.choice([o for o in GRAMMAR["outlets"] if o != parent.report.outlet])
        return self._printed(tuple(said), parent.story, outlet, when, how, parent)

    def _rewritten(self, said: list[Told]) -> list[Told]:
        """Sentences left out, put into another order, joined; words changed and left out."""
        chance = self.chance
        kept = [s for i, s in enumerate(said) if i == 0 or chance.random() > 0.2]
        body = kept[1:]
        for _ in range(chance.randint(0, 3)):
            if len(body) > 1:
                i = chance.randrange(len(body) - 1)
                body[i], body[i + 1] = body[i + 1], body[i]
        return [self._changed(s, chance.uniform(0.3, 0.9)) if s.kind == "own" else s for s in (kept[0], *body)]

    def _changed(self, said: Told, much: float) -> Told:
        text = said.text
        for phrase in GRAMMAR["dropped"]:
            if phrase in text and self.chance.random() < much / 2:
                text = text.replace(phrase, "", 1)
        words = []
        for word in text.split(" "):
            bare = word.strip(",.;").casefold()
            if bare in GRAMMAR["changes"] and self.chance.random() < much:
                word = re.sub(re.escape(word.strip(",.;")), self.chance.choice(GRAMMAR["changes"][bare]), word)
            words.append(word)
        text = " ".join(words)
        return replace(said, text=text[:1].upper() + text[1:])

    def roundup(self, several: list[Happening]) -> Made:
        """One report on several events of one conflict: what chains stories together."""
        written = [(self.say(self.chance.choice(GRAMMAR["events"][h.kind]["lead"]), h.slots), "own") for h in several]
        written += [(self.say(GRAMMAR["background"][0], several[0].slots), "standing")]
        return replace(self._made(None, written, max(h.at for h in several) + timedelta(hours=20)), how="roundup")


def stream(size: int, seed: int = 1) -> list[Made]:
    """So many reports in order of publication, of about one event for every seven reports."""
    world = World(seed)
    happenings = [world.happening(number) for number in range(size // 7)]
    made: list[Made] = []
    kinds = world.chance.choices(list(SHARES), list(SHARES.values()), k=size)
    for how in sorted(kinds, key=lambda how: how != "own"):
        told = world.chance.choice(happenings)
        if how == "roundup":
            same = [h for h in happenings if h.slots["Nation"] == told.slots["Nation"] and h.at <= told.at][-40:]
            made.append(world.roundup(world.chance.sample(same, min(len(same), 3))))
            continue
        # Copies of copies come about, for what is derived can be derived from again.
        report = (
            world.own(told)
            if how == "own" or not told.told
            else world.derived(how, world.chance.choice(told.told), told)
        )
        told.told.append(report)
        made.append(report)
    return sorted(made, key=lambda one: (one.report.published or "", one.report.id))
