// Line-based prompt: lines are collected until the parser has a whole statement. `await` at the top level runs on one event loop
// that lives as long as the prompt.
#include "cli/repl.hpp"

#include <cstdio>
#include <string>

#include "host/host.hpp"
#include "modules/module.hpp"
#include "objects/containers.hpp"
#include "objects/exception.hpp"
#include "objects/number.hpp"
#include "objects/protocol.hpp"
#include "objects/str.hpp"
#include "objects/stream.hpp"
#include "syntax/parse.hpp"
#include "vm/interpreter.hpp"

namespace coil {

namespace {

Result<Value> sys_attribute_reenter(Vm& vm, const char* name) {
  COIL_TRY(Value sys, dict_get_reenter(vm, vm.modules, vm.name(Name::k_sys)));
  if (!sys.is(Kind::Module)) return raise(vm, Exc::RuntimeError, "lost sys");
  Value value = dict_get_str(sys.as<Module>()->dict, intern(vm, name));
  return value.is_nothing() ? none() : value;
}

/// A line with its end; empty at the end of input.
Result<std::string> read_line_reenter(Vm& vm, const char* prompt_name, const char* fallback) {
  COIL_TRY(Value prompt, sys_attribute_reenter(vm, prompt_name));
  std::string text = fallback;
  if (!prompt.is_none()) {
    COIL_TRY(Str* shown, str_reenter(vm, prompt));
    text = str_utf8(shown);
  }
  COIL_TRY(Str* str, new_str(vm, text));
  COIL_CHECK(print_text_reenter(vm, {}, str));
  COIL_CHECK(flush_stream_reenter(vm, {}));
  COIL_TRY(Value in, sys_attribute_reenter(vm, "stdin"));
  COIL_TRY(Value line, call_method_reenter(vm, in, vm.name(Name::k_readline), {}));
  return line.is(Kind::Str) ? str_utf8(line) : std::string();
}

/// Runs what a statement with top-level await left: a coroutine, on the prompt's own runner.
Result<void> run_awaiting_reenter(Vm& vm, Value coroutine, Value* runner) {
  if (runner->is_nothing()) {
    COIL_TRY(Value asyncio, import_absolute_reenter(vm, vm.name(Name::k_asyncio)));
    COIL_TRY(Value made, call_method_reenter(vm, asyncio, intern(vm, "Runner"), {}));
    COIL_CHECK(keep_forever(vm, made));
    *runner = made;
  }
  COIL_CHECK(call_method_reenter(vm, *runner, intern(vm, "run"), {coroutine}));
  return ok();
}

Result<void> run_statement_reenter(Vm& vm, const std::string& text, Value* runner) {
  COIL_TRY(Dict* ns, main_namespace(vm));
  COIL_TRY(Code* code, compile_text_reenter(vm, text, "<stdin>", SourceMode::Single, {.allow_top_level_await = true}));
  COIL_TRY(Value result, run_code_reenter(vm, code, ns, {}));
  if (code->flags & kCodeCoroutine) COIL_CHECK(run_awaiting_reenter(vm, result, runner));
  return ok();
}

bool needs_more(const std::string& text) {
  Source source("<stdin>", text);
  DiagnosticSink sink(source);
  Arena arena;
  return !parse_interactive(source, arena, sink, {.allow_top_level_await = true}) && sink.incomplete_input();
}

}  // namespace

int run_repl(Vm& vm, bool banner) {
  if (banner) std::fputs("Coil 0.1.0 (Python 3.11 language)\nType \"help(object)\" for documentation, Ctrl-D to leave.\n", stderr);
  std::string text;
  Value runner;
  int code = 0;
  for (;;) {
    Result<std::string> line = read_line_reenter(vm, text.empty() ? "ps1" : "ps2", text.empty() ? ">>> " : "... ");
    if (!line) {
      text.clear();
      if (pending_matches(vm, Exc::KeyboardInterrupt)) {
        clear_pending(vm);
        std::fputs("\nKeyboardInterrupt\n", stderr);
        continue;
      }
      if (report_interactive_reenter(vm, &code)) return code;
      return 1;
    }
    bool at_end = (*line).empty();
    if (at_end && text.empty()) break;
    bool blank = (*line).find_first_not_of(" \t\r\n") == std::string::npos;
    if (text.empty() && blank) continue;
    text += *line;
    if (!at_end && needs_more(text)) continue;
    std::string statement;
    statement.swap(text);
    if (!run_statement_reenter(vm, statement, &runner)) {
      if (pending_matches(vm, Exc::KeyboardInterrupt)) {
        clear_pending(vm);
        std::fputs("\nKeyboardInterrupt\n", stderr);
      } else if (report_interactive_reenter(vm, &code)) {
        return code;
      }
    }
    if (at_end) break;
  }
  std::fputs("\n", stdout);
  return code;
}

}  // namespace coil
