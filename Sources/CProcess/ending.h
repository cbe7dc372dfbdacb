#pragma once

// What the files of this module know of one another.

/// Has interrupts (of `count` 1), and terminations and hangups (3), end the process as it is to end.
void ending_handle_signals(int count);

/// What these signals do: a handler.
void ending_handle(int number);

/// Whether the process is about to end.
int ending_has_come(void);

/// Gives the terminal back, where it was taken. Only what POSIX allows within a handler.
void screen_leave(void);
