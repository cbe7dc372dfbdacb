#pragma once

/// Keeps other programs of the same user, debuggers and core dumps away from this process's
/// memory. Does nothing where the system has no such switch.
void process_hide_memory(void);
