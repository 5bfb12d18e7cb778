"""The arguments of the command line."""

from argparse import SUPPRESS, ArgumentParser, ArgumentTypeError, HelpFormatter, Namespace
from collections.abc import Sequence
from functools import partial
from pathlib import Path

_PROGRAM = "briefing-bot"
_LAST_PORT = 65_535
_LANGUAGE = "speak this language around the statements: en, ur, ps, fa, de, fr, es; default: the question’s"
_READ_BY_SOME = ("lang", "briefing")
# To find out how wide the terminal is, argparse takes longer than to parse.
_FORMATTER = partial(HelpFormatter, width=80)


def parse(arguments: Sequence[str]) -> Namespace:
    """Return what was given, with the `command`.

    Raises SystemExit where it is wrong or help was wanted, UnknownNameError for an unknown language.
    """
    parser = _parser()
    options = parser.parse_args(arguments)
    for name in _READ_BY_SOME:
        if getattr(options, name) and name not in options.reads:
            parser.error(f"{options.command} has no use for --{name}")
    if options.lang:
        from bot.desk.catalogues import frame_for  # noqa: PLC0415 - most give none

        frame_for(options.lang)
    return options


def _parser() -> ArgumentParser:
    root = ArgumentParser(
        prog=_PROGRAM,
        formatter_class=_FORMATTER,
        description="Answers from a curated briefing, word for word, and says whose claim each statement is.",
    )
    _add_common(root, default=None)
    commands = root.add_subparsers(dest="command", required=True, metavar="COMMAND", prog=_PROGRAM)

    def command(name: str, help_: str, reads: tuple[str, ...] = _READ_BY_SOME) -> ArgumentParser:
        made = commands.add_parser(name, help=help_, description=help_, formatter_class=_FORMATTER)
        made.set_defaults(reads=reads)
        # The same options again for after the command; what is not given must not undo what came before.
        _add_common(made, default=SUPPRESS, reads=reads)
        return made

    ask = command("ask", "answer a question")
    _add_words(ask, "question", "QUESTION")
    _add_json(ask)
    ask.add_argument("--explain", action="store_true", help="say also how the reply was reached")

    why = command("why", "say how the reply to a question is reached")
    _add_words(why, "question", "QUESTION")

    check = command("check", "hold a message against the briefing")
    _add_words(check, "message", "MESSAGE")
    _add_json(check)

    figures = command("figures", "show who claims what number of whom")
    figures.add_argument("--side", help="only victims of this side")
    figures.add_argument("--measure", help="only what is counted so: killed, wounded, …")
    figures.add_argument("--claimant", help="only what this person or party claims")
    _add_json(figures)
    figures.add_argument("--chart", type=_picture, metavar="FILE.png", help="draw the figures as well")

    command("timeline", "show what the briefing tells of, in order of time")
    command("sources", "show what the briefing rests on")
    quotes = command("quotes", "show what is in quotation marks, and whose words they are")
    quotes.add_argument("person", nargs="*", metavar="PERSON", help="only the words of this person or party")

    validate = command("validate", "find every problem of a knowledge folder", reads=())
    validate.add_argument("folder", nargs="?", type=Path, metavar="FOLDER", help="default: the one in use")

    healthy = "say how a running bot is; the exit status is 0 when nothing is wrong"
    health = command("health", healthy, reads=())
    health.add_argument(
        "--live",
        action="store_true",
        help="exit with 0 while it runs, though it be in trouble or without Discord",
    )

    command("chat", "hold a conversation in the terminal")

    # There everybody has a language of their own.
    command("run", "answer in Discord until told to stop", reads=("briefing",))
    simulated = "show the bot in a simulated Discord in the browser, without an account"
    preview = command("preview", simulated, reads=("briefing",))
    preview.add_argument("--port", type=_port, metavar="N", help="serve at this port, default: a free one")
    preview.add_argument("--no-browser", action="store_true", help="only say the address")
    return root


def _add_common(to: ArgumentParser, default: str | None, reads: tuple[str, ...] = _READ_BY_SOME) -> None:
    to.add_argument(
        "--knowledge", type=Path, metavar="FOLDER", default=default, help="use this knowledge folder"
    )
    to.add_argument(
        "--config", type=Path, metavar="FILE", default=default, help="read the settings in this file"
    )
    language, briefing = (
        help_ if name in reads else SUPPRESS
        for name, help_ in (("lang", _LANGUAGE), ("briefing", "use this briefing of the folder"))
    )
    to.add_argument("--lang", metavar="TAG", default=default, help=language)
    to.add_argument("--briefing", metavar="ID", default=default, help=briefing)


def _port(given: str) -> int:
    if not given.isdecimal() or not 0 < int(given) <= _LAST_PORT:
        raise ArgumentTypeError(f"a port is a number from 1 to {_LAST_PORT}")
    return int(given)


def _picture(given: str) -> Path:
    if Path(given).suffix.lower() != ".png":
        raise ArgumentTypeError("a picture is a file whose name ends in .png")
    return Path(given)


def _add_words(to: ArgumentParser, dest: str, metavar: str) -> None:
    help_ = "in one argument or several; - reads one a line from standard input"
    to.add_argument(dest, nargs="+", metavar=metavar, help=help_)


def _add_json(to: ArgumentParser) -> None:
    to.add_argument("--json", action="store_true", help="print a JSON object a line")
