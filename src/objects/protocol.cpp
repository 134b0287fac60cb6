// Calls, conversions, comparison, items and iteration on any value, over the slots. Operators are in operators.cpp, attributes in attributes.cpp.
#include "objects/protocol.hpp"

#include <string>
#include <utility>
#include <vector>

#include "objects/attributes.hpp"
#include "objects/containers.hpp"
#include "objects/iteration.hpp"
#include "objects/native_level.hpp"
#include "objects/number.hpp"
#include "objects/shape_internal.hpp"
#include "objects/slots.hpp"
#include "objects/str.hpp"

namespace coil {

// -- calls

Result<Value> call_vector_reenter(Vm& vm, Value callee, Value* args, size_t npos, Tuple* kwnames) {
  CallFn call = class_of(callee)->slots.call;
  if (!call) [[unlikely]] return raise_type_error(vm, "'%s' object is not callable", type_name(callee));
  return call(vm, callee, args, npos, kwnames);
}

Result<Value> call_reenter(Vm& vm, Value callee, std::initializer_list<Value> args) {
  // Callees may overwrite their arguments.
  ValueRoom<8> window;
  if (args.size() > 8) {
    COIL_TRY(Tuple* tuple, make_tuple(vm, args));
    return call_vector_reenter(vm, callee, tuple->items, args.size(), nullptr);
  }
  size_t count = 0;
  for (Value arg : args) window[count++] = arg;
  return call_vector_reenter(vm, callee, window, count, nullptr);
}

Result<Value> call_ex_reenter(Vm& vm, Value callee, Tuple* args, Dict* kwargs) {
  size_t nkw = kwargs ? kwargs->used : 0;
  size_t total = args->size + nkw;
  // The tuple may be the program's, and a callee may overwrite its arguments: always a copy.
  ValueRoom<16> window;
  Value* values = window;
  if (total > 16) {
    COIL_TRY(Tuple* copy, new_tuple(vm, total));
    values = copy->items;
  }
  for (size_t i = 0; i < args->size; i++) values[i] = args->items[i];
  if (!nkw) return call_vector_reenter(vm, callee, values, args->size, nullptr);
  COIL_TRY(Tuple* names, new_tuple(vm, nkw));
  size_t position = 0, count = 0;
  Value key, value;
  while (count < nkw && dict_next(kwargs, &position, &key, &value)) {
    if (!key.is(Kind::Str) && !takes_any_keys(callee)) return raise_type_error(vm, "keywords must be strings");
    names->items[count] = key;
    values[args->size + count++] = value;
  }
  return call_vector_reenter(vm, callee, values, args->size, names);
}

Result<Value> call_method_reenter(Vm& vm, Value object, Str* name, std::initializer_list<Value> args) {
  Class* cls = class_of(object);
  if (cls->slots.get_attr == generic_get_attr && args.size() < 8) {
    Value descr = class_lookup(cls, name);
    bool plain = descr.is(Kind::Function) || (descr.is(Kind::NativeMethod) && is_subclass(cls, descr.as<Native>()->owner));
    if (plain && !(object.is_cell() && instance_attr(object.cell(), name))) {
      ValueRoom<8> window;
      window[0] = object;
      size_t count = 1;
      for (Value arg : args) window[count++] = arg;
      return call_vector_reenter(vm, descr, window, count, nullptr);
    }
  }
  COIL_TRY(Value method, get_attr_reenter(vm, object, name));
  return call_reenter(vm, method, args);
}

bool is_callable(Value v) { return class_of(v)->slots.call != nullptr; }

// -- conversions and questions

Result<bool> truthy_reenter(Vm& vm, Value v) {
  if (v.is_small_int()) return v.small_int() != 0;
  if (v.is_true()) return true;
  if (v.is_false() || v.is_none()) return false;
  const Slots& slots = class_of(v)->slots;
  if (slots.truth) return slots.truth(vm, v);
  if (slots.len) {
    COIL_TRY(int64_t length, slots.len(vm, v));
    return length != 0;
  }
  return true;
}

Result<Str*> repr_reenter(Vm& vm, Value v) {
  COIL_LEVEL(vm, " while getting the repr of an object");
  COIL_TRY(Value text, class_of(v)->slots.repr(vm, v));
  if (!text.is(Kind::Str)) return raise_type_error(vm, "__repr__ returned non-string (type %s)", type_name(text));
  return text.as<Str>();
}

Result<Str*> str_reenter(Vm& vm, Value v) {
  if (is_exact(v, Kind::Str)) return v.as<Str>();
  COIL_LEVEL(vm, " while getting the str of an object");
  COIL_TRY(Value text, class_of(v)->slots.str(vm, v));
  if (!text.is(Kind::Str)) return raise_type_error(vm, "__str__ returned non-string (type %s)", type_name(text));
  return text.as<Str>();
}

Result<Str*> ascii_reenter(Vm& vm, Value v) {
  COIL_TRY(Str* text, repr_reenter(vm, v));
  StrView chars = view(text);
  if (chars.ascii) return text;
  StrBuilder builder(vm);
  char escape[12];
  for (size_t i = 0; i < chars.length; i++) {
    Char c = chars[i];
    if (c < 128) {
      builder.add_char(c);
      continue;
    }
    std::snprintf(escape, sizeof escape, c < 0x100 ? "\\x%02x" : c < 0x10000 ? "\\u%04x" : "\\U%08x", c);
    builder.add(escape);
  }
  return builder.finish();
}

Result<Str*> format_reenter(Vm& vm, Value v, Str* spec) {
  if (spec->length == 0) {
    if (is_exact(v, Kind::Str)) return v.as<Str>();
    if (v.is_small_int() || v.is_inline_float()) return str_reenter(vm, v);
  }
  COIL_TRY(Value text, call_special_reenter(vm, v, vm.name(Name::format_), {spec}));
  if (text.is_stop()) return raise_type_error(vm, "Type %s doesn't define __format__", type_name(v));
  if (!text.is(Kind::Str)) return raise_type_error(vm, "__format__ must return a str, not %s", type_name(text));
  return text.as<Str>();
}

Result<int64_t> hash_not_implemented(Vm& vm, Value v) { return raise_type_error(vm, "unhashable type: '%s'", type_name(v)); }

Result<int64_t> hash_reenter(Vm& vm, Value v) {
  COIL_GUARD(vm, " while calling a Python object");
  HashFn hash = class_of(v)->slots.hash;
  if (!hash) return hash_not_implemented(vm, v);
  return hash(vm, v);
}

Result<int64_t> len_reenter(Vm& vm, Value v) {
  LenFn len = class_of(v)->slots.len;
  if (!len) return raise_type_error(vm, "object of type '%s' has no len()", type_name(v));
  return len(vm, v);
}

Result<int64_t> length_hint_reenter(Vm& vm, Value v, int64_t fallback) {
  if (LenFn len = class_of(v)->slots.len) {
    Result<int64_t> length = len(vm, v);
    if (length) return length;
    if (!pending_matches(vm, Exc::TypeError)) return Error{};
    clear_pending(vm);
  }
  Result<Value> hint = call_special_reenter(vm, v, vm.name(Name::length_hint_), {});
  if (!hint) {
    if (!pending_matches(vm, Exc::TypeError)) return Error{};
    clear_pending(vm);
    return fallback;
  }
  if ((*hint).is_stop() || (*hint).is_not_implemented()) return fallback;
  if (!(*hint).is_int()) return raise_type_error(vm, "__length_hint__ must be an integer, not %s", type_name(*hint));
  int64_t length;
  if (!int_to_i64(*hint, &length)) return raise(vm, Exc::OverflowError, "Python int too large to convert to C ssize_t");
  if (length < 0) return raise_value_error(vm, "__length_hint__() should return >= 0");
  return length;
}

Result<void> check_converted_reenter(Vm& vm, Value object, const char* method, Value result, Kind kind) {
  if (!result.is_cell() || class_of(result) == vm.type(kind)) return ok();
  const std::string number = class_name(vm.type(kind));
  // Of these methods CPython names the class for one.
  const std::string owner = kind == Kind::Float ? type_name(object) + std::string(".") : "";
  return g_warn_deprecated_reenter(vm, owner + method + " returned non-" + number + " (type " + type_name(result) +
                                           ").  The ability to return an instance of a strict subclass of " + number +
                                           " is deprecated, and may be removed in a future version of Python.");
}

Result<Value> index_reenter(Vm& vm, Value v) {
  if (v.is_small_int()) return v;
  if (v.is_int()) return exact_int(vm, v);
  UnaryFn index = class_of(v)->slots.index;
  if (!index) return raise_type_error(vm, "'%s' object cannot be interpreted as an integer", type_name(v));
  COIL_TRY(Value result, index(vm, v));
  if (!result.is_int()) return raise_type_error(vm, "__index__ returned non-int (type %s)", type_name(result));
  COIL_CHECK(check_converted_reenter(vm, v, "__index__", result, Kind::Int));
  return exact_int(vm, result);
}

static Result<int64_t> fitting_index_reenter(Vm& vm, Value v, Exc error, const char* format) {
  COIL_TRY(Value index, index_reenter(vm, v));
  int64_t number;
  if (!int_to_i64(index, &number)) return raise(vm, error, format, type_name(v));
  return number;
}

constexpr const char* kNotIndexSized = "cannot fit '%s' into an index-sized integer";

Result<int64_t> index_int64_reenter(Vm& vm, Value v) { return fitting_index_reenter(vm, v, Exc::IndexError, kNotIndexSized); }
Result<int64_t> size_int64_reenter(Vm& vm, Value v) { return fitting_index_reenter(vm, v, Exc::OverflowError, kNotIndexSized); }
Result<int64_t> argument_int64_reenter(Vm& vm, Value v) {
  return fitting_index_reenter(vm, v, Exc::OverflowError, "Python int too large to convert to C int");
}

Result<int64_t> index_clamped_reenter(Vm& vm, Value v) {
  COIL_TRY(Value index, index_reenter(vm, v));
  int64_t number;
  if (!int_to_i64(index, &number)) return int_sign(index) < 0 ? INT64_MIN : INT64_MAX;
  return number;
}

Result<int> c_int_reenter(Vm& vm, Value v) {
  COIL_TRY(Value index, index_reenter(vm, v));
  int64_t number;
  if (!int_to_i64(index, &number) || number != static_cast<int>(number)) {
    return raise(vm, Exc::OverflowError, "Python int too large to convert to C int");
  }
  return static_cast<int>(number);
}

Result<int> parsed_int_reenter(Vm& vm, Value v) {
  if (v.is_small_int() && v.small_int() == static_cast<int>(v.small_int())) return static_cast<int>(v.small_int());
  COIL_TRY(Value index, index_reenter(vm, v));
  int64_t number;
  if (!int_to_i64(index, &number)) return raise(vm, Exc::OverflowError, "Python int too large to convert to C long");
  if (number > INT32_MAX) return raise(vm, Exc::OverflowError, "signed integer is greater than maximum");
  if (number < INT32_MIN) return raise(vm, Exc::OverflowError, "signed integer is less than minimum");
  return static_cast<int>(number);
}

Result<double> ask_float_reenter(Vm& vm, Value v) {
  COIL_TRY(Value number, class_of(v)->slots.to_float(vm, v));
  if (!number.is_float()) return raise_type_error(vm, "%s.__float__ returned non-float (type %s)", type_name(v), type_name(number));
  COIL_CHECK(check_converted_reenter(vm, v, "__float__", number, Kind::Float));
  return number.as_float();
}

Result<double> number_as_double_reenter(Vm& vm, Value v) {
  if (v.is_float()) return v.as_float();
  if (v.is_small_int()) return static_cast<double>(v.small_int());
  const Slots& slots = class_of(v)->slots;
  if (v.is_int() && !(class_of(v)->flags & kClassHeap)) return int_to_double(vm, v);
  if (slots.to_float) return ask_float_reenter(vm, v);
  if (slots.index) {
    COIL_TRY(Value index, index_reenter(vm, v));
    return int_to_double(vm, index);
  }
  return raise_type_error(vm, "must be real number, not %s", type_name(v));
}

// -- comparison

static CompareOp reflected(CompareOp op) {
  switch (op) {
    case CompareOp::Lt: return CompareOp::Gt;
    case CompareOp::Le: return CompareOp::Ge;
    case CompareOp::Gt: return CompareOp::Lt;
    case CompareOp::Ge: return CompareOp::Le;
    default: return op;
  }
}

static const char* compare_symbol(CompareOp op) {
  static const char* const kSymbols[] = {"<", "<=", "==", "!=", ">", ">="};
  return kSymbols[static_cast<int>(op)];
}

static bool compare_small(int64_t a, int64_t b, CompareOp op) {
  switch (op) {
    case CompareOp::Lt: return a < b;
    case CompareOp::Le: return a <= b;
    case CompareOp::Eq: return a == b;
    case CompareOp::Ne: return a != b;
    case CompareOp::Gt: return a > b;
    case CompareOp::Ge: return a >= b;
  }
  return false;
}

Result<Value> compare_reenter(Vm& vm, Value a, Value b, CompareOp op) {
  if (a.is_small_int() && b.is_small_int()) return Value::boolean(compare_small(a.small_int(), b.small_int(), op));
  if (op == CompareOp::Eq && is_exact(a, Kind::Str) && is_exact(b, Kind::Str)) return Value::boolean(str_equal(a.as<Str>(), b.as<Str>()));
  COIL_LEVEL(vm, " in comparison");
  Class* left = class_of(a);
  Class* right = class_of(b);
  bool asked_right = false;
  if (left != right && right->slots.compare && is_subclass(right, left)) {
    asked_right = true;
    COIL_TRY(Value result, right->slots.compare(vm, b, a, reflected(op)));
    if (!result.is_not_implemented()) return result;
  }
  if (CompareFn compare = left->slots.compare) {
    COIL_TRY(Value result, compare(vm, a, b, op));
    if (!result.is_not_implemented()) return result;
  }
  if (CompareFn compare = class_of(b)->slots.compare; compare && !asked_right) {
    COIL_TRY(Value result, compare(vm, b, a, reflected(op)));
    if (!result.is_not_implemented()) return result;
  }
  if (op == CompareOp::Eq) return Value::boolean(a == b);
  if (op == CompareOp::Ne) return Value::boolean(a != b);
  return raise_type_error(vm, "'%s' not supported between instances of '%s' and '%s'", compare_symbol(op), type_name(a), type_name(b));
}

Result<bool> compare_bool_reenter(Vm& vm, Value a, Value b, CompareOp op) {
  COIL_TRY(Value result, compare_reenter(vm, a, b, op));
  return truthy_reenter(vm, result);
}

Result<bool> equal_reenter(Vm& vm, Value a, Value b) {
  if (a == b) return true;
  return compare_bool_reenter(vm, a, b, CompareOp::Eq);
}

GetItemFn g_deque_get_item = nullptr;

bool takes_keys(Value v) {
  const GetItemFn get_item = class_of(v)->slots.get_item;
  return get_item && get_item != g_deque_get_item;
}

Result<bool> contains_reenter(Vm& vm, Value container, Value item) {
  Class* cls = class_of(container);
  if (ContainsFn contains = cls->slots.contains) return contains(vm, container, item);
  if (!is_iterable(cls)) {
    return raise_type_error(vm, "argument of type '%s' is not iterable", class_name(cls));
  }
  Result<Value> iterator = iter_reenter(vm, container);
  if (!iterator) {
    if (pending_matches(vm, Exc::TypeError)) {
      clear_pending(vm);
      return raise_type_error(vm, "argument of type '%s' is not iterable", type_name(container));
    }
    return Error{};
  }
  for (size_t steps = 0;; steps++) {
    COIL_TRY(Value next, next_reenter(vm, *iterator));
    if (next.is_stop()) return false;
    COIL_TRY(bool same, equal_reenter(vm, next, item));
    if (same) return true;
    if (steps % 65536 == 65535) COIL_CHECK(check_interrupts_reenter(vm));
  }
}

/// The __class__ of an object that claims to be something else (proxies, mocks); nothing when it is just its type.
static Result<Value> claimed_class(Vm& vm, Value object) {
  Class* cls = class_of(object);
  if (cls->slots.get_attr == generic_get_attr && !(cls->flags & kClassHeap)) return Value::stop();
  COIL_TRY(Value claimed, find_attr_reenter(vm, object, vm.name(Name::class_)));
  if (claimed.is(Kind::Class) && claimed.cell() != cls) return claimed;
  return Value::stop();
}

/// The __bases__ of what stands for a class although it is none: any object that has a tuple there. Value::stop() for others.
static Result<Value> claimed_bases(Vm& vm, Value object) {
  COIL_TRY(Value bases, find_attr_reenter(vm, object, vm.name(Name::bases_)));
  return bases.is(Kind::Tuple) ? bases : Value::stop();
}

/// issubclass() through __bases__ alone.
static Result<bool> is_below_reenter(Vm& vm, Value derived, Value what) {
  COIL_GUARD(vm, " in __subclasscheck__");
  for (;;) {
    if (derived == what) return true;
    COIL_TRY(Value bases, claimed_bases(vm, derived));
    if (bases.is_stop() || bases.as<Tuple>()->size == 0) return false;
    auto* tuple = bases.as<Tuple>();
    for (size_t i = 0; i + 1 < tuple->size; i++) {
      COIL_TRY(bool below, is_below_reenter(vm, tuple->items[i], what));
      if (below) return true;
    }
    derived = tuple->items[tuple->size - 1];
    COIL_CHECK(check_interrupts_reenter(vm));
  }
}

Result<bool> is_instance_reenter(Vm& vm, Value object, Value what) {
  if (what.is(Kind::Class)) {
    if (class_of(object) == what.cell()) return true;
    if (class_of(what) == type_of_kind(Kind::Class)) {
      if (is_instance(object, what.as<Class>())) return true;
      COIL_TRY(Value claimed, claimed_class(vm, object));
      return !claimed.is_stop() && is_subclass(claimed.as<Class>(), what.as<Class>());
    }
  }
  COIL_LEVEL(vm, " in __instancecheck__");
  if (what.is(Kind::Tuple)) {
    auto* tuple = what.as<Tuple>();
    for (size_t i = 0; i < tuple->size; i++) {
      COIL_TRY(bool is, is_instance_reenter(vm, object, tuple->items[i]));
      if (is) return true;
    }
    return false;
  }
  if (what.is(Kind::UnionType)) {
    Tuple* args = what.as<UnionType>()->args;
    for (size_t i = 0; i < args->size; i++) {
      if (args->items[i].is(Kind::GenericAlias)) return raise_type_error(vm, "isinstance() argument 2 cannot be a parameterized generic");
      COIL_TRY(bool is, is_instance_reenter(vm, object, args->items[i]));
      if (is) return true;
    }
    return false;
  }
  if (what.is(Kind::GenericAlias)) return raise_type_error(vm, "isinstance() argument 2 cannot be a parameterized generic");
  COIL_TRY(Value answer, call_special_reenter(vm, what, vm.name(Name::instancecheck_), {object}));
  if (!answer.is_stop()) return truthy_reenter(vm, answer);
  COIL_TRY(Value bases, claimed_bases(vm, what));
  if (bases.is_stop()) return raise_type_error(vm, "isinstance() arg 2 must be a type, a tuple of types, or a union");
  COIL_TRY(Value cls, find_attr_reenter(vm, object, vm.name(Name::class_)));
  return is_below_reenter(vm, cls, what);
}

Result<bool> is_subclass_reenter(Vm& vm, Value cls, Value what) {
  if (what.is(Kind::Class) && class_of(what) == type_of_kind(Kind::Class)) {
    if (cls.is(Kind::Class)) return is_subclass(cls.as<Class>(), what.as<Class>());
    COIL_TRY(Value bases, claimed_bases(vm, cls));
    if (bases.is_stop()) return raise_type_error(vm, "issubclass() arg 1 must be a class");
    return is_below_reenter(vm, cls, what);
  }
  COIL_LEVEL(vm, " in __subclasscheck__");
  Tuple* several = what.is(Kind::Tuple) ? what.as<Tuple>() : what.is(Kind::UnionType) ? what.as<UnionType>()->args : nullptr;
  if (several) {
    for (size_t i = 0; i < several->size; i++) {
      COIL_TRY(bool is, is_subclass_reenter(vm, cls, several->items[i]));
      if (is) return true;
    }
    return false;
  }
  if (what.is(Kind::GenericAlias)) return raise_type_error(vm, "issubclass() argument 2 cannot be a parameterized generic");
  COIL_TRY(Value answer, call_special_reenter(vm, what, vm.name(Name::subclasscheck_), {cls}));
  if (!answer.is_stop()) return truthy_reenter(vm, answer);
  for (auto [object, complaint] : {std::pair{cls, "issubclass() arg 1 must be a class"},
                                   std::pair{what, "issubclass() arg 2 must be a class, a tuple of classes, or a union"}}) {
    if (object.is(Kind::Class)) continue;
    COIL_TRY(Value bases, claimed_bases(vm, object));
    if (bases.is_stop()) return raise_type_error(vm, "%s", complaint);
  }
  return is_below_reenter(vm, cls, what);
}

// -- items and iteration

Result<Value> get_item_reenter(Vm& vm, Value object, Value key) {
  if (GetItemFn get = class_of(object)->slots.get_item) return get(vm, object, key);
  if (object.is(Kind::Class)) {
    if (object == Value(vm.type(Kind::Class))) return call_reenter(vm, vm.type(Kind::GenericAlias), {object, key});
    COIL_TRY(Value hook, find_attr_reenter(vm, object, vm.name(Name::class_getitem_)));
    if (!hook.is_stop() && !hook.is_none()) return call_reenter(vm, hook, {key});
    return raise_type_error(vm, "type '%s' is not subscriptable", class_name(object.as<Class>()));
  }
  return raise_type_error(vm, "'%s' object is not subscriptable", type_name(object));
}

/// A position in a built-in sequence that can't be changed is converted all the same, before the change is refused.
static Result<void> check_position_reenter(Vm& vm, Value object, Value key) {
  Class* cls = class_of(object);
  if (!cls->slots.len || cls->flags & kClassHeap || !class_of(key)->slots.index) return ok();
  COIL_TRY(Value index, index_reenter(vm, key));
  int64_t number;
  if (int_to_i64(index, &number)) return ok();
  return raise(vm, Exc::IndexError, kNotIndexSized, type_name(key));
}

Result<void> set_item_reenter(Vm& vm, Value object, Value key, Value value) {
  if (SetItemFn set = class_of(object)->slots.set_item) return set(vm, object, key, value);
  COIL_CHECK(check_position_reenter(vm, object, key));
  return raise_type_error(vm, "'%s' object does not support item assignment", type_name(object));
}

Result<void> del_item_reenter(Vm& vm, Value object, Value key) {
  if (SetItemFn set = class_of(object)->slots.set_item) return set(vm, object, key, Value());
  COIL_CHECK(check_position_reenter(vm, object, key));
  // Sequences word it differently, and so do instances when the key could be an index.
  bool sequence = class_of(object)->slots.len || class_of(object)->flags & kClassHeap;
  const char* verb = sequence && class_of(key)->slots.index ? "doesn't" : "does not";
  return raise_type_error(vm, "'%s' object %s support item deletion", type_name(object), verb);
}

Result<Value> iter_reenter(Vm& vm, Value v) {
  const Slots& slots = class_of(v)->slots;
  if (slots.iter) {
    COIL_TRY(Value iterator, slots.iter(vm, v));
    if (!class_of(iterator)->slots.next) return raise_type_error(vm, "iter() returned non-iterator of type '%s'", type_name(iterator));
    return iterator;
  }
  if (!is_iterable(class_of(v))) return raise_type_error(vm, "'%s' object is not iterable", type_name(v));
  COIL_TRY(SeqIter* iterator, alloc<SeqIter>(vm, Kind::SequenceIter));
  iterator->sequence = v;
  return Value(iterator);
}

Result<Value> next_reenter(Vm& vm, Value iterator) {
  NextFn next = class_of(iterator)->slots.next;
  // It was there when iter() made the iterator, but a program can delete it.
  if (!next) return raise_type_error(vm, "'%s' object is not iterable", type_name(iterator));
  return next(vm, iterator);
}

Result<List*> list_from_iterable_reenter(Vm& vm, Value source) {
  if (is_exact(source, Kind::List)) return new_list_from(vm, source.as<List>()->size ? source.as<List>()->items() : nullptr, source.as<List>()->size);
  if (is_exact(source, Kind::Tuple)) return new_list_from(vm, source.as<Tuple>()->items, source.as<Tuple>()->size);
  COIL_TRY(Value iterator, iter_reenter(vm, source));
  // A program sees that it is asked for the length, and may refuse.
  if (class_of(source)->flags & kClassHeap || source.is(Kind::SequenceIter)) COIL_CHECK(length_hint_reenter(vm, source, 0));
  COIL_TRY(List* list, new_list(vm));
  NextFn next = next_function(iterator);
  for (size_t steps = 0;; steps++) {
    COIL_TRY(Value item, next(vm, iterator));
    if (item.is_stop()) return list;
    COIL_CHECK(list_append(vm, list, item));
    if (steps % 65536 == 65535) COIL_CHECK(check_interrupts_reenter(vm));
  }
}

Result<Tuple*> tuple_from_iterable_reenter(Vm& vm, Value source) {
  if (is_exact(source, Kind::Tuple)) return source.as<Tuple>();
  COIL_TRY(List* list, list_from_iterable_reenter(vm, source));
  return new_tuple_from(vm, list->size ? list->items() : nullptr, list->size);
}

Result<Value> list_or_tuple_reenter(Vm& vm, Value source, const char* message) {
  if (is_exact(source, Kind::List) || is_exact(source, Kind::Tuple)) return source;
  Result<Value> iterator = iter_reenter(vm, source);
  if (!iterator) {
    if (!pending_matches(vm, Exc::TypeError)) return Error{};
    clear_pending(vm);
    return raise_type_error(vm, "%s", message);
  }
  COIL_TRY(List* items, list_from_iterable_reenter(vm, *iterator));
  return Value(items);
}

// -- repr in progress. The objects are held by the natives that show them, so plain memory may name them; threads show independently.

static std::vector<std::pair<Thread*, uint64_t>> g_being_shown;

bool enter_repr(Vm& vm, Value object) {
  for (auto& [thread, bits] : g_being_shown) {
    if (thread == vm.thread && bits == object.bits()) return false;
  }
  g_being_shown.emplace_back(vm.thread, object.bits());
  return true;
}

void leave_repr(Vm& vm, Value object) {
  for (size_t i = g_being_shown.size(); i > 0; i--) {
    if (g_being_shown[i - 1].first != vm.thread || g_being_shown[i - 1].second != object.bits()) continue;
    g_being_shown.erase(g_being_shown.begin() + static_cast<std::ptrdiff_t>(i - 1));
    return;
  }
}

}  // namespace coil
