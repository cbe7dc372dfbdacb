#define _GNU_SOURCE
#include "CProcess.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>
#ifdef __linux__
#include <sys/prctl.h>
#endif

// What is opened next takes the lowest free number: a socket, a log or a file that is being written would
// get what is meant for a stream that whoever started this process had closed.
static void hold_standard_streams(void) {
    for (int standard = 0; standard < 3; standard++) {
        if (fcntl(standard, F_GETFD) >= 0) continue;
        // The wrong way round, as glibc does it for programs that run as another user: no use of it succeeds.
        int held = open("/dev/null", standard == 0 ? O_WRONLY : O_RDONLY);
#ifdef O_PATH
        if (held < 0) held = open("/", O_PATH);
#endif
        if (held != standard) _exit(23);
    }
}

void process_harden(void) {
    hold_standard_streams();
    // A limit on the size of files is an error of the one that is written, and has words.
    signal(SIGXFSZ, SIG_IGN);
#ifdef __linux__
    prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
#endif
    const struct rlimit none = {0, 0};
    setrlimit(RLIMIT_CORE, &none);
    // Swift's crash reporter prints memory, and waits for ever for a process that it cannot read.
    const int crashes[] = {SIGSEGV, SIGABRT, SIGBUS, SIGILL, SIGFPE, SIGTRAP, SIGQUIT};
    for (size_t index = 0; index < sizeof crashes / sizeof *crashes; index++) signal(crashes[index], SIG_DFL);
}

#define MOST_ABANDONED 8
static char abandoned[MOST_ABANDONED][PATH_MAX];
static volatile sig_atomic_t is_abandoned[MOST_ABANDONED];
static volatile sig_atomic_t child;

// Only what POSIX allows within a handler.
static void leave(int number) {
    for (int i = 0; i < MOST_ABANDONED; i++) {
        if (is_abandoned[i]) unlink(abandoned[i]);
    }
    if (child > 0) kill(child, SIGKILL);
    _exit(128 + number);
}

static void leave_on_signals(void) {
    const int signals[] = {SIGINT, SIGTERM, SIGHUP};
    for (int i = 0; i < 3; i++) {
        // What whoever started us had ignored, as nohup does, stays ignored.
        if (signal(signals[i], leave) == SIG_IGN) signal(signals[i], SIG_IGN);
    }
}

void process_abandon_on_signal(const char *path) {
    for (int i = 0; i < MOST_ABANDONED; i++) {
        if (is_abandoned[i] || strlen(path) >= sizeof abandoned[i]) continue;
        strcpy(abandoned[i], path);
        is_abandoned[i] = 1;
        leave_on_signals();
        return;
    }
}

void process_keep_on_signal(const char *path) {
    for (int i = 0; i < MOST_ABANDONED; i++) {
        if (is_abandoned[i] && strcmp(abandoned[i], path) == 0) is_abandoned[i] = 0;
    }
}

void process_kill_on_signal(pid_t process) {
    child = process;
    leave_on_signals();
}

void process_spare_on_signal(void) { child = 0; }

static int noted[2] = {-1, -1};

static void note(int number) {
    const int before = errno;
    signal(number, leave);
    if (write(noted[1], "", 1) < 0) _exit(128 + number);
    errno = before;
}

int process_note_interrupt(void) {
    if (noted[0] < 0 && pipe(noted) != 0) return -1;
    for (int i = 0; i < 2; i++) fcntl(noted[i], F_SETFD, FD_CLOEXEC);
    if (signal(SIGINT, note) == SIG_IGN) signal(SIGINT, SIG_IGN);
    return noted[0];
}

#ifdef __linux__
// libdispatch asks for a priority for each of its threads, and for its timers for one that no ordinary user may have,
// whatever is asked of it; and where it is refused, the system log is told, over a socket that is opened for that.
// Both find this function in the place of the system's, and every thread has the priority of its process.
int setpriority(__priority_which_t which, id_t who, int priority) {
    (void)which, (void)who, (void)priority;
    return 0;
}

static void path_of(int descriptor, char *path, size_t size) { snprintf(path, size, "/proc/self/fd/%d", descriptor); }

int process_open_nameless(const char *folder) {
    const int descriptor = open(folder, O_TMPFILE | O_WRONLY | O_CLOEXEC, 0600);
    char path[32];
    if (descriptor < 0) return -1;
    path_of(descriptor, path, sizeof path);
    // Its name is given by way of this path.
    if (access(path, F_OK) == 0) return descriptor;
    close(descriptor);
    return -1;
}

int process_name_file(int descriptor, const char *path) {
    char own[32];
    path_of(descriptor, own, sizeof own);
    return linkat(AT_FDCWD, own, AT_FDCWD, path, AT_SYMLINK_FOLLOW);
}

int process_sync_disk(int descriptor) { return syncfs(descriptor); }
#else
int process_open_nameless(const char *folder) { return -1; }
int process_name_file(int descriptor, const char *path) { return -1; }
int process_sync_disk(int descriptor) { return -1; }
#endif

#ifdef __linux__
void process_inherit_nothing(posix_spawn_file_actions_t *actions) {
    posix_spawn_file_actions_addclosefrom_np(actions, 3);
}
#else
void process_inherit_nothing(posix_spawn_file_actions_t *actions) {}
#endif
