"""Leaves out what somebody says before they ask or after: why they want to know, and who they are."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.answering.deciding.letters import as_asked
from bot.answering.deciding.parts import declines
from bot.answering.deciding.who_asks import naming_their_side, without_who_asks
from bot.answering.reading.question import ANYBODY, COUNTS, PARTIES, STRANGE
from bot.answering.reading.text import MAX_CHARACTERS, opening, sentences

if TYPE_CHECKING:
    from bot.answering.claims.index import Index
    from bot.answering.reading.question import Question, Slot

LONGEST_REASON = 12  # words
_BESIDE = frozenset({"unknown", "date", "other-medium"})
LONGEST_OF_ONESELF = 24  # words
# Where somebody is from, and what they do.
_OF_ONESELF = _BESIDE | {"other-place", "other-party", "elsewhere", "negation", "qualifier"}
# "I am from", "I have", "my neighbours".
_ASIDE = {("ask", "according-to"), ("ask", "possesses"), ("ask", "other-side")}
# "London desk: …", "Oslo newsroom here, …": where whoever asks works.
_OFFICE = re.compile(
    r"\b(?:desk|bureau|newsroom|team|editors?|correspondents?|reporters?|seminar|class|club|students?)\b"
    r"(?: here)?(?:, [^:,]+)?\W*$",
    re.IGNORECASE,
)
_OF_AN_OFFICE = _BESIDE | {"other-place", "other-party"}
# "For my law seminar": what the asker is about, whatever it is.
_FOR_ONESELF = re.compile(r"^\W*(?:this is )?for (?:my|our)\b", re.IGNORECASE)
# "In ten minutes", "400 words": numbers of the asker's own time and work.
_OWN_NUMBER = re.compile(
    r"(?<![\w-])[\w-]+ (?:min(?:ute)?s?|h(?:ou)?rs?|days?|weeks?|years?|words?|pages?|slides?)\b"
)
# "One side says it lost a man, what does the other say …".
_ONE_SIDE = re.compile(
    rf"{opening()}one (?:side |of them |party |country )?(?:says?|claims?)\b[^,;]*[,;]\s*"
    r"(?=[^,;]*\bthe other\b)",
    re.IGNORECASE,
)
_ONESELF = re.compile(r"\b(?:i|i'?m|i've|we|we're|my|our)\b", re.IGNORECASE)
# What goes back to it ("were we hit", "did my country").
_GOES_BACK = re.compile(r"\b(?:we|us|ours?|my|mine|here)\b", re.IGNORECASE)
# "…, but how many …": where a question begins behind what tells.
_ASKED = re.compile(
    r"(?:[,;] *|[,;]? +(?=but |so ))(?:(?:but|so|and|then|just) +){0,4}"
    r"(?=(?:who|what|when|where|why|how)(?:'?s|'?d)?\b"
    r"|(?:which|did|does|do|is|are|was|were|has|have|can|could|tell)\b)",
    re.IGNORECASE,
)
# "There" of a question whose story names the place.
_THERE = re.compile(r"\b(?:over\s+)?there\b(?!.*\bthere\b)", re.IGNORECASE)
# "They" of a question whose story names a side.
_THEY = re.compile(r"\bthey\b", re.IGNORECASE)
# "Wait, who …", but not "wait for".
_WAIT = re.compile(
    rf"{opening('no', 'uh', 'hm+', 'hang on', 'hold on')}wait\b\W+"
    r"(?!(?:for|until|till|to|times?|on|in|before|after)\b)",
    re.IGNORECASE,
)

# What announces a list: "I need three things for my essay".
_THINGS = re.compile(
    r"\b(?:things|questions|points|facts|answers|details|items|essay|report|homework)\b", re.IGNORECASE
)
_LISTING = _BESIDE | {"number", "ask", "qualifier"}
# Where the next of a list begins.
_ITEMS = re.compile(
    r",\s+(?:and\s+)?(?=(?:who|whom|whose|what|when|where|why|how|which|whether|if|the|did|does|was|were|is)\b)",
    re.IGNORECASE,
)


# "…, for a wall chart", "… for the newsletter we're making".
_PURPOSE = re.compile(
    r"(?:, for (?:an?|my|our)\b"
    r"|,? for (?:an?|my|our|the|this|some)\b(?=[^,.;:?!]{0,160}?\b(?:i|i'?m|i've|we|we're|we've)\b))"
    r"[^,.;:?!]{0,160}[.?!]*$",
    re.IGNORECASE,
)
# "I'm making", "we have to write".
_PURPOSES = _BESIDE | {"elsewhere"}

# "… or just talk", "… or is it all propaganda", "just talk or …": that it may be no more than said.
_NO_MORE_THAN_SAID = (
    r"(?:(?:just|only|all|mere(?:ly)?|nothing\s+but|simply|pure(?:ly)?|empty|cheap|idle|so\s+much|more|another)\s+)+"
    r"(?:talk|words|chatter|noise|hot\s+air|hearsay|gossip|bluster|bluff|spin|propaganda|rumou?rs?|hype|posturing"
    r"|rhetoric|say[\s-]?so|claims?|big\s+words)"
)
_OR_TALK = re.compile(
    r"[\s,;:–—-]+or\s+(?:(?:is|are|was|were)\s+(?:it|that|this|they|those|these|he|she)\s+)?"
    rf"{_NO_MORE_THAN_SAID}(?=\W*$|\s+that\b)",
    re.IGNORECASE,
)
_TALK_OR = re.compile(
    rf"^(?P<asks>{opening()}(?:is|are|was|were)\s+(?:it|that|this|they|those|these|all\s+this)\s+)?"
    rf"\W*{_NO_MORE_THAN_SAID}[\s,;:–—-]+or\s+(?P<verb>(?:is|are|was|were|did|have|has)\b)?",
    re.IGNORECASE,
)
# "Is it confirmed that …", by nobody in particular: who is named behind is no speaker.
_CONFIRMED = re.compile(
    r"\b(?:(?:is|was)\s+it|has\s+it\s+been)\s+(?:(?:officially|actually|really|now|yet|already|even|independently)\s+)*"
    r"confirmed\s+that\b",
    re.IGNORECASE,
)

# "How many of your own did you say you lost".
_YOU_SAY = re.compile(
    r"\b(?P<did>did|do|have)\s+(?:you|u|ya|y['’]?all)\s+(?P<say>say|said|claim|claimed|admit|admitted|report|reported)\b"
    r"(?P<you>(?:\s+that)?\s+(?:you|u|ya|y['’]?all)\b)?",
    re.IGNORECASE,
)
# "Ok Orla fans, how many is your army …": whom a question is addressed to.
_ADDRESS = re.compile(
    opening("hi", "hello", "yo", "now", "listen", "dear", "alright", "right", "you", "all", "my")
    + r"(?P<who>[^\s,:;.?!]+(?:\s+[^\s,:;.?!]+){0,2}?)"
    r"(?:\s+(?:fan\s?(?:boy|girl)?s?|supporters?|lovers?|bros?|brothers|friends?|folks?|guys|boys|lads|shills?|trolls?|bots?"
    r"|patriots?|nationalists?|apologists?|simps?|stans?|defenders?|people|peeps|gang|crowd|posters?))?"
    rf"\s*[,:!]\s+(?=.*(?:\byours?\b|{_YOU_SAY.pattern}))",
    re.IGNORECASE,
)
_YOUR = re.compile(r"\byours?\b", re.IGNORECASE)
# "My cousin serves there and has not called".
_KIN = re.compile(
    rf"{opening('because', 'cause', 'cos', 'coz', 'cuz', 'since', 'as')}(?:my|our)\s+\w+", re.IGNORECASE
)

# "The bot is bought, tell the truth: who …": what is said to the bot of itself.
_OF_THE_BOT = re.compile(
    r"^\W*(?P<said>(?:\w+\s+){0,3}?bot(?:['’]?s)?\b[^?]*?)\b(?:tell|say|answer|admit)\s+(?:(?:me|us|it)\s+)?"
    r"(?:(?:the\s+truth|honestly|straight|truthfully|for\s+once|now)\W+)*"
    r"(?=(?:who|whom|whose|what|when|where|why|how|which|did|does|was|were|is|are)\b)",
    re.IGNORECASE,
)
# "Why do you keep saying that it was war, who said so": what is asked is the latter.
_KEEP_SAYING = re.compile(
    r"^\W*(?:(?:so|and|but|ok|okay|well|lol|hey|bro|wait)\W+)*(?:why|how come)\s+"
    r"(?:(?:do|does|did|are|is)\s+)?(?:you|u|ya|y['’]?all|everyone|everybody|people|ppl|folks|they|it|(?:the|this)\s+bot)\s+"
    r"(?:(?:guys|all|lot|mods|here|people|folks|always|constantly|just|even|still|keeps?|on)\s+)*"
    r"(?:say|repeat|call|claim|mention|post|write|use|talk\s+about|go\s+on\s+about)(?:ing|s)?\s+(?:about\s+|it\s+|that\s+)?"
    r"(?P<what>[^?!;,]+?)\s*(?:[?!;,]|\s[-–—])\s*(?:(?:and|but|so|like)\s+)*(?P<asked>(?:who|where|when)\b.*)$",
    re.IGNORECASE,
)


def in_third_person(index: Index, text: str) -> str:
    """Return what is asked of the people of a side as asked of that side, without the asker’s own story."""
    text = without_who_asks(index, text)
    text = as_asked(index, text) if len(text) <= MAX_CHARACTERS else text
    said = sentences(text) if len(text) <= MAX_CHARACTERS else ()
    if said and (theirs := naming_their_side(index, text)) != text:
        return theirs
    if len(said) > 1 and "?" in said[0] and all(_is_story(index, one) for one in said[1:]):
        text = said[0]
    address = _ADDRESS.match(text)
    if address is None:
        return text
    named = [slot for slot in index.reader.read(address["who"]).slots if slot.value != "judges"]
    if len(named) != 1 or not (named[0].kind in PARTIES or named[0].value in index.seats):
        return text
    who, asked = named[0].words, text[address.end() :]  # whatever else they are called
    if telling := _YOU_SAY.search(asked):
        own = f"{telling['did']} {who} {telling['say']}{' it' if telling['you'] else ''}"
        return _YOUR.sub("its", f"{asked[: telling.start()]}{own}{asked[telling.end() :]}")
    return _YOUR.sub(f"{who}’" if who.endswith("s") else f"{who}’s", asked)


def _is_story(index: Index, sentence: str) -> bool:
    """Tell whether a sentence behind a question is of the asker's own people, and asks nothing."""
    if "?" in sentence or not _KIN.match(sentence):
        return False
    return all(slot.kind in _OF_ONESELF or slot.kind == "ask" for slot in index.reader.read(sentence).slots)


def without_lead_in(index: Index, text: str) -> str:
    """Return *text* without what stands around its question and names nothing of it."""
    text = _KEEP_SAYING.sub(r"\g<what>, \g<asked>", _WAIT.sub("", text))
    text = _without_doubt(index, _without_word_to_the_bot(index, text))
    other = _ONE_SIDE.sub("", text)
    if other != text and index.reader.read(other).find("side", "actor", "target"):
        text = other
    return _without_purpose(
        index, _without_reason(index, _without_oneself(index, _without_refusal(index, text)))
    )


def _without_doubt(index: Index, text: str) -> str:
    """Leave out that what is counted, or to be confirmed, may be no more than said ("or just talk")."""
    text = _CONFIRMED.sub("is it true that", text)
    rest = _OR_TALK.sub("", text)
    if rest == text:
        # "Is it just talk or confirmed that …" asks on with its own verb.
        rest = _TALK_OR.sub(lambda said: said["verb"] or said["asks"] or "", text)
    told = index.reader.read(rest)
    asks = told.find(*COUNTS) or told.asks("true", "admits") or told.mentions("verification")
    return rest if rest != text and asks else text


def _without_word_to_the_bot(index: Index, text: str) -> str:
    """Leave out what the bot is told of itself before the question."""
    spoken = _OF_THE_BOT.match(text)
    told = index.reader.read(spoken["said"]).slots if spoken else ()
    apart = spoken and all(slot.kind in {*STRANGE, "ask"} for slot in told)
    return text[spoken.end() :] if spoken and apart else text


def _without_purpose(index: Index, text: str) -> str:
    """Leave out what an answer is for ("…, for a map we're making")."""
    stated = _PURPOSE.search(text)
    if stated is None or len(stated[0].split()) > LONGEST_REASON:
        return text
    head, tail = text[: stated.start()], stated[0]
    told = index.reader.read(tail.lstrip(", "))
    beside = all(slot.kind in _PURPOSES or slot.kind == "ask" for slot in told.slots)
    return head if beside and index.reader.read(head).naming else text


def _without_reason(index: Index, text: str) -> str:
    """Leave out what stands before a colon ("For a class debate: …"); take a list there apart."""
    head, _, tail = text.partition(": ")
    if not tail.strip() or len(head.split()) > LONGEST_REASON:
        return text
    read, asked = index.reader.read(head), index.reader.read(tail)
    named = {(slot.kind, slot.value) for slot in asked.slots}
    # Whoever counts says behind the colon what; "in uniform" is not needed twice.
    counts = _asks_for_a_number(asked)
    items = _ITEMS.split(tail) if _THINGS.search(head) else [tail]
    if any(index.reader.read(item).asks("other-side") for item in items[1:]):
        items = [tail]  # "…, and how does the other side answer it" leans on what stands before
    listed = len(items) > 1

    kinds = _LISTING if listed else _OF_ONESELF | {"victims"} if _FOR_ONESELF.match(head) else _BESIDE
    if _OFFICE.search(head):
        kinds |= _OF_AN_OFFICE

    def leads_in(slot: Slot) -> bool:
        again = slot.kind == "victims" and (slot.kind, slot.value) in named
        counted = counts and (slot.kind == "number" or again)
        return slot.kind in kinds or counted

    if not all(map(leads_in, read.slots)):
        return text
    # "27/02/2026: what happened?" and "Which came first: …" have before the colon what is asked.
    dated = read.find("date") and all(slot.kind == "ask" for slot in asked.slots)
    return text if dated or read.hears("order") else "; ".join(items)


def _without_refusal(index: Index, text: str) -> str:
    """Leave out of the last sentence what is not wanted ("I don't want opinions, …")."""
    told, stop, last = text.rpartition(". ")
    refused, _, rest = last.partition(", ")
    asks = rest and index.reader.read(rest).find("ask")
    return f"{told}{stop}{rest}" if asks and declines(index.reader.read(refused)) else text


def _without_oneself(index: Index, text: str) -> str:
    """Leave out what somebody tells of themselves ("I am only here for the music, but how many …")."""
    for asked in _ASKED.finditer(text):
        head, tail = text[: asked.start()], text[asked.end() :]
        apart = _ONESELF.search(head) and not _GOES_BACK.search(tail)
        if not apart or len(head.split()) > LONGEST_OF_ONESELF:
            continue
        told, question = index.reader.read(_OWN_NUMBER.sub("", head)), index.reader.read(tail)
        if question.asks("there"):
            # "My cousin lives in Wex, was it hit there": where it is asked about, the story tells.
            places = told.find("place", "other-place")
            if len(places) != 1:
                continue
            tail = _THERE.sub(f"in {places[0].words}", tail)
            told, question = told.without(places), index.reader.read(tail)
        sides = told.find(*PARTIES)
        if len(sides) == 1 and question.naming and _THEY.search(tail) and not question.find(*ANYBODY):
            # "My cousin serves with Orla, do they say …": who is asked of, the story tells.
            tail = _THEY.sub(sides[0].words, tail, count=1)
            told, question = told.without(sides), index.reader.read(tail)
        counts = _asks_for_a_number(question)
        if question.naming and all(
            slot.kind in _OF_ONESELF or slot[:2] in _ASIDE or (counts and slot.kind == "number")
            for slot in told.slots
        ):
            return tail
    return text


def _asks_for_a_number(question: Question) -> bool:
    """Tell whether a question asks for a number of something it names."""
    return question.asks("how-many") and bool(question.find("measure"))
