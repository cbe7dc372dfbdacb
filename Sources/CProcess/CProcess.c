#include "CProcess.h"

#ifdef __linux__
#include <sys/prctl.h>

// prctl takes a variable number of arguments, which Swift cannot call.
void process_hide_memory(void) { prctl(PR_SET_DUMPABLE, 0, 0, 0, 0); }
#else
void process_hide_memory(void) {}
#endif
