// The prompt: inputs are read by a line editor on a terminal (prompt.cpp), and line by line, with the prompts python3 -i prints, from anything else. Running them is
// session.cpp's business.
#include "cli/repl.hpp"

#include <unistd.h>

#include <cstdio>
#include <string>
#include <utility>

#include "cli/prompt.hpp"
#include "cli/session.hpp"
#include "cli/terminal.hpp"
#include "host/host.hpp"
#include "modules/io.hpp"
#include "modules/module.hpp"
#include "objects/containers.hpp"
#include "objects/exception.hpp"
#include "objects/protocol.hpp"
#include "objects/str.hpp"
#include "objects/stream.hpp"
#include "syntax/parse.hpp"

namespace coil {

namespace {

Result<Value> sys_attribute_reenter(Vm& vm, const char* name) {
  COIL_TRY(Value sys, dict_get_reenter(vm, vm.modules, vm.name(Name::k_sys)));
  if (!sys.is(Kind::Module)) return raise(vm, Exc::RuntimeError, "lost sys");
  Value value = dict_get_str(sys.as<Module>()->dict, intern(vm, name));
  return value.is_nothing() ? none() : value;
}

/// Where prompts go: as in CPython, the output of a transcript is that of its statements alone.
FILE* prompt_stream() { return isatty(0) && isatty(1) ? stdout : stderr; }

/// A line with its end; empty at the end of input.
Result<std::string> read_line_reenter(Vm& vm, Session& session, const char* prompt_name, const char* fallback) {
  COIL_TRY(Value prompt, sys_attribute_reenter(vm, prompt_name));
  std::string text = fallback;
  if (!prompt.is_none()) {
    Result<Str*> shown = str_reenter(vm, prompt);
    if (!shown) clear_pending(vm);
    text = shown ? str_utf8(*shown) : "";
  }
  if (!flush_stream_reenter(vm, {})) clear_pending(vm);
  std::fputs(text.c_str(), prompt_stream());
  std::fflush(stdout);
  COIL_TRY(Value in, sys_attribute_reenter(vm, "stdin"));
  // A terminal gives whole lines: until there is one, tasks go on.
  bool from_terminal = is_text_stream(in) && stream_buffer(in)->is_open() && isatty(stream_buffer(in)->descriptor());
  if (session.started() && from_terminal && stream_buffer(in)->unread().empty()) COIL_CHECK(session.call_reenter(vm, "wait_for_input"));
  COIL_TRY(Value line, call_method_reenter(vm, in, vm.name(Name::k_readline), {}));
  return line.is(Kind::Str) ? str_utf8(line) : std::string();
}

bool needs_more(const std::string& text) {
  Source source("<stdin>", text);
  DiagnosticSink sink(source);
  Arena arena;
  return !parse_interactive(source, arena, sink, {.allow_top_level_await = true}) && sink.incomplete_input();
}

/// sys.ps1 and sys.ps2, which a startup file may have set.
Result<void> set_prompts(Vm& vm) {
  Value sys = dict_get_str(vm.modules, vm.name(Name::k_sys));
  if (!sys.is(Kind::Module)) return ok();
  for (auto [name, text] : {std::pair{"ps1", ">>> "}, std::pair{"ps2", "... "}}) {
    Dict* ns = sys.as<Module>()->dict;
    if (!dict_get_str(ns, intern(vm, name))) COIL_CHECK(module_set_str(vm, ns, name, text));
  }
  return ok();
}

/// Reads and runs lines until the end of the input; the exit code.
int run_lines(Vm& vm, Session& session) {
  std::string text;
  int code = 0;
  for (;;) {
    Result<std::string> line = read_line_reenter(vm, session, text.empty() ? "ps1" : "ps2", text.empty() ? ">>> " : "... ");
    if (!line) {
      text.clear();
      if (pending_matches(vm, Exc::KeyboardInterrupt)) {
        (void)report_reenter(vm, &code);
        continue;
      }
      return report_reenter(vm, &code) ? code : 1;  // without standard input there is no prompt
    }
    bool at_end = (*line).empty();
    if (at_end && text.empty()) break;
    bool blank = (*line).find_first_not_of(" \t\r\n") == std::string::npos;
    if (text.empty() && blank) continue;
    // A line of blanks ends no block, only an empty one does.
    const bool goes_on = blank && !at_end && *line != "\n" && !text.ends_with("\\\n");
    text += *line;
    if (!at_end && text[0] != ':' && (goes_on || needs_more(text))) continue;
    std::string statement;
    statement.swap(text);
    if (!session.run_reenter(vm, statement, false) && report_reenter(vm, &code)) return code;
  }
  std::fputs("\n", prompt_stream());
  return code;
}

int run_editor(Vm& vm, Session& session) {
  constexpr int kHopeless = 1000;  // exceptions without an input between them: no prompt is possible
  open_prompt(vm);
  int code = 0, failures = 0;
  while (terminal_can_edit()) {
    Result<Input> input = read_input_reenter(vm, session);
    if (!input) {
      bool impossible = ++failures == kHopeless || (!session.started() && !pending_matches(vm, Exc::KeyboardInterrupt));
      if (report_reenter(vm, &code)) return code;
      if (impossible) {
        std::fputs("coil: the prompt cannot go on\n", stderr);
        return 1;
      }
      continue;
    }
    failures = 0;
    if ((*input).kind == Input::EndOfFile) return code;
    if ((*input).text.empty()) continue;
    if (!session.run_reenter(vm, (*input).text, true) && report_reenter(vm, &code)) return code;
  }
  return run_lines(vm, session);  // the program has closed the terminal, or put something else in its place
}

}  // namespace

int run_repl(Vm& vm, bool banner) {
  if (banner) std::fputs("Coil 0.1.0 (Python 3.11 language), :help for help\n", stderr);
  Session session;
  if (!set_prompts(vm)) clear_pending(vm);
  int code = terminal_can_edit() ? run_editor(vm, session) : run_lines(vm, session);
  if (session.started() && !session.call_reenter(vm, "close")) (void)report_reenter(vm, &code);
  close_prompt();
  return code;
}

}  // namespace coil
