// Module _types: built-in types that are no globals, and the mark of types.coroutine. The rest of types is in stdlib/types.py.
#include <string>

#include "modules/introspection.hpp"
#include "modules/module.hpp"
#include "objects/containers.hpp"
#include "objects/str.hpp"
#include "vm/slow_paths.hpp"

namespace coil {

namespace {

NATIVE(types_mark_coroutine, "_mark_coroutine(function, /)",
       "Make generators of a generator function awaitable. True as well for coroutine functions; False for others.") {
  if (!args[0].is(Kind::Function)) return Value::boolean(false);
  Code* code = args[0].as<Function>()->code;
  if (code->flags & kCodeGenerator) code->iterable_coroutine = true;
  return Value::boolean((code->flags & (kCodeGenerator | kCodeCoroutine)) != 0);
}

/// What inspect asks of a function: 1 generator, 2 coroutine, 4 asynchronous generator, 8 marked by types.coroutine.
NATIVE(types_function_kind, "_function_kind(function, /)", "Bits that tell what calling the function makes.") {
  if (!args[0].is(Kind::Function)) return Value::small_int(0);
  Code* code = args[0].as<Function>()->code;
  int64_t kind = 0;
  if (code->flags & kCodeGenerator) kind |= 1;
  if (code->flags & kCodeCoroutine) kind |= 2;
  if (code->flags & kCodeAsyncGenerator) kind |= 4;
  if (code->iterable_coroutine) kind |= 8;
  return Value::small_int(kind);
}

NATIVE(types_is_iterable_coroutine, "_is_iterable_coroutine(generator, /)", "Whether the generator was made by a function marked by types.coroutine.") {
  return Value::boolean(args[0].is(Kind::Generator) && args[0].as<Generator>()->iterable_coroutine);
}

NATIVE(types_caller, "_caller(file, level, /)", "(file, line, function) of the frame that is `level` calls outside of a file, or the outermost; None when all are inside.") {
  if (!args[0].is(Kind::Str) || !args[1].is_small_int()) return raise_type_error(vm, "_caller() takes a str and an int");
  return caller_outside(vm, args[0].as<Str>(), args[1].small_int());
}

/// Without the pictures of all frames that sys._getframe() takes.
NATIVE(types_caller_module, "_caller_module(depth, /)", "The name of the module whose code is `depth` calls outside of the caller; None when there is none.") {
  if (!args[0].is_small_int()) return raise_type_error(vm, "_caller_module() takes an int");
  Dict* globals = globals_of_caller(vm, args[0].small_int());
  if (!globals) return none();
  Value name = dict_get_str(globals, vm.name(Name::name_));
  return name ? name : Value(intern(vm, "__main__"));
}

/// Classes live for ever, and so do these texts.
NATIVE(types_show_module, "_show_module(*classes)", "Messages about instances of the classes show the module too, as for types written in C++.") {
  auto* classes = args[0].as<Tuple>();
  for (size_t i = 0; i < classes->size; i++) {
    if (!classes->items[i].is(Kind::Class)) return raise_type_error(vm, "_show_module() takes classes");
    auto* cls = classes->items[i].as<Class>();
    Value module = dict_get_str(cls->dict, vm.name(Name::module_));
    if (!module || !module.is(Kind::Str) || cls->native_name) continue;
    auto* text = new std::string(str_utf8(module) + "." + str_utf8(cls->name));
    cls->native_name = text->c_str();
  }
  return none();
}

Result<void> init_types(Vm& vm, Dict* ns) {
  struct Row { const char* name; Kind kind; };
  static constexpr Row kRows[] = {
      {"AsyncGeneratorType", Kind::AsyncGenerator}, {"BuiltinFunctionType", Kind::Native}, {"BuiltinMethodType", Kind::Native},
      {"CellType", Kind::Box}, {"ClassMethodDescriptorType", Kind::ClassMethodDescriptor}, {"CodeType", Kind::Code},
      {"CoroutineType", Kind::Coroutine}, {"FunctionType", Kind::Function}, {"GeneratorType", Kind::Generator},
      {"GenericAlias", Kind::GenericAlias}, {"GetSetDescriptorType", Kind::GetSet}, {"MappingProxyType", Kind::MappingProxy},
      {"MemberDescriptorType", Kind::Member}, {"MethodDescriptorType", Kind::NativeMethod}, {"MethodType", Kind::Method},
      {"MethodWrapperType", Kind::MethodWrapper}, {"ModuleType", Kind::Module}, {"SimpleNamespace", Kind::SimpleNamespace},
      {"TracebackType", Kind::Traceback}, {"UnionType", Kind::UnionType}, {"WrapperDescriptorType", Kind::SlotWrapper}};
  for (const Row& row : kRows) COIL_CHECK(module_set(vm, ns, row.name, vm.type(row.kind)));
  return module_set(vm, ns, "FrameType", vm.type(Kind::Frame));
}

}  // namespace

MODULE(types_native, "_types", "Built-in types that are no globals.", init_types, FN(types_mark_coroutine), FN(types_function_kind), FN(types_is_iterable_coroutine), FN(types_show_module), FN(types_caller), FN(types_caller_module))

/// What calls of a typing.NewType do. A native one is quick, and tells wrong arguments as CPython does.
NATIVE(typing_identity, "_idfunc(x, /)", "The argument.") { return args[0]; }
MODULE(typing_native, "_typing", "The native part of typing.", nullptr, FN(typing_identity))

}  // namespace coil
