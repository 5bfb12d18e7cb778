"""Runs the command line: `python -m bot`."""

import gc

# Nothing that importing makes is garbage, and looking for it takes a twentieth of a short run.
gc.disable()

from bot.surfaces.cli import console  # noqa: E402 - as above

gc.freeze()
gc.enable()

if __name__ == "__main__":
    console()
