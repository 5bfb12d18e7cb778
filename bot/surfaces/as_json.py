"""Turns results into the JSON objects that scripts read; keys are added, never renamed."""

import json
from datetime import date
from typing import Any

from bot.answering.showing.checked import Checked, Finding
from bot.answering.showing.figure_table import FigureRow, FigureTable
from bot.answering.showing.frame import ENGLISH, Frame
from bot.answering.showing.imprint import Imprint
from bot.answering.showing.reply import Claimant, Reply, ShownCaveat, ShownClaim, Suggestion
from bot.surfaces import plain

Json = dict[str, Any]


def line(value: Json) -> str:
    """Return an object on one line, as UTF-8 can hold it."""
    return json.dumps(value, ensure_ascii=False)


def reply(question: str, found: Reply, edition: str, frame: Frame = ENGLISH) -> Json:
    """Return the object of `ask`."""
    return {
        "question": plain.encodable(question),
        "outcome": found.outcome,
        "reason": found.reason,
        "about": found.about,
        "remark": found.remark,
        "left": found.left,
        "claims": [_claim(one) for one in found.claims],
        "choices": [_choice(one) for one in found.choices],
        "caveats": [_caveat(one) for one in found.caveats],
        "text": plain.reply(found, frame),
        **_imprint(found.imprint),
        "among": found.among,
        "edition": edition,
    }


def checked(message: str, found: Checked, edition: str, frame: Frame = ENGLISH) -> Json:
    """Return the object of `check`."""
    return {
        "message": plain.encodable(message),
        "verdict": found.verdict,
        "findings": [_finding(one) for one in found.findings],
        "claims": [_claim(one) for one in found.claims],
        "choices": [_choice(one) for one in found.nearest],
        "caveats": [_caveat(one) for one in found.caveats],
        "text": plain.checked(found, frame),
        "edition": edition,
        **({"each": [checked(message, one, edition, frame) for one in found.each]} if found.each else {}),
    }


def figure(row: FigureRow, table: FigureTable, edition: str) -> Json:
    """Return the object of one figure of a table, with the claims that contest it and all their caveats."""
    shown = {one.claim.id: one for one in table.claims}
    counter_claims = [shown[one] for one in row.disputed_by]
    caveats = {id_ for one in (shown[row.claim.id], *counter_claims) for id_ in one.caveats}
    return {
        "claim": row.claim.id,
        "claimant": _claimant(row.claimant),
        "group": row.figure.group,
        "side": row.side,
        "measure": row.measure,
        "min": row.figure.minimum,
        "max": row.figure.maximum,
        "qualifier": row.figure.qualifier,
        "place": ", ".join(row.places) or None,
        "happened": _period(row.claim.happened),
        "words": row.figure.words,
        "statement": row.claim.statement,
        "disputed_by": list(row.disputed_by),
        "counter_claims": [_claim(one) for one in counter_claims],
        "caveats": [_caveat(one) for one in table.caveats if one.caveat.id in caveats],
        "edition": edition,
    }


def _claim(shown: ShownClaim) -> Json:
    claim = shown.claim
    return {
        "id": claim.id,
        "briefing": claim.briefing,
        "role": shown.role,
        "statement": claim.statement,
        "source": claim.passage.source,
        "start": claim.passage.start,
        "end": claim.passage.end,
        "claimant": _claimant(shown.claimant),
        "speech_act": claim.speech_act,
        "attributed": claim.attributed,
        "disputed_by": list(shown.disputed_by),
        "unanswered_by": list(shown.unanswered_by),
        "caveats": list(shown.caveats),
        "said": None,  # the sources so far say it in words only, and no date is inferred from words
        "said_in_words": claim.said,
        "happened": _period(claim.happened),
        "when_in_words": list(claim.when),
        "note": claim.note,
    }


def _imprint(one: Imprint | None) -> Json:
    """Return what a reply is from, null in each where the asker has to pick that."""
    return {
        "briefing": one and one.briefing,
        "title": one and one.title,
        "edition_date": one and one.edition_date,
        "covers_until": one and one.covers_until,
    }


def _choice(one: Suggestion) -> Json:
    found: Json = {"claim": one.claim, "phrasing": one.phrasing}
    if one.source:
        briefing, title, edition_date, _, _ = one.source
        found |= {"briefing": briefing, "title": title, "edition_date": edition_date}
    return found


def _claimant(one: Claimant | None) -> Json | None:
    if one is None:
        return None
    return {"id": one.id, "name": one.name, "office": one.office, "side": one.side}


def _caveat(shown: ShownCaveat) -> Json:
    passage = shown.caveat.passage
    return {
        "id": shown.caveat.id,
        "statement": passage.text,
        "source": passage.source,
        "start": passage.start,
        "end": passage.end,
        "author": shown.author,
    }


# What JSON calls a difference that people are told more closely: what came first is one of time.
_FIELDS = {"order": "date"}


def _finding(one: Finding) -> Json:
    return {
        "quote": one.quote,
        "verdict": one.verdict,
        "field": _FIELDS.get(one.field, one.field) if one.field else None,
        "said": one.said,
        "briefing": one.briefing,
        "claim": one.claim,
    }


def _period(period: tuple[date, date] | None) -> str | None:
    """Return a date, or a range as ISO 8601 writes it."""
    if period is None:
        return None
    first, last = period
    return first.isoformat() if first == last else f"{first.isoformat()}/{last.isoformat()}"
