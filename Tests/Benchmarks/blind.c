// Sends the commands of standard input (hex, one a line) to the first reader with a card, without a look at
// the answers, inside one transaction, and prints how long the exchanges took, in microseconds.
#include <stdio.h>
#include <string.h>
#include <time.h>
#include <winscard.h>

static double now(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return t.tv_sec * 1e6 + t.tv_nsec / 1e3;
}

int main(void) {
    static unsigned char commands[512][261];
    size_t lengths[512], count = 0;
    char line[1024];
    while (count < 512 && fgets(line, sizeof line, stdin)) {
        unsigned byte;
        lengths[count] = 0;
        for (char *p = line; sscanf(p, "%2x", &byte) == 1; p += 2) commands[count][lengths[count]++] = byte;
        if (lengths[count] > 0) count++;
    }
    SCARDCONTEXT context;
    SCARDHANDLE card;
    DWORD protocol, size = 4096;
    char readers[4096];
    if (SCardEstablishContext(SCARD_SCOPE_SYSTEM, NULL, NULL, &context) != SCARD_S_SUCCESS) return 1;
    if (SCardListReaders(context, NULL, readers, &size) != SCARD_S_SUCCESS) return 2;
    if (SCardConnect(context, readers, SCARD_SHARE_SHARED, SCARD_PROTOCOL_T0 | SCARD_PROTOCOL_T1, &card, &protocol))
        return 3;
    if (SCardBeginTransaction(card) != SCARD_S_SUCCESS) return 4;
    double start = now();
    for (size_t i = 0; i < count; i++) {
        unsigned char answer[4096];
        DWORD length = sizeof answer;
        if (SCardTransmit(card, protocol == SCARD_PROTOCOL_T1 ? SCARD_PCI_T1 : SCARD_PCI_T0, commands[i], lengths[i],
                          NULL, answer, &length) != SCARD_S_SUCCESS)
            return 5;
    }
    printf("%.0f\n", now() - start);
    SCardEndTransaction(card, SCARD_LEAVE_CARD);
    SCardDisconnect(card, SCARD_LEAVE_CARD);
    SCardReleaseContext(context);
    return 0;
}
