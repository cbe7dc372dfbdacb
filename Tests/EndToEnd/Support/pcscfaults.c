/*
 * Stands between a program and libpcsclite (LD_PRELOAD): fails the calls that a test names, lets all others
 * through to the real service, and keeps a list of them.
 *
 * PCSC_FAULTS  NAME=CODE[@FIRST[-LAST]] separated by commas; calls are counted from 1, each name for itself.
 *              Without @ every call fails; with @FIRST that one alone.
 * PCSC_CALLS   a file to which the name of each call is appended, one a line, before it is made.
 *
 * PCSC_READERS_BEFORE, PCSC_READERS_AFTER
 *              readers that are not there, before and after the real ones, separated by newlines:
 *              NAME|STATE|ATR|CODE[|ANSWER]; the state that SCardGetStatusChange gives, the ATR in hex, the code
 *              of SCardConnect (0: it works, and the card answers every command with ANSWER, by default 6A82).
 * PCSC_T0_ONLY the code of an SCardConnect or SCardReconnect that asks for anything but T=0 alone.
 * PCSC_CLOCK   seconds that the clock on the wall is ahead.
 *
 * SCardTransmit that fails with SCARD_W_RESET_CARD resets the card for real, so that it forgets its selection.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
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

#define REAL(name, ...) ((LONG(*)(__VA_ARGS__))dlsym(RTLD_NEXT, #name))

/* Readers that are not there. */

enum { MADE_UP = 16, FIRST_CARD = 0x7A000000 };

struct made_up {
    char name[MAX_READERNAME];
    DWORD state;
    unsigned char atr[MAX_ATR_SIZE];
    DWORD atr_length;
    LONG code;
    unsigned char answer[2];
    int is_before;
};

static struct made_up made_up[MADE_UP];
static int made_up_count;

static size_t bytes(const char *hex, size_t length, unsigned char *room, size_t capacity) {
    size_t count = 0;
    for (; length >= 2 && count < capacity; hex += 2, length -= 2) {
        char digits[3] = {hex[0], hex[1], 0};
        room[count++] = (unsigned char)strtoul(digits, NULL, 16);
    }
    return count;
}

static void make_up(const char *list, int is_before) {
    while (list && *list && made_up_count < MADE_UP) {
        size_t length = strcspn(list, "\n");
        char line[512], *rest = line;
        snprintf(line, sizeof line, "%.*s", (int)length, list);
        struct made_up *reader = &made_up[made_up_count++];
        snprintf(reader->name, sizeof reader->name, "%s", strsep(&rest, "|"));
        reader->is_before = is_before;
        const char *part = strsep(&rest, "|");
        reader->state = part ? strtoul(part, NULL, 0) : SCARD_STATE_EMPTY;
        part = strsep(&rest, "|");
        reader->atr_length = part ? bytes(part, strlen(part), reader->atr, sizeof reader->atr) : 0;
        part = strsep(&rest, "|");
        reader->code = part && *part ? strtol(part, NULL, 0) : SCARD_S_SUCCESS;
        part = strsep(&rest, "|");
        memcpy(reader->answer, "\x6A\x82", 2);
        if (part) bytes(part, strlen(part), reader->answer, 2);
        list += length + (list[length] == '\n');
    }
}

__attribute__((constructor)) static void make_up_readers(void) {
    make_up(getenv("PCSC_READERS_BEFORE"), 1);
    make_up(getenv("PCSC_READERS_AFTER"), 0);
}

static struct made_up *named(const char *name) {
    for (int i = 0; i < made_up_count; i++)
        if (strcmp(made_up[i].name, name) == 0) return &made_up[i];
    return NULL;
}

static struct made_up *holding(SCARDHANDLE card) {
    return card >= FIRST_CARD && card < FIRST_CARD + made_up_count ? &made_up[card - FIRST_CARD] : NULL;
}

static char *append(char *to, int is_before) {
    for (int i = 0; i < made_up_count; i++)
        if (made_up[i].is_before == is_before) to = stpcpy(to, made_up[i].name) + 1;
    return to;
}

LONG SCardListReaders(SCARDCONTEXT context, LPCSTR groups, LPSTR names, LPDWORD length) {
    static long count;
    LONG code = fault("SCardListReaders", &count);
    if (code != SCARD_S_SUCCESS) return code;
    LONG(*real)(SCARDCONTEXT, LPCSTR, LPSTR, LPDWORD) = REAL(SCardListReaders, SCARDCONTEXT, LPCSTR, LPSTR, LPDWORD);
    if (made_up_count == 0) return real(context, groups, names, length);
    char there[8192], all[16384];
    DWORD there_length = sizeof there;
    code = real(context, groups, there, &there_length);
    if (code == SCARD_E_NO_READERS_AVAILABLE) there_length = 1;
    else if (code != SCARD_S_SUCCESS) return code;
    char *end = append(all, 1);
    end = (char *)memcpy(end, there, there_length - 1) + there_length - 1;
    end = append(end, 0);
    *end++ = '\0';
    DWORD room = *length;
    *length = (DWORD)(end - all);
    if (names == NULL) return SCARD_S_SUCCESS;
    if (room < *length) return SCARD_E_INSUFFICIENT_BUFFER;
    memcpy(names, all, *length);
    return SCARD_S_SUCCESS;
}

LONG SCardGetStatusChange(SCARDCONTEXT context, DWORD timeout, SCARD_READERSTATE *states, DWORD count) {
    static long calls;
    LONG code = fault("SCardGetStatusChange", &calls);
    if (code != SCARD_S_SUCCESS) return code;
    SCARD_READERSTATE real_states[64];
    DWORD places[64], real_count = 0;
    int is_news = 0;
    for (DWORD i = 0; i < count; i++) {
        struct made_up *reader = named(states[i].szReader);
        if (reader == NULL) {
            places[real_count] = i;
            real_states[real_count++] = states[i];
            continue;
        }
        states[i].dwEventState = reader->state | SCARD_STATE_CHANGED;
        states[i].cbAtr = reader->atr_length;
        memcpy(states[i].rgbAtr, reader->atr, reader->atr_length);
        if ((states[i].dwCurrentState & ~(DWORD)SCARD_STATE_CHANGED) != (reader->state & ~(DWORD)SCARD_STATE_CHANGED))
            is_news = 1;
    }
    LONG(*real)(SCARDCONTEXT, DWORD, SCARD_READERSTATE *, DWORD) =
        REAL(SCardGetStatusChange, SCARDCONTEXT, DWORD, SCARD_READERSTATE *, DWORD);
    if (real_count == 0) return is_news ? SCARD_S_SUCCESS : SCARD_E_TIMEOUT;
    if (is_news)
        for (DWORD i = 0; i < real_count; i++)
            if (strncmp(real_states[i].szReader, "\\\\?PnP", 6) != 0) real_states[i].dwCurrentState = SCARD_STATE_UNAWARE;
    code = real(context, is_news ? 0 : timeout, real_states, real_count);
    if (is_news && code == SCARD_E_TIMEOUT) code = SCARD_S_SUCCESS;
    for (DWORD i = 0; i < real_count; i++) states[places[i]] = real_states[i];
    return code;
}

static LONG refused(DWORD protocols) {
    const char *code = getenv("PCSC_T0_ONLY");
    return code && protocols != SCARD_PROTOCOL_T0 ? strtol(code, NULL, 0) : SCARD_S_SUCCESS;
}

LONG SCardConnect(SCARDCONTEXT context, LPCSTR reader, DWORD share, DWORD protocols, LPSCARDHANDLE card, LPDWORD protocol) {
    static long count;
    LONG code = fault("SCardConnect", &count);
    if (code == SCARD_S_SUCCESS && share != SCARD_SHARE_DIRECT) code = refused(protocols);
    if (code != SCARD_S_SUCCESS) return code;
    struct made_up *is_made_up = named(reader);
    if (is_made_up == NULL)
        return REAL(SCardConnect, SCARDCONTEXT, LPCSTR, DWORD, DWORD, LPSCARDHANDLE, LPDWORD)(
            context, reader, share, protocols, card, protocol);
    *card = FIRST_CARD + (is_made_up - made_up);
    *protocol = share == SCARD_SHARE_DIRECT ? 0 : SCARD_PROTOCOL_T0;
    return share == SCARD_SHARE_DIRECT ? SCARD_S_SUCCESS : is_made_up->code;
}

LONG SCardReconnect(SCARDHANDLE card, DWORD share, DWORD protocols, DWORD start, LPDWORD protocol) {
    static long count;
    LONG code = fault("SCardReconnect", &count);
    if (code == SCARD_S_SUCCESS) code = refused(protocols);
    if (code != SCARD_S_SUCCESS) return code;
    struct made_up *reader = holding(card);
    if (reader == NULL)
        return REAL(SCardReconnect, SCARDHANDLE, DWORD, DWORD, DWORD, LPDWORD)(card, share, protocols, start, protocol);
    *protocol = SCARD_PROTOCOL_T0;
    return reader->code;
}

#define BETWEEN_CARD(name, parameters, arguments)                                   \
    LONG name parameters {                                                          \
        static long count;                                                          \
        LONG code = fault(#name, &count);                                           \
        if (code != SCARD_S_SUCCESS) return code;                                   \
        if (holding(card)) return SCARD_S_SUCCESS;                                  \
        LONG(*real) parameters = (LONG(*) parameters)dlsym(RTLD_NEXT, #name);       \
        return real arguments;                                                      \
    }

BETWEEN_CARD(SCardBeginTransaction, (SCARDHANDLE card), (card))
BETWEEN_CARD(SCardEndTransaction, (SCARDHANDLE card, DWORD end), (card, end))
BETWEEN_CARD(SCardDisconnect, (SCARDHANDLE card, DWORD end), (card, end))

LONG SCardStatus(SCARDHANDLE card, LPSTR name, LPDWORD length, LPDWORD state, LPDWORD protocol, LPBYTE atr, LPDWORD atr_length) {
    static long count;
    LONG code = fault("SCardStatus", &count);
    if (code != SCARD_S_SUCCESS) return code;
    struct made_up *reader = holding(card);
    if (reader == NULL)
        return REAL(SCardStatus, SCARDHANDLE, LPSTR, LPDWORD, LPDWORD, LPDWORD, LPBYTE, LPDWORD)(
            card, name, length, state, protocol, atr, atr_length);
    memcpy(atr, reader->atr, reader->atr_length);
    *atr_length = reader->atr_length;
    return SCARD_S_SUCCESS;
}

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
    struct made_up *reader = holding(card);
    if (reader) {
        memcpy(answer, reader->answer, 2);
        *answer_length = 2;
        return SCARD_S_SUCCESS;
    }
    LONG(*transmit)(SCARDHANDLE, const SCARD_IO_REQUEST *, LPCBYTE, DWORD, SCARD_IO_REQUEST *, LPBYTE, LPDWORD) =
        (LONG(*)(SCARDHANDLE, const SCARD_IO_REQUEST *, LPCBYTE, DWORD, SCARD_IO_REQUEST *, LPBYTE, LPDWORD))dlsym(RTLD_NEXT, "SCardTransmit");
    return transmit(card, send, command, length, receive, answer, answer_length);
}

time_t time(time_t *room) {
    struct timespec now;
    clock_gettime(CLOCK_REALTIME, &now);
    const char *ahead = getenv("PCSC_CLOCK");
    time_t seconds = now.tv_sec + (ahead ? strtol(ahead, NULL, 10) : 0);
    if (room) *room = seconds;
    return seconds;
}
