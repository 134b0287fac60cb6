// Expressions back to text, as ast.unparse writes them: for annotations under `from __future__ import annotations`.
#pragma once

#include <string>

#include "syntax/ast.hpp"

namespace coil {

std::string unparse(const ast::Expr& expr);

}  // namespace coil
