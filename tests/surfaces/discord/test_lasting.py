"""Buttons that outlive a restart are all taken on by the bot."""

from __future__ import annotations

import pkgutil
import subprocess
import sys
from importlib import import_module

from discord import ui

from bot.surfaces import discord as rooms
from bot.surfaces.discord.lasting import Lasting
from tests.shipped import ROOT

TAKEN_ON = """
import bot.surfaces.discord.client
from bot.surfaces.discord.lasting import Lasting
print(*sorted(f"{one.__module__}.{one.__name__}" for one in Lasting.every))
"""


def test_no_button_is_dead_after_a_restart() -> None:
    for module in pkgutil.iter_modules(rooms.__path__, f"{rooms.__name__}."):
        import_module(module.name)
    made = sorted(f"{one.__module__}.{one.__name__}" for one in Lasting.every)
    python = [sys.executable, "-c", TAKEN_ON]
    done = subprocess.run(python, capture_output=True, cwd=ROOT, check=True, timeout=60)
    assert done.stdout.decode().split() == made
    assert len({one.__discord_ui_compiled_template__ for one in Lasting.every}) == len(made)
    assert all(issubclass(one, Lasting) for one in ui.DynamicItem.__subclasses__() if in_the_bot(one))


def in_the_bot(item: type) -> bool:
    """Tell whether a class is one of ours."""
    return item.__module__.startswith(f"{rooms.__name__}.")
