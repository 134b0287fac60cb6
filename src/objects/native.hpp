// Native functions: one C++ function plus one declaration with name, signature and docstring, from which argument binding, error
// messages and help() come.
//
//   NATIVE(list_append, "append(self, object, /)", "Append object to the end of the list.") {
//     ...                                       // Vm& vm, Args args in scope; args[0] is self
//     return none();
//   }
//   static const Method_ kListMethods[] = {METHOD(list_append), ...};   // last lines of the file: its table of contents
//
// Signature language: Python's. `/` ends positional-only, `*` starts keyword-only, `*args` (bound as Tuple), `**kwargs` (bound as Dict),
// `=` marks an optional parameter: absent ones are bound to nothing, whatever the default text says (it is for help()); write the
// default as Python would show it. A first parameter named `self` is the receiver and is checked to be an instance of the type;
// `cls` makes a class method; anything else a static function.
// Error wording follows CPython: all positional-only -> "f() takes exactly one argument (2 given)", "f expected at least 1 argument, got 0";
// with keywords -> "f() missing required argument 'x' (pos 1)", "f() takes at most 2 arguments (3 given)", "'x' is an invalid keyword argument for f()".
#pragma once

#include "objects/protocol.hpp"

namespace coil {

/// Bound arguments: one Value per parameter in signature order.
struct Args {
  Value* values;
  Value operator[](size_t i) const { return values[i]; }
  /// Whether an optional argument was given.
  bool has(size_t i) const { return !values[i].is_nothing(); }
  Value get(size_t i, Value fallback) const { return has(i) ? values[i] : fallback; }
};

using NativeFn = Result<Value> (*)(Vm&, Args);

enum NativeFlags : uint16_t {
  kNativeSelf = 1, kNativeCls = 2, kNativeVarArgs = 4, kNativeVarKw = 8, kNativeHasKeywords = 16 /* some parameter may be given by name */,
  kNativeFewParams = 32 /* at most kFewParams, none of them starred */,
};

constexpr size_t kFewParams = 8;

/// Static description, made at compile time from the signature text.
struct NativeSpec {
  NativeFn fn;
  const char* signature;
  const char* doc;
  uint16_t name_length;      // of the name at the start of `signature`
  uint16_t flags;
  uint8_t param_count;       // all parameters, *args and **kwargs included
  uint8_t min_args;          // required positional parameters (self included)
  uint8_t positional_count;  // parameters that may be given by position (self included)
  uint8_t posonly_count;

  /// Whether a call with so many positional arguments and no others only needs its optional parameters added.
  bool takes(size_t count) const { return flags & kNativeFewParams && fn && count >= min_args && count <= positional_count; }
};

/// Not constexpr: a call of it stops the compilation and shows the text.
void bad_signature(const char* why);

consteval NativeSpec parse_native(NativeFn fn, const char* signature, const char* doc) {
  NativeSpec spec{fn, signature, doc, 0, 0, 0, 0, 0, 0};
  const char* p = signature;
  while (*p && *p != '(') p++;
  spec.name_length = static_cast<uint16_t>(p - signature);
  if (!*p) bad_signature("signature without '('");
  p++;
  bool keyword_only = false, any_named = false, slash = false;
  while (*p && *p != ')') {
    while (*p == ' ' || *p == ',') p++;
    if (*p == ')') break;
    const char* start = p;
    int depth = 0;
    bool optional = false;
    char quote = 0;
    while (*p && (quote || depth || (*p != ',' && *p != ')'))) {
      if (quote) { if (*p == quote) quote = 0; }
      else if (*p == '\'' || *p == '"') quote = *p;
      else if (*p == '(' || *p == '[' || *p == '{' || *p == '<') depth++;
      else if ((*p == ')' || *p == ']' || *p == '}' || *p == '>') && depth) depth--;
      else if (*p == '=' && !depth) optional = true;
      p++;
    }
    auto is = [&](const char* text) {
      const char* q = start;
      while (*text && q < p && *q == *text) { q++; text++; }
      return !*text && (q == p || *q == ':' || *q == '=' || *q == ' ');
    };
    if (is("/")) { spec.posonly_count = spec.param_count; any_named = false; slash = true; continue; }
    if (is("*")) { keyword_only = true; continue; }
    if (start[0] == '*' && start[1] == '*') { spec.flags |= kNativeVarKw; spec.param_count++; continue; }
    if (start[0] == '*') { spec.flags |= kNativeVarArgs; keyword_only = true; spec.param_count++; continue; }
    if (spec.param_count == 0 && is("self")) spec.flags |= kNativeSelf;
    else if (spec.param_count == 0 && is("cls")) spec.flags |= kNativeCls;
    else any_named = true;
    spec.param_count++;
    if (!keyword_only) {
      spec.positional_count++;
      if (!optional) spec.min_args = spec.positional_count;
    }
  }
  (void)slash;
  if (spec.param_count <= kFewParams && !(spec.flags & (kNativeVarArgs | kNativeVarKw))) spec.flags |= kNativeFewParams;
  if (any_named) spec.flags |= kNativeHasKeywords;
  else if (!slash) spec.posonly_count = spec.positional_count;
  return spec;
}

#define NATIVE(function, signature, doc)                                                     \
  static ::coil::Result<::coil::Value> function(::coil::Vm& vm, ::coil::Args args);          \
  static constexpr ::coil::NativeSpec function##_spec =                                      \
      ::coil::parse_native(function, signature, doc);                                        \
  static ::coil::Result<::coil::Value> function([[maybe_unused]] ::coil::Vm& vm,             \
                                                [[maybe_unused]] ::coil::Args args)

/// A read-only or settable attribute computed by natives.
struct GetSetSpec {
  const char* name;
  Result<Value> (*get)(Vm&, Value self);
  Result<void> (*set)(Vm&, Value self, Value value_or_nothing);  // nullptr: read-only
  const char* doc;
};

/// Setter of attributes that are plain read-only fields.
inline Result<void> readonly_attribute(Vm& vm, Value, Value) { return raise(vm, Exc::AttributeError, "readonly attribute"); }

/// The native function object (also method descriptors; see types.def).
struct Native : Cell {
  const NativeSpec* spec;
  Class* owner;   // the class of a method descriptor, else nullptr
  Str* name;
  Value module;   // module name or nothing
  void* data;     // slot wrappers: what to call
};

struct GetSet : Cell {
  const GetSetSpec* spec;
  Class* owner;
};

/// __slots__ member: the slot's index in the attribute area.
struct Member : Cell {
  Class* owner;
  Str* name;
  uint32_t slot;
};

/// Everything a built-in type declares: called once at start-up for each type, in the order of types.def.
struct TypeSpec {
  Kind kind;
  const char* doc;
  std::initializer_list<const NativeSpec*> methods;
  std::initializer_list<const GetSetSpec*> getsets;
};
/// Fill dict of the built-in class from natives and give slots their wrappers (`__len__` for a filled len slot, ...).
/// Call after setting the class's slots.
void define_type(Vm&, const TypeSpec&);
/// The same for a class that is not in types.def (kept alive by the caller, e.g. in a module's namespace).
Class* new_native_class(Vm&, const char* name, const char* module, Class* base, Kind instance_kind, uint32_t instance_size, const char* doc);
/// Gives a class of new_native_class() a member, as a class with __slots__ has: the word of the attribute area behind the first one. Before define_class().
Result<void> add_native_member(Vm&, Class*, const char* name);
void define_class(Vm&, Class*, std::initializer_list<const NativeSpec*> methods, std::initializer_list<const GetSetSpec*> getsets);
void define_class(Vm&, Class*, const DeclaredMembers&);

/// Whether the callee's **kwargs may have keys that are no text, as those of str.format(); the mark is "any keys" behind its signature.
bool takes_any_keys(Value callee);

/// Binds and calls a Native (also method descriptors: args[0] is the receiver, already checked).
Result<Value> call_native_slow(Vm&, Native*, Value* args, size_t npos, Tuple* kwnames);
/// Calls a function that takes() so many arguments.
Result<Value> call_native_padded(Vm&, const NativeSpec*, const Value* args, size_t count);
inline Result<Value> call_native(Vm& vm, Native* native, Value* args, size_t npos, Tuple* kwnames) {
  const NativeSpec* spec = native->spec;
  if (!kwnames && spec->param_count == npos && spec->positional_count == npos && spec->fn) [[likely]] return spec->fn(vm, Args{args});
  if (!kwnames && spec->takes(npos)) return call_native_padded(vm, spec, args, npos);
  return call_native_slow(vm, native, args, npos, kwnames);
}

/// The same for a bound method, whose errors are named after the class of the receiver, args[0].
Result<Value> call_bound_native_slow(Vm&, Native*, Value* args, size_t npos, Tuple* kwnames);
inline Result<Value> call_bound_native(Vm& vm, Native* native, Value* args, size_t npos, Tuple* kwnames) {
  if (!kwnames && native->spec->takes(npos)) [[likely]] return call_native(vm, native, args, npos, kwnames);
  return call_bound_native_slow(vm, native, args, npos, kwnames);
}

/// A function object for a namespace.
Native* new_native(Vm&, const NativeSpec&, const char* module);
/// Adds functions to a module namespace under their signature names.
void define_functions(Vm&, Dict* ns, const char* module, std::initializer_list<const NativeSpec*> functions);

/// The receiver as T; the binder has checked the type.
template <class T> T* self_as(Args args) { return args[0].as<T>(); }

}  // namespace coil
