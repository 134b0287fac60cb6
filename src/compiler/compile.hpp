// The entry points of the compiler: AST in, code units out.
// Scope analysis is in scopes.hpp; the code generator is private to the room (codegen_internal.hpp).
#pragma once

#include <memory>
#include <string_view>

#include "bytecode/code.hpp"
#include "syntax/ast.hpp"
#include "syntax/diagnostics.hpp"

namespace coil {

struct CompileOptions {
  /// The unit's top-level names live in a namespace that need not be the globals (exec and eval with locals,
  /// compile()). When false, top-level code uses the faster global instructions.
  bool separate_namespace = false;
  /// Like python -O: no assert statements, `__debug__` is False; 2 also drops docstrings.
  int optimize = 0;
  /// `await` outside functions: the unit is a coroutine when it uses it. Set also by the AST's flag.
  bool allow_top_level_await = false;
  /// Treat annotations as text, as `from __future__ import annotations` does.
  bool future_annotations = false;
  /// Positions have columns, of which tracebacks make carets.
  bool columns = true;
};

/// All return null after reporting an error to the sink.
std::shared_ptr<CodeUnit> compile_module(const ast::Module& module, std::string_view filename,
                                         const CompileOptions& options, DiagnosticSink& sink);
/// The unit returns the expression's value.
std::shared_ptr<CodeUnit> compile_expression(const ast::Expression& expression, std::string_view filename,
                                             const CompileOptions& options, DiagnosticSink& sink);
/// Expression statements at the top level are printed through Intrinsic::PrintExpr.
std::shared_ptr<CodeUnit> compile_interactive(const ast::Interactive& interactive, std::string_view filename,
                                              const CompileOptions& options, DiagnosticSink& sink);

}  // namespace coil
