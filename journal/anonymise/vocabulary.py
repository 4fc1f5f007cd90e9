"""Which capitalised words are everyday words, and where a capital says nothing."""

from __future__ import annotations

import re

from journal.anonymise.knowledge import WordLists
from journal.anonymise.segments import Document

_CALENDAR_WORDS = (
    "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed weds thu thur thurs fri sat sun january "
    "february march april may june july august september october november december jan feb mar apr jun jul aug "
    "sep sept "
    "oct nov dec christmas easter"
)
CALENDAR = frozenset(_CALENDAR_WORDS.split())

# Words that notes begin with and English lists lack, and capitals of this trade that name nobody (README: generic
# service abbreviations are left unmarked).
_TRADE_WORDS = (
    "i i'm i've i'd i'll mum dad mam mom gran nan god lord ok okay gp gps mdt dsl mash hr iro cpn amhp pwp pwps "
    "hit hits "
    "dna dnas kpi kpis itt cpd phd msc ba bsc ma pg cert dip obs appt appts ref re nb ps tbc tba asap faq pdf zoom "
    "teams google whatsapp facebook instagram netflix strava spotify amazon tiktok snapchat twitter reddit tinder ebay "
    "paypal linkedin skype facetime youtube wifi upr nhs uk eu usa covid lockdown internet english british "
    "supervision session sessions client clients patient patients supervisee supervisees trainee trainees "
    "oot aff hame hoose wumman intae daein naebody nae summat owt nowt mebbe aboot doon hasnt wasnt didnt "
    "couldnt im ive ptsd "
    "ocd adhd god jesus buddha asperger alzheimer munchausen crohn "
)
# Letters behind the names of those who are registered or licensed, here and in America.
_LETTERS = (
    "lpc lpcc lpcs lmhc lmhcs lcsw lcsws lmsw lmft lmfts mft lmac casac dbh ncc psyd licsw lcpc cadc lcadc ccmhc mbacp "
    "mncps mbabcp pgcert pgdip"
)
LETTERS = frozenset(_LETTERS.split())
# What people write for sounds and oaths; no names.
_CRIES = (
    "hm hmm mmm mm ach och oof ugh phew argh aargh gah grr tsk tut pfft bah meh yikes whoops oops ooh aah ahem "
    "psst shh christ crikey blimey cor gosh heck jeez bloody ta cheers eh huh nah yeah yep nope ha haha heh hehe "
    "duh wow ow ouch yay hurrah hooray sigh peri meno oh um er erm aye naw fff ffs wtf omg lol tbh imo "
    "fwiw atta alot itis ie"
)
TRADE = LETTERS | frozenset((_TRADE_WORDS + " " + _CRIES).split())

_ENDINGS: tuple[tuple[str, str], ...] = (
    ("ies", "y"),
    ("ied", "y"),
    ("ier", "y"),
    ("ily", "y"),
    ("iness", "y"),
    ("es", ""),
    ("es", "e"),
    ("s", ""),
    ("ed", ""),
    ("ed", "e"),
    ("ing", ""),
    ("ing", "e"),
    ("er", ""),
    ("er", "e"),
    ("ers", ""),
    ("ly", ""),
    ("ness", ""),
    ("less", ""),
    ("ful", ""),
    ("able", ""),
    ("able", "e"),
    ("n't", ""),
    ("'s", ""),
    ("'d", ""),
    ("'ll", ""),
    ("'re", ""),
    ("'ve", ""),
)
_BEGINNINGS = ("un", "re", "over", "under", "mis", "dis", "non", "pre", "co", "self", "half", "post", "ex")


# "didnae", "cannae", "wisnae": not, as it is said in Scotland
_SCOTS = re.compile(
    r"(?:did|does|is|was|wis|were|can|could|would|wid|should|has|hae|had|have|do|di|will|must|may|might|are|need|dare)nae"
)


def is_everyday(word: str, lists: WordLists) -> bool:
    """Whether a lower-case word is an everyday one: listed, an inflection of one, or a compound of such."""
    contracted = re.fullmatch(r"([a-z]+)'(?:ll|ve|d|re|m|s|t)", word)
    if contracted and (len(contracted.group(1)) < 4 or is_everyday(contracted.group(1).removesuffix("n"), lists)):
        return True
    if (word.endswith("s") and word[:-1] in CALENDAR) or _SCOTS.fullmatch(word):
        return True
    if word in lists.common_words or word in CALENDAR or word in TRADE or word.isdigit():
        return True
    if "-" in word:
        return all(is_everyday(piece, lists) for piece in word.split("-") if piece)
    british = _british(word) if len(word) > 5 else word
    if british != word and (british in lists.common_words or _inflected(british, lists)):
        return True
    return _inflected(word, lists) or any(
        word.startswith(start) and len(word) > len(start) + 3 and word[len(start) :] in lists.common_words
        for start in _BEGINNINGS
    )


def _british(word: str) -> str:
    """An American spelling as the lists have it: "counselor", "behavioral", "realize"."""
    word = re.sub(r"(?<=[aeiou])l(?=(?:ors?|ing|ed|ers?)$)", "ll", word)
    word = re.sub(r"or(?=s?$|al|ed$|ing$|ful|able)", "our", word) if not word.endswith(("llor", "llors")) else word
    return re.sub(r"iz(?=e|ing|ation)", "is", word)


def runs_on(text: str, lists: WordLists) -> bool:
    """Whether everyday words were typed into one without a space: "MedicationThere"; not "McKay" or "JoAnn"."""
    pieces = re.findall(r"[^\W\d_a-z][a-z]*", text)
    whole = len(pieces) > 1 and "".join(pieces) == text and not text.isupper()
    return whole and all(len(piece) == 1 or is_everyday(piece.lower(), lists) for piece in pieces)


# Small words of languages that therapists here write a sentence in, none an English word (Spanish, French, German,
# Italian, Portuguese, Polish, Welsh, Romanian).
_FOREIGN_WORDS = (
    "en mi te se lo yo con por sin sobre hacer tener "
    "que los las una unos para pero muy está estoy qué del más porque cuando todo esta este eso ella ellos nos les "
    "des est pas avec dans pour mais nous vous sont cette elle ich und nicht der das ist ein eine mit sie wir "
    "sono della che non gli anche perché não uma isso você nie jest się już ale czy tylko mae yn dydy "
    "ddim nid wedi sydd pentru este nu"
)
_FOREIGN = frozenset(_FOREIGN_WORDS.split())


def foreign_at(document: Document, position: int, lists: WordLists) -> bool:
    """Whether the sentence at ``position`` is of another language: most of its small words, four at least, unknown.

    The register and names that stand in the lists are still found there.
    """
    if document.text[max(0, position - 1) : position] in ("¿", "¡"):
        return True
    start, end = document.sentence_at(position)
    here = document.word_index(position)
    first, stop = max(document.word_index(start), here - 30), min(document.word_index(end), here + 30)
    words = document.words[first:stop]
    low = [word.lower for word in words if word.text[0].islower() and "." not in document.text[word.end : word.end + 2]]
    if len(low) >= 3 and sum(word in _FOREIGN for word in low) >= max(2, 0.12 * len(low)):
        return True
    return len(low) >= 4 and sum(is_everyday(word, lists) for word in low) < 0.5 * len(low)


def _inflected(word: str, lists: WordLists) -> bool:
    for ending, instead in _ENDINGS:
        if word.endswith(ending):
            stem = word[: len(word) - len(ending)] + instead
            doubled = len(stem) > 3 and stem[-1] == stem[-2] and stem[:-1] in lists.common_words
            if len(stem) >= 3 and (stem in lists.common_words or doubled):
                return True
    return False


_OPENING = re.compile(r"(?:^|[\n.!?…:;\"“‘(\[*_>–—•/|¿¡-]|(?<!\w)['])[ \t\xa0]*$")


# A name in brackets after kin or a pet: "her grandmother (Ah Po)", "the dog (Pasty)".
_AFTER_KIN = re.compile(
    r"(?:mother|father|mum|dad|nan|gran|sister|brother|son|daughter|baby|child|wife|husband|partner|friend|dog"
    r"|cat|horse"
    r"|rabbit|neighbour|eldest|youngest|boy|girl|colleague|supervisor|manager) \($"
)


def capital_says_nothing(document: Document, start: int) -> bool:
    """Whether a word at ``start`` would have a capital anyway: first of a sentence, line, quotation, bracket or "
    "item."""
    if document.starts_sentence(start):
        return True
    if _AFTER_KIN.search(document.text, max(0, start - 24), start):
        return False
    return _OPENING.search(document.text, max(0, start - 4), start) is not None


_STARTS = re.compile(r"(?:^|[.!?]\s+|\n\s*)([^\W\d_])")


def typed_low(document: Document) -> bool:
    """Whether the text was typed mostly without capitals, as in dictated or hasty notes."""
    starts = [match.group(1) for match in _STARTS.finditer(document.text)]
    return len(starts) >= 3 and sum(ch.islower() for ch in starts) > 0.6 * len(starts)
