#define _GNU_SOURCE
#include "CProcess.h"
#include "ending.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>
#ifdef __linux__
#include <sys/mman.h>
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

// What a signal has to see to: any number of files, children and waiting ends of pipes at once. A handler may
// neither allocate nor lock, so entries stand in chunks that are made ahead, never move and are never freed; a
// place that has become free is used again.
enum { FREE, BEING_WRITTEN, ACTIVE, TAKEN, DONE };
enum kind { DRAFT, CHILD, WAITER, ENDER };

struct entry {
    // Whoever moves it from ACTIVE, a handler or whoever forgets it, has it alone.
    atomic_int state;
    // Of `enum kind`.
    atomic_int kind;
    // A child's number, or the end of a pipe.
    int number;
    // Made with the first draft of this place.
    char *path;
};

#define FIRST_CHUNK 8
#define MOST_CHUNKS 20
static _Atomic(struct entry *) chunks[MOST_CHUNKS];

static int size_of(int chunk) { return FIRST_CHUNK << chunk; }

static struct entry *entry_at(int place) {
    for (int chunk = 0; chunk < MOST_CHUNKS; place -= size_of(chunk++)) {
        if (place < size_of(chunk)) return atomic_load(&chunks[chunk]) + place;
    }
    return NULL;
}

static struct entry *chunk_at(int chunk) {
    struct entry *there = atomic_load(&chunks[chunk]);
    if (there != NULL) return there;
    struct entry *made = calloc(size_of(chunk), sizeof *made);
    if (made == NULL) return NULL;
    if (atomic_compare_exchange_strong(&chunks[chunk], &there, made)) return made;
    // Another thread was faster.
    free(made);
    return there;
}

// The place of an entry that is free, and the caller's from now on; -1 where there is no memory.
static int reserve(void) {
    int first = 0;
    for (int chunk = 0; chunk < MOST_CHUNKS; first += size_of(chunk++)) {
        struct entry *entries = chunk_at(chunk);
        if (entries == NULL) break;
        for (int i = 0; i < size_of(chunk); i++) {
            int state = FREE;
            if (atomic_compare_exchange_strong(&entries[i].state, &state, BEING_WRITTEN)) return first + i;
        }
    }
    errno = ENOMEM;
    return -1;
}

static bool take(struct entry *entry) {
    int state = ACTIVE;
    return atomic_compare_exchange_strong(&entry->state, &state, TAKEN);
}

// From here to `leave`: only what POSIX allows within a handler.

static bool waits_for(int kind, int number) { return kind == ENDER || (kind == WAITER && number == SIGINT); }

// Whether somebody waits for this signal, who is told of it.
static bool tell_waiters(int number) {
    bool is_told = false;
    for (int chunk = 0; chunk < MOST_CHUNKS; chunk++) {
        struct entry *entries = atomic_load(&chunks[chunk]);
        for (int i = 0; entries != NULL && i < size_of(chunk); i++) {
            if (!waits_for(entries[i].kind, number) || !take(&entries[i])) continue;
            if (!waits_for(entries[i].kind, number)) {
                // It has become another's meanwhile.
                atomic_store(&entries[i].state, ACTIVE);
                continue;
            }
            const unsigned char told = number;
            if (write(entries[i].number, &told, 1) == 1) is_told = true;
            atomic_store(&entries[i].state, DONE);
        }
    }
    return is_told;
}

static atomic_flag is_leaving = ATOMIC_FLAG_INIT;

void process_leave(int status) {
    // One thread is enough, and ends all others.
    while (atomic_flag_test_and_set(&is_leaving)) pause();
    screen_leave();
    for (int chunk = 0; chunk < MOST_CHUNKS; chunk++) {
        struct entry *entries = atomic_load(&chunks[chunk]);
        for (int i = 0; entries != NULL && i < size_of(chunk); i++) {
            if (entries[i].kind == WAITER || entries[i].kind == ENDER || !take(&entries[i])) continue;
            if (entries[i].kind == DRAFT) unlink(entries[i].path);
            if (entries[i].kind == CHILD) kill(entries[i].number, SIGKILL);
        }
    }
    _exit(status);
}

static void leave(int number) { process_leave(128 + number); }

// How many threads do what a signal has to wait for, and which one waits.
static atomic_int holds;
static atomic_int held;

void ending_handle(int number) {
    const int before = errno;
    if (!tell_waiters(number)) {
        atomic_store(&held, number);
        if (atomic_load(&holds) == 0) leave(number);
    }
    errno = before;
}

int ending_has_come(void) { return atomic_load(&held) != 0; }

static const int ends[] = {SIGINT, SIGTERM, SIGHUP};

static void all_ends(sigset_t *set) {
    sigemptyset(set);
    for (int i = 0; i < 3; i++) sigaddset(set, ends[i]);
}

void ending_handle_signals(int count) {
    struct sigaction ours = {.sa_flags = SA_RESTART}, before;
    ours.sa_handler = ending_handle;
    all_ends(&ours.sa_mask);
    for (int i = 0; i < count; i++) {
        // What whoever started us had ignored, as nohup does, stays ignored.
        if (sigaction(ends[i], NULL, &before) == 0 && before.sa_handler != SIG_IGN) sigaction(ends[i], &ours, NULL);
    }
}

static int activate(int place, enum kind kind, int number) {
    struct entry *entry = entry_at(place);
    entry->kind = kind;
    entry->number = number;
    atomic_store(&entry->state, ACTIVE);
    // An interrupt that somebody waits for ends nothing; the other signals do what they did.
    ending_handle_signals(kind == WAITER ? 1 : 3);
    return place;
}

int process_abandon_on_signal(const char *path) {
    if (strlen(path) >= PATH_MAX) {
        errno = ENAMETOOLONG;
        return -1;
    }
    const int place = reserve();
    if (place < 0) return -1;
    struct entry *entry = entry_at(place);
    if (entry->path == NULL && (entry->path = malloc(PATH_MAX)) == NULL) {
        atomic_store(&entry->state, FREE);
        return -1;
    }
    strcpy(entry->path, path);
    return activate(place, DRAFT, 0);
}

int process_kill_on_signal(pid_t child) {
    const int place = reserve();
    return place < 0 ? -1 : activate(place, CHILD, child);
}

int process_note_interrupt(int descriptor) {
    const int place = reserve();
    return place < 0 ? -1 : activate(place, WAITER, descriptor);
}

int process_note_end(int descriptor) {
    const int place = reserve();
    return place < 0 ? -1 : activate(place, ENDER, descriptor);
}

int process_forget(int place) {
    if (place < 0) return 0;
    struct entry *entry = entry_at(place);
    int state = ACTIVE;
    if (!atomic_compare_exchange_strong(&entry->state, &state, BEING_WRITTEN) && state != DONE) return -1;
    atomic_store(&entry->state, FREE);
    return 0;
}

void process_hold_signals(sigset_t *before) {
    sigset_t set;
    all_ends(&set);
    pthread_sigmask(SIG_BLOCK, &set, before);
    atomic_fetch_add(&holds, 1);
}

void process_release_signals(const sigset_t *before) {
    if (atomic_fetch_sub(&holds, 1) == 1 && atomic_load(&held) != 0) leave(atomic_load(&held));
    pthread_sigmask(SIG_SETMASK, before, NULL);
}

pid_t process_reap(pid_t child, int place, int *status, int waits) {
    // It keeps its number until it has been forgotten: a signal kills nobody else's.
    siginfo_t ended = {0};
    if (waitid(P_PID, child, &ended, WEXITED | WNOWAIT | (waits ? 0 : WNOHANG)) != 0) return -1;
    if (ended.si_pid == 0) return 0;
    process_forget(place);
    return waitpid(child, status, 0);
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

int process_memory_file(const char *name, const void *bytes, size_t count) {
    const int descriptor = memfd_create(name, MFD_ALLOW_SEALING);
    if (descriptor < 0) return -1;
    const int seals = F_SEAL_SEAL | F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_WRITE;
    for (size_t done = 0; done < count;) {
        const ssize_t written = write(descriptor, (const char *)bytes + done, count - done);
        if (written < 0 && errno == EINTR) continue;
        if (written <= 0) goto failed;
        done += written;
    }
    if (lseek(descriptor, 0, SEEK_SET) == 0 && fcntl(descriptor, F_ADD_SEALS, seals) == 0) return descriptor;
failed:;
    const int reason = errno;
    close(descriptor);
    errno = reason;
    return -1;
}
#else
int process_open_nameless(const char *folder) { return -1; }
int process_name_file(int descriptor, const char *path) { return -1; }
int process_sync_disk(int descriptor) { return -1; }
int process_memory_file(const char *name, const void *bytes, size_t count) {
    errno = ENOSYS;
    return -1;
}
#endif

#ifdef __linux__
void process_inherit_nothing(posix_spawn_file_actions_t *actions) {
    posix_spawn_file_actions_addclosefrom_np(actions, 3);
}
#else
void process_inherit_nothing(posix_spawn_file_actions_t *actions) {}
#endif

void process_become(const char *program, char *const arguments[]) {
    // All other signals that this program handles or ignores are as they were, or become so by themselves.
    signal(SIGXFSZ, SIG_DFL);
    execv(program, arguments);
}
