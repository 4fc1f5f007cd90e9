"""Patterns that tell whose words a quotation gives: how speech is told, what stands on paper, what is held up."""

from __future__ import annotations

import re

SPEECH = (
    r"(?:said|says|say|saying|told|tells|asked|asks|wrote|writes|texted|texts|messaged|emailed|answered|answers"
    r"|replied"
    r"|replies|added|adds|whispered|whispers|shouted|shouts|muttered|mutters|mumbled|announced|announces|called out"
    r"|cried|laughed|goes|went|signed|sang|repeated|insisted|insists|put it|puts it|observed|offered|remarked|snapped"
    r"|yelled|sobbed|explained|explains|admitted|admits|told me off|voiced|posted|sent|spelled out|spelt out|typed"
    r"|scrawled|scribbled|murmured|sighed|growled|hissed|croaked|breathed|joked|quipped|declared|declares|began"
    r"|came back"
    r"|put on|finished|corrected|protested|pleaded|begged|reckoned|reckons|confessed|ventured|managed|wondered"
    r"|continued|got as far as"
    r"|written|drawn|painted|saying|singing|shouting|asking|whispering|muttering|adding|calling|says it was"
    r"|said it was|described (?:it|him|her|them|this|that) as|calls (?:it|him|her|them|me)"
    r"|called (?:it|him|her|them|me))"
)
WHO = (
    r"(?:(?i:he|she|they|someone|somebody|everyone|everybody|people|no one|nobody)\b|(?i:the|my|her|his|their|an?"
    r"|our|this|that) (?:[a-z'’-]+ ){0,3}[a-z-]+(?: [A-Z][\w'’-]+)?"
    r"|(?:(?:Dr|Prof|Mr|Mrs|Ms|Miss)\.? )?(?!(?:The|My|Her|His|Their|An?|Our|I|And|But|Then|So|When|What|As|On|In|At"
    r"|If)\b)"
    r"[A-Z][\w'’.-]+(?: [A-Z][\w'’-]+){0,2}(?: (?:mother|father|mum|dad|wife|husband|client|son|daughter|sister"
    r"|brother|nan))?)"
)
NO_WHO = r"(?!(?:the|a|an|his|her|their|our) [a-z]+ (?:and|or|when|that|then)\b)"
ADVERB = r"(?:[a-z]+ly |once |then |just |only |also |at last |finally |in the end |quietly )?"
# "She asked me where it was": what follows a verb of speech there is told, and the words before it are another's.
REPORTED = r"(?! (?:(?:me|us|him|her|them) )?(?:if|whether|where|why|when|how|what|that)\b)"
# "she said", "said Momo", "as he puts it", "was how she put it", after the quotation.
AFTER = re.compile(
    rf"^[,.?!…—–-]*[\"”’'*_]{{0,3}}(?:[,;:]|\.(?= ?[a-z—–-]))?[ ]*(?:[—–-] ?)?(?:as )?(?:(?P<who>{WHO}) {ADVERB}"
    rf"(?:had |has |would )?{SPEECH}{REPORTED}"
    rf"|{SPEECH} (?P<whom>{WHO})|(?:is|was) (?:what|how) (?P<what>{WHO}) (?:said|put it|wrote|called))\b",
)
# '"No," she said. "I would rather…"': the same one goes on.
GOES_ON = re.compile(
    rf"[\"”’'*] ?(?:—|–)? ?(?:(?P<who>{WHO}|I) {ADVERB}(?:had )?{SPEECH}"
    rf"|{SPEECH} (?P<whom>{WHO}))[^.?!\"“”]{{0,40}}[.,:;—–] *$"
)
I_AFTER = re.compile(rf"^[,.?!…—–-]*[\"”’'*_]{{0,3}},?[ ]*(?:[—–-] ?)?I {ADVERB}(?:had |['’]d )?{SPEECH}\b")
BEFORE = re.compile(
    rf"\b{NO_WHO}(?P<who>{WHO}|I\b)(?:['’]d| would| will|['’]ll| had| has|['’]s|['’]ve| have| once| then| just"
    rf"| only| also| always"
    rf"| finally| never| first| even| did|, [^,.;!?\"“”]{{1,60}},"
    rf"|,? who| [^,.;!?\"“”]{{1,50}}(?:,| and| before) (?:and )?(?:then )?)*(?: [a-z]+ly)? (?P<verb>{SPEECH})\b"
)
COLON = re.compile(rf"(?:^|[.!?\n]\s*|- )(?P<who>{WHO})(?:,? [a-z ]{{1,40}})?: ?[\"“'‘*]*$")
I_SAY = re.compile(
    r"\bI(?:['’](?:d|ve|ll|m))? (?:[a-z]+ ){0,3}(?:said|say|asked|told|wrote|put|signed|thought|think|replied"
    r"|answered|heard"
    r" myself|want to say|wanted to say|nearly said|text|texted|called|call|typed|ticked|began|offered|tried"
    r"|explained)\b"
    r"[^.?!]{0,60}$"
)
# "I wrote it down so as to have it right": somebody else's words, kept.
TAKEN_DOWN = re.compile(
    r"\bI (?:had |have |[a-z]+ly )?(?:(?:wrote|written|noted|took|got|copied|jotted) (?:it|that|this|them|him|her|down)"
    r"(?: all| exactly)?(?: down)?\b(?<!wrote her)(?<!wrote him)(?<!wrote them)|memori[sz]ed (?:it|that|this))",
)
# "I said what I thought the old king might say": words made up for somebody.
MADE_UP = re.compile(
    r"\bI (?:had )?(?:thought|imagined|supposed|guessed|pictured) [^.?!]{1,50}\b(?:might|would|could|must) "
    r"(?:have )?(?:say|said|want to say|tell|told|be saying)\b[^.?!]{0,30}[.:,]?\s*$"
)
# "At handover they said": whoever speaks there is at work.
AT_MEETING = re.compile(
    r"\b(?:[Aa]t|[Ii]n|[Ff]rom) (?:the |our |my |this |case )?(?:handover|huddle|panel|MDT|team meeting|ward round"
    r"|case management|away day|staff meeting|allocations?|referral meeting|board|debrief)\b[^.?!\"“]{0,60}$"
)
# "It came in writing.": what is quoted after such a sentence stands on paper.
ON_PAPER = re.compile(
    r"(?:\b(?:in writing|in black and white|in print)\b[^.?!]{0,20}|\b[Ee]-?mail(?: at| from| on)?\b[^.?!\"“]{0,40}"
    r"|\bfrom (?:the trust|HR|head office|central booking)"
    r"|\b(?:letter|memo|e-?mail|circular|notice|bulletin) (?:came|arrived|landed|went up"
    r"|says|said|read|reads)\b[^.?!\"“]{0,40})[.:]\s*$"
)
# "It says: "…"": a thing says it, and the sentence does not tell who wrote it.
IT_SAYS = re.compile(
    r"(?:^|[.!?;:,–—] |\b(?:and|but|because|that|which) )(?:[Ii]t|[Tt]his|[Tt]hat|[Ww]hich|[Tt]hese|[Tt]hose)"
    r"(?: (?:just|only|simply|also|then|still|always|now))? (?:says?|said|reads?|ran|runs|goes|went|began|begins"
    r"|ended|ends|asks|asked)[:,]? ?[\"“'‘*_]*$"
)
# "start by saying", "you could say": nobody has said it. "called", "known as", "the word": a word held up.
ADVISED = re.compile(
    r"\b(?:by|than|of|like|without) (?:saying|asking|telling)\b[^.?!]{0,30}$"
    r"|\b(?:[Yy]ou (?:[a-z]+ ){0,2}(?:say|ask|tell)|to say)\b[^.?!]{0,30}$"
    r"|(?:^|[.:;] |\d[.)] |- |\b(?:One|Two|Three|First|Second|Then|Next), )(?:Say|Ask|Tell (?:him|her|them)"
    r"|[A-Z]?[a-z]+ [^.?!\"“]{3,40} and (?:say|ask"
    r"|reply))[:,]? $"
)
AS_THEY_SAY = re.compile(r"\bas (?:they|people|we all) (?:say|always say|used to say),? *$", re.IGNORECASE)
# "ie: "…"", "for example, "…"", "shame tells you "…"", ""…" is something that can be asked": what one might say.
SUCH_AS = re.compile(
    r"(?:\b(?:ie|i\.e\.?|eg|e\.g\.?|for example|for instance|such as)[:,.… ]*"
    r"|\b(?!(?:[Hh]e|[Ss]he|[Ww]ho) )\w+ tells (?:you|us|people|everyone) (?:things |that )?(?:like )?"
    r"(?:[\"“”][^\"“”]*[\"“”][, ]*)*)$",
    re.IGNORECASE,
)
GOOD_TO_SAY = re.compile(
    r"[\"”’']? (?:is|are|can be|might be) (?:something (?:that|to|you|we)"
    r"|a (?:good|great|nice) (?:way|thing|start|question))\b"
)
HELD_UP = re.compile(
    r"(?:\b(?:as they say|they say|the (?:word|words|phrase|term|question|heading|expression|idea of|notion of)"
    r"|so-called"
    r"|known as|termed|labelled|headed|entitled|titled|under|marked|coded as|filed (?:as|under)|recorded as|down as"
    r"|being"
    r"|about|between|of|for|on|or|an?|the|some|any|more|this|that|his|her|my|our|their|was|were|is|are|be|been"
    r"|to)[ ,]*)$",
    re.IGNORECASE,
)
# "she calls it "the fog"": a word of one's own, of two words too; "as he puts it", "in her words".
COINED = re.compile(
    rf"(?P<who>{WHO}) (?:calls|called|names|named) (?:it|this|that|them|me|him|her|(?:his|her|the|their) [a-z]+),? $"
)
THEIR_WORD = re.compile(
    r"\b(?:[Hh]is|[Hh]er|[Tt]heir) (?:own )?(?:word|words|phrase|name|term|expression)(?: for [\w' ’]{1,30})?(?: is"
    r"| was|:|,)*\s*$"
)
SUBJECT = re.compile(r"\b([Hh]e|[Ss]he|[Tt]hey|I)\b")
MESSAGE = re.compile(
    r"\b(?P<who>[Hh]is|[Hh]er|[Tt]heir|[A-Z]\w+['’]s)(?: [a-z]+){0,2} (?:message|text|note|letter|card|voicemail"
    r"|words|answer|reply"
    r"|post|diary|poem|drawing|line|e-?mail|postcard|caption|tattoo|T-?shirt|t-?shirt)\b"
)
PAPER = re.compile(
    r"\b(?:letter|e-?mail|referral|form|policy|notes?|guidance|website|headline|poster|leaflet|slide|report"
    r"|assessment"
    r"|handover|minutes|app|dashboard|system|computer|screen|script|subject line|spreadsheet|template|box|sign"
    r"|complaint"
    r"|job plan|survey|memo|bulletin|spec|code of|file|record|summary|feedback)\b(?![^.?!\"“]*\b(?:he"
    r"|she) )[^.?!\"“]{0,60}$",
    re.IGNORECASE,
)

# What everybody says: thanks, greetings, apologies, not knowing, being fine; recognised by nobody.
COMMON_SAYING = re.compile(
    r"(?:(?:oh|well|yes|no|yeah|ok|okay|but|and|so|um|er|look|mm)[,.… ]+)*"
    r"(?:i(?:['’]m| am) (?:fine|ok|okay|alright|all right|good|not sure|sorry|so sorry|very sorry|tired|just tired"
    r"|here"
    r"|listening|stuck|lost|a bit lost|stuck here|done)(?: really| today| now| thanks| thank you)?"
    r"|i (?:don['’]t|do not|dunno|didn['’]t) (?:know|mind|care|want to|think so|really know|know why"
    r"|know what to say|know how"
    r"|know what to do|know where to start|know anymore|want to talk about it|remember)"
    r"|i (?:can['’]t|cannot|couldn['’]t) (?:cope|sleep|go on|do it|do this|do it any ?more|do this any ?more)"
    r"|it(?:['’]s| is| was) (?:fine|ok|okay|nothing|complicated|what it is|not fair|my fault|all my fault"
    r"|not your fault|hard)"
    r"|that(?:['’]s| is) (?:it|fine|all|okay|ok|right|life|me)|thank you(?: so much| very much)?"
    r"|thanks(?: for (?:listening"
    r"|everything|today))?|(?:i['’]ll )?see you (?:next week|then|on \w+|soon|tuesday|thursday)|same time next week"
    r"|(?:how|what) (?:are|about) you|what do you (?:think|mean|want)|what(?:['’]s| is) the point|why me|how are you"
    r"|i just want to feel (?:better|normal)|(?:i )?just (?:want|need) someone to talk to+|someone to talk to+"
    r"|can i go now|is that ok(?:ay)?"
    r"|do you (?:even |really )?(?:like|hate|love|believe|understand|hear) me|are you (?:listening|even listening)"
    r"|are you (?:ok|okay|all right|alright)|i(?:['’]ve| have) got to go|i should go|let it go|i miss (?:him|her"
    r"|them)"
    r"|i love you|i hate (?:him|her|them|you|it|myself)|not good enough|good morning|not too bad|can['’]t complain"
    r"|you know(?: what i mean)?|if that makes sense|does that make sense|fair enough|never mind|whatever)[.!?,… ]*",
    re.IGNORECASE,
)
RELAYED = re.compile(
    r"(?:She|He|They)(?:['’]s)? (?:says?|said|is saying|are saying|wants? (?:you|me) to (?:know|tell))\b"
)
# '"…" - Petra Vandenhoek': a saying with its author
SAYING_OF = re.compile(r"[\"”’]? ?[-–—~]+ ?[A-Z][\w'’-]+ [A-Z]")
# How referrals and notes put things; no one speaks so.
OF_NOTES = re.compile(
    r"\b(?:low mood|adjustment disorder|presenting|query|engage[sd]?|engagement|disengaged|risk|hx|dx|bereavement of"
    r"|non-compliant|treatment[- ]resistant|complex grief|personality (?:traits|disorder)|suicidal ideation|moderate"
    r"|anxiety and"
    r"|did not attend|DNA|attended|client|patient|poor motivation|unsuitable|step (?:up|down|[23])|contacts"
    r"|outcome)\b",
    re.IGNORECASE,
)


EXAMPLE = re.compile(
    r"\b(?:for example|for instance|e\.g\.|i\.e\.|ie|such as|like|answers?|as they say|thoughts?|think(?:s|ing)?"
    r"|subtext|something like"
    r"|along the lines of|imagine|suppose)\b[^.?!]{0,40}$",
    re.IGNORECASE,
)
# 'he's "not being wired up by a boy with a badge"': a whole clause, quoted as what somebody says of himself
PREDICATE = re.compile(
    r"(?:^|[.!?;:,] |\b(?:and|but|that|because|so|then) )(?:(?:[Hh]e|[Ss]he|[Tt]hey)(?:['’](?:s|re|d|ll)| is"
    r"| was| has| had"
    r"| are| were)?|[A-Z][a-z]+(?:['’]s| is| was| has)?) $"
)
# "Some people find it helps. "How are you today?" is enough. You …": words offered to a reader, told of nobody.
TO_READER = re.compile(r"\b(?:you|your|yourself|you['’](?:re|ll|d|ve))\b", re.IGNORECASE)
OF_SOMEBODY = re.compile(
    r"\b(?:[Hh]e|[Ss]he|[Hh]er|[Hh]is|[Hh]im|[Cc]lients?|[Ss]ession|[Tt]oday|[Ww]eek)\b"
    r"|(?<=[a-z,;] )(?!I\b|I['’])[A-Z][a-z]"
    r"|\b[A-Z][a-z]+ (?:said|says|told|asked|came|went|sat|wrote|laughed|cried)\b"
)
