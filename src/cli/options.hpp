// The command line: CPython's short options, which can be combined, options of our own, and the program with its arguments. The environment adds what
// the command line leaves open; every PYTHON… variable has a COIL_… twin that comes first.
#pragma once

#include <string>
#include <vector>

#include "host/host.hpp"

namespace coil {

enum class Target { None, Script, Command, Module, Stdin };

struct CommandLine {
  Target target = Target::None;
  std::string what;                    // file, code or module name
  std::vector<const char*> arguments;  // sys.argv without its first item
  HostOptions host;
  std::string dump;                    // stages to show instead of running
  bool gc_stats = false;
  bool stats = false;
  bool imports_asyncio = false;        // before the prompt
  bool skip_first_line = false;
  int exit_code = -1;                  // not negative: the command line is done with, for good or ill
};

/// Obeys --help and the like, and reports mistakes on stderr: exit_code is set then.
CommandLine read_command_line(int argc, char** argv);

extern const char* const kVersion;

}  // namespace coil
