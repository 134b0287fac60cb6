// The tree as text, in the format of CPython's `ast.dump`. For `--dump=ast` and for tests.
#pragma once

#include "syntax/ast.hpp"

#include <string>

namespace coil {

struct DumpOptions {
  bool include_attributes = false;
};

std::string dump(const ast::Module& module, const DumpOptions& options = {});
std::string dump(const ast::Expression& expression, const DumpOptions& options = {});
std::string dump(const ast::Interactive& interactive, const DumpOptions& options = {});

}  // namespace coil
