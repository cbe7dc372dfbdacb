#define _GNU_SOURCE
#include "CProcess.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/socket.h>
#include <unistd.h>

int process_peer(int descriptor, uid_t *user) {
#ifdef __linux__
    struct ucred credentials;
    socklen_t length = sizeof credentials;
    if (getsockopt(descriptor, SOL_SOCKET, SO_PEERCRED, &credentials, &length) != 0) return -1;
    *user = credentials.uid;
    return 0;
#else
    gid_t group;
    return getpeereid(descriptor, user, &group);
#endif
}

int process_accept(int descriptor) {
#ifdef __linux__
    return accept4(descriptor, NULL, NULL, SOCK_CLOEXEC);
#else
    int other = accept(descriptor, NULL, NULL);
    if (other >= 0) fcntl(other, F_SETFD, FD_CLOEXEC);
    return other;
#endif
}
