/* Stands between a program and the system, for the tests of durability: writes down every change of the files under
 * RECORD_DIR, in order, into RECORD_LOG, and can let the n-th call of a kind fail. Never part of the app.
 *
 * A record is: kind (1 byte), file (4), offset (8), length (4), then that many bytes. Kinds: O a file is opened (the bytes are
 * its path), T a file is cut to `offset`, W bytes are written at `offset`, S a file is synced, U a path is removed, M a path is
 * moved (both paths, apart by a NUL). RECORD_UNSYNCED: syncs are not written down, as if the program never asked for one.
 * FAIL_KIND (W, S or O) and FAIL_AT (0 = the first): that call fails with "no space", and so does every one after it where
 * FAIL_ON is set. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <unistd.h>

#define FILES 4096
static pthread_mutex_t order = PTHREAD_MUTEX_INITIALIZER;
static int journal = -1, started, unsynced, fail_on;
static long fail_at = -1, seen;
static char fail_kind;
static const char *folder;
static unsigned names[FILES], next_name = 1;

static ssize_t (*real_write)(int, const void *, size_t);
static ssize_t (*real_pwrite)(int, const void *, size_t, off_t);
static int (*real_open)(const char *, int, ...);
static int (*real_close)(int);
static int (*real_fsync)(int);
static int (*real_fdatasync)(int);
static int (*real_ftruncate)(int, off_t);
static int (*real_unlink)(const char *);
static int (*real_rename)(const char *, const char *);

static void start(void) {
  if (started) return;
  started = 1;
  real_write = dlsym(RTLD_NEXT, "write");
  real_pwrite = dlsym(RTLD_NEXT, "pwrite");
  real_open = dlsym(RTLD_NEXT, "open");
  real_close = dlsym(RTLD_NEXT, "close");
  real_fsync = dlsym(RTLD_NEXT, "fsync");
  real_fdatasync = dlsym(RTLD_NEXT, "fdatasync");
  real_ftruncate = dlsym(RTLD_NEXT, "ftruncate");
  real_unlink = dlsym(RTLD_NEXT, "unlink");
  real_rename = dlsym(RTLD_NEXT, "rename");
  folder = getenv("RECORD_DIR");
  unsynced = getenv("RECORD_UNSYNCED") != NULL;
  fail_on = getenv("FAIL_ON") != NULL;
  if (getenv("FAIL_AT")) fail_at = atol(getenv("FAIL_AT"));
  if (getenv("FAIL_KIND")) fail_kind = getenv("FAIL_KIND")[0];
  const char *log = getenv("RECORD_LOG");
  if (log) journal = real_open(log, O_WRONLY | O_CREAT | O_APPEND, 0600);
}

static int ours(const char *path) { return folder && path && strncmp(path, folder, strlen(folder)) == 0; }
static unsigned name_of(int fd) { return fd >= 0 && fd < FILES ? names[fd] : 0; }

static void record(char kind, unsigned file, int64_t offset, const void *bytes, uint32_t length) {
  if (journal < 0) return;
  unsigned char head[17];
  head[0] = (unsigned char)kind;
  memcpy(head + 1, &file, 4);
  memcpy(head + 5, &offset, 8);
  memcpy(head + 13, &length, 4);
  struct iovec parts[2] = {{head, 17}, {(void *)bytes, length}};
  if (writev(journal, parts, 2) != (ssize_t)(17 + length)) abort();
}

/* Whether this call is the one that fails. */
static int fails(char kind) {
  if (kind != fail_kind || fail_at < 0) return 0;
  long number = seen++;
  return number == fail_at || (fail_on && number > fail_at);
}

static int refuse(void) {
  pthread_mutex_unlock(&order);
  errno = ENOSPC;
  return -1;
}

static int opened(const char *path, int flags, mode_t mode) {
  start();
  if (!ours(path)) return real_open(path, flags, mode);
  pthread_mutex_lock(&order);
  if ((flags & O_CREAT) && fails('O')) return refuse();
  int fd = real_open(path, flags, mode);
  if (fd >= 0 && fd < FILES) {
    names[fd] = next_name++;
    record('O', names[fd], 0, path, (uint32_t)strlen(path));
    if (flags & O_TRUNC) record('T', names[fd], 0, NULL, 0);
  }
  pthread_mutex_unlock(&order);
  return fd;
}

static mode_t mode_of(int flags, va_list rest) {
  return (flags & O_CREAT) || (flags & O_TMPFILE) == O_TMPFILE ? va_arg(rest, mode_t) : 0;
}

int open(const char *path, int flags, ...) {
  va_list rest;
  va_start(rest, flags);
  mode_t mode = mode_of(flags, rest);
  va_end(rest);
  return opened(path, flags, mode);
}

int open64(const char *path, int flags, ...) {
  va_list rest;
  va_start(rest, flags);
  mode_t mode = mode_of(flags, rest);
  va_end(rest);
  return opened(path, flags, mode);
}

int close(int fd) {
  start();
  if (fd >= 0 && fd < FILES) names[fd] = 0;
  return real_close(fd);
}

static ssize_t written(int fd, const void *bytes, size_t count, off_t offset, int moves) {
  pthread_mutex_lock(&order);
  if (fails('W')) return refuse();
  ssize_t done = moves ? real_write(fd, bytes, count) : real_pwrite(fd, bytes, count, offset);
  if (done > 0) record('W', name_of(fd), offset, bytes, (uint32_t)done);
  pthread_mutex_unlock(&order);
  return done;
}

ssize_t write(int fd, const void *bytes, size_t count) {
  start();
  if (!name_of(fd)) return real_write(fd, bytes, count);
  int flags = fcntl(fd, F_GETFL);
  return written(fd, bytes, count, lseek(fd, 0, flags & O_APPEND ? SEEK_END : SEEK_CUR), 1);
}

ssize_t pwrite(int fd, const void *bytes, size_t count, off_t offset) {
  start();
  return name_of(fd) ? written(fd, bytes, count, offset, 0) : real_pwrite(fd, bytes, count, offset);
}

ssize_t pwrite64(int fd, const void *bytes, size_t count, off_t offset) { return pwrite(fd, bytes, count, offset); }

static int synced(int fd, int (*real)(int)) {
  if (!name_of(fd)) return real(fd);
  pthread_mutex_lock(&order);
  if (fails('S')) return refuse();
  int done = real(fd);
  if (done == 0 && !unsynced) record('S', name_of(fd), 0, NULL, 0);
  pthread_mutex_unlock(&order);
  return done;
}

int fsync(int fd) {
  start();
  return synced(fd, real_fsync);
}

int fdatasync(int fd) {
  start();
  return synced(fd, real_fdatasync);
}

int ftruncate(int fd, off_t length) {
  start();
  if (!name_of(fd)) return real_ftruncate(fd, length);
  pthread_mutex_lock(&order);
  int done = real_ftruncate(fd, length);
  if (done == 0) record('T', name_of(fd), length, NULL, 0);
  pthread_mutex_unlock(&order);
  return done;
}

int ftruncate64(int fd, off_t length) { return ftruncate(fd, length); }

int unlink(const char *path) {
  start();
  if (!ours(path)) return real_unlink(path);
  pthread_mutex_lock(&order);
  int done = real_unlink(path);
  if (done == 0) record('U', 0, 0, path, (uint32_t)strlen(path));
  pthread_mutex_unlock(&order);
  return done;
}

int rename(const char *from, const char *to) {
  start();
  if (!ours(from)) return real_rename(from, to);
  pthread_mutex_lock(&order);
  int done = real_rename(from, to);
  if (done == 0) {
    char both[8192];
    int length = snprintf(both, sizeof both, "%s%c%s", from, 0, to);
    record('M', 0, 0, both, (uint32_t)length);
  }
  pthread_mutex_unlock(&order);
  return done;
}
