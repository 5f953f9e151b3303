"""The shapes of time expressions, as regular expressions over the words of times.yaml.

Each pattern has a kind, by which `reading` finds its meaning. No pattern has nested repetition.
"""

from __future__ import annotations

import re
from functools import cache

from sayso.language.times.words import either, words

S = r"[^\S\n]+"
DASH = r"[^\S\n]?[-–—][^\S\n]?"


@cache
def patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """All patterns with their kinds; the longest match at a place wins, the earlier in this list among equals."""
    known = words()
    months = rf"(?:{either(known.months)})\b\.?"
    month = rf"(?P<month>{months})"
    weekday = rf"(?P<weekday>{either(known.weekdays)})(?![\w])"
    weekday_many = rf"(?P<weekday>{either(known.weekdays)})s"
    lead_weekday = rf"(?:(?:{either(known.weekdays)}|{either(known.short_weekdays)})\b\.?,?{S}(?:the{S})?)?"
    year = r"(?P<year>(?:1[4-9]|20)\d\d)(?![\d:]|[.,]\d|[^\S\n]?%)"
    year_only = r"(?P<only>(?:1[4-9]|20)\d\d)(?!\d)"
    year_after = rf"(?:,?{S}(?:of{S})?{year})?"
    other_year = rf"(?:{S}(?:of{S})?(?P<other>last|next|this){S}year\b)?"
    day = r"(?P<day>0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?"
    number = rf"(?P<number>\d{{1,3}}|{either(known.numbers)})"
    vague = rf"(?P<vague>{either(known.vague_numbers)})"
    amount = rf"(?:{number}|{vague})"
    unit = rf"(?P<unit>{either(known.units)})(?:['’]s?)?(?!\w)"
    degree = (
        rf"more{S}than|less{S}than|about|some|around|almost|nearly|just{S}(?:over|under)|over|at{S}least|roughly|only"
    )
    some = rf"(?:(?:{degree}){S})?"
    spelled_hour = either(
        word for word, value in known.numbers.items() if 0 < value < 13 and word.isalpha() and len(word) > 2
    )
    half_more = rf"{S}and{S}a{S}half"
    minutes = rf"(?P<past>half|(?:a{S})?quarter|five|ten|twenty|twenty-five)"
    spoken_hour = rf"(?P<hour>1[0-2]|[1-9]|{spelled_hour})"
    # An hour without am or pm needs a part of the day behind it: "six in the evening", "9.42 on Saturday evening".
    of_day = (
        rf"(?={S}(?:local{S}time{S})?(?:(?:in|at|on){S}(?:the{S})?)?(?:(?:this|{either(known.weekdays)}){S})?"
        rf"(?:morning|afternoon|evening|night)\b)"
    )
    part = rf"(?P<part>{either(known.parts_of_day)})"
    own_month = rf"(?P<own>the|this|last){S}month"
    own_year = rf"(?:{year_only}|(?P<own_year>the|this|last){S}year)"
    season = rf"(?P<season>{either(known.seasons)})"
    zone = rf"(?:{S}(?P<zone>GMT|UTC|Z)\b|{S}(?:local{S}time|BST|CET|CEST|EST|EDT|ET|PT|MSK)\b)?"
    shapes = [
        ("iso", r"(?P<year>(?:1[4-9]|20)\d\d)-(?P<month>0[1-9]|1[0-2])-(?P<day>0[1-9]|[12]\d|3[01])(?!\d|-)"),
        (
            "numeric",
            r"(?P<one>0?[1-9]|[12]\d|3[01])(?P<mark>[/.])(?P<two>0?[1-9]|[12]\d|3[01])(?P=mark)(?P<year>(?:19|20)\d\d)(?!\d)",
        ),
        (
            "dates",
            rf"{day}(?:{DASH}|{S}(?:to|and|until){S})(?P<last>[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?{S}(?:of{S})?{month}{year_after}",
        ),
        (
            "dates",
            rf"{month}{S}{day}(?:{DASH}|{S}(?:to|and|until){S})(?P<last>[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?(?![\d:]){year_after}",
        ),
        ("date", rf"{lead_weekday}{day}{S}(?:of{S})?{month}{year_after}{other_year}"),
        ("date", rf"{lead_weekday}{month}{S}{day}(?![\d:%]|{S}(?:am|pm|people|percent)\b){year_after}{other_year}"),
        ("month", rf"{month}(?:,?{S}(?:of{S})?|,)(?P<year>(?:1[4-9]|20)\d\d)(?!\d|[.,]\d)"),
        ("month", rf"(?:(?P<which>last|next|this){S})?{month}(?:{S}(?:of{S})?(?P<other>last|next|this){S}year\b)?"),
        (
            "season",
            rf"(?:(?P<which>last|next|this|the{S}previous|the{S}following){S})?{season}(?:{S}(?:of{S})?{year})?(?!\w)",
        ),
        (
            "quarter",
            rf"(?P<ordinal>{either(known.ordinals)}){S}(?P<fraction>quarter|half|decade){S}of{S}(?:{year}|(?P<which>last|this|next){S}year\b)",
        ),
        ("quarter", rf"Q(?P<quarter>[1-4])(?:{S}(?:of{S})?|-){year}"),
        ("half", rf"(?:the{S})?(?P<ordinal>first|second|latter){S}half{S}of{S}(?:{month}{year_after}|{own_month})"),
        (
            "first_of",
            rf"(?:the{S})?(?P<ordinal>first|opening|last|final|closing){S}{number}{S}(?P<unit>days|weeks|months){S}of{S}"
            rf"(?:{month}{year_after}|{own_month}|{own_year})",
        ),
        (
            "monthday",
            r"the[^\S\n]+(?P<day>[12]\d|3[01]|[1-9])(?:st|nd|rd|th)(?![\w-]|[^\S\n]+of[^\S\n]+(?!the\b|this\b|last\b))",
        ),
        ("anniversary", rf"this{S}day{S}(?:in{S})?{year}"),
        (
            "week_of",
            rf"(?P<ordinal>{either(known.ordinals)}){S}week{S}(?:of|in){S}{month}{year_after}",
        ),
        (
            "quarter",
            rf"the{S}(?P<ordinal>{either(known.ordinals)}){S}(?P<fraction>quarter)(?!{S}(?:of|century)\b|\w|-)",
        ),
        (
            "years",
            r"(?P<year>(?:1[4-9]|20)\d\d)(?:[^\S\n]+to[^\S\n]+|[–—-])(?P<last>(?:1[4-9]|20)\d\d)(?![\d:-]|[.,]\d|[^\S\n]?%)",
        ),
        ("two_years", r"(?P<year>(?:19|20)\d\d)[–—/-](?P<last>\d\d)(?![\d/-])"),
        ("decade", r"(?P<year>(?:1[4-9]|20)\d0)['’]?s\b"),
        (
            "weekday",
            rf"(?:(?P<which>last|next|this{S}coming|this{S}past|this|the{S}previous|the{S}following|that|the{S}same){S})?{weekday}",
        ),
        ("weekday_week", rf"{weekday}{S}week(?!\w)"),
        (
            "weekday_beside",
            rf"the{S}{weekday}{S}(?P<way>before|after)(?=[^\S\n]*[.,;:!?)]|{S}(?:did|had|was|were)\b|$)",
        ),
        ("weekdays", rf"{number}{S}{weekday_many}{S}ago"),
        ("day", r"(?P<word>today|yesterday|tomorrow)"),
        ("day", rf"(?:the{S})?day{S}(?P<word>before{S}yesterday|after{S}tomorrow)"),
        ("window", rf"(?P<which>past|last|previous|preceding|next|following|(?<=the )coming){S}{amount}{S}{unit}"),
        ("window", rf"in{S}(?P<vague>recent){S}(?P<which>){unit}"),
        ("window", rf"the{S}(?P<which>past|last|coming){S}{unit}(?!{S}(?:of|that|when|I|we|he|she|they|you)\b)"),
        (
            "whole",
            rf"(?:(?P<earlier>earlier|later){S})?"
            rf"(?P<which>(?<!the )last|previous|this|next|this{S}coming|this{S}past){S}"
            rf"(?P<unit>week|fortnight|month|year|weekend|decade|century)\b",
        ),
        (
            "whole",
            rf"the{S}(?P<which>previous|preceding|next|following|same|coming|current){S}(?P<unit>day|week|month|year|weekend|decade)\b",
        ),
        ("whole", rf"(?P<which>that){S}(?P<unit>day|week|month|year|weekend|decade)\b"),
        ("whole", rf"(?P<earlier>earlier|later){S}(?:in|on){S}the{S}(?P<unit>day|week|month|year)\b"),
        ("whole", r"the[^\S\n]+(?P<unit>weekend)\b"),
        ("edge", r"(?<=of )the[^\S\n]+(?P<unit>week|month|year|decade)\b"),
        ("ago", rf"{some}{amount}(?P<half>{half_more})?{S}{unit}(?P<later_half>{half_more})?{S}(?P<way>ago)"),
        ("ago", rf"{some}{amount}{S}{unit}{S}(?P<way>earlier|previously|later|afterwards)(?!\w)"),
        ("ago", rf"{some}{amount}{S}{unit}{S}(?P<way>before|after)(?=[^\S\n]*[.,;:!?)\n”\"]|$)"),
        (
            "ago",
            rf"the{S}(?P<unit>day|night|week|month|year|morning|evening){S}(?P<way>before|after)(?=[^\S\n]*[.,;:!?)\n”\"]|$)",
        ),
        ("ahead", rf"(?P<way>in|within){S}(?:the{S}next{S})?{number}{S}{unit}(?:{S}time\b)?(?!{S}ago\b)"),
        ("clock", rf"(?P<hour>1[0-2]|0?[1-9])(?:[:.](?P<minute>[0-5]\d))?[^\S\n]?(?P<half>[ap])\.?m\b\.?{zone}"),
        ("clock", rf"(?P<hour>[01]?\d|2[0-3]):(?P<minute>[0-5]\d)(?![\d:]){zone}"),
        (
            "clock",
            rf"(?P<hour>[01]\d|2[0-3])(?P<minute>[0-5]\d)"
            rf"(?:[^\S\n]?(?P<zone>GMT|UTC|Z)\b|[^\S\n]?(?:(?:hours|hrs|h)(?:{S}local{S}time)?|local{S}time|local)\b)",
        ),
        ("clock", r"(?P<hour>[01]?\d|2[0-3])h(?P<minute>[0-5]\d)\b"),
        ("spoken", rf"{minutes}{S}(?P<side>past|to){S}{spoken_hour}(?!\w)"),
        ("spoken", rf"{spoken_hour}(?:\.(?P<minute>[0-5]\d))?{of_day}"),
        ("hours", rf"(?:between|from){S}{spoken_hour}{S}(?:and|to){S}(?P<until>1[0-2]|[1-9]|{spelled_hour}){of_day}"),
        (
            "clock",
            rf"(?P<hour>1[0-2]|[1-9]|{spelled_hour}){S}o['’]clock",
        ),
        (
            "part",
            rf"(?:(?P<which>this|that|last|the{S}same|the{S}next|the{S}following|the{S}previous|yesterday|tomorrow){S})?(?P<edge>early{S}|late{S}|mid-)?{part}(?!\w)(?:{S}local{S}time\b)?",
        ),
        ("part", r"(?P<word>overnight|tonight)"),
        (
            "holiday",
            rf"(?:(?P<which>last|next|this){S})?(?P<name>{either(known.holidays)})(?:,?{S}(?:of{S})?{year})?(?!\w)",
        ),
        (
            "movable",
            rf"(?:(?P<which>last|next|this){S})?(?P<name>{either(n for m in known.movable for n in m.names)})"
            rf"(?:,?{S}{year})?(?!\w)",
        ),
        ("point", rf"(?P<name>{either(n for p in known.turning_points for n in p.names)})(?!\w)"),
        ("year", year),
        # These say how far from the time behind them, and are none without it.
        ("offset", rf"{some}{amount}{S}{unit}{S}(?P<way>before|after)"),
        ("offset", rf"(?:the{S})?(?P<unit>day|week|month|year){S}(?P<way>before|after)"),
        ("offset", rf"(?:the{S})?(?P<unit>eve){S}(?P<way>of)"),
        (
            "run",
            rf"(?:the{S})?(?:{number}{S})?(?P<unit>days?|weeks?|months?|years?){S}"
            rf"(?P<way>ending|ended|to|beginning|starting|commencing|of)",
        ),
    ]
    return tuple((kind, re.compile(rf"(?<![\w/]){shape}", re.IGNORECASE)) for kind, shape in shapes)
