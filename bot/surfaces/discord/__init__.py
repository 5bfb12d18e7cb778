"""The bot in Discord; enter at `running`, which opens `client`.

hearing       a question from a mention, a reply or `/ask`: spoken puts Discord's marks into words,
              limits keeps a channel readable
message_menus what a menu of a message asks
member_commands, moderator_commands    the other commands; narrowing, pinning: what they can be narrowed to

answer_cards  a reply on a card with its buttons
shelf_cards, journal, proposals, unanswered_card    the other cards
layout        what is shown: statements in blocks that keep claimant, caveat and number together,
              paging with what contests and limits its claims on each page; proposal_text: what would change;
              charts, description: figures drawn and described; attaching: files
cards         texts, pictures and buttons as cards; escaping keeps text from becoming markup
responding    sends it, and turns what goes wrong into a sentence

buttons, picking    what is pressed; what it needs is in its custom id (trail, shelf) and outlives a restart
lasting       what these have in common; recalling brings back what they are about
memory        the last replies, so that one is laid out once and posted again as it is
gateway       leaves out what Discord tells of servers before discord.py keeps it: there are no channels,
              roles or members to look up, but active threads and the roles of moderators
words         every sentence of our own; speaking finds the language
preview       all this in a browser, without Discord
"""
