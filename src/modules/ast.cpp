// Module _ast: the parser for module ast, which has the classes of the nodes.
#include "modules/host_services.hpp"
#include "modules/support.hpp"

namespace coil {

namespace {

NATIVE(ast_parse, "parse(text, filename, mode, classes, /)",
       "The tree of a source text. `classes` maps names of nodes to classes, those of operators and contexts to objects.") {
  for (size_t i = 0; i < 3; i++) {
    if (!args[i].is(Kind::Str)) return raise_type_error(vm, "str expected, got %s", type_name(args[i]));
  }
  if (!args[3].is(Kind::Dict)) return raise_type_error(vm, "dict expected, got %s", type_name(args[3]));
  SourceMode mode = str_is(args[2].as<Str>(), "eval") ? SourceMode::Eval : str_is(args[2].as<Str>(), "single") ? SourceMode::Single : SourceMode::Exec;
  return syntax_tree_reenter(vm, str_utf8(args[0].as<Str>()), str_utf8(args[1].as<Str>()), mode, args[3].as<Dict>());
}

}  // namespace

MODULE(ast_native, "_ast", "The parser as module ast needs it.", nullptr, FN(ast_parse))

}  // namespace coil
