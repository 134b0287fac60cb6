// Out-of-line halves of instructions on data: unpacking, f-strings, functions, pattern matching, intrinsics.
#include "vm/slow_paths.hpp"

#include <algorithm>
#include <cstring>

#include "objects/containers.hpp"
#include "objects/iteration.hpp"
#include "objects/protocol.hpp"
#include "objects/str.hpp"

namespace coil {

Result<void> unpack_sequence(Vm& vm, Value source, Value* out, size_t count) {
  if (is_exact(source, Kind::List) || is_exact(source, Kind::Tuple)) {
    bool is_list = source.is(Kind::List);
    size_t size = is_list ? source.as<List>()->size : source.as<Tuple>()->size;
    if (size < count) {
      return raise_value_error(vm, "not enough values to unpack (expected %zu, got %zu)", count, size);
    }
    if (size > count) return raise_value_error(vm, "too many values to unpack (expected %zu)", count);
    const Value* items = is_list ? (size ? source.as<List>()->items() : nullptr) : source.as<Tuple>()->items;
    for (size_t i = 0; i < count; i++) out[i] = items[i];
    return ok();
  }
  if (!is_iterable(class_of(source))) {
    return raise_type_error(vm, "cannot unpack non-iterable %s object", type_name(source));
  }
  COIL_TRY(Value iterator, iter_reenter(vm, source));
  for (size_t i = 0; i < count; i++) {
    COIL_TRY(Value item, next_reenter(vm, iterator));
    if (item.is_stop()) return raise_value_error(vm, "not enough values to unpack (expected %zu, got %zu)", count, i);
    out[i] = item;
  }
  COIL_TRY(Value extra, next_reenter(vm, iterator));
  if (!extra.is_stop()) return raise_value_error(vm, "too many values to unpack (expected %zu)", count);
  return ok();
}

Result<void> unpack_ex(Vm& vm, Value source, Value* out, size_t before, size_t after) {
  if (!is_iterable(class_of(source))) {
    return raise_type_error(vm, "cannot unpack non-iterable %s object", type_name(source));
  }
  auto too_few = [&](size_t size) {
    return raise_value_error(vm, "not enough values to unpack (expected at least %zu, got %zu)", before + after, size);
  };
  COIL_TRY(Value iterator, iter_reenter(vm, source));
  for (size_t i = 0; i < before; i++) {
    COIL_TRY(Value item, next_reenter(vm, iterator));
    if (item.is_stop()) return too_few(i);
    out[i] = item;
  }
  COIL_TRY(List* rest, list_from_iterable_reenter(vm, iterator));
  out[before] = rest;
  if (rest->size < after) return too_few(before + rest->size);
  for (size_t i = 0; i < after; i++) out[before + 1 + i] = rest->items()[rest->size - after + i];
  list_remove_range(rest, rest->size - after, rest->size);
  return ok();
}

/// Parts of one byte a character are copied straight into the result; nothing for others.
static Result<Value> join_narrow(Vm& vm, const Value* parts, size_t count) {
  size_t length = 0;
  bool ascii = true;
  for (size_t i = 0; i < count; i++) {
    StrView part = view(parts[i].as<Str>());
    if (part.wide) return Value::stop();
    length += part.length;
    ascii &= part.ascii;
  }
  if (length < 2) return Value::stop();
  COIL_TRY(Str* joined, new_str_uninitialized(vm, length, false, ascii));
  uint8_t* to = joined->bytes;
  for (size_t i = 0; i < count; i++) {
    StrView part = view(parts[i].as<Str>());
    std::memcpy(to, part.narrow(), part.length);
    to += part.length;
  }
  return Value(joined);
}

Result<Value> build_string(Vm& vm, const Value* parts, size_t count) {
  if (count == 1) return parts[0];
  COIL_TRY(Value joined, join_narrow(vm, parts, count));
  if (!joined.is_stop()) return joined;
  StrBuilder builder(vm);
  for (size_t i = 0; i < count; i++) builder.add_str(parts[i].as<Str>());
  return builder.finish();
}

Result<Value> make_function_op(Vm& vm, Frame* frame, Code* code, const Value* extras) {
  Function* outer = frame->function;
  COIL_TRY(Function* function, alloc<Function>(vm, Kind::Function));
  function->code = code;
  function->globals = outer->globals;
  function->builtins = outer->builtins;
  function->name = code->name;
  function->qualname = code->qualname;
  function->module = dict_get_str(outer->globals, vm.name(Name::name_));
  if (extras) {
    if (extras[0]) function->defaults = extras[0].as<Tuple>();
    if (extras[1]) function->kwdefaults = extras[1].as<Dict>();
    function->annotations = extras[2];
    if (extras[3]) function->closure = extras[3].as<Tuple>();
  }
  return Value(function);
}

Result<void> list_extend_starred(Vm& vm, List* list, Value iterable) {
  if (!is_iterable(class_of(iterable))) {
    return raise_type_error(vm, "Value after * must be an iterable, not %s", type_name(iterable));
  }
  return list_extend_reenter(vm, list, iterable);
}

Result<Value> build_tuple_star(Vm& vm, const Value* items, size_t count) {
  Value iterable = items[count];
  if (!is_exact(iterable, Kind::Tuple)) {
    COIL_TRY(List* list, new_list_from(vm, items, count));
    COIL_CHECK(list_extend_starred(vm, list, iterable));
    return new_tuple_from(vm, list->size ? list->items() : nullptr, list->size);
  }
  auto* rest = iterable.as<Tuple>();
  COIL_TRY(Tuple* tuple, new_tuple(vm, count + rest->size));
  std::copy_n(items, count, tuple->items);
  std::copy_n(rest->items, rest->size, tuple->items + count);
  write_barrier(tuple);
  return Value(tuple);
}

namespace {

}  // namespace

Result<Str*> callable_label(Vm& vm, Value callee) {
  COIL_TRY(Value qualname, find_attr_reenter(vm, callee, vm.name(Name::qualname_)));
  if (!qualname.is(Kind::Str)) return str_reenter(vm, callee);
  COIL_TRY(Value module, find_attr_reenter(vm, callee, vm.name(Name::module_)));
  if (module.is(Kind::Str) && !str_is(module.as<Str>(), "builtins")) {
    return new_str(vm, str_utf8(module) + "." + str_utf8(qualname) + "()");
  }
  return new_str(vm, str_utf8(qualname) + "()");
}

Result<void> dict_update_starred(Vm& vm, Dict* dict, Value mapping) {
  if (dict_merge_reenter(vm, dict, mapping)) return ok();
  if (!pending_matches(vm, Exc::AttributeError)) return Error{};
  clear_pending(vm);
  return raise_type_error(vm, "'%s' object is not a mapping", type_name(mapping));
}

static bool has_text_keys(Dict* dict) {
  size_t position = 0;
  for (Value key, value; dict_next(dict, &position, &key, &value);) {
    if (!key.is(Kind::Str)) return false;
  }
  return true;
}

static Result<void> merge_keywords_reenter(Vm& vm, Dict* target, Value source, Value callee) {
  bool plain = source.is(Kind::Dict) && class_of(source)->slots.iter == vm.type(Kind::Dict)->slots.iter;
  if (plain && !target->used && has_text_keys(source.as<Dict>())) return dict_update_reenter(vm, target, source);
  COIL_TRY(Value keys, plain ? Result<Value>(source) : mapping_keys_reenter(vm, source));
  COIL_TRY(List* names, list_from_iterable_reenter(vm, keys));
  for (size_t i = 0; i < names->size; i++) {
    Value name = names->items()[i];
    COIL_TRY(Value present, dict_get_reenter(vm, target, name));
    if (!present.is_stop()) {
      COIL_TRY(Str* label, callable_label(vm, callee));
      COIL_TRY(Str* keyword, str_reenter(vm, name));
      return raise_text(vm, Exc::TypeError, str_utf8(label) + " got multiple values for keyword argument '" + str_utf8(keyword) + "'");
    }
    COIL_TRY(Value value, get_item_reenter(vm, source, name));
    COIL_CHECK(dict_set_reenter(vm, target, name, value));
  }
  return ok();
}

Result<void> dict_merge(Vm& vm, Dict* target, Value source, Value callee) {
  if (merge_keywords_reenter(vm, target, source, callee)) return ok();
  if (!pending_matches(vm, Exc::AttributeError)) return Error{};
  clear_pending(vm);
  COIL_TRY(Str* label, callable_label(vm, callee));
  return raise_text(vm, Exc::TypeError, str_utf8(label) + " argument after ** must be a mapping, not " + type_name(source));
}

Result<Value> convert_value(Vm& vm, Value value, int conversion) {
  switch (conversion) {
    case 1: return str_reenter(vm, value);
    case 2: return repr_reenter(vm, value);
    default: return ascii_reenter(vm, value);
  }
}

// -- pattern matching

Result<Value> match_keys(Vm& vm, Value subject, Tuple* keys) {
  COIL_TRY(Tuple* values, new_tuple(vm, keys->size));
  COIL_TRY(Set* seen, new_set(vm));
  for (size_t i = 0; i < keys->size; i++) {
    Value key = keys->items[i];
    COIL_TRY(bool duplicate, set_contains_reenter(vm, seen, key));
    if (duplicate) {
      COIL_TRY(Str* text, repr_reenter(vm, key));
      return raise_text(vm, Exc::ValueError, "mapping pattern checks duplicate key (" + str_utf8(text) + ")");
    }
    COIL_CHECK(set_add_reenter(vm, seen, key));
    Value value;
    if (is_exact(subject, Kind::Dict)) {
      COIL_TRY(value, dict_get_reenter(vm, subject.as<Dict>(), key));
    } else {
      // get() with a private default: __missing__ must not run, and None is a value like any other.
      COIL_TRY(value, call_method_reenter(vm, subject, vm.name(Name::k_get), {key, Value(seen)}));
      if (value == Value(seen)) value = Value::stop();
    }
    if (value.is_stop()) return none();
    store(values, values->items[i], value);
  }
  return Value(values);
}

Result<Value> match_rest(Vm& vm, Value subject, Tuple* keys) {
  COIL_TRY(Dict* rest, new_dict(vm));
  COIL_CHECK(dict_update_reenter(vm, rest, subject));
  for (size_t i = 0; i < keys->size; i++) COIL_CHECK(dict_pop_reenter(vm, rest, keys->items[i]));
  return Value(rest);
}

namespace {

/// Classes whose single positional pattern matches the subject itself.
bool matches_self(const Class* cls) {
  for (Kind kind : {Kind::Bool, Kind::ByteArray, Kind::Bytes, Kind::Dict, Kind::Float, Kind::FrozenSet, Kind::Int, Kind::List,
                    Kind::Set, Kind::Str, Kind::Tuple}) {
    if (is_subclass(cls, type_of_kind(kind))) return true;
  }
  return false;
}

Result<Value> match_attribute(Vm& vm, Value subject, Value cls, Str* name, Set* seen) {
  COIL_TRY(bool duplicate, set_contains_reenter(vm, seen, name));
  if (duplicate) {
    return raise_type_error(vm, "%s() got multiple sub-patterns for attribute '%s'", class_name(cls.as<Class>()), str_utf8(name).c_str());
  }
  COIL_CHECK(set_add_reenter(vm, seen, name));
  return find_attr_reenter(vm, subject, name);
}

}  // namespace

Result<Value> match_class(Vm& vm, Value subject, Value cls, Tuple* names, int64_t positional) {
  if (!cls.is(Kind::Class)) return raise_type_error(vm, "called match pattern must be a type");
  COIL_TRY(bool fits, is_instance_reenter(vm, subject, cls));
  if (!fits) return none();
  COIL_TRY(Tuple* values, new_tuple(vm, static_cast<size_t>(positional) + names->size));
  COIL_TRY(Set* seen, new_set(vm));
  const char* label = class_name(cls.as<Class>());
  if (positional > 0) {
    COIL_TRY(Value match_args, find_attr_reenter(vm, cls, vm.name(Name::match_args_)));
    bool self_match = match_args.is_stop() && matches_self(cls.as<Class>());
    if (!match_args.is_stop() && !match_args.is(Kind::Tuple)) {
      return raise_type_error(vm, "%s.__match_args__ must be a tuple (got %s)", label, type_name(match_args));
    }
    int64_t allowed = match_args.is_stop() ? self_match : static_cast<int64_t>(match_args.as<Tuple>()->size);
    if (allowed < positional) {
      return raise_type_error(vm, "%s() accepts %lld positional sub-pattern%s (%lld given)", label, static_cast<long long>(allowed),
                              allowed == 1 ? "" : "s", static_cast<long long>(positional));
    }
    for (int64_t i = 0; i < positional; i++) {
      Value value = subject;
      if (!self_match) {
        Value name = match_args.as<Tuple>()->items[i];
        if (!name.is(Kind::Str)) {
          return raise_type_error(vm, "__match_args__ elements must be strings (got %s)", type_name(name));
        }
        COIL_TRY(value, match_attribute(vm, subject, cls, name.as<Str>(), seen));
        if (value.is_stop()) return none();
      }
      store(values, values->items[i], value);
    }
  }
  for (size_t i = 0; i < names->size; i++) {
    COIL_TRY(Value value, match_attribute(vm, subject, cls, names->items[i].as<Str>(), seen));
    if (value.is_stop()) return none();
    store(values, values->items[static_cast<size_t>(positional) + i], value);
  }
  return Value(values);
}

/// What x[start:stop] can be done for without a slice object that outlives the operation: no code of the program sees it.
static bool slices_quietly(Value object, Value start, Value stop) {
  auto quiet = [](Value bound) { return bound.is_small_int() || bound.is_none(); };
  if (!object.is_cell() || !quiet(start) || !quiet(stop)) return false;
  uint32_t shape = object.cell()->shape;
  for (Kind kind : {Kind::List, Kind::Str, Kind::Tuple, Kind::Bytes}) {
    if (shape == static_cast<uint32_t>(kind)) return true;
  }
  return false;
}

Result<Value> get_slice_reenter(Vm& vm, Value object, Value start, Value stop) {
  if (slices_quietly(object, start, stop)) [[likely]] {
    Slice slice{{static_cast<uint32_t>(Kind::Slice), Kind::Slice, kGcStatic, 0}, start, stop, none()};
    return class_of(object)->slots.get_item(vm, object, Value(&slice));
  }
  COIL_TRY(Slice* slice, new_slice(vm, start, stop, none()));
  return get_item_reenter(vm, object, slice);
}

Result<void> check_context_manager(Vm& vm, Value manager, bool is_async) {
  Class* cls = class_of(manager);
  Name enter = is_async ? Name::aenter_ : Name::enter_;
  Name exit = is_async ? Name::aexit_ : Name::exit_;
  const char* protocol = is_async ? "asynchronous context manager" : "context manager";
  if (class_lookup(cls, vm.name(enter)).is_nothing()) {
    return raise_type_error(vm, "'%s' object does not support the %s protocol", class_name(cls), protocol);
  }
  if (class_lookup(cls, vm.name(exit)).is_nothing()) {
    return raise_type_error(vm, "'%s' object does not support the %s protocol (missed %s method)", class_name(cls), protocol,
                            is_async ? "__aexit__" : "__exit__");
  }
  return ok();
}

// -- intrinsics

namespace {

Result<Value> typing_call(Vm& vm, const char* name, std::initializer_list<Value> args) {
  COIL_TRY(Value typing, g_hooks.import_name(vm, intern(vm, "typing"), vm.builtins, none(), 0));
  COIL_TRY(Value callee, get_attr_reenter(vm, typing, intern(vm, name)));
  return call_reenter(vm, callee, args);
}

}  // namespace

Result<Value> intrinsic(Vm& vm, Frame* frame, Intrinsic operation, Value* base) {
  switch (operation) {
    case Intrinsic::PrintExpr: {
      Value sys = dict_get_str(vm.modules, vm.name(Name::k_sys));
      Value hook = sys.is(Kind::Module) ? dict_get_str(sys.as<Module>()->dict, vm.name(Name::k_displayhook)) : Value();
      if (!hook) return raise(vm, Exc::RuntimeError, "lost sys.displayhook");
      return call_reenter(vm, hook, {base[0]});
    }
    case Intrinsic::TypeVar: return typing_call(vm, "_make_type_var", {base[0], base[1] ? base[1] : none()});
    case Intrinsic::ParamSpec: return typing_call(vm, "ParamSpec", {base[0]});
    case Intrinsic::TypeVarTuple: return typing_call(vm, "TypeVarTuple", {base[0]});
    case Intrinsic::TypeAlias: return typing_call(vm, "_make_type_alias", {base[0], base[1] ? base[1] : none(), base[2]});
    case Intrinsic::SetTypeParams:
      COIL_CHECK(set_attr_reenter(vm, base[0], vm.name(Name::type_params_), base[1]));
      return base[0];
    case Intrinsic::SubscriptGeneric: return typing_call(vm, "_make_generic_base", {base[0]});
    case Intrinsic::DropCoroutine: note_unread_coroutine_reenter(vm, frame, base[0]); return none();
  }
  return raise(vm, Exc::SystemError, "unknown intrinsic");
}

}  // namespace coil
