#pragma once

#include <signal.h>
#include <spawn.h>
#include <sys/types.h>

/// Keeps what this process holds out of core dumps, crash reports, and the reach of debuggers and
/// other programs of the same user, as far as the system has switches for that; and what is meant for
/// a standard stream that is closed out of everything that is opened later. The first line of `main`.
void process_harden(void);

/// Has an interrupt, a hangup or a termination take this file away before it ends the process, as all
/// others that were named. What it returns is for `process_forget`; -1 where there is no memory left or
/// the path is longer than any can be, with `errno` set.
int process_abandon_on_signal(const char *path);

/// Has an interrupt, a hangup or a termination kill this child before it ends the process, as all others
/// that were named. What it returns is for `process_reap`; -1 where there is no memory left.
int process_kill_on_signal(pid_t child);

/// Has the first interrupt from now on do no more than write a byte to this end of a pipe; the next that
/// nobody waits for does what an interrupt did before. What it returns is for `process_forget`; -1 where
/// there is no memory left.
int process_note_interrupt(int descriptor);

/// Has the first interrupt, hangup or termination from now on do no more than write its number to this end of a
/// pipe; the next one ends the process. What it returns is for `process_forget`; -1 where there is no memory left.
int process_note_end(int descriptor);

/// Ends the process as a signal does: files that were named are taken away, children killed, and nothing else.
void process_leave(int status) __attribute__((noreturn));

/// Forgets a file, or an end of a pipe, which is then the caller's to close. 0, or -1 where a signal has
/// come to it first.
int process_forget(int place);

/// Has interrupts, hangups and terminations wait, whichever thread they come to.
void process_hold_signals(sigset_t *before);

/// Ends what `process_hold_signals` began, or the process, where one of them has come meanwhile.
void process_release_signals(const sigset_t *before);

/// Takes the status of a child that has ended, and forgets it before its number can be another's. Its
/// number; 0 where it has not ended and is not to be waited for; -1 with `errno` set.
pid_t process_reap(pid_t child, int place, int *status, int waits);

/// Opens a file that has no name yet, in a folder, for writing (mode 0600): it is gone with whoever
/// holds it, however that ends. -1 where the file system or the machine has no such files.
int process_open_nameless(const char *folder);

/// Gives a file that has none a name, which nothing else must have. 0, or -1 with `errno` set.
int process_name_file(int descriptor, const char *path);

/// Makes a file in memory that can only be read, by this process and by what takes its place or is started by it;
/// it is gone with the last that holds it. -1 with `errno` set, also where the system has no such files.
int process_memory_file(const char *name, const void *bytes, size_t count);

/// Has everything that was written to the disk that holds this file, folders too, be on it. 0, or -1.
int process_sync_disk(int descriptor);

/// The number of the file system that this name is on, as Linux has them (`statfs(2)`); elsewhere 1 for one
/// over a network and 0 for any other. -1 with `errno` set.
long process_file_system(const char *path);

/// Adds to the actions before a start that all files beyond the standard streams are closed, those
/// too that this process was handed by whoever started it. Does nothing where the system cannot.
void process_inherit_nothing(posix_spawn_file_actions_t *actions);

/// Has another program take this one's place, as it would have been started by whoever started this one: with the
/// same files, environment and signals; it leaves no core dump either. Returns where that fails, with `errno` set.
void process_become(const char *program, char *const arguments[]);

/// What signals ask of whoever draws on the terminal: to draw all again, or that and in another size.
enum { PROCESS_CONTINUED = 'c', PROCESS_RESIZED = 'w' };

/// Stops this process, as long as the terminal belongs to another job.
void process_await_foreground(int terminal);

/// Makes ready to take the whole of a terminal: from the first `process_show_screen` on, its settings are put
/// back and the farewell is written whenever the process stops or ends. A child, which knows nothing of what
/// happens from here on, sees to that where the process is killed. The signals for whoever draws are told at
/// the end of a pipe. 0, or -1 where that cannot be had.
int process_take_screen(int terminal, const unsigned char *farewell, size_t count, int told);

/// Takes the terminal, at first and after a stop, and has it not show what is typed; 0 where a stop or the end
/// has come meanwhile.
int process_show_screen(void);

/// Writes to the terminal, unless it was given back; 0 where not all of it could be written.
int process_write_screen(const unsigned char *bytes, size_t count);

/// Gives the terminal back for good.
void process_return_screen(void);

/// The user at the other end of a socket of this machine, as the kernel has it. 0, or -1 with `errno` set.
int process_peer(int descriptor, uid_t *user);

/// The next connection of a listening socket, which no child inherits; -1 with `errno` set.
int process_accept(int descriptor);
