#define _GNU_SOURCE
#include "CProcess.h"
#include "ending.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <sched.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <string.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>
#ifdef __linux__
#include <sys/prctl.h>
#endif

#define LONGEST_FAREWELL 256

static int terminal = -1;
static struct termios before, silent;
static unsigned char farewell[LONGEST_FAREWELL];
static size_t farewell_count;

// The end of a pipe on which the rest of the program hears of signals, and the notes that it gets.
static int notes = -1;

// The guardian, and the end of a pipe on which it hears what is on the terminal.
static pid_t guardian = -1;
static int reins = -1;
enum { SHOWN = 's', AWAY = 'a' };

// Whether something may be written, and whether something is on the terminal that has to be taken away.
static atomic_bool may_write;
static atomic_bool is_shown;
// How many threads write just now, and whether a stop waits for them.
static atomic_int writers;
static atomic_bool must_stop;

static bool put(int descriptor, const unsigned char *bytes, size_t count, int patience) {
    while (count > 0) {
        const ssize_t written = write(descriptor, bytes, count);
        if (written > 0) {
            bytes += written;
            count -= written;
        } else if (written < 0 && errno == EAGAIN) {
            struct pollfd entry = {.fd = descriptor, .events = POLLOUT};
            if (poll(&entry, 1, patience) == 0) return false;
        } else if (errno != EINTR) {
            return false;
        }
    }
    return true;
}

static void restore(int descriptor) {
    // What was typed meanwhile was meant for nobody.
    tcflush(descriptor, TCIFLUSH);
    while (tcsetattr(descriptor, TCSANOW, &before) != 0 && errno == EINTR) continue;
}

// Waits on the other end of the pipe for a process that is gone without a farewell.
static _Noreturn void guard(int descriptor, int pipe_end) {
    setsid();
    for (int number = 1; number < NSIG; number++) signal(number, SIG_IGN);
    dup2(descriptor, 0);
    dup2(pipe_end, 1);
#ifdef __linux__
    prctl(PR_SET_NAME, "thaiid-guard", 0, 0, 0);
    closefrom(2);
#else
    for (int other = 2; other < 1024; other++) close(other);
#endif
    char note = AWAY, next;
    ssize_t count;
    while ((count = read(1, &next, 1)) == 1 || (count < 0 && errno == EINTR)) {
        if (count == 1) note = next;
    }
    if (note == SHOWN) {
        put(0, farewell, farewell_count, -1);
        // Many shells put back what they know of before a program, and may be faster.
        struct termios now;
        if (tcgetattr(0, &now) == 0 && now.c_lflag == silent.c_lflag) restore(0);
    }
    _exit(0);
}

static void tell_guardian(char note) {
    while (reins >= 0 && write(reins, &note, 1) < 0 && errno == EINTR) continue;
}

// From here to `on_change`: only what POSIX allows within a handler.

static void say_farewell(void) {
    if (!atomic_exchange(&is_shown, false)) return;
    // Of what cannot be written, the guardian takes care in its time.
    if (put(terminal, farewell, farewell_count, 100)) tell_guardian(AWAY);
    restore(terminal);
}

static atomic_flag is_given_back = ATOMIC_FLAG_INIT;

void screen_leave(void) {
    atomic_store(&may_write, false);
    say_farewell();
    if (reins < 0 || atomic_flag_test_and_set(&is_given_back)) return;
    // It ends with the pipe, and leaves nothing behind that somebody would have to see to.
    close(reins);
    while (waitpid(guardian, NULL, 0) < 0 && errno == EINTR) continue;
}

static void on_stop(int number);

static void stop(void) {
    atomic_store(&may_write, false);
    say_farewell();
    struct sigaction usual = {.sa_handler = SIG_DFL}, ours;
    sigset_t stops, mask;
    sigaction(SIGTSTP, &usual, &ours);
    sigemptyset(&stops);
    sigaddset(&stops, SIGTSTP);
    pthread_sigmask(SIG_UNBLOCK, &stops, &mask);
    raise(SIGTSTP);
    // Somebody has continued it.
    pthread_sigmask(SIG_SETMASK, &mask, NULL);
    sigaction(SIGTSTP, &ours, NULL);
}

static void on_stop(int number) {
    (void)number;
    const int error = errno;
    atomic_store(&must_stop, true);
    if (atomic_load(&writers) == 0 && atomic_exchange(&must_stop, false)) stop();
    errno = error;
}

static void on_change(int number) {
    const int error = errno;
    const char note = number == SIGCONT ? PROCESS_CONTINUED : PROCESS_RESIZED;
    if (write(notes, &note, 1) < 0) errno = error;
    errno = error;
}

static void begin_writing(sigset_t *mask) {
    process_hold_signals(mask);
    atomic_fetch_add(&writers, 1);
}

static void end_writing(const sigset_t *mask) {
    const bool stops = atomic_fetch_sub(&writers, 1) == 1 && atomic_exchange(&must_stop, false);
    process_release_signals(mask);
    if (stops) stop();
}

static bool is_free(void) { return !atomic_load(&must_stop) && !ending_has_come(); }

void process_await_foreground(int descriptor) {
    sigset_t stops, mask;
    sigemptyset(&stops);
    sigaddset(&stops, SIGTTOU);
    // Threads of libdispatch have it blocked, which would be the same as to ignore it.
    pthread_sigmask(SIG_UNBLOCK, &stops, &mask);
    // It waits for what nobody wrote, and the system stops a process in the background that asks for that.
    while (tcdrain(descriptor) != 0 && errno == EINTR) continue;
    pthread_sigmask(SIG_SETMASK, &mask, NULL);
}

static void handle(int number, void (*handler)(int)) {
    struct sigaction ours = {.sa_flags = SA_RESTART}, theirs;
    ours.sa_handler = handler;
    sigemptyset(&ours.sa_mask);
    // What whoever started us had ignored stays ignored.
    if (sigaction(number, NULL, &theirs) == 0 && theirs.sa_handler != SIG_IGN) sigaction(number, &ours, NULL);
}

int process_take_screen(int descriptor, const unsigned char *bytes, size_t count, int told) {
    int ends[2];
    if (count > sizeof farewell || tcgetattr(descriptor, &before) != 0 || pipe(ends) != 0) return -1;
    fcntl(ends[0], F_SETFD, FD_CLOEXEC);
    fcntl(ends[1], F_SETFD, FD_CLOEXEC);
    silent = before;
    silent.c_lflag &= ~(ECHO | ECHONL);
    memcpy(farewell, bytes, count);
    farewell_count = count;
    guardian = fork();
    if (guardian == 0) guard(descriptor, ends[0]);
    close(ends[0]);
    if (guardian < 0) {
        close(ends[1]);
        return -1;
    }
    terminal = descriptor;
    reins = ends[1];
    notes = told;
    ending_handle_signals(3);
    handle(SIGQUIT, ending_handle);
    handle(SIGTSTP, on_stop);
    handle(SIGCONT, on_change);
    handle(SIGWINCH, on_change);
    return 0;
}

int process_show_screen(void) {
    process_await_foreground(terminal);
    sigset_t mask;
    begin_writing(&mask);
    if (is_free()) {
        while (tcsetattr(terminal, TCSANOW, &silent) != 0 && errno == EINTR) continue;
        tell_guardian(SHOWN);
        atomic_store(&is_shown, true);
        atomic_store(&may_write, true);
    }
    end_writing(&mask);
    return atomic_load(&may_write);
}

int process_write_screen(const unsigned char *bytes, size_t count) {
    while (count > 0) {
        sigset_t mask;
        begin_writing(&mask);
        const bool writes = is_free() && atomic_load(&may_write);
        const ssize_t written = writes ? write(terminal, bytes, count) : 0;
        const int error = errno;
        end_writing(&mask);
        if (!writes) return 0;
        if (written > 0) {
            bytes += written;
            count -= written;
        } else if (error == EAGAIN) {
            struct pollfd entry = {.fd = terminal, .events = POLLOUT};
            poll(&entry, 1, -1);
        } else if (error != EINTR) {
            return 0;
        }
    }
    return 1;
}

void process_return_screen(void) {
    sigset_t mask;
    process_hold_signals(&mask);
    atomic_store(&may_write, false);
    while (atomic_load(&writers) > 0) sched_yield();
    screen_leave();
    process_release_signals(&mask);
}
