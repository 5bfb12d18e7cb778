"""Shows what was asked and not answered well."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.answering.showing import sentences
from bot.desk.unanswered import toml, unanswered
from bot.surfaces.discord import words
from bot.surfaces.discord.attaching import respond_with_file
from bot.surfaces.discord.cards import card, page_line, sentence_card
from bot.surfaces.discord.escaping import clipped, escaped
from bot.surfaces.discord.paging import plain_pages
from bot.surfaces.discord.responding import respond, respond_again

if TYPE_CHECKING:
    from bot.answering.showing.frame import Frame
    from bot.desk.unanswered import UnansweredGroup
    from bot.surfaces.discord.client import BriefingBot
    from bot.surfaces.discord.responding import Interaction

_MOST_GROUPS = 10  # on cards; the file has all
_MOST_REMARKS, _LONGEST = 3, 200  # of a group; characters of a question or a remark


async def show_unanswered(bot: BriefingBot, interaction: Interaction, frame: Frame) -> None:
    """Answer an interaction that was deferred with the most frequent groups, and a file with all of them."""
    groups = await unanswered(bot.desk)
    if groups is None:
        await respond(interaction, sentence_card(frame(words.UNREADABLE)))
        return
    if not groups:
        kept = bot.desk.settings.privacy.keep_questions
        await respond(interaction, sentence_card(frame(words.NOTHING_FOUND if kept else words.TEXT_NOT_KEPT)))
        return
    shown = [_group_in_words(frame, one) for one in groups[:_MOST_GROUPS]]
    if len(groups) > _MOST_GROUPS:
        shown[-1] += f"\n{frame(words.MORE, count=len(groups) - _MOST_GROUPS)}"
    laid = plain_pages(frame, shown)
    views = [card((*page, page_line(frame, n, len(laid)))) for n, page in enumerate(laid, start=1)]
    await respond_with_file(interaction, views[0], "unanswered.toml", toml(groups))
    for view in views[1:]:
        await respond_again(interaction, view)


def _group_in_words(frame: Frame, one: UnansweredGroup) -> str:
    first = clipped(one.phrasings[0], _LONGEST) if one.phrasings else frame(words.NO_WORDS)
    remarks = (
        f"\n- {frame(sentences.QUOTED, words=clipped(remark, _LONGEST))}"
        for remark in one.remarks[:_MOST_REMARKS]
    )
    return f"**{one.count} ×** {first}\n-# {escaped(one.about)}{''.join(remarks)}"
