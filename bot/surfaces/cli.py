"""The command line: reads arguments, calls the desk, writes what the other surfaces lay out.

Exit status: 0 done, an abstention too; 1 the knowledge or the configuration is bad, or the bot unwell;
2 wrong usage.
"""
# ruff: noqa: PLC0415 - a command imports only what it needs, so that a question is answered at once

from __future__ import annotations

import gc
import sys
from contextlib import suppress
from typing import TYPE_CHECKING

from bot.errors import BotError, KnowledgeError, UnknownNameError
from bot.surfaces.arguments import parse
from bot.surfaces.output import abandon_output, complain, prepare_streams, say, say_text

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Callable, Iterator, Sequence

    from bot.desk.knowledge import Knowledge
    from bot.desk.settings import Settings

DONE, BAD_KNOWLEDGE, WRONG_USAGE, INTERRUPTED = 0, 1, 2, 130
UNWELL = 1  # the only other status that Docker's HEALTHCHECK allows
# A run ends before its garbage is worth collecting, and looking for it takes a tenth of the time.
_COLLECT_AFTER = 200_000


def console() -> None:
    """Run as a program."""
    gc.set_threshold(_COLLECT_AFTER)
    status = main(sys.argv[1:])
    gc.freeze()  # what is left goes with the process, and need not be looked through
    sys.exit(status)


def main(arguments: Sequence[str]) -> int:
    """Run one command and return its exit status."""
    prepare_streams()
    try:
        options = parse(arguments)
        status = _COMMANDS[options.command](options)
        sys.stdout.flush()
    except SystemExit as left:  # argparse has said what is wrong, or has helped
        status = left.code if isinstance(left.code, int) else DONE
    except KeyboardInterrupt:
        status = INTERRUPTED
    except KnowledgeError as error:
        status = _refuse(BAD_KNOWLEDGE, *error.problems)
    except UnknownNameError as error:
        status = _refuse(WRONG_USAGE, f"briefing-bot: {error}")
    except BotError as error:
        status = _refuse(BAD_KNOWLEDGE, f"briefing-bot: {error}")
    except OSError as error:
        abandon_output()
        # Whoever closes a pipe has all they wanted.
        status = DONE if isinstance(error, BrokenPipeError) else _unwritable("the output", error)
    return status


# ---- Commands --------------------------------------------------------------------------------------


def _ask(options: Namespace) -> int:
    from bot.desk.asking import ask
    from bot.desk.catalogues import frame_asked
    from bot.surfaces import plain

    knowledge = _knowledge(options)
    for question in _inputs(options.question):
        frame = frame_asked(knowledge, question, options.lang, options.briefing)
        found = ask(knowledge, question, briefing=options.briefing)
        if options.json:
            from bot.surfaces import as_json

            say(as_json.line(as_json.reply(question, found, knowledge.digest, frame)))
            continue
        text = plain.reply(found, frame)
        if options.explain:
            from bot.surfaces import listings

            text += "\n\n" + listings.receipt(found, frame)
        _say_one(text, of=options.question)
    return DONE


def _why(options: Namespace) -> int:
    from bot.desk.asking import ask
    from bot.desk.catalogues import frame_asked
    from bot.surfaces import listings

    knowledge = _knowledge(options)
    for question in _inputs(options.question):
        frame = frame_asked(knowledge, question, options.lang, options.briefing)
        found = ask(knowledge, question, briefing=options.briefing)
        _say_one(listings.receipt(found, frame), of=options.question)
    return DONE


def _check(options: Namespace) -> int:
    from bot.desk.catalogues import frame_asked
    from bot.desk.checking import check
    from bot.surfaces import as_json, plain

    knowledge = _knowledge(options)
    for message in _inputs(options.message):
        frame = frame_asked(knowledge, message, options.lang, options.briefing)
        found = check(knowledge, message, briefing=options.briefing)
        if options.json:
            say(as_json.line(as_json.checked(message, found, knowledge.digest, frame)))
        else:
            _say_one(plain.checked(found, frame), of=options.message)
    return DONE


def _figures(options: Namespace) -> int:
    from bot.desk.browsing import figures
    from bot.desk.catalogues import frame_for
    from bot.surfaces import as_json, listings

    frame = frame_for(options.lang)
    knowledge = _knowledge(options)
    table = figures(
        knowledge,
        side=options.side,
        measure=options.measure,
        claimant=options.claimant,
        briefing=options.briefing,
    )
    if options.chart:
        from bot.surfaces.chart import png

        try:
            options.chart.write_bytes(png(table, frame))
        except OSError as error:
            return _unwritable(options.chart, error)
    if options.json:
        for row in (row for row in table.rows if not row.counters):
            say(as_json.line(as_json.figure(row, table, knowledge.digest)))
    else:
        say_text(listings.figures(table, frame))
    return DONE


def _timeline(options: Namespace) -> int:
    from bot.desk.browsing import timeline
    from bot.desk.catalogues import frame_for
    from bot.surfaces import listings

    frame = frame_for(options.lang)
    say_text(listings.timeline(timeline(_knowledge(options), briefing=options.briefing), frame))
    return DONE


def _sources(options: Namespace) -> int:
    from bot.desk.browsing import sources
    from bot.desk.catalogues import frame_for
    from bot.surfaces import listings

    frame = frame_for(options.lang)
    say_text(listings.sources(sources(_knowledge(options), briefing=options.briefing), frame))
    return DONE


def _quotes(options: Namespace) -> int:
    from bot.desk.browsing import quotations
    from bot.desk.catalogues import frame_for
    from bot.surfaces import listings

    frame = frame_for(options.lang)
    person = " ".join(options.person) or None
    say_text(listings.quotations(quotations(_knowledge(options), person, briefing=options.briefing), frame))
    return DONE


def _validate(options: Namespace) -> int:
    from dataclasses import replace

    from bot.answering.showing import wording
    from bot.briefing.loader import examine
    from bot.desk.validating import calibrations
    from bot.surfaces.calibration_report import report

    settings = _settings(options)
    folder = options.folder or settings.knowledge
    found = examine(folder)
    if found.edition is None:
        return _refuse(BAD_KNOWLEDGE, *found.problems)
    briefings = found.edition.briefings
    claims = sum(len(briefing.claims) for briefing in briefings)
    say(wording.valid(folder, len(briefings), claims, found.edition.digest))
    for one in calibrations(replace(settings, knowledge=folder, briefing=None)):
        say(report(one, settings.selective_risk))
    return DONE


def _health(options: Namespace) -> int:
    from bot.desk.health import read_health, told

    settings = _settings(options)
    report = read_health(settings)
    say(told(report, settings))
    return DONE if report and (report.live if options.live else report.healthy) else UNWELL


def _chat(options: Namespace) -> int:
    from bot.surfaces.chat import chat

    chat(_knowledge(options), briefing=options.briefing, language=options.lang)
    return DONE


def _run(options: Namespace) -> int:
    import asyncio

    from bot.surfaces.discord.running import loop_factory, run

    settings = _settings(options, briefing=options.briefing)
    with asyncio.Runner(loop_factory=loop_factory()) as runner:
        runner.run(run(settings))
    return DONE


def _preview(options: Namespace) -> int:
    import asyncio

    from bot.surfaces.discord.preview import preview

    # Ctrl-C is how it ends, as it has said, so that is no failure.
    with suppress(KeyboardInterrupt):
        asyncio.run(
            preview(
                _settings(options, briefing=options.briefing),
                port=options.port,
                opens_browser=not options.no_browser,
                say=say,
            )
        )
    return DONE


_COMMANDS: dict[str, Callable[[Namespace], int]] = {
    "ask": _ask,
    "chat": _chat,
    "check": _check,
    "figures": _figures,
    "health": _health,
    "preview": _preview,
    "quotes": _quotes,
    "run": _run,
    "sources": _sources,
    "timeline": _timeline,
    "validate": _validate,
    "why": _why,
}


def _knowledge(options: Namespace) -> Knowledge:
    from bot.desk.knowledge import Knowledge

    return Knowledge(_settings(options))


def _settings(options: Namespace, **more: str | None) -> Settings:
    from dataclasses import replace

    from bot.desk.settings import read_settings

    given = {"knowledge": options.knowledge, **more}
    return replace(read_settings(options.config), **{name: one for name, one in given.items() if one})


# ---- Words in and out ------------------------------------------------------------------------------


def _inputs(words: list[str]) -> Iterator[str]:
    """Return what was given as arguments, or for a lone "-" the lines of standard input as they come."""
    if words == ["-"]:
        for line in sys.stdin:
            yield line.rstrip("\r\n")
    else:
        yield " ".join(words)


def _say_one(text: str, *, of: list[str]) -> None:
    """Write one text of possibly many, which a blank line parts."""
    say_text(text + "\n" if of == ["-"] else text)


def _unwritable(what: object, error: OSError) -> int:
    return _refuse(WRONG_USAGE, f"briefing-bot: {what} cannot be written: {error.strerror}")


def _refuse(status: int, *complaints: object) -> int:
    complain(*complaints)
    return status
