#include "editor/history.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <unordered_map>

#include "editor/characters.hpp"

namespace coil::editor {

namespace {

constexpr size_t kLongestEntry = 1 << 20;
constexpr size_t kLargestFile = 64 << 20;

std::string encode(std::string_view text) {
  std::string line;
  for (char byte : text) {
    if (byte == '\n') line += "\\n";
    else if (byte == '\\') line += "\\\\";
    else line += byte;
  }
  return line + '\n';
}

std::string decode(std::string_view line) {
  std::string text;
  for (size_t i = 0; i < line.size(); i++) {
    bool escape = line[i] == '\\' && i + 1 < line.size();
    if (!escape) text += line[i];
    else text += line[++i] == 'n' ? '\n' : line[i];
  }
  return text;
}

class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  ~Descriptor() {
    if (number_ >= 0) ::close(number_);
  }
  Descriptor(const Descriptor&) = delete;
  operator int() const { return number_; }

 private:
  int number_;
};

/// Nothing but a regular file; anything else could block, or is not ours.
int open_regular(const std::string& path, int flags) {
  int file = ::open(path.c_str(), flags | O_CLOEXEC | O_NONBLOCK | O_NOCTTY, 0600);
  struct stat info;
  if (file < 0 || (fstat(file, &info) == 0 && S_ISREG(info.st_mode))) return file;
  ::close(file);
  errno = EINVAL;
  return -1;
}

bool write_all(int file, std::string_view bytes) {
  while (!bytes.empty()) {
    ssize_t wrote = ::write(file, bytes.data(), bytes.size());
    if (wrote < 0 && errno == EINTR) continue;
    if (wrote <= 0) return false;
    bytes.remove_prefix(static_cast<size_t>(wrote));
  }
  return true;
}

std::string read_all(int file) {
  std::string bytes;
  char chunk[65536];
  while (bytes.size() < kLargestFile) {
    ssize_t got = ::read(file, chunk, sizeof chunk);
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) break;
    bytes.append(chunk, static_cast<size_t>(got));
  }
  return bytes;
}

}  // namespace

std::string history_path() {
  if (const char* own = std::getenv("COIL_HISTORY")) return own;
  if (const char* state = std::getenv("XDG_STATE_HOME"); state && *state) return std::string(state) + "/coil_history";
  const char* home = std::getenv("HOME");
  return home && *home ? std::string(home) + "/.coil_history" : "";
}

std::string History::open(const std::string& path) {
  path_ = path;
  if (path.empty()) return "";
  Descriptor file(open_regular(path, O_RDONLY));
  if (file < 0) {
    if (errno == ENOENT) return "";
    std::string problem = std::strerror(errno);
    path_.clear();
    return "history file " + path + ": " + problem;
  }
  bool locked = flock(file, LOCK_EX | LOCK_NB) == 0;  // nobody appends between reading and compacting
  std::string bytes = read_all(file);
  size_t lines = 0;
  std::vector<std::string> read;
  for (size_t at = 0; at < bytes.size();) {
    size_t end = std::min(bytes.find('\n', at), bytes.size());
    std::string_view line = std::string_view(bytes).substr(at, end - at);
    lines++;
    if (!line.empty() && line.size() <= kLongestEntry) read.push_back(valid_utf8(decode(line)));
    at = end + 1;
  }
  // Each text once, at the place of its last use.
  std::unordered_map<std::string_view, size_t> last;
  for (size_t i = 0; i < read.size(); i++) last[read[i]] = i;
  for (size_t i = 0; i < read.size(); i++) {
    if (last[read[i]] == i) entries_.push_back(read[i]);
  }
  if (entries_.size() > limit_) entries_.erase(entries_.begin(), entries_.end() - static_cast<ptrdiff_t>(limit_));
  if (locked && lines > entries_.size() + limit_ / 10) compact();
  return "";
}

void History::remember(std::string text) {
  std::erase(entries_, text);
  entries_.push_back(std::move(text));
  if (entries_.size() > limit_) entries_.erase(entries_.begin());
}

std::string History::add(std::string_view text) {
  if (text.empty() || text.size() > kLongestEntry) return "";
  bool repeated = !entries_.empty() && entries_.back() == text;
  if (repeated) return "";
  remember(std::string(text));
  return path_.empty() ? "" : append(text);
}

/// One write, so that two sessions never mix their entries; the lock keeps it from falling between the halves of a compaction.
std::string History::append(std::string_view text) {
  for (int attempt = 0; attempt < 3; attempt++) {
    Descriptor file(open_regular(path_, O_WRONLY | O_APPEND | O_CREAT));
    if (file < 0) break;
    flock(file, LOCK_EX);
    struct stat opened, named;
    bool replaced = fstat(file, &opened) != 0 || stat(path_.c_str(), &named) != 0 || opened.st_ino != named.st_ino;
    if (replaced) continue;
    fchmod(file, 0600);
    if (!write_all(file, encode(text))) break;
    return "";
  }
  std::string message = "history file " + path_ + ": " + std::strerror(errno);
  path_.clear();
  return message;
}

/// The caller holds the lock of the file.
void History::compact() {
  std::string fresh = path_ + ".new";
  {
    Descriptor file(::open(fresh.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600));
    if (file < 0) return;
    std::string lines;
    for (const std::string& entry : entries_) lines += encode(entry);
    if (!write_all(file, lines)) {
      ::unlink(fresh.c_str());
      return;
    }
  }
  if (::rename(fresh.c_str(), path_.c_str()) != 0) ::unlink(fresh.c_str());
}

}  // namespace coil::editor
