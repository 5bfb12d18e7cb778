"""What a pseudo-terminal shows."""

import os


def rest(descriptor: int) -> str:
    """Return all that is still to be read, once the other end is closed, and close this one."""
    pieces = b""
    try:
        while piece := os.read(descriptor, 65_536):
            pieces += piece
    except OSError:  # how Linux says that the other end is closed
        pass
    os.close(descriptor)
    return pieces.decode(errors="replace").replace("\r\n", "\n")
