// Prints when PC/SC told of a card that came into the reader that is named, in nanoseconds of the monotonic clock, a line
// each: what the plainest program knows, beside one that is measured.
#include <stdio.h>
#include <time.h>
#include <winscard.h>

int main(int count, char **arguments) {
    SCARDCONTEXT context;
    if (count < 2 || SCardEstablishContext(SCARD_SCOPE_SYSTEM, NULL, NULL, &context) != SCARD_S_SUCCESS) return 1;
    SCARD_READERSTATE state = {.szReader = arguments[1], .dwCurrentState = SCARD_STATE_UNAWARE};
    DWORD was = SCARD_STATE_EMPTY;
    for (;;) {
        LONG code = SCardGetStatusChange(context, INFINITE, &state, 1);
        struct timespec t;
        clock_gettime(CLOCK_MONOTONIC, &t);
        if (code != SCARD_S_SUCCESS) return 2;
        DWORD is = state.dwEventState & (SCARD_STATE_PRESENT | SCARD_STATE_EMPTY);
        if (is & ~was & SCARD_STATE_PRESENT) {
            printf("%lld\n", t.tv_sec * 1000000000LL + t.tv_nsec);
            fflush(stdout);
        }
        was = is;
        state.dwCurrentState = state.dwEventState & ~SCARD_STATE_CHANGED;
    }
}
