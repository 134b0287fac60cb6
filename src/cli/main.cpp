// The `coil` program: a script, a command, a module, standard input or the prompt. options.cpp reads the command line.
#include <fcntl.h>
#include <malloc.h>
#include <signal.h>
#include <sys/stat.h>
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cerrno>
#include <climits>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>
#include <vector>

#include "base/out_of_memory.hpp"
#include "cli/check.hpp"
#include "cli/dump.hpp"
#include "cli/help.hpp"
#include "cli/options.hpp"
#include "cli/repl.hpp"
#include "cli/stats.hpp"
#include "cli/test_runner.hpp"
#include "host/host.hpp"

namespace {

std::string own_path(const char* name) {
  char path[PATH_MAX];
  ssize_t length = readlink("/proc/self/exe", path, sizeof path);
  return length > 0 ? std::string(path, static_cast<size_t>(length)) : std::string(name);
}

bool read_stdin(std::string* text) {
  char chunk[65536];
  for (;;) {
    ssize_t got = read(0, chunk, sizeof chunk);
    if (got == 0) return true;
    if (got < 0 && errno != EINTR) return false;
    if (got > 0) text->append(chunk, static_cast<size_t>(got));
  }
}

int test_main(int argc, char** argv, const std::string& executable) {
  CLI::App app{"Run golden scripts: NAME.py with NAME.out (and NAME.err, NAME.exit, NAME.in) beside it.", "coil test"};
  coil::TestOptions options;
  options.executable = executable;
  app.add_option("PATH", options.paths, "Scripts or folders");
  app.add_flag("--update", options.update, "Write the expected files from what the scripts print");
  app.add_option("-k", options.keyword, "Only scripts whose path contains this text");
  app.add_option("--skip", options.skipped, "No scripts whose path contains this text; may be given more than once")->allow_extra_args(false);
  app.add_option("-j,--jobs", options.jobs, "Processes at a time (default: one per core)");
  app.add_option("--timeout", options.timeout, "Seconds per script")->check(CLI::PositiveNumber);
  app.add_option("--coil-arg", options.coil_args, "Option passed to coil before the script")->take_all()->expected(1);
  app.add_flag("-v,--verbose", options.verbose, "Show the scripts that pass");
  try {
    app.parse(argc, argv);
  } catch (const CLI::CallForHelp&) {
    std::fputs(app.help().c_str(), stdout);
    return 0;
  } catch (const CLI::ParseError& error) {
    std::fprintf(stderr, "coil: test: %s\n", error.what());
    return 2;
  }
  return coil::run_tests(options);
}

std::string folder_of(const std::string& path) {
  char resolved[PATH_MAX];
  std::string real = realpath(path.c_str(), resolved) ? resolved : path;
  size_t slash = real.rfind('/');
  return slash == std::string::npos ? "" : slash == 0 ? "/" : real.substr(0, slash);
}

std::string current_folder() {
  char path[PATH_MAX];
  return getcwd(path, sizeof path) ? path : "";
}

/// The program sees its file as CPython shows it: the path as given, behind the current folder when it is relative.
std::string shown_path(const std::string& path) {
  if (path.empty() || path[0] == '/') return path;
  return path == "." ? current_folder() : current_folder() + "/" + path;
}

int fail_file(const std::string& path, int error) {
  std::fprintf(stderr, "coil: can't open file '%s': [Errno %d] %s\n", shown_path(path).c_str(), error, std::strerror(error));
  return 2;
}

/// Reads a script and refuses what can't be one.
int load_script(const std::string& path, std::string* text) {
  struct stat info;
  if (stat(path.c_str(), &info) != 0) return fail_file(path, errno);
  if (S_ISDIR(info.st_mode)) {
    std::fprintf(stderr, "coil: can't find '__main__' module in '%s'\n", shown_path(path).c_str());
    return 1;
  }
  if (!coil::read_file(path, text)) return fail_file(path, errno);
  return 0;
}

/// As -x: the first line goes, its end stays, so that line numbers count on.
void drop_first_line(std::string* text) { text->erase(0, std::min(text->find('\n'), text->size())); }

/// Bit n: descriptor n is closed. The files opened later must not get these numbers, so /dev/null takes them.
unsigned fill_closed_descriptors() {
  unsigned closed = 0;
  for (int descriptor = 0; descriptor < 3; descriptor++) {
    if (fcntl(descriptor, F_GETFD) >= 0 || errno != EBADF) continue;
    closed |= 1u << descriptor;
    (void)!open("/dev/null", O_RDWR);
  }
  return closed;
}

struct Program {
  std::string text;
  std::string filename = "<stdin>";
  std::string zeroth;   // sys.argv[0]
  bool prompt = false;  // there is only the prompt
  bool from_folder = false;
};

/// Reads what the command line names. 0, or the exit code.
int load_program(coil::CommandLine& line, Program* program) {
  switch (line.target) {
    case coil::Target::Script: {
      struct stat info;
      program->zeroth = line.what;
      if (stat(line.what.c_str(), &info) == 0 && S_ISDIR(info.st_mode) && access((line.what + "/__main__.py").c_str(), R_OK) == 0) {
        line.host.script_folder = shown_path(line.what);
        line.what = line.host.script_folder;
        line.what.erase(line.what.find_last_not_of('/') + 1);
        line.what += "/__main__.py";
        program->from_folder = true;
      }
      if (int code = load_script(line.what, &program->text)) return code;
      if (line.skip_first_line) drop_first_line(&program->text);
      program->filename = line.what;
      if (!program->from_folder) line.host.script_folder = folder_of(line.what);
      break;
    }
    case coil::Target::Command:
      program->text = line.what + "\n";
      program->filename = "<string>";
      program->zeroth = "-c";
      break;
    case coil::Target::Module:
      program->zeroth = "-m";
      line.host.script_folder = current_folder();
      break;
    case coil::Target::Stdin:
    case coil::Target::None:
      program->zeroth = line.target == coil::Target::Stdin ? "-" : "";
      if (isatty(0) || line.host.program.interactive) program->prompt = true;
      else if (!(line.host.program.closed_descriptors & 1) && !read_stdin(&program->text)) return fail_file("<stdin>", errno);
      break;
  }
  return 0;
}

}  // namespace

/// Buffers of some megabytes come and go (text that grows, room for sorting): from the system each time, every page of them would fault anew.
static void keep_freed_memory() {
  mallopt(M_MMAP_THRESHOLD, 32 << 20);
  mallopt(M_TRIM_THRESHOLD, 64 << 20);
}

int main(int argc, char** argv) {
  // Before anything else: a closed pipe is an error of write(), and descriptors 0 to 2 are never somebody else's.
  signal(SIGPIPE, SIG_IGN);
  unsigned closed = fill_closed_descriptors();
  keep_freed_memory();
  coil::end_when_new_fails();
  std::string executable = own_path(argv[0]);
  std::string_view command = argc > 1 ? argv[1] : "";
  if (command == "test") return test_main(argc - 1, argv + 1, executable);
  if (command == "help") return coil::show_help(argc > 2 ? argv[2] : nullptr);
  if (command == "check") return coil::check_files({argv + 2, argv + argc});

  coil::CommandLine line = coil::read_command_line(argc, argv);
  if (line.exit_code >= 0) return std::fflush(stdout) ? 1 : line.exit_code;
  coil::ProgramInfo& info = line.host.program;
  info.closed_descriptors = closed;
  if (line.target == coil::Target::Module && line.what == "asyncio") {
    // CPython's prompt with await, which ours is anyway.
    line.target = coil::Target::None;
    line.imports_asyncio = info.interactive = true;
  }
  Program program;
  if (int code = load_program(line, &program)) return code;
  if (!line.dump.empty()) {
    if (line.target == coil::Target::Module) {
      std::fputs("coil: --dump needs a file, -c or standard input\n", stderr);
      return 2;
    }
    return coil::dump_source(program.text, program.filename, line.dump);
  }

  std::vector<const char*> arguments{program.zeroth.c_str()};
  arguments.insert(arguments.end(), line.arguments.begin(), line.arguments.end());
  info.argc = static_cast<int>(arguments.size());
  info.argv = arguments.data();
  info.original_argc = argc;
  info.original_argv = argv;
  info.interactive |= program.prompt;
  info.inspect |= info.interactive;
  info.executable = executable.c_str();
  if (line.target == coil::Target::Script) program.filename = shown_path(program.filename);
  int stack_anchor = 0;
  coil::Vm& vm = coil::start_vm(line.host, &stack_anchor);
  int code = line.imports_asyncio ? coil::run_source(vm, "import asyncio\n", "<string>") : 0;
  if (line.target == coil::Target::Module) code = coil::run_module_as_main(vm, line.what);
  else if (!program.prompt) code = coil::run_source(vm, program.text, program.filename, program.from_folder);
  if (coil::wants_inspection() && (!program.prompt || coil::run_startup_file(vm, &code))) {
    code = coil::run_repl(vm, program.prompt && !info.quiet);
  }
  code = coil::finish_reenter(vm, code);
  std::fflush(nullptr);
  if (line.stats) coil::print_stats();
  if (line.gc_stats) coil::print_gc_stats();
  if (coil::g_interrupted && signal(SIGINT, SIG_DFL) != SIG_ERR) raise(SIGINT);
  // Memory goes back to the system with the process; destructors of statics would only take time.
  std::_Exit(code);
}
