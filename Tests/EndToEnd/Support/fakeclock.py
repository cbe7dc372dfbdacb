"""Another day for one program, by libfaketime: the machine's clock is never set.

The library makes a semaphore and a piece of memory that are named by the process. A program that starts another in its place leaves
them behind, and a later process of the same number fails. So one pair is made here, for every run of these tests.
"""

from __future__ import annotations

import atexit
import ctypes
import functools
import os
import uuid
from pathlib import Path

LIBRARY = next(Path("/usr/lib").glob("*/faketime/libfaketime.so.1"), Path("libfaketime.so.1"))
SHARED = Path("/dev/shm")


@functools.cache
def shared_name() -> str:
    """Of a free semaphore and of eight bytes, the library's count of ticks, which a plain time does not use."""
    # By no number of a process: one that was killed leaves its own behind.
    name = f"/thaiid-tests-{uuid.uuid4().hex}"
    libc = ctypes.CDLL(None, use_errno=True)
    libc.sem_open.restype = ctypes.c_void_p
    if libc.sem_open(name.encode(), os.O_CREAT | os.O_EXCL, 0o600, 1) is None:
        raise OSError(ctypes.get_errno(), "sem_open")
    memory = SHARED / name[1:]
    memory.write_bytes(bytes(8))
    atexit.register(lambda: (libc.sem_unlink(name.encode()), memory.unlink()))
    return name


def fake_clock(**variables: str) -> dict[str, str]:
    """The environment in which the library tells the time. Where it has to set a variable itself, a Swift program does not find
    its arguments any more."""
    name = shared_name()
    return {"LD_PRELOAD": str(LIBRARY), "FAKETIME_SHARED": f"{name} {name}", "DONT_FAKE_MONOTONIC": "1"} | variables
