"""What happened when, as exactly as the source dates it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from bot.answering.showing.chronicle import timeline

if TYPE_CHECKING:
    from bot.answering.claims.index import Index


def test_moments_stand_in_order_and_undated_ones_last(orla: Index) -> None:
    told = timeline(orla)
    assert [[one.claim.id for one in moment.claims] for moment in told.moments] == [
        ["canal-2-april"],
        ["flooding-3-april"],
        ["belmar-losses-lund"],
        ["silence-council"],
    ]
    assert (told.imprint.title, told.imprint.edition_date) == ("The Orla flood", "2031-06-01")


def test_a_date_is_the_sources_or_a_curators(orla: Index) -> None:
    canal, flood, losses, silence = timeline(orla).moments
    assert canal.happened == (date(2031, 4, 2), date(2031, 4, 2))
    assert flood.words == ("on April 3, 2031",)
    assert (losses.happened, losses.day) == (None, (date(2031, 4, 3), date(2031, 4, 3)))
    assert (silence.said, silence.words, silence.happened, silence.day) == (
        "Later on Saturday evening",
        (),
        None,
        None,
    )


def test_a_moment_brings_counter_claims_and_caveats(orla: Index, war: Index) -> None:
    assert [one.author for one in timeline(orla).caveats] == ["The Orla Gazette"]
    for moment in timeline(war).moments:
        ids = {one.claim.id for one in moment.claims}
        assert all(set(one.disputed_by) <= ids for one in moment.claims if one.role == "answer")


def test_claims_of_one_sentence_on_one_day_are_one_moment(war: Index) -> None:
    moments = timeline(war).moments
    together = [{one.claim.id for one in moment.claims} for moment in moments]
    assert {"strikes-27-february", "border-fighting"} in together
    days = [moment.happened or moment.day for moment in moments]
    dated = [day for day in days if day]
    assert dated == sorted(dated)
    assert days[: len(dated)] == dated
