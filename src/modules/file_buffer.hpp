// Buffered bytes over one descriptor: the part of a file object that is outside the heap. Text and classes are in io.cpp.
// All functions return 0 or an errno; EINTR comes back to the caller, who asks for signals and tries again.
#pragma once

#include <sys/types.h>

#include <cstdint>
#include <string>
#include <string_view>

namespace coil {

class FileBuffer {
 public:
  FileBuffer(int descriptor, bool close_descriptor, bool readable, bool writable);
  ~FileBuffer();  // flushes and closes as far as possible
  FileBuffer(const FileBuffer&) = delete;

  int descriptor() const { return descriptor_; }
  bool readable() const { return readable_; }
  bool writable() const { return writable_; }
  bool closes_descriptor() const { return close_descriptor_; }
  bool is_open() const { return descriptor_ >= 0; }

  std::string_view unread() const { return std::string_view(input_).substr(input_at_); }
  void consume(size_t count) { input_at_ += count; }
  /// How many unread bytes belong to pieces that CPython's text layer would have decoded, and how many at the end of them begin a character that goes on.
  size_t checked() const { return checked_to_ > input_at_ ? checked_to_ - input_at_ : 0; }
  size_t checked_tail() const { return checked() < checked_tail_ ? checked() : checked_tail_; }
  void set_checked(size_t count, size_t tail) {
    checked_to_ = input_at_ + count;
    checked_tail_ = tail;
  }
  /// Reads more after what is unread; *at_end when there is no more, or none yet of a descriptor that does not block.
  int fill(bool* at_end, size_t wanted = 0);
  /// Whether the last fill() found no end, but nothing that is there already.
  bool would_block() const { return would_block_; }
  /// A guess at how much a regular file still has behind what was read; 0 for others.
  size_t expected_rest() const;

  /// What the binary side writes comes before the text that is held back.
  void append(std::string_view bytes) {
    if (!pending()) in_use_ = false;
    if (text_at_ == kNoText) {
      output_.append(bytes);
    } else {
      output_.insert(text_at_, bytes);
      text_at_ += bytes.size();
    }
  }
  /// A text file keeps what it writes back until it is flushed itself, as CPython's does: the binary file under it neither shows nor writes it.
  void append_text(std::string_view bytes) {
    if (!pending()) in_use_ = false;
    if (text_at_ == kNoText) text_at_ = output_.size();
    output_.append(bytes);
  }
  size_t held_text() const { return text_at_ == kNoText ? 0 : output_.size() - text_at_; }
  std::string take_text() {
    std::string text = text_at_ == kNoText ? std::string() : output_.substr(text_at_);
    output_.resize(output_.size() - text.size());
    text_at_ = kNoText;
    return text;
  }
  size_t pending() const { return output_.size() - output_at_; }
  /// EINTR also after a part, for a signal may be why it was not all. EAGAIN when the descriptor does not block and takes no more.
  int flush();
  /// Whether the last flush() ended with EAGAIN.
  bool is_stuck() const { return is_stuck_; }
  /// Takes back the last bytes of the output.
  void drop_last(size_t size) { output_.resize(output_.size() - size); }
  /// How much CPython's buffer of the descriptor would hold.
  size_t block_size() const;
  /// At most so many bytes with one system call.
  int flush_some(size_t size);
  /// Writes and seeks share the position: drops unread input and goes back to where the program believes to be.
  int sync_position();
  /// How much further CPython's text layer, which reads in chunks of 8192 bytes, has come when the program has read up to here.
  size_t text_read_ahead() const;
  int seek(int64_t offset, int whence, int64_t* result);
  int tell(int64_t* result);
  int truncate(int64_t size);
  int close();
  /// Forgets what could not be written.
  void discard() {
    output_.clear();
    output_at_ = 0;
    text_at_ = kNoText;
  }

  /// Every open buffer: at exit what is pending is written.
  static void flush_all();
  /// Calls fn(FileBuffer&) for every open buffer with pending output, but for those of the standard streams; fn makes and ends none.
  template <class Fn>
  static void for_each_pending(Fn fn) {
    for (FileBuffer* buffer = first_; buffer; buffer = buffer->next_) {
      if (buffer->descriptor_ > 2 && buffer->pending()) fn(*buffer);
    }
  }
  /// Whether a collection has found the file in use since the output was empty.
  bool was_in_use() const { return in_use_; }
  void note_in_use() { in_use_ = true; }

 private:
  int flush_all_of_it();
  void unlink();
  void drop_input() {
    input_.clear();
    input_at_ = checked_to_ = checked_tail_ = 0;
  }
  ssize_t read_some();
  ssize_t read_much(size_t size);

  int descriptor_;
  bool close_descriptor_, readable_, writable_;
  std::string input_;
  size_t input_at_ = 0;
  size_t checked_to_ = 0, checked_tail_ = 0;  // see checked(); the first is a place in `input_`
  int64_t input_base_ = kNoBase;  // the file's position where reading has begun, of files that are written, too
  static constexpr int64_t kNoBase = -1;
  std::string output_;
  size_t output_at_ = 0;  // written already
  static constexpr size_t kNoText = static_cast<size_t>(-1);
  size_t text_at_ = kNoText;  // where text that is held back begins; it is no more when all is written
  bool in_use_ = false, would_block_ = false, is_stuck_ = false;
  FileBuffer *previous_ = nullptr, *next_ = nullptr;
  static FileBuffer* first_;
};

}  // namespace coil
