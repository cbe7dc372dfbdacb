#include "CProcess.h"

#ifdef __linux__
#include <sys/vfs.h>

long process_file_system(const char *path) {
    struct statfs status;
    return statfs(path, &status) == 0 ? (long)((unsigned long)status.f_type & 0xFFFFFFFFUL) : -1;
}
#else
#include <sys/mount.h>
#include <sys/param.h>

long process_file_system(const char *path) {
    struct statfs status;
    if (statfs(path, &status) != 0) return -1;
    return status.f_flags & MNT_LOCAL ? 0 : 1;
}
#endif
