// The entry points of the syntax room: source text in, AST out.
// The tree and its strings live in the arena and do not point into the source. On an error the result is
// null and the sink holds one diagnostic.
#pragma once

#include "base/arena.hpp"
#include "base/source.hpp"
#include "syntax/ast.hpp"
#include "syntax/diagnostics.hpp"

namespace coil {

struct ParseOptions {
  /// Carried to the tree (`ast::Module::top_level_await`): the parser accepts `await` anywhere, and the
  /// compiler rejects it outside functions unless this is set.
  bool allow_top_level_await = false;
  /// parse_interactive: no more lines will come, so a block ends without a blank line.
  bool whole_input = false;
  /// parse_interactive: as compile() has it and the prompt has not, an input without a statement is an error, and so is a block on a last line without an end.
  bool is_one_statement = false;
  /// Decimal digits that an integer may have; 0: any number.
  int max_int_digits = 4300;
};

/// A whole file ("exec").
ast::Module* parse_module(const Source& source, Arena& arena, DiagnosticSink& sink,
                          const ParseOptions& options = {});

/// One expression, possibly with blank space around it ("eval").
ast::Expression* parse_expression(const Source& source, Arena& arena, DiagnosticSink& sink,
                                  const ParseOptions& options = {});

/// One statement of a REPL ("single"). When the text ends too early, `sink.incomplete_input()` is true
/// beside the error: the REPL asks for another line and tries again with all lines. A compound
/// statement is complete when a blank line ends it.
ast::Interactive* parse_interactive(const Source& source, Arena& arena, DiagnosticSink& sink,
                                    const ParseOptions& options = {});

}  // namespace coil
