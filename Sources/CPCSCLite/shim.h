#pragma once
// The one place that names the platform's PC/SC. On macOS the same calls come from the PCSC
// framework: the includes then read <PCSC/winscard.h> and <PCSC/wintypes.h>, DWORD and LONG have
// 32 bits, and there is no socket to look at.
#include <winscard.h>
#include <reader.h>

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

/// Where the service listens: libpcsclite looks at PCSCLITE_CSOCK_NAME first, then at the folder
/// that it was built with, which is /run/pcscd in every distribution of today. NULL where the
/// platform's service has no socket.
static inline const char *cpcsclite_socket_path(void) {
#ifdef __APPLE__
    return NULL;
#else
    const char *path = getenv("PCSCLITE_CSOCK_NAME");
    return path != NULL ? path : "/run/pcscd/pcscd.comm";
#endif
}

/// Knocks at the service's socket and goes away: 0 when somebody listens, else errno.
static inline int cpcsclite_knock(const char *path) {
    struct sockaddr_un address;
    memset(&address, 0, sizeof address);
    if (strlen(path) >= sizeof address.sun_path)
        return ENAMETOOLONG;
    address.sun_family = AF_UNIX;
    strcpy(address.sun_path, path);
    const int door = socket(AF_UNIX, SOCK_STREAM, 0);
    if (door < 0)
        return errno;
    const int result = connect(door, (const struct sockaddr *)&address, sizeof address) == 0 ? 0 : errno;
    close(door);
    return result;
}
