#pragma once

#include <sys/types.h>

/// Keeps other programs of the same user, debuggers and core dumps away from this process's
/// memory. Does nothing where the system has no such switch.
void process_hide_memory(void);

/// Has an interrupt, a hangup or a termination take this file away before it ends the process:
/// one file at a time, the one named last. Does nothing for a path that is longer than any can be.
void process_abandon_on_signal(const char *path);

/// Forgets the file that `process_abandon_on_signal` named.
void process_keep_on_signal(void);

/// Has an interrupt, a hangup or a termination kill this child before it ends the process: one child
/// at a time, the one named last.
void process_kill_on_signal(pid_t child);

/// Forgets the child that `process_kill_on_signal` named, before its number can be another's.
void process_spare_on_signal(void);
