// Source text to Code cell: parse, compile, verify on request, and SyntaxError from a diagnostic.
#include "compiler/compile.hpp"

#include <algorithm>
#include <memory>

#include "bytecode/verifier.hpp"
#include "host/host.hpp"
#include "modules/host_services.hpp"
#include "objects/codecs.hpp"
#include "objects/containers.hpp"
#include "objects/exception.hpp"
#include "objects/number.hpp"
#include "objects/protocol.hpp"
#include "objects/str.hpp"
#include "syntax/parse.hpp"
#include "vm/interpreter.hpp"

namespace coil {

namespace {

/// Whether SyntaxError.text ends in a newline. A program's last line always does; that of an expression only when the text has it; a line before the one
/// where the parser gave up never does.
bool text_ends_line(const Diagnostic& error, std::string_view source, SourceMode mode) {
  if (error.stage == DiagnosticStage::Lexer) return false;
  const auto line_ends = std::count(source.begin(), source.end(), '\n');
  if (mode != SourceMode::Exec) return error.lineno <= line_ends;
  const bool last = error.lineno > line_ends - (source.ends_with('\n') ? 1 : 0);
  return last || !error.message.ends_with("was never closed");
}

}  // namespace

Error raise_diagnostic_reenter(Vm& vm, const Diagnostic& error, std::string_view source, SourceMode mode) {
  Exc exc = Exc::SyntaxError;
  if (error.category == DiagnosticCategory::IndentationError) exc = Exc::IndentationError;
  if (error.category == DiagnosticCategory::TabError) exc = Exc::TabError;
  COIL_TRY(Str* message, new_str(vm, error.message));
  if (error.lineno == 0) {
    COIL_TRY(Value unplaced, call_reenter(vm, vm.exception(exc), {message}));
    return raise_exception(vm, unplaced);
  }
  COIL_TRY(Str* filename, new_str(vm, error.filename));
  Value text = none();
  std::string line = error.text;
  const bool without_source = error.stage >= DiagnosticStage::Scopes;
  if (without_source) line = source_line(error.filename, static_cast<uint32_t>(error.lineno));
  if (mode != SourceMode::Exec && source.empty()) {
    // There is no line at all.
    COIL_TRY(Tuple* nowhere, make_tuple(vm, {filename, Value::small_int(0), Value::small_int(0), vm.empty_str, Value::small_int(0), Value::small_int(0)}));
    COIL_TRY(Value exception, call_reenter(vm, vm.exception(exc), {message, nowhere}));
    return raise_exception(vm, exception);
  }
  bool known = error.lineno > 0 && (!without_source || !line.empty());
  if (known) {
    if (text_ends_line(error, source, mode)) line += '\n';
    COIL_TRY(Bytes* bytes, new_bytes(vm, line.data(), line.size()));
    COIL_TRY(Str* decoded, decode_bytes(vm, {bytes->data, bytes->size}, "utf-8", "replace"));
    text = decoded;
  }
  const bool by_scopes = error.stage == DiagnosticStage::Scopes;
  Value end = error.end_offset < 0 && by_scopes ? none() : Value::small_int(error.end_offset);
  COIL_TRY(Tuple* place, make_tuple(vm, {filename, Value::small_int(error.lineno), Value::small_int(error.offset), text,
                                         Value::small_int(error.end_lineno), end}));
  COIL_TRY(Value exception, call_reenter(vm, vm.exception(exc), {message, place}));
  if (by_scopes) {
    COIL_TRY(Tuple* alone, make_tuple(vm, {message}));
    COIL_CHECK(set_attr_reenter(vm, exception, intern(vm, "args"), alone));
  }
  return raise_exception(vm, exception);
}

namespace {

int32_t node_line(const std::vector<int32_t>& places, int32_t line) {
  return line > 0 && static_cast<size_t>(line) <= places.size() ? std::abs(places[static_cast<size_t>(line) - 1]) : line;
}

/// Instructions of a syntax tree's text get the lines of its nodes.
void move_to_nodes(CodeUnit& unit, const std::vector<int32_t>& places) {
  auto move = [&](uint32_t& line) { line = static_cast<uint32_t>(node_line(places, static_cast<int32_t>(line))); };
  move(unit.first_line);
  for (Position& position : unit.positions) {
    if (position.line && position.line <= places.size() && places[position.line - 1] < 0) position.col = 0, position.end_col = 0xffff;
    move(position.line);
    move(position.end_line);
  }
  for (Const& constant : unit.consts) {
    if (auto* inner = std::get_if<std::shared_ptr<CodeUnit>>(&constant)) move_to_nodes(**inner, places);
  }
}

}  // namespace

std::shared_ptr<CodeUnit> compile_unit(const Source& source, SourceMode mode, const SourceOptions& options,
                                       DiagnosticSink& sink, int max_int_digits) {
  Arena arena;
  ParseOptions parse_options{.allow_top_level_await = options.allow_top_level_await,
                             .whole_input = !options.block_needs_end,
                             .is_one_statement = options.separate_namespace,
                             .max_int_digits = max_int_digits};
  CompileOptions compile_options{.separate_namespace = options.separate_namespace,
                                 .optimize = options.optimize < 0 ? g_program.optimize : options.optimize,
                                 .allow_top_level_await = options.allow_top_level_await,
                                 .future_annotations = options.future_annotations,
                                 .columns = g_program.debug_ranges};
  switch (mode) {
    case SourceMode::Exec: {
      ast::Module* tree = parse_module(source, arena, sink, parse_options);
      sink.set_stage(DiagnosticStage::Compiler);
      return tree ? compile_module(*tree, source.filename(), compile_options, sink) : nullptr;
    }
    case SourceMode::Eval: {
      ast::Expression* tree = parse_expression(source, arena, sink, parse_options);
      sink.set_stage(DiagnosticStage::Compiler);
      return tree ? compile_expression(*tree, source.filename(), compile_options, sink) : nullptr;
    }
    case SourceMode::Single: {
      ast::Interactive* tree = parse_interactive(source, arena, sink, parse_options);
      sink.set_stage(DiagnosticStage::Compiler);
      return tree ? compile_interactive(*tree, source.filename(), compile_options, sink) : nullptr;
    }
  }
  return nullptr;
}

namespace {

/// Sends a warning through the program's filters. One that they turn into an exception becomes a SyntaxError at its place.
Result<void> issue_warning_reenter(Vm& vm, const SourceWarning& warning, DiagnosticSink& sink, SourceMode mode) {
  Value module = dict_get_str(vm.modules, intern(vm, "warnings"));
  // Without filters of the program's own nobody sees these.
  if (!module && warning.category == SourceWarning::Deprecation && g_program.warn_options.empty()) return ok();
  if (!module) {
    COIL_TRY(module, import_absolute_reenter(vm, intern(vm, "warnings")));
  }
  Value category = vm.exception(warning.category == SourceWarning::Syntax ? Exc::SyntaxWarning : Exc::DeprecationWarning);
  COIL_TRY(Str* message, new_str(vm, warning.message));
  COIL_TRY(Str* filename, new_str(vm, sink.source().filename()));
  Result<Value> done = call_method_reenter(vm, module, intern(vm, "warn_explicit"),
                                           {message, category, filename, Value::small_int(warning.span.lineno)});
  if (done) return ok();
  if (!is_instance(vm.pending, category.as<Class>())) return Error{};
  clear_pending(vm);
  sink.clear();  // an error that was found later
  sink.set_stage(warning.stage);
  sink.syntax_error(warning.message, warning.span);
  return raise_diagnostic_reenter(vm, sink.error(), sink.source().text(), mode);
}

}  // namespace

Result<void> issue_warnings_reenter(Vm& vm, DiagnosticSink& sink, SourceMode mode) {
  for (const SourceWarning& warning : sink.warnings()) COIL_CHECK(issue_warning_reenter(vm, warning, sink, mode));
  return ok();
}

Result<std::shared_ptr<const Source>> decoded_source_reenter(Vm& vm, std::string_view text, std::string_view filename, SourceForm form) {
  auto source = std::make_shared<const Source>(std::string(filename), text, form);
  std::string encoding = is_decoded(form) ? "" : declared_encoding(text);
  bool is_file = form == SourceForm::File;
  if (encoding.empty() || (is_file && find_native_codec(encoding).codec != Codec::None)) return source;
  auto decode = [&]() -> Result<Bytes*> {
    if (source->encoding_problem().ends_with(" with BOM")) return raise(vm, Exc::SyntaxError, "%s", source->encoding_problem().c_str());
    COIL_TRY(Str* decoded, decode_bytes(vm, {reinterpret_cast<const uint8_t*>(text.data()), text.size()}, encoding, "strict"));
    return encode_str(vm, decoded, "utf-8", "strict");
  };
  Result<Bytes*> utf8 = decode();
  if (utf8) return std::make_shared<const Source>(std::string(filename), std::string_view(reinterpret_cast<const char*>((*utf8)->data), (*utf8)->size));
  if (!pending_matches(vm, Exc::LookupError) && !pending_matches(vm, Exc::SyntaxError) && !pending_matches(vm, Exc::ValueError)) return Error{};
  Value problem = clear_pending(vm);
  if (is_file) return source;
  COIL_TRY(Str* message, str_reenter(vm, problem));
  COIL_TRY(Str* name, new_str(vm, filename));
  COIL_TRY(Tuple* place, make_tuple(vm, {name, Value::small_int(0), Value::small_int(-1), none()}));
  COIL_TRY(Value exception, call_reenter(vm, vm.exception(Exc::SyntaxError), {message, place}));
  return raise_exception(vm, exception);
}

Result<Code*> compile_text_reenter(Vm& vm, std::string_view text, std::string_view filename, SourceMode mode,
                                   const SourceOptions& options) {
  COIL_TRY(std::shared_ptr<const Source> decoded, decoded_source_reenter(vm, text, filename, options.form));
  const Source& source = *decoded;
  DiagnosticSink sink(source);
  std::shared_ptr<CodeUnit> unit = compile_unit(source, mode, options, sink, vm.int_max_str_digits);
  if (!options.places.empty()) {
    sink.renumber([&](int32_t line) { return node_line(options.places, line); });
    if (unit) move_to_nodes(*unit, options.places);
  }
  COIL_CHECK(issue_warnings_reenter(vm, sink, mode));
  if (!unit) {
    Diagnostic error = sink.error();
    if (options.tells_incomplete && sink.stopped_at_end()) {
      error.category = DiagnosticCategory::SyntaxError;
      error.message = "incomplete input";
    }
    // The end of a text has no column unless a line ends there.
    if (options.block_needs_end && !error.message.starts_with("multiple statements") && error.offset > static_cast<int>(error.text.size())) error.offset = error.end_offset = 0;
    return raise_diagnostic_reenter(vm, error, source.text(), mode);
  }
  if (g_verify_units) {
    std::string problem = verify(*unit);
    if (!problem.empty()) return raise(vm, Exc::SystemError, "invalid bytecode: %s", problem.c_str());
  }
  return make_code(vm, std::move(unit));
}

}  // namespace coil
