"""A machine with another clock, or other disks, as a program sees it through a library between it and the system."""

from __future__ import annotations

import subprocess
from pathlib import Path

SOURCE = r"""
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdlib.h>
#include <sys/time.h>
#include <sys/vfs.h>
#include <time.h>

static long shift(void) {
    const char *seconds = getenv("OTHER_CLOCK");
    return seconds ? atol(seconds) : 0;
}

int clock_gettime(clockid_t id, struct timespec *now) {
    int (*next)(clockid_t, struct timespec *) = dlsym(RTLD_NEXT, "clock_gettime");
    int result = next(id, now);
    if (id == CLOCK_REALTIME) now->tv_sec += shift();
    return result;
}

int gettimeofday(struct timeval *restrict now, void *restrict zone) {
    int (*next)(struct timeval *, void *) = dlsym(RTLD_NEXT, "gettimeofday");
    int result = next(now, zone);
    now->tv_sec += shift();
    return result;
}

time_t time(time_t *place) {
    time_t (*next)(time_t *) = dlsym(RTLD_NEXT, "time");
    time_t now = next(NULL) + shift();
    if (place) *place = now;
    return now;
}

int statfs(const char *path, struct statfs *status) {
    int (*next)(const char *, struct statfs *) = dlsym(RTLD_NEXT, "statfs");
    int result = next(path, status);
    const char *kind = getenv("OTHER_DISK");
    if (kind) status->f_type = strtol(kind, NULL, 0);
    return result;
}
"""


class OtherMachine:
    """The compiled library, and the environment that puts it there."""

    NFS = "0x6969"

    def __init__(self, folder: Path) -> None:
        self._library = folder / "othermachine.so"
        subprocess.run(
            ["cc", "-shared", "-fPIC", "-O1", "-x", "c", "-", "-o", self._library, "-ldl"], input=SOURCE.encode(), check=True)

    def clock(self, seconds: int) -> dict[str, str]:
        """A clock that is so far ahead, or behind."""
        return {"LD_PRELOAD": str(self._library), "OTHER_CLOCK": str(seconds)}

    def disks(self, kind: str) -> dict[str, str]:
        """Disks of this kind alone, by statfs(2)'s number."""
        return {"LD_PRELOAD": str(self._library), "OTHER_DISK": kind}
