// Building a parser of CLI11 takes longer than a short program runs, and it does not know options that end the list; so the letters are read by hand.
#include "cli/options.hpp"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <string_view>

#include "base/environment.hpp"
#include "cli/help.hpp"

namespace coil {

const char* const kVersion = "Coil 0.1.0 (Python 3.11 language)";

namespace {

/// A size in bytes, with suffixes K, M, G.
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

class Reader {
 public:
  Reader(int argc, char** argv) : count_(argc), words_(argv) {}

  CommandLine read() {
    while (at_ < count_ && line_.exit_code < 0 && line_.target == Target::None) {
      std::string_view word = words_[at_++];
      if (word == "-") line_.target = Target::Stdin;
      else if (word == "--") return with_script();
      else if (word.starts_with("--")) long_option(word.substr(2));
      else if (word.starts_with('-')) short_options(word.substr(1));
      else return at_--, with_script();
    }
    return with_arguments();
  }

 private:
  CommandLine with_script() {
    if (at_ < count_) {
      line_.target = Target::Script;
      line_.what = words_[at_++];
    }
    return with_arguments();
  }

  CommandLine with_arguments() {
    if (line_.exit_code < 0 && versions_) version();
    while (at_ < count_) line_.arguments.push_back(words_[at_++]);
    return std::move(line_);
  }

  void version() {
    std::puts(kVersion);
    if (versions_ > 1) std::printf("Built with g++ %s on %s\n", __VERSION__, __DATE__);
    line_.exit_code = 0;
  }

  void fail(const std::string& problem) {
    std::fprintf(stderr,
                 "%s\nusage: coil [option] ... [-c cmd | -m mod | file | -] [arg] ...\n"
                 "Try `coil -h' for more information.\n", problem.c_str());
    line_.exit_code = 2;
  }

  /// What follows in the same word, or the next word.
  bool value(std::string_view* rest, char letter, std::string* text) {
    if (rest->empty() && at_ >= count_) {
      fail(std::string("Argument expected for the -") + letter + " option");
      return false;
    }
    *text = rest->empty() ? words_[at_++] : *rest;
    *rest = {};
    return true;
  }

  void short_options(std::string_view letters) {
    ProgramInfo& program = line_.host.program;
    while (!letters.empty() && line_.exit_code < 0) {
      char letter = letters.front();
      letters.remove_prefix(1);
      std::string text;
      switch (letter) {
        case 'b': program.bytes_warning++; break;
        case 'B': program.dont_write_bytecode = true; break;
        case 'd': program.parser_debug++; break;
        case 'E': g_ignore_environment = true; break;
        case 'i': program.inspect = program.interactive = true; break;
        case 'I': g_ignore_environment = program.isolated = program.no_user_site = program.safe_path = true; break;
        case 'O': program.optimize++; break;
        case 'P': program.safe_path = true; break;
        case 'q': program.quiet++; break;
        case 'R': case 't': break;  // CPython's old ones
        case 's': program.no_user_site = true; break;
        case 'S': program.no_site = true; break;
        case 'u': program.unbuffered = true; break;
        case 'v': program.verbose++; break;
        case 'V': versions_++; break;
        case 'x': line_.skip_first_line = true; break;
        case 'h': case '?': show_usage(); line_.exit_code = 0; break;
        case 'W': if (value(&letters, letter, &text)) program.warn_options.push_back(text); break;
        case 'X': if (value(&letters, letter, &text)) program.xoptions.push_back(text); break;
        case 'c':
        case 'm':
          if (!value(&letters, letter, &line_.what)) return;
          line_.target = letter == 'c' ? Target::Command : Target::Module;
          break;
        default: fail(std::string("Unknown option: -") + letter);
      }
    }
  }

  void long_option(std::string_view word) {
    size_t equals = word.find('=');
    std::string_view name = word.substr(0, equals);
    bool has_value = equals != std::string_view::npos;
    std::string text = has_value ? std::string(word.substr(equals + 1)) : "";
    HostOptions& host = line_.host;
    bool wants_value = name == "dis" || name == "dump" || name == "max-memory" || name == "fail-alloc" || name == "check-hash-based-pycs";
    bool may_have_value = wants_value || name == "gc-stress";
    if (wants_value && !has_value) {
      if (at_ >= count_) return fail("Argument expected for the --" + std::string(name) + " option");
      text = words_[at_++];
    }
    if (has_value && !may_have_value) return fail("unknown option --" + std::string(word));
    if (name == "help" || name == "help-env" || name == "help-xoptions" || name == "help-all") {
      if (name == "help" || name == "help-all") show_usage();
      if (name != "help") show_help("environment");
      line_.exit_code = 0;
    } else if (name == "version") {
      versions_ = 1;
      version();
    } else if (name == "dis") {
      line_.target = Target::Script;
      line_.what = text;
      line_.dump = "bytecode";
    } else if (name == "dump") {
      line_.dump = text;
    } else if (name == "stats") {
      line_.stats = true;
    } else if (name == "gc-stats") {
      line_.gc_stats = true;
    } else if (name == "verify") {
      host.verify = true;
    } else if (name == "check-hash-based-pycs") {
      if (text != "always" && text != "default" && text != "never") {
        fail("--check-hash-based-pycs must be one of 'default', 'always', or 'never'");
      }
    } else if (name == "max-memory") {
      if (!parse_size(text, &host.max_memory)) fail("--max-memory: not a size: " + text);
    } else if (name == "fail-alloc") {
      number(name, text, &host.fail_allocation);
    } else if (name == "gc-stress") {
      uint64_t every = 1;
      if (has_value && !number(name, text, &every)) return;
      host.gc_stress = static_cast<uint32_t>(std::clamp<uint64_t>(every, 1, UINT32_MAX));
    } else {
      fail("unknown option --" + std::string(word));
    }
  }

  bool number(std::string_view name, const std::string& text, uint64_t* into) {
    size_t size;
    if (parse_size(text, &size)) return *into = size, true;
    fail("--" + std::string(name) + ": not a number: " + text);
    return false;
  }

  int count_, at_ = 1, versions_ = 0;
  char** words_;
  CommandLine line_;
};

/// A level as CPython reads it: a number that is not positive or no number at all counts as 1.
int environment_level(const char* own, const char* theirs) {
  const char* text = environment_variable(own, theirs);
  if (!text) return 0;
  char* end;
  long level = std::strtol(text, &end, 10);
  return *end || level < 0 || level > 100 ? 1 : static_cast<int>(level);
}

/// The filters of the environment come before those of the command line, so that these win.
void add_environment_filters(std::vector<std::string>& filters) {
  const char* text = environment_variable("COIL_WARNINGS", "PYTHONWARNINGS");
  std::vector<std::string> all;
  for (std::string_view rest = text ? text : ""; !rest.empty();) {
    size_t comma = std::min(rest.find(','), rest.size());
    if (comma > 0) all.emplace_back(rest.substr(0, comma));
    rest.remove_prefix(std::min(comma + 1, rest.size()));
  }
  filters.insert(filters.begin(), all.begin(), all.end());
}

const std::string* x_option(const ProgramInfo& program, std::string_view name) {
  for (auto option = program.xoptions.rbegin(); option != program.xoptions.rend(); ++option) {
    if (std::string_view(*option).substr(0, option->find('=')) == name) return &*option;
  }
  return nullptr;
}

/// -1 when the text is no limit.
int64_t digits_limit(std::string_view text) {
  char* end;
  std::string number(text);
  errno = 0;
  long long limit = std::strtoll(number.c_str(), &end, 10);
  bool valid = !number.empty() && !*end && !errno && (limit == 0 || (limit >= 640 && limit <= INT32_MAX));
  return valid ? limit : -1;
}

void set_digits_limit(CommandLine& line) {
  ProgramInfo& program = line.host.program;
  const std::string* option = x_option(program, "int_max_str_digits");
  const char* variable = environment_variable("COIL_INTMAXSTRDIGITS", "PYTHONINTMAXSTRDIGITS");
  if (!option && !variable) return;
  std::string_view text = option ? std::string_view(*option) : std::string_view(variable);
  if (option) text.remove_prefix(std::min(text.find('='), text.size() - 1) + 1);
  program.max_str_digits = digits_limit(text);
  if (program.max_str_digits >= 0) return;
  std::fprintf(stderr, "coil: %s: invalid limit; must be >= 640 or 0 for unlimited.\n",
               option ? "-X int_max_str_digits" : "PYTHONINTMAXSTRDIGITS");
  line.exit_code = 1;
}

void check_hash_seed(CommandLine& line) {
  const char* text = environment_variable("COIL_HASHSEED", "PYTHONHASHSEED");
  if (!text || std::string_view(text) == "random") return;
  char* end;
  errno = 0;
  unsigned long seed = std::strtoul(text, &end, 10);
  if (!*end && !errno && text[0] != '-' && seed <= UINT32_MAX) return;
  std::fputs("coil: PYTHONHASHSEED must be \"random\" or an integer in range [0; 4294967295]\n", stderr);
  line.exit_code = 1;
}

/// What sys.flags.utf8_mode tells: -X utf8, else PYTHONUTF8, else whether the locale is the plain one.
bool says_utf8_mode(const ProgramInfo& program) {
  if (const std::string* option = x_option(program, "utf8")) return !option->ends_with("=0");
  if (const char* asked = environment_variable("COIL_UTF8", "PYTHONUTF8")) return std::string_view(asked) == "1";
  for (const char* name : {"LC_ALL", "LC_CTYPE", "LANG"}) {
    const char* text = std::getenv(name);
    const std::string_view locale = text ? text : "";
    if (!locale.empty()) return locale == "C" || locale == "POSIX";
  }
  return true;
}

void apply_environment(CommandLine& line) {
  ProgramInfo& program = line.host.program;
  auto is_set = [](const char* own, const char* theirs) { return environment_variable(own, theirs) != nullptr; };
  program.unbuffered |= is_set("COIL_UNBUFFERED", "PYTHONUNBUFFERED");
  program.inspect |= is_set("COIL_INSPECT", "PYTHONINSPECT");
  program.dont_write_bytecode |= is_set("COIL_DONTWRITEBYTECODE", "PYTHONDONTWRITEBYTECODE");
  program.no_user_site |= is_set("COIL_NOUSERSITE", "PYTHONNOUSERSITE");
  program.safe_path |= is_set("COIL_SAFEPATH", "PYTHONSAFEPATH");
  program.dev_mode |= x_option(program, "dev") || is_set("COIL_DEVMODE", "PYTHONDEVMODE");
  program.import_times |= x_option(program, "importtime") || is_set("COIL_PROFILEIMPORTTIME", "PYTHONPROFILEIMPORTTIME");
  program.debug_ranges = !x_option(program, "no_debug_ranges") && !is_set("COIL_NODEBUGRANGES", "PYTHONNODEBUGRANGES");
  program.optimize = std::max(program.optimize, environment_level("COIL_OPTIMIZE", "PYTHONOPTIMIZE"));
  program.verbose = std::max(program.verbose, environment_level("COIL_VERBOSE", "PYTHONVERBOSE"));
  program.parser_debug = std::max(program.parser_debug, environment_level("COIL_DEBUG", "PYTHONDEBUG"));
  program.utf8_mode = says_utf8_mode(program);
  add_environment_filters(program.warn_options);
  if (program.dev_mode) program.warn_options.insert(program.warn_options.begin(), "default");
  if (program.bytes_warning) program.warn_options.push_back(program.bytes_warning > 1 ? "error::BytesWarning" : "default::BytesWarning");
  set_digits_limit(line);
  check_hash_seed(line);
}

}  // namespace

CommandLine read_command_line(int argc, char** argv) {
  CommandLine line = Reader(argc, argv).read();
  if (line.exit_code < 0) apply_environment(line);
  return line;
}

}  // namespace coil
