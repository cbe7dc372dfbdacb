/*
 * Stands between a program and libpcsclite (LD_PRELOAD): fails the calls that a test names, lets all others
 * through to the real service, and keeps a list of them.
 *
 * PCSC_FAULTS  NAME=CODE[@FIRST[-LAST]] separated by commas; calls are counted from 1, each name for itself.
 *              Without @ every call fails; with @FIRST that one alone.
 * PCSC_CALLS   a file to which the name of each call is appended, one a line, before it is made.
 *
 * SCardTransmit that fails with SCARD_W_RESET_CARD resets the card for real, so that it forgets its selection.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <winscard.h>

static pthread_mutex_t counting = PTHREAD_MUTEX_INITIALIZER;

static void note(const char *name) {
    const char *path = getenv("PCSC_CALLS");
    int file = path ? open(path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0600) : -1;
    if (file < 0) return;
    char line[64];
    size_t length = strlen(name);
    memcpy(line, name, length);
    line[length] = '\n';
    if (write(file, line, length + 1) < 0) abort();
    close(file);
}

static LONG fault(const char *name, long *count) {
    pthread_mutex_lock(&counting);
    long number = ++*count;
    pthread_mutex_unlock(&counting);
    note(name);
    size_t length = strlen(name);
    for (const char *at = getenv("PCSC_FAULTS"); at && *at; at = strchr(at, ',') ? strchr(at, ',') + 1 : NULL) {
        if (strncmp(at, name, length) != 0 || at[length] != '=') continue;
        char *rest;
        LONG code = strtol(at + length + 1, &rest, 0);
        long first = 1, last = LONG_MAX;
        if (*rest == '@') first = last = strtol(rest + 1, &rest, 10);
        if (*rest == '-') last = strtol(rest + 1, &rest, 10);
        if (first <= number && number <= last) return code;
    }
    return SCARD_S_SUCCESS;
}

#define BETWEEN(name, parameters, arguments)                                        \
    LONG name parameters {                                                          \
        static long count;                                                          \
        LONG code = fault(#name, &count);                                           \
        if (code != SCARD_S_SUCCESS) return code;                                   \
        LONG(*real) parameters = (LONG(*) parameters)dlsym(RTLD_NEXT, #name);       \
        return real arguments;                                                      \
    }

BETWEEN(SCardEstablishContext, (DWORD scope, LPCVOID a, LPCVOID b, LPSCARDCONTEXT context), (scope, a, b, context))
BETWEEN(SCardListReaders, (SCARDCONTEXT context, LPCSTR groups, LPSTR names, LPDWORD length), (context, groups, names, length))
BETWEEN(SCardGetStatusChange, (SCARDCONTEXT context, DWORD timeout, SCARD_READERSTATE *states, DWORD count_), (context, timeout, states, count_))
BETWEEN(SCardConnect, (SCARDCONTEXT context, LPCSTR reader, DWORD share, DWORD protocols, LPSCARDHANDLE card, LPDWORD protocol), (context, reader, share, protocols, card, protocol))
BETWEEN(SCardReconnect, (SCARDHANDLE card, DWORD share, DWORD protocols, DWORD start, LPDWORD protocol), (card, share, protocols, start, protocol))
BETWEEN(SCardBeginTransaction, (SCARDHANDLE card), (card))
BETWEEN(SCardEndTransaction, (SCARDHANDLE card, DWORD end), (card, end))
BETWEEN(SCardDisconnect, (SCARDHANDLE card, DWORD end), (card, end))
BETWEEN(SCardStatus, (SCARDHANDLE card, LPSTR name, LPDWORD length, LPDWORD state, LPDWORD protocol, LPBYTE atr, LPDWORD atr_length), (card, name, length, state, protocol, atr, atr_length))

LONG SCardTransmit(
    SCARDHANDLE card, const SCARD_IO_REQUEST *send, LPCBYTE command, DWORD length, SCARD_IO_REQUEST *receive,
    LPBYTE answer, LPDWORD answer_length) {
    static long count;
    LONG code = fault("SCardTransmit", &count);
    if (code == SCARD_W_RESET_CARD) {
        LONG(*reconnect)(SCARDHANDLE, DWORD, DWORD, DWORD, LPDWORD) =
            (LONG(*)(SCARDHANDLE, DWORD, DWORD, DWORD, LPDWORD))dlsym(RTLD_NEXT, "SCardReconnect");
        DWORD protocol;
        reconnect(card, SCARD_SHARE_SHARED, SCARD_PROTOCOL_T0 | SCARD_PROTOCOL_T1, SCARD_RESET_CARD, &protocol);
    }
    if (code != SCARD_S_SUCCESS) return code;
    LONG(*transmit)(SCARDHANDLE, const SCARD_IO_REQUEST *, LPCBYTE, DWORD, SCARD_IO_REQUEST *, LPBYTE, LPDWORD) =
        (LONG(*)(SCARDHANDLE, const SCARD_IO_REQUEST *, LPCBYTE, DWORD, SCARD_IO_REQUEST *, LPBYTE, LPDWORD))dlsym(RTLD_NEXT, "SCardTransmit");
    return transmit(card, send, command, length, receive, answer, answer_length);
}
