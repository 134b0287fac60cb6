// Descriptor reads and writes in large pieces, with partial writes, EINTR and EAGAIN handled.
#include "modules/file_buffer.hpp"

#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>

#include "async/poller.hpp"
#include "modules/terminal_hooks.hpp"

namespace coil {

namespace {
constexpr size_t kReadSize = 65536;
}  // namespace

FileBuffer* FileBuffer::first_;

TerminalHooks g_terminal_hooks;

FileBuffer::FileBuffer(int descriptor, bool close_descriptor, bool readable, bool writable)
    : descriptor_(descriptor), close_descriptor_(close_descriptor), readable_(readable), writable_(writable) {
  next_ = first_;
  if (first_) first_->previous_ = this;
  first_ = this;
}

FileBuffer::~FileBuffer() {
  close();
  unlink();
}

void FileBuffer::unlink() {
  if (this != first_ && !previous_) return;
  (previous_ ? previous_->next_ : first_) = next_;
  if (next_) next_->previous_ = previous_;
  previous_ = next_ = nullptr;
}

/// Reads into a page of its own first: most files are short, and room in `input_` would be cleared before it is overwritten.
ssize_t FileBuffer::read_some() {
  static char piece[kReadSize];  // read with the VM lock
  ssize_t got = ::read(descriptor_, piece, kReadSize);
  if (got > 0) input_.append(piece, static_cast<size_t>(got));
  return got;
}

ssize_t FileBuffer::read_much(size_t size) {
  size_t old = input_.size();
  input_.resize(old + size);
  ssize_t got = ::read(descriptor_, input_.data() + old, size);
  input_.resize(old + (got > 0 ? static_cast<size_t>(got) : 0));
  return got;
}

int FileBuffer::fill(bool* at_end, size_t wanted) {
  *at_end = would_block_ = false;
  if (input_at_ == input_.size()) {
    drop_input();
  } else if (input_at_ > kReadSize) {
    const size_t seen = checked();
    input_.erase(0, input_at_);
    input_at_ = 0;
    checked_to_ = seen;
  }
  if (writable_ && input_base_ == kNoBase) input_base_ = ::lseek(descriptor_, 0, SEEK_CUR);
  ssize_t got = wanted <= kReadSize ? read_some() : read_much(std::min<size_t>(wanted, 64 << 20));
  int error = errno;
  if (g_terminal_hooks.after_read) g_terminal_hooks.after_read(descriptor_);
  if (got > 0) return 0;
  would_block_ = got < 0 && error == EAGAIN;
  *at_end = got == 0 || would_block_;
  return *at_end ? 0 : error;
}

size_t FileBuffer::expected_rest() const {
  struct stat info;
  if (::fstat(descriptor_, &info) != 0 || !S_ISREG(info.st_mode)) return 0;
  off_t at = ::lseek(descriptor_, 0, SEEK_CUR);
  return at >= 0 && at < info.st_size ? static_cast<size_t>(info.st_size - at) : 0;
}

int FileBuffer::flush() {
  text_at_ = kNoText;
  size_t done = output_at_;
  int error = 0;
  if (g_terminal_hooks.before_write && pending()) g_terminal_hooks.before_write(descriptor_, std::string_view(output_).substr(done));
  while (done < output_.size()) {
    ssize_t wrote = ::write(descriptor_, output_.data() + done, output_.size() - done);
    if (wrote >= 0) {
      done += static_cast<size_t>(wrote);
      if (done < output_.size()) {  // by a signal, perhaps
        error = EINTR;
        break;
      }
    } else {
      error = errno;
      break;
    }
  }
  output_at_ = done;
  is_stuck_ = error == EAGAIN;
  if (!pending()) discard();
  return error;
}

size_t FileBuffer::block_size() const {
  constexpr size_t kUsual = 8192;
  struct stat info;
  return ::fstat(descriptor_, &info) == 0 && info.st_blksize > 1 ? static_cast<size_t>(info.st_blksize) : kUsual;
}

int FileBuffer::flush_all_of_it() {
  int error;
  do error = flush();
  while (error == EINTR);
  return error;
}

int FileBuffer::flush_some(size_t size) {
  text_at_ = kNoText;
  size = std::min(size, pending());
  if (g_terminal_hooks.before_write) g_terminal_hooks.before_write(descriptor_, std::string_view(output_).substr(output_at_, size));
  ssize_t wrote = ::write(descriptor_, output_.data() + output_at_, size);
  if (wrote < 0) return errno == EAGAIN ? 0 : errno;
  output_at_ += static_cast<size_t>(wrote);
  if (output_at_ == output_.size()) discard();
  return 0;
}

size_t FileBuffer::text_read_ahead() const {
  constexpr int64_t kChunk = 8192;
  if (input_base_ < 0 || unread().empty()) return 0;
  const off_t at = ::lseek(descriptor_, 0, SEEK_CUR);
  const int64_t behind_chunk = at < 0 ? 0 : (at - static_cast<int64_t>(unread().size()) - input_base_) % kChunk;
  return behind_chunk > 0 ? std::min(unread().size(), static_cast<size_t>(kChunk - behind_chunk)) : 0;
}

int FileBuffer::sync_position() {
  size_t unread_size = input_.size() - input_at_;
  drop_input();
  input_base_ = kNoBase;
  if (unread_size && ::lseek(descriptor_, -static_cast<off_t>(unread_size), SEEK_CUR) < 0 && errno != ESPIPE) return errno;
  return 0;
}

int FileBuffer::seek(int64_t offset, int whence, int64_t* result) {
  if (int error = flush_all_of_it()) return error;
  if (int error = sync_position()) return error;
  off_t at = ::lseek(descriptor_, offset, whence);
  if (at < 0) return errno;
  *result = at;
  return 0;
}

int FileBuffer::tell(int64_t* result) {
  off_t at = ::lseek(descriptor_, 0, SEEK_CUR);
  if (at < 0) return errno;
  *result = at - static_cast<int64_t>(input_.size() - input_at_) + static_cast<int64_t>(pending());
  return 0;
}

int FileBuffer::truncate(int64_t size) {
  if (int error = flush_all_of_it()) return error;
  return ::ftruncate(descriptor_, size) < 0 ? errno : 0;
}

int FileBuffer::close() {
  if (descriptor_ < 0) return 0;
  int error = flush_all_of_it();
  discard();
  if (close_descriptor_) descriptor_closes(descriptor_);
  if (close_descriptor_ && ::close(descriptor_) < 0 && errno != EINTR && !error) error = errno;
  descriptor_ = -1;
  // The object may stay until a collection.
  drop_input();
  input_ = output_ = std::string();
  unlink();
  return error;
}

void FileBuffer::flush_all() {
  for (FileBuffer* buffer = first_; buffer; buffer = buffer->next_) {
    // Who reads the standard streams may be slow; a pipe of the program's own may have no reader but the program.
    pollfd wait{buffer->descriptor_, POLLOUT, 0};
    while (buffer->flush_all_of_it() == EAGAIN && buffer->descriptor_ <= STDERR_FILENO && ::poll(&wait, 1, -1) > 0) {}
  }
}

}  // namespace coil
