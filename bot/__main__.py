"""Runs the command line: `python -m bot`."""

from bot.surfaces.cli import console

if __name__ == "__main__":
    console()
