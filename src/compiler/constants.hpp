// Constant folding as CPython does it: numbers, tuples of constants, small strings, `not`. Division by zero, results that
// need big integers, and sizes beyond CPython's limits are left to run time.
#pragma once

#include <optional>

#include "bytecode/code.hpp"
#include "syntax/ast.hpp"

namespace coil {

/// The expression's value when it is a constant. `debug` is the value of `__debug__`.
std::optional<Const> fold(const ast::Expr* expr, bool debug);
Const literal(const ast::Constant& node);
bool const_truth(const Const& value);
/// int64 or double: what the instructions with a constant operand take.
bool is_small_number(const Const& value);

}  // namespace coil
