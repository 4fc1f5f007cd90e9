"""Shapes of ages as hasty notes have them: "new client 45, divorced", "(m, 32)", "at 41 she left", "17 going on 70"."""

from __future__ import annotations

import re

from journal.anonymise.numerals import NUMBER_WORDS, number_in

_N = rf"(?:\d{{2}}(?!\d)|{NUMBER_WORDS})"
_WHO = (
    r"(?:client|patient|pt|referral|woman|man|lad|girl|boy|lady|chap|bloke|gentleman|widow|widower|student"
    r"|pupil|teenager"
    r"|mother|father|mum|dad|nurse|(?:mum|mother|father|dad) of \w+)"
)
#: What must follow a bare number so that it counts nothing: a mark, or the next note about the same person.
_STOP = (
    r"(?=[,.;:)]|$|\n| (?:yrs?\b(?! (?:in|of|ago|as|at|on))|y\b|[MF]\b|and (?:an?|the|already|still"
    r"|never)\b|but\b|who\b|with (?:an?|two)\b))"
)

_SHAPES: tuple[re.Pattern[str], ...] = tuple(
    re.compile(pattern, flags)
    for pattern, flags in (
        (rf"\b{_WHO},? \(?(\d{{2}}(?: ?yrs?)?){_STOP}", re.IGNORECASE),
        (r"(?<![\w.£])(\d{2} ?(?:y\.? ?o\.?|yr[- ]?olds?)|\d{2}[- ]yrs?[- ]old)(?!\w)", re.IGNORECASE),
        (r"(?:^|[.!?\n] ?)(?:Her|Him|She|He|Them): ?(\d{2})(?=[,.;])", re.MULTILINE),
        (
            rf"\b(?:he|she|they|I|[A-Z]\w+)(?:['’](?:s|d|ll))? (?:hit|reached|nearing|near|made it to|passed) ({_N})"
            r"(?= (?:last|this|next|in|on)\b|[.,;])",
            0,
        ),
        (rf"(?:^|[.,;:—–] |\b[Aa]nd |\n)[Aa]t ({_N}),? (?:he|she|I|they|[A-Z][a-z]+)\b(?! (?:minutes|weeks))", 0),
        (rf"\b(?:he|she|He|She|[A-Z][a-z]+), ({_N}), (?=[a-z])", 0),
        (rf"\b(?:are|were|['’]re) ({_N}(?:, {_N})*,? and {_N})(?=[.,;)]|$)", 0),
        (rf"(?<![\w£.])({_N} going on {_N})\b", re.IGNORECASE),
        (r"\((?:m|f|male|female|M|F),? ?(\d{2})\)|\((\d{2})[,/ ]{1,2}(?:m|f|male|female)\b", 0),
        (rf"\baged? (?:about|around|approximately|circa|c\.?|roughly|maybe) ({_N})\b", re.IGNORECASE),
        (r"\bc\. ?(\d{2})(?=[,.;)])", 0),
        (
            rf"\b(?:[Aa]bout|[Aa]round|[Mm]aybe|[Pp]erhaps) ({_N}),? (?:at a guess|I['’]d (?:say|guess)"
            rf"|I (?:guess|think))\b",
            0,
        ),
        (rf"\b(?:is|was|['’]s),? (?:what|oh|about|say), ({_N})(?=[?.,!])", 0),
        (rf"(?:\bwould|['’]d) have been ({_N})(?!\w)(?! (?:minutes|weeks|years|months))", 0),
        (
            rf"(?:(?:^|[.!?,;(—–\n] ?)|\b(?:he|she|they|I|who)(?:['’](?:s|m|re)| is| was| am)? )"
            rf"(?:only|barely|still|just|hardly|not even) ({_N})(?=[.,;]|$| and (?:an?|already|the)\b)",
            re.IGNORECASE,
        ),
        (rf"(?<![\w£.])({_N})(?= this year[.,;]| this (?:month|week)[.,;])", 0),
        (rf"(?:^|[.!?] |\n)({_N}) this year\b", 0),
    )
)
_LEAST, _MOST = 13, 105


def spans_in(text: str) -> list[tuple[int, int]]:
    """The stretches of such ages; thirteen and over, so that they are no time of day and no small count."""
    found = []
    for shape in _SHAPES:
        for match in shape.finditer(text):
            start, end = match.span(match.lastindex or 1)
            number = number_in(text[start:end])
            if number is not None and _LEAST <= number <= _MOST:
                found.append((start, end))
    return found
