#include "cli/session.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include "async/context.hpp"
#include "async/loop.hpp"
#include "host/host.hpp"
#include "modules/module.hpp"
#include "objects/containers.hpp"
#include "objects/exception.hpp"
#include "objects/protocol.hpp"
#include "objects/str.hpp"
#include "objects/stream.hpp"
#include "syntax/parse.hpp"

namespace coil {

namespace {

/// One input in at most two pieces: statements that only run, and a last one whose value is shown.
struct Pieces {
  std::string first, last;
};

/// An input of several statements, as a paste brings them, shows the value of the last one.
Pieces split_input(const std::string& text) {
  Source source("<stdin>", text);
  Arena arena;
  ParseOptions options{.allow_top_level_await = true};
  DiagnosticSink sink(source), module_sink(source);
  if (parse_interactive(source, arena, sink, options)) return {"", text};
  ast::Module* tree = parse_module(source, arena, module_sink, options);
  if (!tree || tree->body.size() < 2) return {"", text};
  const ast::Stmt* last = tree->body[tree->body.size() - 1];
  const ast::Stmt* before = tree->body[tree->body.size() - 2];
  bool shown = ast::try_as<ast::ExprStmt>(last) && last->span.lineno > before->span.end_lineno;
  if (!shown) return {text, ""};
  size_t at = 0;
  for (int line = 1; line < last->span.lineno; line++) at = text.find('\n', at) + 1;
  // Blank lines keep the line numbers.
  return {text.substr(0, at), std::string(static_cast<size_t>(last->span.lineno - 1), '\n') + text.substr(at)};
}

/// `exit` and `quit` alone, unless they are names of the program.
Result<bool> is_farewell(Vm& vm, std::string_view text) {
  std::string_view word = text.substr(0, text.find_last_not_of(" \n") + 1);
  if (word != "exit" && word != "quit") return false;
  COIL_TRY(Dict* ns, main_namespace(vm));
  return dict_get_str(ns, intern(vm, word)).is_nothing();
}

/// Without the levels of the session itself, which come first.
void trim_traceback(Exception* exception) {
  auto is_ours = [](const Traceback* level) { return str_utf8(level->code->filename).ends_with("/_prompt.py"); };
  while (exception->traceback && is_ours(exception->traceback)) store(exception, exception->traceback, exception->traceback->next);
}

}  // namespace

Result<Value> Session::call_reenter(Vm& vm, const char* method, Value argument) {
  if (argument.is_nothing()) return call_method_reenter(vm, object_, intern(vm, method), {});
  return call_method_reenter(vm, object_, intern(vm, method), {argument});
}

Result<void> Session::start_reenter(Vm& vm, bool on_terminal) {
  if (!started()) {
    COIL_TRY(Value module, import_absolute_reenter(vm, intern(vm, "_prompt")));
    COIL_TRY(Dict* ns, main_namespace(vm));
    COIL_TRY(Value made, call_method_reenter(vm, module, intern(vm, "Session"), {ns, Value::boolean(on_terminal)}));
    COIL_CHECK(keep_forever(vm, made));
    object_ = made;
  }
  Loop* native = loop_.is_nothing() ? nullptr : native_loop(loop_);
  if (native && !native->closed) return ok();
  COIL_TRY(Value loop, call_reenter(vm, "loop"));
  if (!native_loop(loop)) return raise(vm, Exc::RuntimeError, "the prompt needs a native event loop");
  COIL_CHECK(keep_forever(vm, loop));
  loop_ = loop;
  COIL_TRY(context_, get_attr_reenter(vm, object_, intern(vm, "context")));
  COIL_CHECK(keep_forever(vm, context_));
  for (const std::string& text : std::exchange(typed_, {})) COIL_CHECK(note_reenter(vm, text));
  return ok();
}

Result<void> Session::note_reenter(Vm& vm, const std::string& text) {
  if (!started()) {
    typed_.push_back(text);
    return ok();
  }
  COIL_TRY(Str* input, new_str(vm, text));
  COIL_CHECK(call_reenter(vm, "note", input));
  return ok();
}

/// `await` leaves a coroutine, which the session runs.
Result<void> Session::run_code_piece(Vm& vm, Code* code) {
  COIL_TRY(Dict* ns, main_namespace(vm));
  auto run = [&]() -> Result<Value> {
    EnteredContext entered(vm, context_);
    Value previous = vm.thread->running_loop;
    vm.thread->running_loop = loop_;
    Result<Value> result = run_code_reenter(vm, code, ns, {});
    vm.thread->running_loop = previous;
    return result;
  };
  COIL_TRY(Value left, run());
  if (code->flags & kCodeCoroutine) COIL_CHECK(call_reenter(vm, "run", left));
  return ok();
}

Result<void> Session::run_reenter(Vm& vm, const std::string& text, bool on_terminal) {
  if (text[0] == ':') {
    COIL_CHECK(start_reenter(vm, on_terminal));
    COIL_TRY(Str* line, new_str(vm, text));
    COIL_CHECK(call_reenter(vm, "command", line));
    return ok();
  }
  std::string filename = "<stdin>";
  Pieces pieces{"", text};
  if (on_terminal) {
    filename = "<stdin-" + std::to_string(++inputs_) + ">";
    remember_source(filename, text);
    // The empty line that ends a block.
    COIL_TRY(bool leaves, is_farewell(vm, text));
    pieces = split_input(leaves ? "raise SystemExit" : text + "\n\n");
  }
  // All is compiled before anything runs.
  Code* codes[2] = {};
  SourceOptions options{.allow_top_level_await = true};
  if (!pieces.first.empty()) {
    COIL_TRY(codes[0], compile_text_reenter(vm, pieces.first, filename, SourceMode::Exec, options));
  }
  if (!pieces.last.empty()) {
    COIL_TRY(codes[1], compile_text_reenter(vm, pieces.last, filename, SourceMode::Single, options));
  }
  bool wanted = std::any_of(codes, std::end(codes), [](Code* code) { return code && code->flags & kCodeCoroutine; });
  if (wanted || !dict_get_str(vm.modules, vm.name(Name::k_asyncio)).is_nothing()) COIL_CHECK(start_reenter(vm, on_terminal));
  COIL_CHECK(note_reenter(vm, text.ends_with('\n') ? text : text + "\n"));
  for (Code* code : codes) {
    if (code) COIL_CHECK(run_code_piece(vm, code));
  }
  return ok();
}

bool report_reenter(Vm& vm, int* code) {
  if (pending_matches(vm, Exc::KeyboardInterrupt)) {
    clear_pending(vm);
    Result<Str*> text = new_str(vm, "\nKeyboardInterrupt\n");
    Value sys = dict_get_str(vm.modules, vm.name(Name::k_sys));
    Value stream = sys.is(Kind::Module) ? dict_get_str(sys.as<Module>()->dict, vm.name(Name::k_stderr)) : Value();
    bool usable = text && !stream.is_nothing() && !stream.is_none();
    if (usable && !(print_text_reenter(vm, stream, *text) && flush_stream_reenter(vm, stream))) clear_pending(vm);
    return false;
  }
  Value exception = clear_pending(vm);
  if (is_exception(exception)) trim_traceback(exception.as<Exception>());
  Result<Dict*> ns = main_namespace(vm);
  if (!ns || !dict_set_str(vm, *ns, intern(vm, "_exc"), exception)) clear_pending(vm);
  (void)raise_exception(vm, exception);
  return report_interactive_reenter(vm, code);
}

}  // namespace coil
