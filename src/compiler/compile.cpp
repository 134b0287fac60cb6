// Ties scope analysis and code generation together, and looks at `from __future__` imports first.
#include "compiler/compile.hpp"

#include <array>
#include <algorithm>

#include "bytecode/verifier.hpp"
#include "compiler/codegen_internal.hpp"

namespace coil {

using namespace ast;

namespace {

constexpr std::array<std::string_view, 10> kFeatures = {
    "nested_scopes",  "generators",     "division",        "absolute_import", "with_statement",
    "print_function", "unicode_literals", "barry_as_FLUFL", "generator_stop",  "annotations",
};

void report_point(std::string message, const Span& span, int32_t first_column, DiagnosticSink& sink) {
  Diagnostic diagnostic;
  diagnostic.message = std::move(message);
  diagnostic.filename = sink.source().filename();
  diagnostic.lineno = diagnostic.end_lineno = span.lineno;
  diagnostic.offset = sink.source().column_in_characters(span.lineno, span.col_offset) + first_column;
  diagnostic.end_offset = -1;
  sink.report_raw(std::move(diagnostic));
}

/// Finds future imports; only a docstring and other future imports may come before them.
bool read_future_imports(List<Stmt*> body, bool& annotations, DiagnosticSink& sink) {
  bool allowed = true;
  bool first = true;
  int32_t last_line = 0;
  for (const Stmt* stmt : body) {
    const auto* import = try_as<ImportFrom>(stmt);
    const bool is_future = import != nullptr && import->level == 0 && import->has_module && import->module_ == "__future__";
    if (is_future) {
      if (!allowed) {
        const char* message = "from __future__ imports must occur at the beginning of the file";
        // On the line of another statement CPython counts the column from 0 and gives no end.
        if (stmt->span.lineno == last_line) {
          report_point(message, stmt->span, 0, sink);
        } else {
          sink.syntax_error(message, stmt->span);
        }
        return false;
      }
      for (const alias* item : import->names) {
        if (item->name == "annotations") annotations = true;
        if (item->name == "braces") {
          sink.set_stage(DiagnosticStage::Scopes);
          report_point("not a chance", stmt->span, 1, sink);
          return false;
        }
        if (std::find(kFeatures.begin(), kFeatures.end(), item->name) == kFeatures.end()) {
          sink.set_stage(DiagnosticStage::Scopes);
          report_point("future feature " + std::string(item->name) + " is not defined", stmt->span, 1, sink);
          return false;
        }
      }
    } else {
      const auto* expression = try_as<ExprStmt>(stmt);
      const auto* text = expression == nullptr ? nullptr : try_as<Constant>(static_cast<const Expr*>(expression->value));
      const bool docstring = first && text != nullptr && text->type == ConstantKind::Str;
      if (!docstring) allowed = false;
    }
    first = false;
    last_line = stmt->span.lineno;
  }
  return true;
}

std::shared_ptr<CodeUnit> checked(std::shared_ptr<CodeUnit> unit, DiagnosticSink& sink) {
  if (sink.has_error()) return nullptr;
#ifndef NDEBUG
  const std::string problem = verify(*unit);
  if (!problem.empty()) {
    sink.syntax_error("internal compiler error: " + problem, {1, 0, 1, 0});
    return nullptr;
  }
#endif
  return unit;
}

std::shared_ptr<CodeUnit> compile_body(List<Stmt*> body, bool top_level_await, bool interactive,
                                       std::string_view filename, CompileOptions options, DiagnosticSink& sink) {
  options.allow_top_level_await = options.allow_top_level_await || top_level_await;
  if (!read_future_imports(body, options.future_annotations, sink)) return nullptr;
  const std::unique_ptr<ScopeTree> scopes =
      analyze_scopes(body, nullptr, {options.future_annotations, options.allow_top_level_await}, sink);
  if (scopes == nullptr) return nullptr;
  CodeGen generator(*scopes, filename, options, sink);
  return checked(generator.run_module(body, interactive), sink);
}

}  // namespace

std::shared_ptr<CodeUnit> compile_module(const Module& module, std::string_view filename,
                                         const CompileOptions& options, DiagnosticSink& sink) {
  return compile_body(module.body, module.top_level_await, false, filename, options, sink);
}

std::shared_ptr<CodeUnit> compile_interactive(const Interactive& interactive, std::string_view filename,
                                              const CompileOptions& options, DiagnosticSink& sink) {
  return compile_body(interactive.body, interactive.top_level_await, true, filename, options, sink);
}

std::shared_ptr<CodeUnit> compile_expression(const Expression& expression, std::string_view filename,
                                             const CompileOptions& given, DiagnosticSink& sink) {
  CompileOptions options = given;
  options.allow_top_level_await = options.allow_top_level_await || expression.top_level_await;
  const std::unique_ptr<ScopeTree> scopes = analyze_scopes(
      {}, expression.body, {options.future_annotations, options.allow_top_level_await}, sink);
  if (scopes == nullptr) return nullptr;
  CodeGen generator(*scopes, filename, options, sink);
  return checked(generator.run_expression(expression.body), sink);
}

}  // namespace coil
