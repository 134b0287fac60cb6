// Native functions: definition of types and namespaces from specs, argument binding with CPython's messages, and the call slots of
// functions, method descriptors, bound natives and slot wrappers.
//
// A signature text is parsed at compile time for its counts only (native.hpp); names and kinds of parameters are read from it here, once, when a
// call needs them: keywords, *args, or an error message.
#include "objects/native.hpp"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/arena.hpp"
#include "objects/containers.hpp"
#include "objects/exception.hpp"
#include "objects/native_wording.hpp"
#include "objects/shape_internal.hpp"
#include "objects/slots.hpp"
#include "objects/str.hpp"

namespace coil {

namespace {

enum class ParamKind : uint8_t { PositionalOnly, Any, KeywordOnly, VarArgs, VarKw };

struct Param {
  std::string_view name;
  ParamKind kind;
  bool optional;
};

using Params = std::vector<Param>;

Params parse_params(const NativeSpec* spec) {
  Params params;
  std::string_view text(spec->signature);
  size_t at = spec->name_length + size_t{1};
  bool keyword_only = false;
  while (at < text.size() && text[at] != ')') {
    if (text[at] == ' ' || text[at] == ',') {
      at++;
      continue;
    }
    size_t start = at;
    int depth = 0;
    char quote = 0;
    bool optional = false;
    for (; at < text.size(); at++) {
      char c = text[at];
      if (quote) {
        if (c == quote) quote = 0;
      } else if (c == '\'' || c == '"') {
        quote = c;
      } else if (c == '(' || c == '[' || c == '{' || c == '<') {
        depth++;
      } else if (depth && (c == ')' || c == ']' || c == '}' || c == '>')) {
        depth--;
      } else if (!depth && (c == ',' || c == ')')) {
        break;
      } else if (!depth && c == '=') {
        optional = true;
      }
    }
    std::string_view param = text.substr(start, at - start);
    size_t name_end = param.find_first_of(":= ");
    std::string_view name = param.substr(0, name_end);
    if (name == "/") continue;
    if (name == "*") {
      keyword_only = true;
    } else if (name.substr(0, 2) == "**") {
      params.push_back({name.substr(2), ParamKind::VarKw, true});
    } else if (name[0] == '*') {
      params.push_back({name.substr(1), ParamKind::VarArgs, true});
      keyword_only = true;
    } else {
      ParamKind kind = keyword_only                            ? ParamKind::KeywordOnly
                       : params.size() < spec->posonly_count ? ParamKind::PositionalOnly
                                                             : ParamKind::Any;
      params.push_back({name, kind, optional});
    }
  }
  return params;
}

const Params& params_of(const NativeSpec* spec) {
  static std::unordered_map<const NativeSpec*, Params> parsed;
  auto [entry, fresh] = parsed.try_emplace(spec);
  if (fresh) entry->second = parse_params(spec);
  return entry->second;
}

std::string spec_name(const NativeSpec* spec) { return std::string(spec->signature, spec->name_length); }

/// "sorted()"; functions without a name (constructors, as CPython has them) are just `nameless`.
/// So are those that CPython parses the arguments of without telling a name, which have "nameless" behind their signature.
bool is_nameless(const NativeSpec* spec) { return !spec->name_length || std::string_view(spec->signature).ends_with(" nameless"); }

std::string call_label(const NativeSpec* spec, const char* nameless = "function") { return is_nameless(spec) ? nameless : spec_name(spec) + "()"; }

bool has_receiver(const NativeSpec* spec) { return spec->flags & (kNativeSelf | kNativeCls); }

/// Methods that CPython gives their arguments in a tuple, to count them themselves.
bool counts_itself(const NativeSpec* spec) {
  return spec->flags & kNativeVarArgs || (spec->min_args == 1 && std::string_view(spec->signature).find("=..., start") != std::string_view::npos);
}

/// "list.append()" and "math.sqrt()" but "len()"; methods of classes are named after the class they were called on, args[0], and so are those of private
/// bases. A bound method, told by its kind, is named after the receiver's class. Functions that CPython hands their arguments in a tuple go without their module; the mark is "in tuple" behind the signature.
std::string qualified_label(const Native* native, const Value* args) {
  std::string name = spec_name(native->spec);
  const bool is_of_classes = native->spec->flags & kNativeCls || native->kind == Kind::NativeBound || native->owner == type_of_kind(Kind::Class);
  if (has_receiver(native->spec) && is_of_classes && args[0].is(Kind::Class)) return str_utf8(args[0].as<Class>()->qualname) + "." + name + "()";
  if (native->kind == Kind::NativeBound) return counts_itself(native->spec) ? name + "()" : str_utf8(class_of(args[0])->qualname) + "." + name + "()";
  if (native->owner) {
    std::string owner = str_utf8(native->owner->qualname);
    return (owner.starts_with('_') && args[0] ? str_utf8(class_of(args[0])->qualname) : owner) + "." + name + "()";
  }
  const bool in_tuple = std::string_view(native->spec->signature).ends_with(" in tuple");
  if (native->module.is(Kind::Str) && !str_is(native->module.as<Str>(), "builtins") && !in_tuple) return str_utf8(native->module) + "." + name + "()";
  return name + "()";
}

const char* plural(size_t count) { return count == 1 ? "" : "s"; }

/// Functions that CPython lets count their own arguments word it their way: the mark is the word "counted" behind their signature; "counted nameless" when
/// they do not tell their names.
bool is_counted(const NativeSpec* spec) {
  std::string_view signature(spec->signature);
  return signature.ends_with(" counted") || signature.ends_with(" counted nameless");
}

Error raise_counted(Vm& vm, const NativeSpec* spec, size_t least, size_t most, size_t given) {
  size_t limit = given < least ? least : most;
  return raise_type_error(vm, "%s takes %s %zu argument%s (%zu given)", call_label(spec).c_str(),
                          least == most && !(spec->flags & kNativeVarArgs) ? "exactly" : given < least ? "at least" : "at most", limit, plural(limit), given);
}

/// Wrong number of positional arguments for a function without keyword parameters.
Error raise_count(Vm& vm, Native* native, const Value* args, size_t given) {
  const NativeSpec* spec = native->spec;
  size_t skip = has_receiver(spec) && given > 0 ? 1 : 0;
  size_t receiver = has_receiver(spec) ? 1 : 0;
  size_t least = spec->min_args - receiver, most = spec->positional_count - receiver;
  given -= skip;
  bool open_ended = spec->flags & kNativeVarArgs;
  if (is_counted(spec)) return raise_counted(vm, spec, least, most, given);
  if (!open_ended && least == 0 && most == 0) {
    return raise_type_error(vm, "%s takes no arguments (%zu given)", qualified_label(native, args).c_str(), given);
  }
  const bool constructs = spec->flags & kNativeCls && native->kind == Kind::Native;
  if (!open_ended && least == 1 && most == 1 && !constructs) {
    return raise_type_error(vm, "%s takes exactly one argument (%zu given)", qualified_label(native, args).c_str(), given);
  }
  std::string name = is_nameless(spec) ? "" : spec_name(spec);
  if (least == most && !open_ended) {
    return raise_type_error(vm, "%s expected %zu argument%s, got %zu", name.c_str(), least, plural(least), given);
  }
  if (given < least) return raise_type_error(vm, "%s expected at least %zu argument%s, got %zu", name.c_str(), least, plural(least), given);
  if (counts_itself(spec)) {
    return raise_type_error(vm, "%s() takes at most %zu arguments (%zu given)", name.c_str(), most, given);
  }
  return raise_type_error(vm, "%s expected at most %zu argument%s, got %zu", name.c_str(), most, plural(most), given);
}

/// CPython words it in another way where it parses a format with a `|`; the mark is "by format" behind the signature.
bool takes_by_format(const NativeSpec* spec) { return std::string_view(spec->signature).ends_with(" by format"); }

bool has_any_keys(const NativeSpec* spec) { return std::string_view(spec->signature).ends_with(" any keys"); }

/// Too many positional arguments for a function with keyword parameters.
Error raise_too_many(Vm& vm, const NativeSpec* spec, size_t npos, size_t nkw) {
  size_t receiver = has_receiver(spec) ? 1 : 0;
  size_t all = spec->param_count - receiver, most = spec->positional_count - receiver, given = npos - receiver;
  size_t least = spec->min_args - receiver;
  std::string name = call_label(spec);
  if (given + nkw > all) {
    return raise_type_error(vm, "%s takes at most %zu %sargument%s (%zu given)", name.c_str(), all, given == 0 ? "keyword " : "",
                            plural(all), given + nkw);
  }
  if (most == 0) return raise_type_error(vm, "%s takes no positional arguments", name.c_str());
  return raise_type_error(vm, "%s takes %s %zu positional argument%s (%zu given)", name.c_str(),
                          least < most || takes_by_format(spec) ? "at most" : "exactly", most, plural(most), given);
}

/// False when there is no such parameter behind the receiver's. `twice` becomes the first parameter that has an argument already.
Result<bool> bind_keyword(Vm& vm, const Params& params, size_t receiver, Value* bound, Dict* rest, Str* keyword, Value value, size_t* twice) {
  for (size_t i = receiver; i < params.size(); i++) {
    if (params[i].kind != ParamKind::Any && params[i].kind != ParamKind::KeywordOnly) continue;
    if (!str_is(keyword, params[i].name)) continue;
    if (bound[i]) *twice = std::min(*twice, i);
    else bound[i] = value;
    return true;
  }
  if (!rest) return false;
  COIL_CHECK(dict_set_str(vm, rest, keyword, value));
  return true;
}

Result<void> bind_arguments(Vm& vm, Native* native, const Params& params, Value* args, size_t npos, Tuple* kwnames, Value* bound) {
  const NativeSpec* spec = native->spec;
  size_t nkw = kwnames ? kwnames->size : 0;
  for (size_t i = 0; i < spec->param_count; i++) bound[i] = Value();
  bool keywords_allowed = spec->flags & (kNativeHasKeywords | kNativeVarKw);
  if (nkw && !keywords_allowed) {
    return raise_type_error(vm, "%s takes no keyword arguments", is_counted(spec) ? call_label(spec).c_str() : qualified_label(native, args).c_str());
  }
  bool open_ended = spec->flags & (kNativeVarArgs | kNativeVarKw);
  if (nkw && !open_ended && npos + nkw > spec->param_count) return raise_too_many(vm, spec, npos, nkw);
  size_t positional = npos < spec->positional_count ? npos : spec->positional_count;
  for (size_t i = 0; i < positional; i++) bound[i] = args[i];
  Dict* rest = nullptr;
  for (size_t i = 0; i < params.size(); i++) {
    if (params[i].kind == ParamKind::VarArgs) {
      COIL_TRY(Tuple* extra, new_tuple_from(vm, args + positional, npos - positional));
      bound[i] = extra;
    } else if (params[i].kind == ParamKind::VarKw) {
      COIL_TRY(rest, new_dict(vm));
      bound[i] = rest;
    }
  }
  if (npos > spec->positional_count && !(spec->flags & kNativeVarArgs)) {
    if (!(spec->flags & kNativeHasKeywords)) return raise_count(vm, native, args, npos);
    return raise_too_many(vm, spec, npos, nkw);
  }
  size_t receiver = has_receiver(spec) ? 1 : 0;
  // Reported only when nothing is missing:
  Str* unknown = nullptr;
  size_t twice = params.size();
  for (size_t i = 0; i < nkw; i++) {
    if (!kwnames->items[i].is(Kind::Str)) {
      if (!has_any_keys(spec)) return raise_type_error(vm, "keywords must be strings");
      COIL_CHECK(dict_set_reenter(vm, rest, kwnames->items[i], args[npos + i]));
      continue;
    }
    Str* keyword = kwnames->items[i].as<Str>();
    COIL_TRY(bool known, bind_keyword(vm, params, receiver, bound, rest, keyword, args[npos + i], &twice));
    if (!known && !unknown) unknown = keyword;
  }
  for (size_t i = receiver; i < params.size(); i++) {
    if (bound[i] || params[i].optional) continue;
    if (!(spec->flags & kNativeHasKeywords)) return raise_count(vm, native, args, npos);
    if (params[i].kind == ParamKind::PositionalOnly) {
      size_t least = 0;
      for (size_t k = receiver; k < params.size(); k++) least += params[k].kind == ParamKind::PositionalOnly && !params[k].optional;
      bool exact = least + receiver == spec->positional_count && !(spec->flags & kNativeVarArgs);
      return raise_type_error(vm, "%s takes %s %zu positional argument%s (%zu given)", call_label(spec).c_str(),
                              exact ? "exactly" : "at least", least, plural(least), npos - receiver);
    }
    return raise_type_error(vm, "%s missing required argument '%s' (pos %zu)", call_label(spec).c_str(),
                            std::string(params[i].name).c_str(), i + 1 - receiver);
  }
  if (twice < params.size()) {
    return raise_type_error(vm, "argument for %s() given by name ('%s') and position (%zu)", spec_name(spec).c_str(),
                            std::string(params[twice].name).c_str(), twice + 1 - receiver);
  }
  if (unknown && !(spec->flags & kNativeHasKeywords)) {
    return raise_type_error(vm, "%s takes no keyword arguments", qualified_label(native, bound).c_str());
  }
  if (unknown && is_counted(spec) && (spec->flags & kNativeVarArgs) && npos == 0) {
    return raise_type_error(vm, "%s expected at least 1 argument, got 0", spec_name(spec).c_str());
  }
  if (unknown) {
    return raise_type_error(vm, "'%s' is an invalid keyword argument for %s", str_utf8(unknown).c_str(),
                            call_label(spec, "this function").c_str());
  }
  return ok();
}

/// Natives that CPython has in the language: their messages are those of such functions. Methods say so with "in language" behind their signature, but
/// those of loops and the functions of asyncio need not.
bool is_in_language(Vm& vm, const Native* native) {
  if (std::string_view(native->spec->signature).ends_with(" in language")) return true;
  if (native->owner) return native->owner == vm.type(Kind::EventLoop) || native->owner->flags & kClassOpen;
  return native->module.is(Kind::Str) && str_utf8(native->module).starts_with("asyncio.");
}

/// What is wrong with a call, as functions of the language tell it. Parameters that follow *args are all optional.
Error raise_like_function(Vm& vm, const Native* native, const Params& params, size_t npos, Tuple* kwnames) {
  const NativeSpec* spec = native->spec;
  std::string owner = native->owner == vm.type(Kind::EventLoop) ? "BaseEventLoop." : native->owner ? str_utf8(native->owner->qualname) + "." : "";
  std::string label = owner + spec_name(spec) + "()";
  std::vector<bool> given(params.size());
  for (size_t i = 0; i < npos && i < spec->positional_count; i++) given[i] = true;
  for (size_t k = 0; kwnames && k < kwnames->size; k++) {
    std::string keyword = str_utf8(kwnames->items[k].as<Str>());
    auto named = [&](const Param& param) { return param.name == keyword && param.kind != ParamKind::VarArgs; };
    size_t at = static_cast<size_t>(std::find_if(params.begin(), params.end(), named) - params.begin());
    if (at == params.size()) return raise_text(vm, Exc::TypeError, label + " got an unexpected keyword argument '" + keyword + "'");
    if (given[at]) return raise_text(vm, Exc::TypeError, label + " got multiple values for argument '" + keyword + "'");
    given[at] = true;
  }
  size_t most = spec->positional_count;
  if (npos > most && !(spec->flags & kNativeVarArgs)) {
    std::string takes = spec->min_args < most ? "from " + std::to_string(spec->min_args) + " to " + std::to_string(most) : std::to_string(most);
    bool one = most == 1 && spec->min_args == most;
    return raise_text(vm, Exc::TypeError, label + " takes " + takes + " positional argument" + (one ? "" : "s") + " but " +
                                              std::to_string(npos) + (npos == 1 ? " was" : " were") + " given");
  }
  std::vector<std::string> missing;
  for (size_t i = 0; i < spec->min_args; i++) {
    if (!given[i]) missing.emplace_back(params[i].name);
  }
  return raise_text(vm, Exc::TypeError, label + " missing " + std::to_string(missing.size()) + " required positional argument" +
                                            plural(missing.size()) + ": " + quoted_names(missing));
}

/// Everything that the short way of call_native_slow leaves: keywords, *args, errors. Inline, so that its array is that of the caller on the stack:
/// both lie there while the function runs.
[[gnu::always_inline]] inline Result<Value> bind_and_call(Vm& vm, Native* native, const Params& params, Value* args, size_t npos, Tuple* kwnames) {
  ValueRoom<256> bound;
  if (bind_arguments(vm, native, params, args, npos, kwnames, bound)) [[likely]] return native->spec->fn(vm, Args{bound});
  if (!is_in_language(vm, native) || !pending_matches(vm, Exc::TypeError)) return Error{};
  clear_pending(vm);
  return raise_like_function(vm, native, params, npos, kwnames);
}

}  // namespace

std::string quoted_names(const std::vector<std::string>& names) {
  std::string text;
  for (size_t i = 0; i < names.size(); i++) {
    if (i > 0) text += names.size() == 2 ? " and " : (i + 1 == names.size() ? ", and " : ", ");
    text += "'" + names[i] + "'";
  }
  return text;
}

bool takes_any_keys(Value callee) {
  if (callee.is(Kind::NativeBound)) callee = callee.as<Method>()->function;
  return callee.is(Kind::NativeMethod) && has_any_keys(callee.as<Native>()->spec);
}

Result<Value> call_native_padded(Vm& vm, const NativeSpec* spec, const Value* args, size_t count) {
  Value bound[kFewParams]{};  // all of it: gc.collect() comes this way, and must not find stale words here
  for (size_t i = 0; i < count; i++) bound[i] = args[i];
  return spec->fn(vm, Args{bound});
}

Result<Value> call_native_slow(Vm& vm, Native* native, Value* args, size_t npos, Tuple* kwnames) {
  const NativeSpec* spec = native->spec;
  if (!spec->fn) return call_new_native(vm, native, args, npos, kwnames);
  bool plain = !(kwnames && kwnames->size) && !(spec->flags & (kNativeVarArgs | kNativeVarKw)) && npos >= spec->min_args &&
               npos <= spec->positional_count;
  if (plain && spec->param_count == spec->positional_count) {
    ValueRoom<256> bound;
    for (size_t i = 0; i < npos; i++) bound[i] = args[i];
    for (size_t i = npos; i < spec->param_count; i++) bound[i] = Value();
    return spec->fn(vm, Args{bound});
  }
  bool only_varargs = (spec->flags & (kNativeVarArgs | kNativeVarKw)) == kNativeVarArgs && spec->param_count == spec->positional_count + 1;
  if (only_varargs && !(kwnames && kwnames->size) && npos >= spec->positional_count && spec->positional_count < 8) {
    ValueRoom<8> bound;
    size_t positional = spec->positional_count;
    for (size_t i = 0; i < positional; i++) bound[i] = args[i];
    if (npos == positional) {
      bound[positional] = vm.empty_tuple;
    } else {
      COIL_TRY(Tuple* rest, new_tuple_from(vm, args + positional, npos - positional));
      bound[positional] = rest;
    }
    return spec->fn(vm, Args{bound});
  }
  return bind_and_call(vm, native, params_of(spec), args, npos, kwnames);
}

Result<Value> call_bound_native_slow(Vm& vm, Native* native, Value* args, size_t npos, Tuple* kwnames) {
  if (!native->owner) return call_native(vm, native, args, npos, kwnames);
  Native bound = *native;  // for the wording of errors; `native` keeps what it refers to
  bound.kind = Kind::NativeBound;
  return call_native_slow(vm, &bound, args, npos, kwnames);
}

Result<void> check_fit(Vm& vm, const NativeSpec& spec, Str* owner, Value* args, size_t npos, Tuple* kwnames) {
  Native native{};
  native.spec = &spec;
  if (owner) native.module = owner;
  ValueRoom<256> bound;
  return bind_arguments(vm, &native, parse_params(&spec), args, npos, kwnames, bound);
}

// -- call slots

static Result<Value> native_bound_call(Vm& vm, Value self, Value* args, size_t npos, Tuple* kwnames) {
  auto* method = self.as<Method>();
  auto* native = method->function.as<Native>();
  return with_first_argument(vm, method->self, args, npos, kwnames, [&](Value* all) { return call_bound_native(vm, native, all, npos + 1, kwnames); });
}

/// Of a native function or a bound native method.
static Result<Value> native_call(Vm& vm, Value self, Value* args, size_t npos, Tuple* kwnames) {
  COIL_GUARD(vm, " while calling a Python object");
  if (self.is(Kind::NativeBound)) return native_bound_call(vm, self, args, npos, kwnames);
  return call_native(vm, self.as<Native>(), args, npos, kwnames);
}

static Result<void> check_receiver(Vm& vm, Native* native, const Value* args, size_t npos) {
  std::string name = str_utf8(native->name);
  const char* owner = class_name(native->owner);
  bool wrapper = native->kind == Kind::SlotWrapper && !is_method_in_cpython(native);
  if (npos == 0) {
    if (wrapper) return raise_type_error(vm, "descriptor '%s' of '%s' object needs an argument", name.c_str(), owner);
    return raise_type_error(vm, "unbound method %s.%s() needs an argument", str_utf8(native->owner->qualname).c_str(), name.c_str());
  }
  if (is_instance(args[0], native->owner)) return ok();
  if (wrapper) {
    return raise_type_error(vm, "descriptor '%s' requires a '%s' object but received a '%s'", name.c_str(), owner, type_name(args[0]));
  }
  return raise_type_error(vm, "descriptor '%s' for '%s' objects doesn't apply to a '%s' object", name.c_str(), owner, type_name(args[0]));
}

static Result<Value> native_method_call(Vm& vm, Value self, Value* args, size_t npos, Tuple* kwnames) {
  COIL_GUARD(vm, " while calling a Python object");
  auto* native = self.as<Native>();
  COIL_CHECK(check_receiver(vm, native, args, npos));
  return call_native(vm, native, args, npos, kwnames);
}

static Result<Value> slot_wrapper_call(Vm& vm, Value self, Value* args, size_t npos, Tuple* kwnames) {
  COIL_GUARD(vm, " while calling a Python object");
  auto* native = self.as<Native>();
  COIL_CHECK(check_receiver(vm, native, args, npos));
  return call_slot_wrapper(vm, native, args[0], args + 1, npos - 1, kwnames);
}

static Result<Value> method_wrapper_call(Vm& vm, Value self, Value* args, size_t npos, Tuple* kwnames) {
  COIL_GUARD(vm, " while calling a Python object");
  auto* method = self.as<Method>();
  return call_slot_wrapper(vm, method->function.as<Native>(), method->self, args, npos, kwnames);
}

static Result<Value> class_method_descriptor_call(Vm& vm, Value self, Value* args, size_t npos, Tuple* kwnames) {
  auto* native = self.as<Native>();
  if (npos == 0) return raise_type_error(vm, "descriptor '%s' of '%s' object needs an argument", str_utf8(native->name).c_str(), class_name(native->owner));
  if (!args[0].is(Kind::Class)) {
    return raise_type_error(vm, "descriptor '%s' for type '%s' needs a type, not a '%s' as arg 2", str_utf8(native->name).c_str(),
                            class_name(native->owner), type_name(args[0]));
  }
  if (!is_subclass(args[0].as<Class>(), native->owner)) {
    return raise_type_error(vm, "descriptor '%s' requires a subtype of '%s' but received '%s'", str_utf8(native->name).c_str(),
                            class_name(native->owner), class_name(args[0].as<Class>()));
  }
  return call_native(vm, native, args, npos, kwnames);
}

// -- binding to instances

static Result<Value> new_bound(Vm& vm, Kind kind, Value function, Value self) {
  COIL_TRY(Method* method, alloc<Method>(vm, kind));
  method->function = function;
  method->self = self;
  return Value(method);
}

static Result<Value> native_method_get(Vm& vm, Value self, Value instance, Value) {
  if (!instance) return self;
  auto* native = self.as<Native>();
  if (!is_instance(instance, native->owner)) {
    return raise_type_error(vm, "descriptor '%s' for '%s' objects doesn't apply to a '%s' object", str_utf8(native->name).c_str(),
                            class_name(native->owner), type_name(instance));
  }
  return new_bound(vm, native->kind == Kind::SlotWrapper ? Kind::MethodWrapper : Kind::NativeBound, self, instance);
}

static Result<Value> class_method_descriptor_get(Vm& vm, Value self, Value instance, Value owner) {
  if (!owner) owner = class_of(instance);
  auto* native = self.as<Native>();
  if (!owner.is(Kind::Class) || !is_subclass(owner.as<Class>(), native->owner)) {
    return raise_type_error(vm, "descriptor '%s' requires a subtype of '%s' but received '%s'", str_utf8(native->name).c_str(),
                            class_name(native->owner), owner.is(Kind::Class) ? class_name(owner.as<Class>()) : type_name(owner));
  }
  return new_bound(vm, Kind::NativeBound, self, owner);
}

static Result<Value> getset_get(Vm& vm, Value self, Value instance, Value) {
  if (!instance) return self;
  auto* getset = self.as<GetSet>();
  if (!is_instance(instance, getset->owner)) {
    return raise_type_error(vm, "descriptor '%s' for '%s' objects doesn't apply to a '%s' object", getset->spec->name,
                            class_name(getset->owner), type_name(instance));
  }
  return getset->spec->get(vm, instance);
}

/// What CPython declares as a plain member of the C structure says so when somebody assigns to it.
static bool is_plain_member(const GetSet* getset) {
  std::string_view name = getset->spec->name;
  if (name.starts_with("co_")) return true;
  if (name == "real" || name == "imag") return getset->owner == type_of_kind(Kind::Complex);
  if (name == "__dict__") return getset->owner == type_of_kind(Kind::Module);
  if (name == "name") return std::string_view(class_name(getset->owner)).ends_with("ContextVar");
  if (name == "days" || name == "seconds" || name == "microseconds") return std::string_view(class_name(getset->owner)).ends_with("timedelta");
  // Fields of a tuple with named items.
  if (is_subclass(getset->owner, type_of_kind(Kind::Tuple))) return true;
  if (name == "name") return class_name(getset->owner) == std::string_view("_contextvars.ContextVar");
  if (name == "__self__") return getset->owner != type_of_kind(Kind::Native);
  for (std::string_view member : {"__mro__", "__base__", "__basicsize__", "__itemsize__", "__dictoffset__", "__weakrefoffset__", "__flags__", "__closure__", "__globals__", "__builtins__", "start", "stop", "step",
                                  "fget", "fset", "fdel", "__func__", "gi_code", "cr_code", "ag_code", "exceptions", "message", "__self_class__",
                                  "__thisclass__", "__objclass__", "func", "args", "keywords", "pattern", "flags", "groups", "string", "re", "pos", "endpos",
                                  "buffer", "encoding", "line_buffering", "write_through", "cr_origin", "ag_running", "__origin__", "__args__", "tb_frame", "eof", "unused_data", "unconsumed_tail"}) {
    if (name == member) return true;
  }
  return false;
}

static Result<void> getset_set(Vm& vm, Value self, Value instance, Value value) {
  auto* getset = self.as<GetSet>();
  if (!is_instance(instance, getset->owner)) {
    return raise_type_error(vm, "descriptor '%s' for '%s' objects doesn't apply to a '%s' object", getset->spec->name,
                            class_name(getset->owner), type_name(instance));
  }
  if (!getset->spec->set && is_plain_member(getset)) return raise(vm, Exc::AttributeError, "readonly attribute");
  if (!getset->spec->set) {
    return raise(vm, Exc::AttributeError, "attribute '%s' of '%s' objects is not writable", getset->spec->name, class_name(getset->owner));
  }
  return getset->spec->set(vm, instance, value);
}

static Result<void> check_member(Vm& vm, Member* member, Value instance) {
  if (is_instance(instance, member->owner)) return ok();
  return raise_type_error(vm, "descriptor '%s' for '%s' objects doesn't apply to a '%s' object", str_utf8(member->name).c_str(),
                          class_name(member->owner), type_name(instance));
}

static Result<Value> member_get(Vm& vm, Value self, Value instance, Value) {
  if (!instance) return self;
  auto* member = self.as<Member>();
  COIL_CHECK(check_member(vm, member, instance));
  Value value = *member_slot(instance.cell(), member->slot);
  if (!value) return raise_attribute_error(vm, instance, member->name);
  return value;
}

static Result<void> member_set(Vm& vm, Value self, Value instance, Value value) {
  auto* member = self.as<Member>();
  COIL_CHECK(check_member(vm, member, instance));
  Value* slot = member_slot(instance.cell(), member->slot);
  if (!value && !*slot) return raise_text(vm, Exc::AttributeError, str_utf8(member->name));
  store(instance.cell(), *slot, value);
  return ok();
}

// -- tracing

static void trace_native(Cell* cell, Marker& marker) {
  auto* native = static_cast<Native*>(cell);
  marker.cell(native->owner);
  marker.cell(native->name);
  marker.value(native->module);
}

static void trace_method(Cell* cell, Marker& marker) {
  auto* method = static_cast<Method*>(cell);
  marker.value(method->function);
  marker.value(method->self);
}

static void trace_getset(Cell* cell, Marker& marker) { marker.cell(static_cast<GetSet*>(cell)->owner); }

static void trace_member(Cell* cell, Marker& marker) {
  marker.cell(static_cast<Member*>(cell)->owner);
  marker.cell(static_cast<Member*>(cell)->name);
}

void setup_native_slots(Vm& vm) {
  vm.type(Kind::Native)->slots.call = native_call;
  vm.type(Kind::NativeMethod)->slots.call = native_method_call;
  vm.type(Kind::NativeMethod)->slots.descr_get = native_method_get;
  vm.type(Kind::SlotWrapper)->slots.call = slot_wrapper_call;
  vm.type(Kind::SlotWrapper)->slots.descr_get = native_method_get;
  vm.type(Kind::MethodWrapper)->slots.call = method_wrapper_call;
  vm.type(Kind::ClassMethodDescriptor)->slots.call = class_method_descriptor_call;
  vm.type(Kind::ClassMethodDescriptor)->slots.descr_get = class_method_descriptor_get;
  vm.type(Kind::GetSet)->slots.descr_get = getset_get;
  vm.type(Kind::GetSet)->slots.descr_set = getset_set;
  vm.type(Kind::Member)->slots.descr_get = member_get;
  vm.type(Kind::Member)->slots.descr_set = member_set;
  for (Kind kind : {Kind::Native, Kind::NativeMethod, Kind::SlotWrapper, Kind::ClassMethodDescriptor}) g_heap.set_type(kind, trace_native, nullptr);
  for (Kind kind : {Kind::MethodWrapper, Kind::NativeBound, Kind::Method}) g_heap.set_type(kind, trace_method, nullptr);
  g_heap.set_type(Kind::GetSet, trace_getset, nullptr);
  g_heap.set_type(Kind::Member, trace_member, nullptr);
}

// -- definition

bool g_types_complete = false;

Native* new_native(Vm& vm, const NativeSpec& spec, const char* module) {
  Result<Native*> native = alloc<Native>(vm, Kind::Native);
  if (!native) return nullptr;
  (*native)->spec = &spec;
  (*native)->name = intern(vm, std::string_view(spec.signature, spec.name_length));
  if (module) store(*native, (*native)->module, Value(intern(vm, module)));
  return *native;
}

void define_functions(Vm& vm, Dict* ns, const char* module, std::initializer_list<const NativeSpec*> functions) {
  for (const NativeSpec* spec : functions) {
    Native* native = new_native(vm, *spec, module);
    if (!native) return;
    (void)!dict_set_str(vm, ns, native->name, native);
  }
}

namespace {

[[noreturn]] void no_memory_for_types() {
  std::fputs("coil: out of memory\n", stderr);
  std::_Exit(1);
}

template <class T>
T* need(Result<T*> made) {
  if (!made) no_memory_for_types();
  return *made;
}

void put_member(Vm& vm, Dict* dict, Str* name, Value value) {
  if (!dict_set_str(vm, dict, name, value)) no_memory_for_types();
}

void make_members(Vm& vm, Class* cls, Dict* dict, const DeclaredMembers& declared) {
  for (const NativeSpec* spec : declared.methods) {
    Kind kind = spec->flags & kNativeSelf ? Kind::NativeMethod : spec->flags & kNativeCls ? Kind::ClassMethodDescriptor : Kind::Native;
    Native* native = need(alloc<Native>(vm, kind));
    native->spec = spec;
    native->owner = cls;
    native->name = intern(vm, std::string_view(spec->signature, spec->name_length));
    Value entry = native;
    if (kind == Kind::Native) {
      auto* wrapped = need(alloc<WrappedFunction>(vm, Kind::StaticMethod));
      wrapped->function = entry;
      entry = wrapped;
    }
    put_member(vm, dict, native->name, entry);
  }
  for (const GetSetSpec* spec : declared.getsets) {
    GetSet* getset = need(alloc<GetSet>(vm, Kind::GetSet));
    getset->spec = spec;
    getset->owner = cls;
    put_member(vm, dict, intern(vm, spec->name), getset);
  }
  if (declared.others && !declared.others(vm, cls, dict)) no_memory_for_types();
}

/// What follows from the slots and the declaration of the class itself.
void make_derived_members(Vm& vm, Class* cls, Dict* dict) {
  add_slot_wrappers(vm, cls);
  if (dict_get_str(dict, vm.name(Name::doc_))) return;
  put_member(vm, dict, vm.name(Name::doc_), cls->doc ? Value(need(new_str(vm, cls->doc))) : none());
}

Arena g_declarations;  // for the life of the process

}  // namespace

void ClassDict::set(Class* owner, Dict* dict) { store(owner, dict_, dict); }

void ClassDict::declare(Class* owner, const DeclaredMembers& members) {
  owner_ = owner;
  auto* more = g_declarations.make<DeclaredMembers>(g_declarations.copy(members.methods.data(), members.methods.size()),
                                                    g_declarations.copy(members.getsets.data(), members.getsets.size()), members.others, nullptr);
  (declared_ ? last_->next : declared_) = more;
  last_ = more;
}

Dict* ClassDict::complete() const {
  Vm& vm = g_vm;
  Heap::Exemption exemption;
  Dict* dict = need(new_dict(vm));
  store(owner_, dict_, dict);  // from here on the namespace can be read, as make_derived_members does
  size_t members = 1;  // __doc__
  for (const DeclaredMembers* declared = declared_; declared; declared = declared->next) members += declared->methods.size() + declared->getsets.size();
  if (!dict_reserve(vm, dict, members)) no_memory_for_types();
  for (const DeclaredMembers* declared = declared_; declared; declared = declared->next) make_members(vm, owner_, dict, *declared);
  make_derived_members(vm, owner_, dict);
  return dict;
}

void define_class(Vm& vm, Class* cls, const DeclaredMembers& members) {
  if (g_types_complete) inherit_slots(cls);
  Dict* dict = cls->dict.raw();
  if (!dict) return cls->dict.declare(cls, members);
  Heap::Exemption exemption;
  make_members(vm, cls, dict, members);
  make_derived_members(vm, cls, dict);
  class_modified(vm, cls, nullptr);
}

void define_class(Vm& vm, Class* cls, std::initializer_list<const NativeSpec*> methods, std::initializer_list<const GetSetSpec*> getsets) {
  define_class(vm, cls, {{methods.begin(), methods.size()}, {getsets.begin(), getsets.size()}, nullptr, nullptr});
}

void define_type(Vm& vm, const TypeSpec& spec) {
  Class* cls = vm.type(spec.kind);
  if (spec.doc) cls->doc = spec.doc;
  define_class(vm, cls, spec.methods, spec.getsets);
}

/// Modules whose types are static ones of C in CPython, whose messages therefore say "itertools.count".
static bool shows_module(std::string_view module) {
  for (std::string_view shown : {"itertools", "operator", "functools", "_thread", "_struct", "time", "os", "sys", "zlib", "select", "_csv", "_pickle"}) {
    if (module == shown) return true;
  }
  return false;
}

Class* new_native_class(Vm& vm, const char* name, const char* module, Class* base, Kind instance_kind, uint32_t instance_size, const char* doc) {
  Result<Class*> made = alloc<Class>(vm, Kind::Class);
  if (!made) return nullptr;
  Class* cls = *made;
  // Classes of natives live for ever, and so does the text.
  cls->native_name = shows_module(module) ? (new std::string(std::string(module) + "." + name))->c_str() : name;
  cls->name = intern(vm, name);
  cls->qualname = cls->name;
  cls->module = intern(vm, module);
  write_barrier(cls);
  cls->doc = doc;
  cls->instance_kind = instance_kind;
  cls->instance_size = instance_size;
  constexpr uint16_t kInherited = kClassIsException | kClassMappingPattern | kClassSequencePattern | kClassHasWeakRef;
  cls->flags |= base->flags & kInherited;
  cls->exception_layout = base->exception_layout;
  Result<Shape*> shape = new_shape(vm, cls);
  if (!shape) return nullptr;
  link_native_class(vm, cls, base, *shape);
  if (base->flags & kClassHasDict) enable_attrs(vm, cls, instance_size);
  if (g_types_complete) inherit_slots(cls);
  return cls;
}

Result<void> add_native_member(Vm& vm, Class* cls, const char* name) {
  COIL_TRY(Member* member, alloc<Member>(vm, Kind::Member));
  member->owner = cls;
  member->name = intern(vm, name);
  cls->member_count = 1;
  Shape* root = cls->root_shape;
  root->attrs_offset = static_cast<uint16_t>((cls->instance_size + 7) & ~uint32_t{7});
  root->slot_count = root->inline_cap = 1;
  return dict_set_str(vm, cls->dict, member->name, member);
}

}  // namespace coil
