// Forward declarations of the syntax room, for headers that only pass pointers on.
#pragma once

namespace coil {

class Arena;
class DiagnosticSink;
class Source;
struct Diagnostic;

namespace ast {
struct Expr;
struct Expression;
struct Interactive;
struct Module;
struct Pattern;
struct Stmt;
}  // namespace ast

}  // namespace coil
