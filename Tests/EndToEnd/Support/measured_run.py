"""Runs a command, and writes its status, seconds of processor time and KiB of memory to the descriptor named first.

A process of its own, and a small one: what a child has used counts from the fork on, the memory of the parent included.
"""

import os
import resource
import sys


def main(descriptor: str, seconds: str, *command: str) -> None:
    resource.setrlimit(resource.RLIMIT_CPU, (int(seconds) + 1, int(seconds) + 1))
    os.set_inheritable(int(descriptor), False)
    child = os.posix_spawn(command[0], command, os.environ)
    _, status, used = os.wait4(child, 0)
    os.write(int(descriptor), b"%d %f %d" % (os.waitstatus_to_exitcode(status), used.ru_utime + used.ru_stime, used.ru_maxrss))


main(*sys.argv[1:])
