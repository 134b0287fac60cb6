#include "modules/dropped_files.hpp"

#include <sys/stat.h>

#include <cerrno>

#include "heap/heap.hpp"
#include "modules/file_buffer.hpp"

namespace coil {

namespace {

/// Calls fn(FileBuffer&) for what holds output for a regular file: for that of the path, or for any.
template <class Fn>
void for_each_holder(const char* path, Fn fn) {
  struct stat wanted, info;
  FileBuffer::for_each_pending([&](FileBuffer& buffer) {
    if (::fstat(buffer.descriptor(), &info) < 0 || !S_ISREG(info.st_mode)) return;
    if (!path || (::stat(path, &wanted) == 0 && info.st_dev == wanted.st_dev && info.st_ino == wanted.st_ino)) fn(buffer);
  });
}

/// An error stays for the owner, who writes again.
void write_out(FileBuffer& buffer) {
  while (buffer.flush() == EINTR) {}
}

}  // namespace

void settle_before_open(const char* path) { for_each_holder(path, write_out); }

void settle_before_stat(const char* path) {
  bool dropped = false;
  for_each_holder(path, [&](FileBuffer& buffer) { dropped = dropped || !buffer.was_in_use(); });
  if (!dropped) return;
  g_heap.collect_full();
  for_each_holder(path, [](FileBuffer& buffer) { buffer.note_in_use(); });
}

void settle_before_child() { for_each_holder(nullptr, write_out); }

}  // namespace coil
