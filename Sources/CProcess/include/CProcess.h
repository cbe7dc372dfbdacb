#pragma once

#include <spawn.h>
#include <sys/types.h>

/// Keeps what this process holds out of core dumps, crash reports, and the reach of debuggers and
/// other programs of the same user, as far as the system has switches for that; and what is meant for
/// a standard stream that is closed out of everything that is opened later. The first line of `main`.
void process_harden(void);

/// Has an interrupt, a hangup or a termination take this file away before it ends the process: a few
/// files at a time. Does nothing for one more, or for a path that is longer than any can be.
void process_abandon_on_signal(const char *path);

/// Forgets a file that `process_abandon_on_signal` named.
void process_keep_on_signal(const char *path);

/// Has an interrupt, a hangup or a termination kill this child before it ends the process: one child
/// at a time, the one named last.
void process_kill_on_signal(pid_t child);

/// Forgets the child that `process_kill_on_signal` named, before its number can be another's.
void process_spare_on_signal(void);

/// Has the first interrupt from now on do no more than make the returned descriptor readable; the
/// second does what an interrupt did before. -1 where the system has no descriptor left.
int process_note_interrupt(void);

/// Opens a file that has no name yet, in a folder, for writing (mode 0600): it is gone with whoever
/// holds it, however that ends. -1 where the file system or the machine has no such files.
int process_open_nameless(const char *folder);

/// Gives a file that has none a name, which nothing else must have. 0, or -1 with `errno` set.
int process_name_file(int descriptor, const char *path);

/// Has everything that was written to the disk that holds this file, folders too, be on it. 0, or -1.
int process_sync_disk(int descriptor);

/// Adds to the actions before a start that all files beyond the standard streams are closed, those
/// too that this process was handed by whoever started it. Does nothing where the system cannot.
void process_inherit_nothing(posix_spawn_file_actions_t *actions);
