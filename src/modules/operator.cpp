// Module operator: the language's operators as functions, and the getters itemgetter, attrgetter, methodcaller.
#include <string>

#include "modules/support.hpp"
#include "vm/hooks.hpp"

namespace coil {

namespace {

#define BINARY(name, op, doc) \
  NATIVE(operator_##name, #name "(a, b, /)", doc) { return binary_reenter(vm, BinaryOp::op, args[0], args[1]); }
#define BINARY_AS(function, name, op, doc) \
  NATIVE(operator_##function, name "(a, b, /)", doc) { return binary_reenter(vm, BinaryOp::op, args[0], args[1]); }
#define INPLACE(name, op, doc) \
  NATIVE(operator_##name, #name "(a, b, /)", doc) { return inplace_reenter(vm, BinaryOp::op, args[0], args[1]); }
#define COMPARE(name, op, doc) \
  NATIVE(operator_##name, #name "(a, b, /)", doc) { return compare_reenter(vm, args[0], args[1], CompareOp::op); }

BINARY(add, Add, "a + b")
BINARY(sub, Sub, "a - b")
BINARY(mul, Mul, "a * b")
BINARY(matmul, MatMul, "a @ b")
BINARY(truediv, Div, "a / b")
BINARY(floordiv, FloorDiv, "a // b")
BINARY(mod, Mod, "a % b")
BINARY(lshift, LShift, "a << b")
BINARY(rshift, RShift, "a >> b")
BINARY_AS(and, "and_", And, "a & b")
BINARY_AS(or, "or_", Or, "a | b")
BINARY(xor, Xor, "a ^ b")
NATIVE(operator_pow, "pow(a, b, /)", "a ** b") { return pow_reenter(vm, args[0], args[1], none()); }
INPLACE(iadd, Add, "a += b")
INPLACE(isub, Sub, "a -= b")
INPLACE(imul, Mul, "a *= b")
INPLACE(imatmul, MatMul, "a @= b")
INPLACE(itruediv, Div, "a /= b")
INPLACE(ifloordiv, FloorDiv, "a //= b")
INPLACE(imod, Mod, "a %= b")
INPLACE(ilshift, LShift, "a <<= b")
INPLACE(irshift, RShift, "a >>= b")
INPLACE(iand, And, "a &= b")
INPLACE(ior, Or, "a |= b")
INPLACE(ixor, Xor, "a ^= b")
INPLACE(ipow, Pow, "a **= b")
COMPARE(lt, Lt, "a < b")
COMPARE(le, Le, "a <= b")
COMPARE(eq, Eq, "a == b")
COMPARE(ne, Ne, "a != b")
COMPARE(ge, Ge, "a >= b")
COMPARE(gt, Gt, "a > b")
#undef BINARY
#undef BINARY_AS
#undef INPLACE
#undef COMPARE

NATIVE(operator_neg, "neg(a, /)", "-a") { return negate_reenter(vm, args[0]); }
NATIVE(operator_pos, "pos(a, /)", "+a") { return positive_reenter(vm, args[0]); }
NATIVE(operator_inv, "inv(a, /)", "~a") { return invert_reenter(vm, args[0]); }
NATIVE(operator_invert, "invert(a, /)", "~a") { return invert_reenter(vm, args[0]); }
NATIVE(operator_abs, "abs(a, /)", "abs(a)") {
  UnaryFn abs = class_of(args[0])->slots.abs;
  if (!abs) return raise_type_error(vm, "bad operand type for abs(): '%s'", type_name(args[0]));
  return abs(vm, args[0]);
}
NATIVE(operator_not, "not_(a, /)", "not a") {
  COIL_TRY(bool truth, truthy_reenter(vm, args[0]));
  return Value::boolean(!truth);
}
NATIVE(operator_truth, "truth(a, /)", "Whether a is true.") {
  COIL_TRY(bool truth, truthy_reenter(vm, args[0]));
  return Value::boolean(truth);
}
NATIVE(operator_is, "is_(a, b, /)", "a is b") { return Value::boolean(args[0] == args[1]); }
NATIVE(operator_is_not, "is_not(a, b, /)", "a is not b") { return Value::boolean(args[0] != args[1]); }
NATIVE(operator_index, "index(a, /)", "a.__index__()") { return index_reenter(vm, args[0]); }
bool is_sequence(Value value) { return class_of(value)->slots.get_item && !value.is(Kind::Dict); }
// Whether one of two sequences knows how to add them; built-in ones refuse what they cannot add in their own words. `inplace`: a name that serves too.
Result<void> require_concatenable(Vm& vm, Value left, Value right, Str* inplace) {
  Class* first = class_of(left);
  const bool adds = class_lookup(first, vm.name(Name::add_)) || class_lookup(first, inplace) || class_lookup(class_of(right), vm.name(Name::radd_));
  const bool both = is_sequence(left) && (is_sequence(right) || !(first->flags & kClassHeap));
  if (!adds || !both) return raise_type_error(vm, "'%s' object can't be concatenated", type_name(left));
  return ok();
}
NATIVE(operator_concat, "concat(a, b, /)", "a + b of two sequences.") {
  COIL_CHECK(require_concatenable(vm, args[0], args[1], vm.name(Name::add_)));
  return binary_reenter(vm, BinaryOp::Add, args[0], args[1]);
}
NATIVE(operator_iconcat, "iconcat(a, b, /)", "a += b of two sequences.") {
  COIL_CHECK(require_concatenable(vm, args[0], args[1], vm.name(Name::iadd_)));
  return inplace_reenter(vm, BinaryOp::Add, args[0], args[1]);
}
Result<Value> searched_iterator_reenter(Vm& vm, Value object) {
  Result<Value> iterator = iter_reenter(vm, object);
  if (iterator || !pending_matches(vm, Exc::TypeError)) return iterator;
  clear_pending(vm);
  return raise_type_error(vm, "argument of type '%s' is not iterable", type_name(object));
}

NATIVE(operator_contains, "contains(a, b, /)", "b in a") {
  COIL_TRY(bool found, contains_reenter(vm, args[0], args[1]));
  return Value::boolean(found);
}
NATIVE(operator_getitem, "getitem(a, b, /)", "a[b]") { return get_item_reenter(vm, args[0], args[1]); }
NATIVE(operator_setitem, "setitem(a, b, c, /)", "a[b] = c") {
  COIL_CHECK(set_item_reenter(vm, args[0], args[1], args[2]));
  return none();
}
NATIVE(operator_delitem, "delitem(a, b, /)", "del a[b]") {
  COIL_CHECK(del_item_reenter(vm, args[0], args[1]));
  return none();
}
NATIVE(operator_count_of, "countOf(a, b, /)", "Number of items of a that are b or equal to b.") {
  COIL_TRY(Value iterator, searched_iterator_reenter(vm, args[0]));
  for (int64_t count = 0;;) {
    COIL_TRY(Value item, next_reenter(vm, iterator));
    if (item.is_stop()) return Value::small_int(count);
    COIL_TRY(bool equal, equal_reenter(vm, item, args[1]));
    count += equal;
  }
}
NATIVE(operator_index_of, "indexOf(a, b, /)", "Position of the first item of a that is b or equal to b.") {
  COIL_TRY(Value iterator, searched_iterator_reenter(vm, args[0]));
  for (int64_t at = 0;; at++) {
    COIL_TRY(Value item, next_reenter(vm, iterator));
    if (item.is_stop()) return raise_value_error(vm, "sequence.index(x): x not in sequence");
    COIL_TRY(bool equal, equal_reenter(vm, item, args[1]));
    if (equal) return Value::small_int(at);
  }
}
NATIVE(operator_length_hint, "length_hint(obj, default=0, /)", "len(obj), or an estimate from __length_hint__, or the default.") {
  int64_t fallback = 0;
  if (args.has(1)) {
    if (!args[1].is_int()) return raise_type_error(vm, "'%s' object cannot be interpreted as an integer", type_name(args[1]));
    COIL_TRY(fallback, ssize_from_reenter(vm, args[1]));
  }
  COIL_TRY(int64_t hint, length_hint_reenter(vm, args[0], fallback));
  return make_int(vm, hint);
}
NATIVE(operator_call, "call(obj, /, *args, **kwargs)", "obj(*args, **kwargs)") {
  return call_ex_reenter(vm, args[0], args[1].as<Tuple>(), args[2].as<Dict>());
}

// -- getters: `items` are keys, dotted names split into tuples, or the arguments of a method call

struct Getter : NativeObject {
  Tuple* items;      // itemgetter: keys; attrgetter: tuple of names for each attribute; methodcaller: positional arguments
  Str* name;         // methodcaller
  Dict* keywords;    // methodcaller
};
void trace_getter(Cell* cell, Marker& marker) {
  auto* getter = static_cast<Getter*>(cell);
  marker.cell(getter->items);
  marker.cell(getter->name);
  marker.cell(getter->keywords);
}
const NativeObjectOps kGetterOps{trace_getter, nullptr};

Result<void> check_one_argument(Vm& vm, const char* name, size_t npos, Tuple* kwnames) {
  if (kwnames && kwnames->size) return raise_type_error(vm, "%s() takes no keyword arguments", name);
  if (npos != 1) return raise_type_error(vm, "%s expected 1 argument, got %zu", name, npos);
  return ok();
}

Result<Value> itemgetter_make(Vm& vm, Class* cls, Value* args, size_t npos, Tuple* kwnames) {
  if (kwnames && kwnames->size) return raise_type_error(vm, "itemgetter() takes no keyword arguments");
  if (npos == 0) return raise_type_error(vm, "itemgetter expected 1 argument, got 0");
  COIL_TRY(Tuple* items, new_tuple_from(vm, args, npos));
  COIL_TRY(Getter* getter, new_native_object<Getter>(vm, cls, &kGetterOps));
  getter->items = items;
  return Value(getter);
}
Result<Value> itemgetter_call(Vm& vm, Value self, Value* args, size_t npos, Tuple* kwnames) {
  COIL_CHECK(check_one_argument(vm, "itemgetter", npos, kwnames));
  Value object = args[0];
  Tuple* items = self.as<Getter>()->items;
  if (items->size == 1) {
    Value key = items->items[0];
    if (key.is_small_int() && key.small_int() >= 0 && is_exact(object, Kind::Tuple) &&
        static_cast<size_t>(key.small_int()) < object.as<Tuple>()->size) {
      return object.as<Tuple>()->items[key.small_int()];
    }
    return get_item_reenter(vm, object, key);
  }
  COIL_TRY(Tuple* result, new_tuple(vm, items->size));
  for (size_t i = 0; i < items->size; i++) {
    COIL_TRY(Value item, get_item_reenter(vm, object, items->items[i]));
    store(result, result->items[i], item);
  }
  return Value(result);
}
Result<Value> getter_repr(Vm& vm, Value self) {
  COIL_GUARD(vm, " while getting the repr of an object");
  if (!enter_repr(vm, self)) return new_str(vm, std::string(class_name(class_of(self))) + "(...)");
  auto* getter = self.as<Getter>();
  StrBuilder out(vm);
  auto run = [&]() -> Result<void> {
    out.add(class_name(class_of(self)));
    out.add("(");
    bool first = true;
    auto show = [&](Value value) -> Result<void> {
      if (!first) out.add(", ");
      first = false;
      COIL_TRY(Str* text, repr_reenter(vm, value));
      out.add_str(text);
      return ok();
    };
    if (getter->name) COIL_CHECK(show(getter->name));
    for (size_t i = 0; i < getter->items->size; i++) {
      Value item = getter->items->items[i];
      if (class_of(self)->slots.call == itemgetter_call || getter->name) {
        COIL_CHECK(show(item));
        continue;
      }
      COIL_TRY(Str* dot, new_str_ascii(vm, "."));
      COIL_TRY(Value joined, call_method_reenter(vm, dot, vm.name(Name::k_join), {item}));
      COIL_CHECK(show(joined));
    }
    if (getter->keywords) {
      size_t position = 0;
      Value key, value;
      while (dict_next(getter->keywords, &position, &key, &value)) {
        out.add(", ");
        out.add_str(key.as<Str>());
        out.add("=");
        COIL_TRY(Str* text, repr_reenter(vm, value));
        out.add_str(text);
      }
    }
    out.add(")");
    return ok();
  };
  Result<void> done = run();
  leave_repr(vm, self);
  if (!done) return Error{};
  return out.finish();
}

Result<Value> attrgetter_make(Vm& vm, Class* cls, Value* args, size_t npos, Tuple* kwnames) {
  if (kwnames && kwnames->size) return raise_type_error(vm, "attrgetter() takes no keyword arguments");
  if (npos == 0) return raise_type_error(vm, "attrgetter expected 1 argument, got 0");
  COIL_TRY(Tuple* items, new_tuple(vm, npos));
  for (size_t i = 0; i < npos; i++) {
    if (!args[i].is(Kind::Str)) return raise_type_error(vm, "attribute name must be a string");
    std::string name = str_utf8(args[i]);
    COIL_TRY(List* parts, new_list(vm));
    for (size_t start = 0;;) {
      size_t dot = name.find('.', start);
      COIL_CHECK(list_append(vm, parts, intern(vm, std::string_view(name).substr(start, dot == std::string::npos ? dot : dot - start))));
      if (dot == std::string::npos) break;
      start = dot + 1;
    }
    COIL_TRY(Tuple* path, new_tuple_from(vm, parts->items(), parts->size));
    store(items, items->items[i], path);
  }
  COIL_TRY(Getter* getter, new_native_object<Getter>(vm, cls, &kGetterOps));
  getter->items = items;
  return Value(getter);
}
Result<Value> follow_path_reenter(Vm& vm, Value object, Tuple* path) {
  for (size_t i = 0; i < path->size; i++) {
    COIL_TRY(object, get_attr_reenter(vm, object, path->items[i].as<Str>()));
  }
  return object;
}
Result<Value> attrgetter_call(Vm& vm, Value self, Value* args, size_t npos, Tuple* kwnames) {
  COIL_CHECK(check_one_argument(vm, "attrgetter", npos, kwnames));
  Value object = args[0];
  Tuple* items = self.as<Getter>()->items;
  if (items->size == 1) return follow_path_reenter(vm, object, items->items[0].as<Tuple>());
  COIL_TRY(Tuple* result, new_tuple(vm, items->size));
  for (size_t i = 0; i < items->size; i++) {
    COIL_TRY(Value item, follow_path_reenter(vm, object, items->items[i].as<Tuple>()));
    store(result, result->items[i], item);
  }
  return Value(result);
}

Result<Value> methodcaller_make(Vm& vm, Class* cls, Value* args, size_t npos, Tuple* kwnames) {
  if (npos == 0) return raise_type_error(vm, "methodcaller needs at least one argument, the method name");
  if (!args[0].is(Kind::Str)) return raise_type_error(vm, "method name must be a string");
  COIL_TRY(Tuple* items, new_tuple_from(vm, args + 1, npos - 1));
  Dict* keywords = nullptr;
  if (kwnames && kwnames->size) {
    COIL_TRY(keywords, new_dict(vm));
    for (size_t i = 0; i < kwnames->size; i++) COIL_CHECK(dict_set_str(vm, keywords, kwnames->items[i].as<Str>(), args[npos + i]));
  }
  COIL_TRY(Getter* getter, new_native_object<Getter>(vm, cls, &kGetterOps));
  getter->name = intern_str(vm, args[0].as<Str>());
  getter->items = items;
  getter->keywords = keywords;
  return Value(getter);
}
Result<Value> methodcaller_call(Vm& vm, Value self, Value* args, size_t npos, Tuple* kwnames) {
  COIL_CHECK(check_one_argument(vm, "methodcaller", npos, kwnames));
  auto* getter = self.as<Getter>();
  COIL_TRY(Value method, get_attr_reenter(vm, args[0], getter->name));
  return call_ex_reenter(vm, method, getter->items, getter->keywords);
}

NATIVE(getter_reduce, "__reduce__(self, /)", "How to make an equal getter.") {
  auto* getter = self_as<Getter>(args);
  Value cls = class_of(args[0]);
  COIL_TRY(List* arguments, new_list(vm));
  if (getter->name) COIL_CHECK(list_append(vm, arguments, getter->name));
  bool paths = class_of(args[0])->slots.call == attrgetter_call;
  for (size_t i = 0; i < getter->items->size; i++) {
    Value item = getter->items->items[i];
    if (paths) {
      std::string joined;
      for (size_t k = 0; k < item.as<Tuple>()->size; k++) joined += (k ? "." : "") + str_utf8(item.as<Tuple>()->items[k]);
      COIL_TRY(item, new_str(vm, joined));
    }
    COIL_CHECK(list_append(vm, arguments, item));
  }
  COIL_TRY(Tuple* given, new_tuple_from(vm, arguments->items(), arguments->size));
  if (!getter->keywords) return make_tuple(vm, {cls, given});
  COIL_TRY(Value functools, g_hooks.import_name(vm, intern(vm, "functools"), nullptr, none(), 0));
  COIL_TRY(Value partial, get_attr_reenter(vm, functools, intern(vm, "partial")));
  COIL_TRY(Tuple* first, make_tuple(vm, {cls, getter->name}));
  COIL_TRY(Value bound, call_ex_reenter(vm, partial, first, getter->keywords));
  return make_tuple(vm, {bound, getter->items});
}

Result<void> define_getter(Vm& vm, Dict* ns, const char* name, const char* doc, NewFn make, CallFn call) {
  COIL_TRY(Class* cls, new_module_class<Getter>(vm, name, "operator", doc));
  cls->flags |= kClassFinal;
  cls->slots.make = make;
  cls->slots.init = init_nothing;
  cls->slots.call = call;
  cls->slots.repr = getter_repr;
  define_class(vm, cls, {&getter_reduce_spec}, {});
  return module_set(vm, ns, name, cls);
}

Result<void> init_operator(Vm& vm, Dict* ns) {
  COIL_CHECK(define_getter(vm, ns, "itemgetter", "Callable that takes an item, or a tuple of items, out of its argument.", itemgetter_make,
                           itemgetter_call));
  COIL_CHECK(define_getter(vm, ns, "attrgetter", "Callable that takes an attribute, or a tuple of attributes, of its argument.",
                           attrgetter_make, attrgetter_call));
  COIL_CHECK(define_getter(vm, ns, "methodcaller", "Callable that calls the named method of its argument.", methodcaller_make,
                           methodcaller_call));
  COIL_TRY(List* public_names, new_list(vm));
  size_t position = 0;
  Value public_name, value;
  while (dict_next(ns, &position, &public_name, &value)) {
    if (view(public_name)[0] != '_') COIL_CHECK(list_append(vm, public_names, public_name));
  }
  COIL_CHECK(list_sort_reenter(vm, public_names, none(), false));
  COIL_CHECK(module_set(vm, ns, "__all__", public_names));
  // The dunder names are aliases.
  struct Alias { const char *dunder, *name; };
  static constexpr Alias kAliases[] = {
      {"__lt__", "lt"}, {"__le__", "le"}, {"__eq__", "eq"}, {"__ne__", "ne"}, {"__ge__", "ge"}, {"__gt__", "gt"}, {"__not__", "not_"},
      {"__abs__", "abs"}, {"__add__", "add"}, {"__and__", "and_"}, {"__call__", "call"}, {"__floordiv__", "floordiv"}, {"__index__", "index"},
      {"__inv__", "inv"}, {"__invert__", "invert"}, {"__lshift__", "lshift"}, {"__mod__", "mod"}, {"__mul__", "mul"}, {"__matmul__", "matmul"},
      {"__neg__", "neg"}, {"__or__", "or_"}, {"__pos__", "pos"}, {"__pow__", "pow"}, {"__rshift__", "rshift"}, {"__sub__", "sub"},
      {"__truediv__", "truediv"}, {"__xor__", "xor"}, {"__concat__", "concat"}, {"__contains__", "contains"}, {"__delitem__", "delitem"},
      {"__getitem__", "getitem"}, {"__setitem__", "setitem"}, {"__iadd__", "iadd"}, {"__iand__", "iand"}, {"__iconcat__", "iconcat"},
      {"__ifloordiv__", "ifloordiv"}, {"__ilshift__", "ilshift"}, {"__imod__", "imod"}, {"__imul__", "imul"}, {"__imatmul__", "imatmul"},
      {"__ior__", "ior"}, {"__ipow__", "ipow"}, {"__irshift__", "irshift"}, {"__isub__", "isub"}, {"__itruediv__", "itruediv"}, {"__ixor__", "ixor"}};
  for (const Alias& alias : kAliases) {
    COIL_CHECK(module_set(vm, ns, alias.dunder, dict_get_str(ns, intern(vm, alias.name))));
  }
  return ok();
}

}  // namespace

MODULE(operator_native, "operator", "The language's operators as functions.", init_operator, FN(operator_add), FN(operator_sub), FN(operator_mul),
       FN(operator_matmul), FN(operator_truediv), FN(operator_floordiv), FN(operator_mod), FN(operator_pow), FN(operator_lshift),
       FN(operator_rshift), FN(operator_and), FN(operator_or), FN(operator_xor), FN(operator_iadd), FN(operator_isub), FN(operator_imul),
       FN(operator_imatmul), FN(operator_itruediv), FN(operator_ifloordiv), FN(operator_imod), FN(operator_ilshift), FN(operator_irshift),
       FN(operator_iand), FN(operator_ior), FN(operator_ixor), FN(operator_ipow), FN(operator_lt), FN(operator_le), FN(operator_eq),
       FN(operator_ne), FN(operator_ge), FN(operator_gt), FN(operator_neg), FN(operator_pos), FN(operator_inv), FN(operator_invert),
       FN(operator_abs), FN(operator_not), FN(operator_truth), FN(operator_is), FN(operator_is_not), FN(operator_index), FN(operator_concat),
       FN(operator_iconcat), FN(operator_contains), FN(operator_getitem), FN(operator_setitem), FN(operator_delitem), FN(operator_count_of),
       FN(operator_index_of), FN(operator_length_hint), FN(operator_call))

}  // namespace coil
