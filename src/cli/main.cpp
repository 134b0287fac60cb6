// The `coil` program: options, then a script, a command, a module, standard input or the prompt.
// What follows the script, -c CODE, -m MODULE or - belongs to the program, so the arguments are split there before CLI11 sees them.
#include <fcntl.h>
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

#include "cli/check.hpp"
#include "cli/dump.hpp"
#include "cli/help.hpp"
#include "cli/repl.hpp"
#include "cli/stats.hpp"
#include "cli/test_runner.hpp"
#include "host/host.hpp"

namespace {

constexpr const char* kVersion = "Coil 0.1.0 (Python 3.11 language)";

enum class Target { None, Script, Command, Module, Stdin };

struct Split {
  Target target = Target::None;
  std::string what;                     // file, code or module name
  std::vector<std::string> options;     // before it
  std::vector<const char*> arguments;   // sys.argv without its first item
};

/// Options of ours that take their value from the next argument.
bool takes_value(std::string_view option) {
  return option == "--dis" || option == "--max-memory" || option == "--fail-alloc" || option == "-W";
}

Split split_arguments(int argc, char** argv) {
  Split split;
  int at = 1;
  for (; at < argc; at++) {
    std::string_view word = argv[at];
    if (word == "-c" || word == "-m") {
      split.target = word == "-c" ? Target::Command : Target::Module;
      if (at + 1 >= argc) {
        std::fprintf(stderr, "coil: argument expected for the %s option\n", argv[at]);
        std::exit(2);
      }
      split.what = argv[++at];
    } else if (word.size() > 2 && word[0] == '-' && (word[1] == 'c' || word[1] == 'm')) {
      split.target = word[1] == 'c' ? Target::Command : Target::Module;
      split.what = word.substr(2);
    } else if (word == "-") {
      split.target = Target::Stdin;
    } else if (word.empty() || word[0] != '-') {
      split.target = Target::Script;
      split.what = word;
    } else {
      split.options.emplace_back(word);
      if (takes_value(word) && at + 1 < argc) split.options.emplace_back(argv[++at]);
      continue;
    }
    at++;
    break;
  }
  for (; at < argc; at++) split.arguments.push_back(argv[at]);
  return split;
}

bool parse_size(const std::string& text, size_t* size) {
  char* end;
  errno = 0;
  unsigned long long number = std::strtoull(text.c_str(), &end, 10);
  if (end == text.c_str() || errno || text[0] == '-') return false;
  size_t factor = 1;
  switch (*end) {
    case 'k': case 'K': factor = size_t{1} << 10; end++; break;
    case 'm': case 'M': factor = size_t{1} << 20; end++; break;
    case 'g': case 'G': factor = size_t{1} << 30; end++; break;
    default: break;
  }
  return *end == '\0' && !__builtin_mul_overflow(static_cast<size_t>(number), factor, size);
}

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
  return path.empty() || path[0] == '/' ? path : current_folder() + "/" + path;
}

int fail_file(const std::string& path, int error) {
  std::fprintf(stderr, "coil: can't open file '%s': [Errno %d] %s\n", shown_path(path).c_str(), error, std::strerror(error));
  return 2;
}

/// PYTHONWARNINGS comes before the options of the command line.
/// A variable of Coil's own or, when that is not set, CPython's; nullptr when it is empty too.
const char* environment(const char* own, const char* theirs) {
  const char* text = std::getenv(own);
  if (!text) text = std::getenv(theirs);
  return text && *text ? text : nullptr;
}

void add_environment_filters(std::vector<std::string>& filters) {
  const char* text = environment("COIL_WARNINGS", "PYTHONWARNINGS");
  std::vector<std::string> all;
  for (std::string_view rest = text ? text : ""; !rest.empty();) {
    size_t comma = std::min(rest.find(','), rest.size());
    if (comma > 0) all.emplace_back(rest.substr(0, comma));
    rest.remove_prefix(std::min(comma + 1, rest.size()));
  }
  filters.insert(filters.begin(), all.begin(), all.end());
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

struct Options {
  coil::HostOptions host;
  bool interactive = false;
  bool stats = false;
  std::string dump;
  int optimize = 0;
};

class HelpFormatter : public CLI::Formatter {
 public:
  std::string make_usage(const CLI::App*, std::string) const override {
    return "Usage: coil [options] [FILE | -c CODE | -m MODULE | -] [args]   run a program; without one: the prompt\n"
           "       coil help [TOPIC] | coil check FILE... | coil test [PATH...]\n";
  }
};

/// -1: go on; else the exit code.
int parse_options(Split* split, Options* options) {
  bool version = false;
  std::string dis_file, max_memory, stress = "0";
  CLI::App app{"An interpreter for async programs in a Python-like language.", "coil"};
  app.set_help_flag("-h,--help", "Show this help");
  app.formatter(std::make_shared<HelpFormatter>());
  app.get_formatter()->column_width(26);
  app.get_formatter()->label("TEXT", "");
  app.add_flag("-i", options->interactive, "Go on with the prompt after the program");
  app.add_flag("-u", options->host.program.unbuffered, "Write standard output line by line");
  app.add_flag("-O", options->optimize, "Leave out assert statements; twice: docstrings too");
  app.add_flag("-V,--version", version, "Show the version");
  app.add_option("-W", options->host.program.warn_options, "Warning filter: action:message:category:module:line")->take_all()->expected(1);
  app.add_option("--dis", dis_file, "Show the bytecode of a file");
  app.add_option("--dump", options->dump, "Show tokens, ast, scopes, bytecode (a list) of the program instead of running it");
  app.add_option("--gc-stress", stress, "Collect garbage at every n-th allocation")->expected(0, 1)->default_str("1");
  app.add_option("--max-memory", max_memory, "Limit of the heap in bytes; suffixes K, M, G");
  app.add_option("--fail-alloc", options->host.fail_allocation, "Fail the k-th allocation");
  app.add_flag("--stats", options->stats, "Show time, memory and collections at the end");
  app.add_flag("--verify", options->host.verify, "Verify the bytecode of every module");
  try {
    std::vector<std::string> reversed(split->options.rbegin(), split->options.rend());
    app.parse(reversed);
  } catch (const CLI::CallForHelp&) {
    std::fputs(app.help().c_str(), stdout);
    return 0;
  } catch (const CLI::ParseError& error) {
    std::fprintf(stderr, "coil: %s (see coil --help)\n", error.what());
    return 2;
  }
  if (version) {
    std::puts(kVersion);
    return 0;
  }
  if (app.count("--gc-stress")) {
    size_t every = 1;
    if (!stress.empty() && stress != "0" && !parse_size(stress, &every)) {
      std::fprintf(stderr, "coil: --gc-stress: not a number: %s\n", stress.c_str());
      return 2;
    }
    options->host.gc_stress = static_cast<uint32_t>(every ? every : 1);
  }
  if (!max_memory.empty() && !parse_size(max_memory, &options->host.max_memory)) {
    std::fprintf(stderr, "coil: --max-memory: not a size: %s\n", max_memory.c_str());
    return 2;
  }
  if (!dis_file.empty()) {
    split->target = Target::Script;
    split->what = dis_file;
    options->dump = "bytecode";
  }
  return -1;
}

void apply_environment(Options* options) {
  if (environment("COIL_UNBUFFERED", "PYTHONUNBUFFERED")) options->host.program.unbuffered = true;
  if (environment("COIL_INSPECT", "PYTHONINSPECT")) options->interactive = true;
  if (const char* level = environment("COIL_OPTIMIZE", "PYTHONOPTIMIZE"); level && !options->optimize) {
    options->optimize = std::max(1, std::atoi(level));
  }
}

}  // namespace

int main(int argc, char** argv) {
  // Before anything else: a closed pipe is an error of write(), and descriptors 0 to 2 are never somebody else's.
  signal(SIGPIPE, SIG_IGN);
  for (int descriptor = 0; descriptor < 3; descriptor++) {
    if (fcntl(descriptor, F_GETFD) < 0 && errno == EBADF) (void)!open("/dev/null", O_RDWR);
  }
  std::string executable = own_path(argv[0]);
  std::string_view command = argc > 1 ? argv[1] : "";
  if (command == "test") return test_main(argc - 1, argv + 1, executable);
  if (command == "help") return coil::show_help(argc > 2 ? argv[2] : nullptr);
  if (command == "check" && argc > 2) return coil::check_files({argv + 2, argv + argc});

  Split split = split_arguments(argc, argv);
  Options options;
  // Building the parser takes longer than a short program runs.
  if (!split.options.empty()) {
    if (int code = parse_options(&split, &options); code >= 0) return code;
  }

  apply_environment(&options);

  std::string text, filename = "<stdin>", zeroth;
  bool prompt = false;
  switch (split.target) {
    case Target::Script: {
      struct stat info;
      zeroth = split.what;
      if (stat(split.what.c_str(), &info) == 0 && S_ISDIR(info.st_mode) && access((split.what + "/__main__.py").c_str(), R_OK) == 0) {
        split.what += "/__main__.py";
      }
      if (int code = load_script(split.what, &text)) return code;
      filename = split.what;
      options.host.script_folder = folder_of(split.what);
      break;
    }
    case Target::Command:
      text = split.what + "\n";
      filename = "<string>";
      zeroth = "-c";
      break;
    case Target::Module:
      zeroth = "-m";
      options.host.script_folder = current_folder();
      break;
    case Target::Stdin:
    case Target::None:
      zeroth = split.target == Target::Stdin ? "-" : "";
      if (isatty(0)) prompt = true;
      else if (!read_stdin(&text)) return fail_file("<stdin>", errno);
      break;
  }
  if (!options.dump.empty()) {
    if (split.target == Target::Module) {
      std::fputs("coil: --dump needs a file, -c or standard input\n", stderr);
      return 2;
    }
    return coil::dump_source(text, filename, options.dump);
  }

  std::vector<const char*> program_arguments{zeroth.c_str()};
  program_arguments.insert(program_arguments.end(), split.arguments.begin(), split.arguments.end());
  options.host.program.argc = static_cast<int>(program_arguments.size());
  options.host.program.argv = program_arguments.data();
  options.host.program.interactive = options.interactive || prompt;
  options.host.program.optimize = options.optimize;
  options.host.program.executable = executable.c_str();
  add_environment_filters(options.host.program.warn_options);
  if (split.target == Target::Script) filename = shown_path(filename);
  int stack_anchor = 0;
  coil::Vm& vm = coil::start_vm(options.host, &stack_anchor);
  int code = 0;
  if (split.target == Target::Module) code = coil::run_module_as_main(vm, split.what);
  else if (!prompt) code = coil::run_source(vm, text, filename);
  if (prompt || options.interactive) code = coil::run_repl(vm, prompt);
  code = coil::finish_reenter(vm, code);
  std::fflush(nullptr);
  if (options.stats) coil::print_stats();
  // Memory goes back to the system with the process; destructors of statics would only take time.
  std::_Exit(code);
}
