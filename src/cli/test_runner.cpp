// Golden tests: NAME.py with NAME.out and, where they exist, NAME.err, NAME.exit, NAME.in beside it. A script runs in its own folder
// under its bare file name. NAME.args has the words of the command line, one a line, before the script's name or, without a NAME.py, alone;
// lines NAME=value at its beginning are for the environment. NAME.in alone is what is typed at a prompt. In NAME.err the script's folder is cut from paths and stack levels of the standard library are left out.
#include "cli/test_runner.hpp"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <memory>
#include <optional>

#include "host/host.hpp"

extern char** environ;

namespace coil {

namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

constexpr size_t kMaxOutput = 64u << 20;
constexpr size_t kMaxDiffLines = 40;

struct Case {
  fs::path script;  // or, for cases without one, NAME.args or NAME.in
  std::string name;
};

struct Running {
  const Case* test;
  pid_t pid;
  int out, err;
  std::string out_text, err_text;
  Clock::time_point deadline;
  bool timed_out = false, exited = false;
  int status = 0;
};

std::optional<std::string> read_optional(const fs::path& path) {
  std::string text;
  if (!read_file(path.string(), &text)) return std::nullopt;
  return text;
}

fs::path beside(const Case& test, const char* extension) {
  fs::path path = test.script;
  return path.replace_extension(extension);
}

bool write_file(const fs::path& path, const std::string& text) {
  FILE* file = std::fopen(path.c_str(), "wb");
  if (!file) return false;
  bool done = std::fwrite(text.data(), 1, text.size(), file) == text.size();
  return std::fclose(file) == 0 && done;
}

/// Whether a file found in a folder is a case of its own.
bool begins_case(const fs::path& path) {
  auto has = [&](const char* extension) {
    std::error_code error;
    return fs::exists(fs::path(path).replace_extension(extension), error);
  };
  if (path.extension() == ".py") return true;
  if (path.extension() == ".args") return !has(".py");
  return path.extension() == ".in" && !has(".py") && !has(".args");
}

std::vector<std::string> read_lines(const fs::path& path) {
  std::vector<std::string> lines;
  std::string text = read_optional(path).value_or("");
  for (size_t at = 0; at < text.size();) {
    size_t end = std::min(text.find('\n', at), text.size());
    lines.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return lines;
}

bool is_assignment(const std::string& word) {
  size_t equals = word.find('=');
  if (equals == std::string::npos || equals == 0) return false;
  return std::all_of(word.begin(), word.begin() + static_cast<std::ptrdiff_t>(equals), [](char c) { return (c >= 'A' && c <= 'Z') || c == '_'; });
}

std::vector<Case> collect(const TestOptions& options) {
  std::vector<fs::path> scripts;
  std::vector<std::string> roots = options.paths;
  if (roots.empty()) roots.push_back(".");
  for (const std::string& root : roots) {
    std::error_code error;
    if (fs::is_directory(root, error)) {
      for (const auto& entry : fs::recursive_directory_iterator(root, error)) {
        if (begins_case(entry.path())) scripts.push_back(entry.path());
      }
    } else {
      scripts.push_back(root);
    }
  }
  std::sort(scripts.begin(), scripts.end());
  std::vector<Case> cases;
  for (const fs::path& script : scripts) {
    Case test{script, script.string()};
    std::error_code error;
    bool golden = fs::exists(beside(test, ".out"), error) || fs::exists(beside(test, ".err"), error);
    if (!golden && !(options.update && fs::is_regular_file(script, error) && std::count(roots.begin(), roots.end(), script.string()))) continue;
    auto named = [&](const std::string& text) { return test.name.find(text) != std::string::npos; };
    if (!named(options.keyword) || std::any_of(options.skipped.begin(), options.skipped.end(), named)) continue;
    cases.push_back(std::move(test));
  }
  return cases;
}

/// Paths of the script's own folder become bare names; levels of the standard library go.
std::string normalize_stderr(const std::string& text, const Case& test) {
  std::string folder = fs::absolute(test.script).lexically_normal().parent_path().string() + "/";
  const char* library = std::getenv("COIL_STDLIB");
  std::string library_folder = library ? std::string(library) + "/" : "<stdlib>/";
  std::string cut;
  for (size_t at = 0; at < text.size();) {
    if (text.compare(at, folder.size(), folder) == 0) {
      at += folder.size();
    } else if (text.compare(at, library_folder.size(), library_folder) == 0) {
      at += library_folder.size();
      cut += "<stdlib>/";
    } else {
      cut += text[at++];
    }
  }
  std::string out;
  bool skipping = false;
  for (size_t at = 0; at < cut.size();) {
    size_t end = std::min(cut.find('\n', at), cut.size() - 1) + 1;
    std::string line = cut.substr(at, end - at);
    at = end;
    // Inside exception groups, margins precede the level.
    size_t start = line.find_first_not_of(" |+");
    bool level = start != std::string::npos && line.compare(start, 6, "File \"") == 0;
    if (level) {
      skipping = line.compare(start + 6, 8, "<stdlib>") == 0 || line.find("/stdlib/", start) != std::string::npos;
    } else if (skipping) {
      // The source line and the carets of a level are indented by four.
      size_t margin = line.find_last_of('|', start == std::string::npos ? 0 : start);
      size_t text_at = margin == std::string::npos ? 0 : margin + 2;
      if (line.compare(text_at, 4, "    ") != 0) skipping = false;
    }
    if (!skipping) out += line;
  }
  return out;
}

std::vector<std::string> split_lines(const std::string& text) {
  std::vector<std::string> lines;
  for (size_t at = 0; at < text.size();) {
    size_t end = text.find('\n', at);
    if (end == std::string::npos) {
      lines.push_back(text.substr(at) + " (no newline at the end)");
      break;
    }
    lines.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return lines;
}

/// The differing part between common head and tail, by longest common subsequence when it is small.
std::string diff(const std::string& expected_text, const std::string& got_text) {
  std::vector<std::string> expected = split_lines(expected_text), got = split_lines(got_text);
  size_t head = 0;
  while (head < expected.size() && head < got.size() && expected[head] == got[head]) head++;
  size_t tail = 0;
  while (tail < expected.size() - head && tail < got.size() - head &&
         expected[expected.size() - 1 - tail] == got[got.size() - 1 - tail]) {
    tail++;
  }
  size_t rows = expected.size() - head - tail, columns = got.size() - head - tail;
  std::vector<std::string> lines;
  for (size_t i = head > 2 ? head - 2 : 0; i < head; i++) lines.push_back("  " + expected[i]);
  if (rows * columns <= 4'000'000) {
    std::vector<std::vector<uint32_t>> common(rows + 1, std::vector<uint32_t>(columns + 1));
    for (size_t i = rows; i-- > 0;) {
      for (size_t j = columns; j-- > 0;) {
        common[i][j] = expected[head + i] == got[head + j] ? common[i + 1][j + 1] + 1 : std::max(common[i + 1][j], common[i][j + 1]);
      }
    }
    for (size_t i = 0, j = 0; i < rows || j < columns;) {
      if (i < rows && j < columns && expected[head + i] == got[head + j]) {
        lines.push_back("  " + expected[head + i]);
        i++, j++;
      } else if (i < rows && (j == columns || common[i + 1][j] >= common[i][j + 1])) {
        lines.push_back("- " + expected[head + i++]);
      } else {
        lines.push_back("+ " + got[head + j++]);
      }
    }
  } else {
    for (size_t i = 0; i < rows; i++) lines.push_back("- " + expected[head + i]);
    for (size_t j = 0; j < columns; j++) lines.push_back("+ " + got[head + j]);
  }
  for (size_t i = expected.size() - tail; i < expected.size() && i < expected.size() - tail + 2; i++) lines.push_back("  " + expected[i]);
  std::string out;
  for (size_t i = 0; i < lines.size(); i++) {
    if (i == kMaxDiffLines) {
      out += "    ... " + std::to_string(lines.size() - i) + " more lines\n";
      break;
    }
    out += "    " + lines[i] + "\n";
  }
  return out;
}

class Runner {
 public:
  explicit Runner(const TestOptions& options) : options_(options), cases_(collect(options)) {}

  int run() {
    size_t jobs = options_.jobs > 0 ? static_cast<size_t>(options_.jobs) : static_cast<size_t>(std::max(1L, sysconf(_SC_NPROCESSORS_ONLN)));
    size_t next = 0;
    show_progress();
    while (next < cases_.size() || !running_.empty()) {
      while (next < cases_.size() && running_.size() < jobs) start(cases_[next++]);
      wait_some();
    }
    clear_progress();
    std::printf("%zu passed, %zu failed\n", passed_, failed_);
    return failed_ ? 1 : 0;
  }

 private:
  void start(const Case& test) {
    int out[2], err[2];
    if (pipe2(out, O_CLOEXEC) < 0) return fail(test, "pipe: " + std::string(std::strerror(errno)));
    if (pipe2(err, O_CLOEXEC) < 0) {
      close(out[0]), close(out[1]);
      return fail(test, "pipe: " + std::string(std::strerror(errno)));
    }
    fs::path folder = test.script.parent_path();
    if (folder.empty()) folder = ".";
    std::string input = fs::absolute(beside(test, ".in")).string();
    std::error_code error;
    if (!fs::exists(input, error)) input = "/dev/null";
    std::vector<std::string> variables, words = command(test, &variables);
    std::vector<char*> arguments = pointers(words), environment = pointers(variables);
    for (char** entry = environ; *entry; entry++) environment.insert(environment.end() - 1, *entry);

    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addchdir_np(&actions, folder.c_str());
    posix_spawn_file_actions_addopen(&actions, 0, input.c_str(), O_RDONLY, 0);
    posix_spawn_file_actions_adddup2(&actions, out[1], 1);
    posix_spawn_file_actions_adddup2(&actions, err[1], 2);
    posix_spawn_file_actions_addclosefrom_np(&actions, 3);  // descriptors show in outputs: what the runner inherited must not count
    posix_spawnattr_t attributes;
    posix_spawnattr_init(&attributes);
    // A group of its own, so that a time-out ends what the script started as well.
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGDEF);
    posix_spawnattr_setpgroup(&attributes, 0);
    // A runner in the background may ignore Ctrl-C; scripts that test it do not.
    sigset_t interrupts;
    sigemptyset(&interrupts);
    sigaddset(&interrupts, SIGINT);
    posix_spawnattr_setsigdefault(&attributes, &interrupts);
    pid_t pid;
    int failed = posix_spawn(&pid, options_.executable.c_str(), &actions, &attributes, arguments.data(), environment.data());
    posix_spawnattr_destroy(&attributes);
    posix_spawn_file_actions_destroy(&actions);
    close(out[1]), close(err[1]);
    if (failed) {
      close(out[0]), close(err[0]);
      return fail(test, "cannot start " + options_.executable + ": " + std::strerror(failed));
    }
    auto running = std::make_unique<Running>();
    running->test = &test;
    running->pid = pid;
    running->out = out[0];
    running->err = err[0];
    running->deadline = Clock::now() + std::chrono::milliseconds(static_cast<int64_t>(options_.timeout * 1000));
    running_.push_back(std::move(running));
  }

  std::vector<std::string> command(const Case& test, std::vector<std::string>* variables) const {
    std::vector<std::string> words{options_.executable};
    words.insert(words.end(), options_.coil_args.begin(), options_.coil_args.end());
    bool begins = true;
    for (std::string& word : read_lines(beside(test, ".args"))) {
      begins = begins && is_assignment(word);
      (begins ? *variables : words).push_back(word);
    }
    if (test.script.extension() == ".py") words.push_back(test.script.filename().string());
    if (test.script.extension() == ".in") words.insert(words.end(), {"-q", "-i"});
    return words;
  }

  /// For exec: the strings must stay where they are.
  static std::vector<char*> pointers(std::vector<std::string>& words) {
    std::vector<char*> list;
    for (std::string& word : words) list.push_back(word.data());
    list.push_back(nullptr);
    return list;
  }

  static void drain(int* descriptor, std::string* text) {
    char chunk[65536];
    ssize_t got = read(*descriptor, chunk, sizeof chunk);
    if (got > 0) {
      if (text->size() < kMaxOutput) text->append(chunk, static_cast<size_t>(got));
    } else if (got == 0 || (errno != EINTR && errno != EAGAIN)) {
      close(*descriptor);
      *descriptor = -1;
    }
  }

  void wait_some() {
    std::vector<pollfd> polls;
    for (auto& running : running_) {
      polls.push_back({running->out, POLLIN, 0});
      polls.push_back({running->err, POLLIN, 0});
    }
    // Exits and time-outs are looked for at least this often.
    poll(polls.data(), polls.size(), 20);
    for (size_t i = 0; i < running_.size(); i++) {
      Running& running = *running_[i];
      if (running.out >= 0 && polls[2 * i].revents) drain(&running.out, &running.out_text);
      if (running.err >= 0 && polls[2 * i + 1].revents) drain(&running.err, &running.err_text);
      if (!running.exited && waitpid(running.pid, &running.status, WNOHANG) == running.pid) running.exited = true;
      if (!running.timed_out && Clock::now() > running.deadline) {
        running.timed_out = true;
        kill(-running.pid, SIGKILL);
        // Something that left the group may keep the pipes open: do not wait for it.
        if (!running.exited) waitpid(running.pid, &running.status, 0);
        running.exited = true;
        for (int* descriptor : {&running.out, &running.err}) {
          if (*descriptor >= 0) close(*descriptor);
          *descriptor = -1;
        }
      }
    }
    for (size_t i = 0; i < running_.size();) {
      Running& running = *running_[i];
      if (running.exited && running.out < 0 && running.err < 0) {
        judge(running);
        running_.erase(running_.begin() + static_cast<std::ptrdiff_t>(i));
      } else {
        i++;
      }
    }
  }

  void judge(Running& running) {
    const Case& test = *running.test;
    int code = WIFEXITED(running.status) ? WEXITSTATUS(running.status) : 128 + WTERMSIG(running.status);
    std::string err = normalize_stderr(running.err_text, test);
    if (running.timed_out) {
      char message[64];
      std::snprintf(message, sizeof message, "timed out after %g s", options_.timeout);
      return fail(test, message + ("\n" + section("stderr", err)));
    }
    if (options_.update) return update(test, running.out_text, err, code);
    std::string report;
    std::string expected_out = read_optional(beside(test, ".out")).value_or("");
    if (expected_out != running.out_text) report += "  stdout (- expected, + got):\n" + diff(expected_out, running.out_text);
    auto expected_err = read_optional(beside(test, ".err"));
    if (expected_err && *expected_err != err) report += "  stderr (- expected, + got):\n" + diff(*expected_err, err);
    int expected_code = std::atoi(read_optional(beside(test, ".exit")).value_or("0").c_str());
    if (expected_code != code) {
      report += "  exit code " + std::to_string(code) + ", expected " + std::to_string(expected_code) + "\n";
      if (WIFSIGNALED(running.status)) report += std::string("  ended by signal: ") + strsignal(WTERMSIG(running.status)) + "\n";
    }
    if (!report.empty() && !expected_err) report += section("stderr", err);
    if (!report.empty()) return fail(test, report);
    passed_++;
    if (options_.verbose) {
      clear_progress();
      std::printf("PASS %s\n", test.name.c_str());
    }
    show_progress();
  }

  static std::string section(const char* title, const std::string& text) {
    if (text.empty()) return "";
    std::vector<std::string> lines = split_lines(text);
    std::string out = std::string("  ") + title + ":\n";
    size_t first = lines.size() > 25 ? lines.size() - 25 : 0;
    for (size_t i = first; i < lines.size(); i++) out += "    " + lines[i] + "\n";
    return out;
  }

  void update(const Case& test, const std::string& out, const std::string& err, int code) {
    auto keep = [&](const char* extension, const std::string& text, bool wanted) {
      fs::path path = beside(test, extension);
      std::error_code error;
      if (!wanted) return fs::remove(path, error), true;
      return read_optional(path) == text || write_file(path, text);
    };
    bool done = keep(".out", out, true);
    std::error_code error;
    // Warnings and the like are not part of a test that had no expectation of them.
    done = keep(".err", err, !err.empty() && (code != 0 || fs::exists(beside(test, ".err"), error))) && done;
    done = keep(".exit", std::to_string(code) + "\n", code != 0) && done;
    if (!done) return fail(test, "cannot write the golden files");
    passed_++;
    show_progress();
  }

  void fail(const Case& test, const std::string& report) {
    failed_++;
    clear_progress();
    std::printf("FAIL %s\n%s%s", test.name.c_str(), report.c_str(), report.empty() || report.back() == '\n' ? "" : "\n");
    std::fflush(stdout);
    show_progress();
  }

  void show_progress() {
    if (!isatty(1)) return;
    std::printf("\r%zu of %zu, %zu failed", passed_ + failed_, cases_.size(), failed_);
    std::fflush(stdout);
  }
  void clear_progress() {
    if (isatty(1)) std::printf("\r\033[K");
  }

  const TestOptions& options_;
  std::vector<Case> cases_;
  std::vector<std::unique_ptr<Running>> running_;
  size_t passed_ = 0, failed_ = 0;
};

}  // namespace

int run_tests(const TestOptions& options) {
  for (const std::string& path : options.paths) {
    std::error_code error;
    if (!fs::exists(path, error)) {
      std::fprintf(stderr, "coil: test: no such file or folder: %s\n", path.c_str());
      return 2;
    }
  }
  return Runner(options).run();
}

}  // namespace coil
