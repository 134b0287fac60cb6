// Line-based prompt: lines are collected until the parser has a whole statement. From the first use of asyncio on there is a session
// (stdlib/_prompt.py): one event loop, on which `await` at the top level runs, which counts as running for every statement, and which goes on
// while the user types. Lines that begin with a colon are commands of the session.
#include "cli/repl.hpp"

#include <unistd.h>

#include <cstdio>
#include <string>
#include <utility>
#include <vector>

#include "host/host.hpp"
#include "modules/io.hpp"
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

/// The session object or nothing, and its loop.
struct Session {
  Value object, loop;
  std::vector<std::string> typed;  // inputs before the start

  bool started() const { return !object.is_nothing(); }
  Result<void> start_reenter(Vm& vm) {
    if (started()) return ok();
    COIL_TRY(Value module, import_absolute_reenter(vm, intern(vm, "_prompt")));
    COIL_TRY(Dict* ns, main_namespace(vm));
    COIL_TRY(Value made, call_method_reenter(vm, module, intern(vm, "Session"), {ns}));
    COIL_CHECK(keep_forever(vm, made));
    object = made;
    COIL_TRY(loop, call_reenter(vm, "loop"));
    COIL_CHECK(keep_forever(vm, loop));
    for (const std::string& text : std::exchange(typed, {})) COIL_CHECK(note_reenter(vm, text));
    return ok();
  }
  /// Remembers an input for :save and :edit.
  Result<void> note_reenter(Vm& vm, const std::string& text) {
    if (!started()) return typed.push_back(text), ok();
    COIL_TRY(Str* input, new_str(vm, text));
    COIL_CHECK(call_reenter(vm, "note", input));
    return ok();
  }
  Result<Value> call_reenter(Vm& vm, const char* method, Value argument = {}) {
    if (argument.is_nothing()) return call_method_reenter(vm, object, intern(vm, method), {});
    return call_method_reenter(vm, object, intern(vm, method), {argument});
  }
};

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
  COIL_CHECK(flush_stream_reenter(vm, {}));
  std::fputs(text.c_str(), prompt_stream());
  std::fflush(stdout);
  COIL_TRY(Value in, sys_attribute_reenter(vm, "stdin"));
  // A terminal gives whole lines: until there is one, tasks go on.
  bool from_terminal = is_text_stream(in) && stream_buffer(in)->is_open() && isatty(stream_buffer(in)->descriptor());
  if (session.started() && from_terminal && stream_buffer(in)->unread().empty()) COIL_CHECK(session.call_reenter(vm, "wait_for_input"));
  COIL_TRY(Value line, call_method_reenter(vm, in, vm.name(Name::k_readline), {}));
  return line.is(Kind::Str) ? str_utf8(line) : std::string();
}

Result<void> run_statement_reenter(Vm& vm, const std::string& text, Session& session) {
  COIL_TRY(Dict* ns, main_namespace(vm));
  if (text[0] == ':') {
    COIL_CHECK(session.start_reenter(vm));
    COIL_TRY(Str* line, new_str(vm, text));
    COIL_CHECK(session.call_reenter(vm, "command", line));
    return ok();
  }
  COIL_TRY(Code* code, compile_text_reenter(vm, text, "<stdin>", SourceMode::Single, {.allow_top_level_await = true}));
  bool awaits = code->flags & kCodeCoroutine;
  if (awaits || !dict_get_str(vm.modules, vm.name(Name::k_asyncio)).is_nothing()) COIL_CHECK(session.start_reenter(vm));
  COIL_CHECK(session.note_reenter(vm, text));
  Value previous = vm.thread->running_loop;
  vm.thread->running_loop = session.loop;
  Result<Value> result = run_code_reenter(vm, code, ns, {});
  vm.thread->running_loop = previous;
  if (!result) return Error{};
  if (awaits) COIL_CHECK(session.call_reenter(vm, "run", *result));
  return ok();
}

bool needs_more(const std::string& text) {
  Source source("<stdin>", text);
  DiagnosticSink sink(source);
  Arena arena;
  return !parse_interactive(source, arena, sink, {.allow_top_level_await = true}) && sink.incomplete_input();
}

}  // namespace

/// The levels of the prompt and of the loop around an input are not shown.
void drop_outer_levels(Exception* exception) {
  Traceback* first = exception->traceback;
  while (first && first->code->unit->filename.starts_with("<stdlib>")) first = first->next;
  if (first) store(exception, exception->traceback, first);
}

/// Shows the pending exception, which becomes `_exc`. True: the prompt ends with *code.
bool report_reenter(Vm& vm, int* code) {
  if (pending_matches(vm, Exc::KeyboardInterrupt)) {
    clear_pending(vm);
    std::fputs("\nKeyboardInterrupt\n", stderr);
    return false;
  }
  Value exception = clear_pending(vm);
  if (is_exception(exception)) drop_outer_levels(exception.as<Exception>());
  Result<Dict*> ns = main_namespace(vm);
  if (!ns || !dict_set_str(vm, *ns, intern(vm, "_exc"), exception)) clear_pending(vm);
  (void)raise_exception(vm, exception);
  return report_interactive_reenter(vm, code);
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

int run_repl(Vm& vm, bool banner) {
  if (banner) std::fputs("Coil 0.1.0 (Python 3.11 language), :help for help\n", stderr);
  std::string text;
  Session session;
  int code = 0;
  if (!set_prompts(vm)) clear_pending(vm);
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
    text += *line;
    if (!at_end && text[0] != ':' && needs_more(text)) continue;
    std::string statement;
    statement.swap(text);
    if (!run_statement_reenter(vm, statement, session) && report_reenter(vm, &code)) return code;
  }
  std::fputs("\n", prompt_stream());
  if (session.started() && !session.call_reenter(vm, "close")) (void)report_reenter(vm, &code);
  return code;
}

}  // namespace coil
