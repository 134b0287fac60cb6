// The built-in functions on values, and the names of the built-in types and exceptions: what module builtins starts with. Functions that
// need imports, code, files or the terminal are in modules/builtins_host.cpp; print and anext have their own files.
#include <algorithm>

#include "builtins/containers_internal.hpp"
#include "builtins/functions_internal.hpp"
#include "objects/exception.hpp"
#include "objects/iteration.hpp"

namespace coil {

namespace {

// -- numbers

NATIVE(builtin_abs, "abs(x, /)", "The absolute value.") {
  UnaryFn slot = class_of(args[0])->slots.abs;
  if (!slot) return raise_type_error(vm, "bad operand type for abs(): '%s'", type_name(args[0]));
  return slot(vm, args[0]);
}

Result<Value> in_base_reenter(Vm& vm, Value value, int base, std::string_view prefix) {
  COIL_TRY(Value number, index_reenter(vm, value));
  COIL_TRY(Value magnitude, int_abs(vm, number));
  COIL_TRY(Str* digits, int_to_str(vm, magnitude, base));
  StrBuilder text(vm);
  if (int_sign(number) < 0) text.add("-");
  text.add(prefix);
  text.add_str(digits);
  return text.finish();
}

NATIVE(builtin_bin, "bin(number, /)", "The binary form of an integer: '0b101'.") { return in_base_reenter(vm, args[0], 2, "0b"); }
NATIVE(builtin_oct, "oct(number, /)", "The octal form of an integer: '0o17'.") { return in_base_reenter(vm, args[0], 8, "0o"); }
NATIVE(builtin_hex, "hex(number, /)", "The hexadecimal form of an integer: '0xff'.") { return in_base_reenter(vm, args[0], 16, "0x"); }

NATIVE(builtin_divmod, "divmod(x, y, /)", "The pair (x // y, x % y).") {
  Value left = args[0], right = args[1];
  BinaryFn left_slot = class_of(left)->slots.divmod, right_slot = class_of(right)->slots.divmod;
  if (left_slot == right_slot) right_slot = nullptr;
  bool right_first = left_slot && right_slot && is_subclass(class_of(right), class_of(left));
  BinaryFn order[] = {right_first ? right_slot : left_slot, right_first ? left_slot : right_slot};
  for (BinaryFn slot : order) {
    if (!slot) continue;
    COIL_TRY(Value result, slot(vm, left, right));
    if (!result.is_not_implemented()) return result;
  }
  return raise_type_error(vm, "unsupported operand type(s) for divmod(): '%s' and '%s'", type_name(left), type_name(right));
}

NATIVE(builtin_pow, "pow(base, exp, mod=None)", "base to the power of exp, modulo mod when it is given.") {
  return pow_reenter(vm, args[0], args[1], args.get(2, none()));
}

NATIVE(builtin_round, "round(number, ndigits=None)", "The number rounded to ndigits digits after the point; an integer without ndigits.") {
  COIL_TRY(Value method, lookup_special_reenter(vm, args[0], vm.name(Name::round_)));
  if (method.is_stop()) return raise_type_error(vm, "type %s doesn't define __round__ method", type_name(args[0]));
  if (!args.has(1) || args[1].is_none()) return call_reenter(vm, method, {});
  return call_reenter(vm, method, {args[1]});
}

NATIVE(builtin_chr, "chr(i, /)", "The character with the code point i.") {
  COIL_TRY(Value number, index_reenter(vm, args[0]));
  int64_t code;
  if (!int_to_i64(number, &code) || code > INT32_MAX || code < INT32_MIN) {
    return raise(vm, Exc::OverflowError, "Python int too large to convert to C int");
  }
  if (code < 0 || code > 0x10ffff) return raise_value_error(vm, "chr() arg not in range(0x110000)");
  return new_str_char(vm, static_cast<Char>(code));
}

NATIVE(builtin_ord, "ord(c, /)", "The code point of a character.") {
  size_t length;
  if (args[0].is(Kind::Str)) {
    StrView text = view(args[0]);
    if (text.length == 1) return Value::small_int(text[0]);
    length = text.length;
  } else if (args[0].is(Kind::Bytes) || args[0].is(Kind::ByteArray)) {
    ByteSpan span{nullptr, 0};
    byte_span(args[0], &span);
    if (span.size == 1) return Value::small_int(span.data[0]);
    length = span.size;
  } else {
    return raise_type_error(vm, "ord() expected string of length 1, but %s found", type_name(args[0]));
  }
  return raise_type_error(vm, "ord() expected a character, but string of length %zu found", length);
}

// -- items of iterables

NATIVE(builtin_all, "all(iterable, /)", "Whether every item is true.") {
  COIL_TRY(Value iterator, iter_reenter(vm, args[0]));
  NextFn next = next_function(iterator);
  for (uint32_t count = 1;; count++) {
    COIL_TRY(Value item, next(vm, iterator));
    if (item.is_stop()) return Value::boolean(true);
    COIL_TRY(bool truth, truthy_reenter(vm, item));
    if (!truth) return Value::boolean(false);
    if ((count & 0xffff) == 0) COIL_CHECK(check_interrupts_reenter(vm));
  }
}

NATIVE(builtin_any, "any(iterable, /)", "Whether some item is true.") {
  COIL_TRY(Value iterator, iter_reenter(vm, args[0]));
  NextFn next = next_function(iterator);
  for (uint32_t count = 1;; count++) {
    COIL_TRY(Value item, next(vm, iterator));
    if (item.is_stop()) return Value::boolean(false);
    COIL_TRY(bool truth, truthy_reenter(vm, item));
    if (truth) return Value::boolean(true);
    if ((count & 0xffff) == 0) COIL_CHECK(check_interrupts_reenter(vm));
  }
}

NATIVE(builtin_iter, "iter(object, sentinel=<unrepresentable>, /)", "An iterator over the object, or over a callable's results until sentinel.") {
  if (!args.has(1)) return iter_reenter(vm, args[0]);
  if (!is_callable(args[0])) return raise_type_error(vm, "iter(v, w): v must be callable");
  COIL_TRY(PairCell* iterator, alloc<PairCell>(vm, Kind::CallableIter));
  iterator->first = args[0];
  iterator->second = args[1];
  return iterator;
}

NATIVE(builtin_next, "next(iterator, default=<unrepresentable>, /)", "The next item; at the end default, or StopIteration without one.") {
  NextFn next = class_of(args[0])->slots.next;
  if (!next) return raise_type_error(vm, "'%s' object is not an iterator", type_name(args[0]));
  vm.stop_value = Value();
  Result<Value> item = next(vm, args[0]);
  if (item && !(*item).is_stop()) return item;
  if (!item) {
    if (!args.has(1) || !pending_matches(vm, Exc::StopIteration)) return Error{};
    clear_pending(vm);
  }
  if (args.has(1)) return args[1];
  return raise_stop_iteration(vm);
}

NATIVE(builtin_aiter, "aiter(async_iterable, /)", "The asynchronous iterator of an object.") {
  UnaryFn slot = class_of(args[0])->slots.aiter;
  if (!slot) return raise_type_error(vm, "'%s' object is not an async iterable", type_name(args[0]));
  COIL_TRY(Value iterator, slot(vm, args[0]));
  if (class_of(iterator)->slots.anext) return iterator;
  return raise_type_error(vm, "aiter() returned not an async iterator of type '%s'", type_name(iterator));
}

NATIVE(builtin_len, "len(obj, /)", "How many items an object has.") {
  COIL_TRY(int64_t length, len_reenter(vm, args[0]));
  return make_int(vm, length);
}

// The keyword arguments are those of list.sort, which also words the errors about them.
NATIVE(builtin_sorted, "sorted(*args, **kwargs)", "sorted(iterable, /, *, key=None, reverse=False)\n--\n\nA new sorted list of the items.") {
  Tuple* positional = args[0].as<Tuple>();
  if (positional->size != 1) return raise_type_error(vm, "sorted expected 1 argument, got %zu", positional->size);
  Value key = none(), option, value;
  bool reverse = false;
  COIL_TRY(List* list, list_from_iterable_reenter(vm, positional->items[0]));
  size_t position = 0;
  while (args[1].is(Kind::Dict) && dict_next(args[1].as<Dict>(), &position, &option, &value)) {
    if (str_is(option.as<Str>(), "key")) {
      key = value;
    } else if (str_is(option.as<Str>(), "reverse")) {
      COIL_TRY(reverse, flag_argument_reenter(vm, value));
    } else {
      return raise_type_error(vm, "'%s' is an invalid keyword argument for sort()", str_utf8(option).c_str());
    }
  }
  COIL_CHECK(list_sort_reenter(vm, list, key, reverse));
  return list;
}

NATIVE(builtin_sum, "sum(iterable, /, start=0)", "start plus all items.") {
  Value total = args.get(1, Value::small_int(0));
  COIL_TRY(Value iterator, iter_reenter(vm, args[0]));
  if (total.is(Kind::Str)) return raise_type_error(vm, "sum() can't sum strings [use ''.join(seq) instead]");
  if (total.is(Kind::Bytes)) return raise_type_error(vm, "sum() can't sum bytes [use b''.join(seq) instead]");
  if (total.is(Kind::ByteArray)) return raise_type_error(vm, "sum() can't sum bytearray [use b''.join(seq) instead]");
  NextFn next = next_function(iterator);
  for (uint32_t count = 1;; count++) {
    COIL_TRY(Value item, next(vm, iterator));
    if (item.is_stop()) return total;
    int64_t sum;
    if (total.is_small_int() && item.is_small_int() &&
        !__builtin_add_overflow(total.small_int(), item.small_int(), &sum) && Value::fits_int(sum)) {
      total = Value::small_int(sum);
    } else if (total.is_inline_float() && (item.is_inline_float() || item.is_small_int())) {
      double number = item.is_small_int() ? static_cast<double>(item.small_int()) : item.inline_float();
      COIL_TRY(total, make_float(vm, total.inline_float() + number));
    } else {
      COIL_TRY(total, binary_reenter(vm, BinaryOp::Add, total, item));
    }
    if ((count & 0xffff) == 0) COIL_CHECK(check_interrupts_reenter(vm));
  }
}

/// min and max: the first of the best items.
Result<Value> extreme_reenter(Vm& vm, const char* name, Tuple* positional, Value key, Value fallback, CompareOp better) {
  if (positional->size == 0) return raise_type_error(vm, "%s expected at least 1 argument, got 0", name);
  bool several = positional->size > 1;
  if (several && fallback) {
    return raise_type_error(vm, "Cannot specify a default for %s() with multiple positional arguments", name);
  }
  Value iterator;
  NextFn next = nullptr;
  if (!several) {
    COIL_TRY(iterator, iter_reenter(vm, positional->items[0]));
    next = next_function(iterator);
  }
  size_t position = 0;
  auto next_argument = [&] { return position < positional->size ? positional->items[position++] : Value::stop(); };
  bool has_key = key && !key.is_none();
  Value best, best_key;
  for (uint32_t count = 1;; count++) {
    COIL_TRY(Value item, several ? Result<Value>(next_argument()) : next(vm, iterator));
    if (item.is_stop()) break;
    Value item_key = item;
    if (has_key) { COIL_TRY(item_key, call_args_reenter(vm, key, item)); }
    bool wins = true;
    if (best) {
      if (item_key.is_small_int() && best_key.is_small_int()) {
        int64_t a = item_key.small_int(), b = best_key.small_int();
        wins = better == CompareOp::Lt ? a < b : a > b;
      } else {
        COIL_TRY(wins, compare_bool_reenter(vm, item_key, best_key, better));
      }
    }
    if (wins) {
      best = item;
      best_key = item_key;
    }
    if ((count & 0xffff) == 0) COIL_CHECK(check_interrupts_reenter(vm));
  }
  if (best) return best;
  if (fallback) return fallback;
  return raise_value_error(vm, "%s() arg is an empty sequence", name);
}

NATIVE(builtin_min, "min(*args, key=None, default=<unrepresentable>) counted", "The smallest item of an iterable, or the smallest argument.") {
  return extreme_reenter(vm, "min", args[0].as<Tuple>(), args[1], args[2], CompareOp::Lt);
}

NATIVE(builtin_max, "max(*args, key=None, default=<unrepresentable>) counted", "The largest item of an iterable, or the largest argument.") {
  return extreme_reenter(vm, "max", args[0].as<Tuple>(), args[1], args[2], CompareOp::Gt);
}

// -- attributes and types

NATIVE(builtin_getattr, "getattr(object, name, default=<unrepresentable>, /)", "An attribute by name; default when it is missing.") {
  COIL_TRY(Str* name, attribute_name(vm, args[1]));
  if (!args.has(2)) return get_attr_reenter(vm, args[0], name);
  COIL_TRY(Value found, find_attr_reenter(vm, args[0], name));
  return found.is_stop() ? args[2] : found;
}

NATIVE(builtin_hasattr, "hasattr(obj, name, /)", "Whether the object has the attribute.") {
  COIL_TRY(Str* name, attribute_name(vm, args[1]));
  COIL_TRY(Value found, find_attr_reenter(vm, args[0], name));
  return Value::boolean(!found.is_stop());
}

NATIVE(builtin_setattr, "setattr(obj, name, value, /)", "Set an attribute by name.") {
  COIL_TRY(Str* name, attribute_name(vm, args[1]));
  COIL_CHECK(set_attr_reenter(vm, args[0], name, args[2]));
  return none();
}

NATIVE(builtin_delattr, "delattr(obj, name, /)", "Delete an attribute by name.") {
  COIL_TRY(Str* name, attribute_name(vm, args[1]));
  COIL_CHECK(del_attr_reenter(vm, args[0], name));
  return none();
}

NATIVE(builtin_callable, "callable(obj, /)", "Whether the object can be called.") { return Value::boolean(is_callable(args[0])); }

NATIVE(builtin_hash, "hash(obj, /)", "The hash of an object; equal objects have equal hashes.") {
  COIL_TRY(int64_t hash, hash_reenter(vm, args[0]));
  return make_int(vm, hash);
}

NATIVE(builtin_id, "id(obj, /)", "A number that identifies the object while it lives.") { return make_int_u64(vm, args[0].bits()); }

NATIVE(builtin_isinstance, "isinstance(obj, class_or_tuple, /)", "Whether the object is an instance of a class, a union, or a class of the tuple.") {
  COIL_TRY(bool answer, is_instance_reenter(vm, args[0], args[1]));
  return Value::boolean(answer);
}

NATIVE(builtin_issubclass, "issubclass(class, class_or_tuple, /)", "Whether the class is derived from a class, or from a class of the tuple.") {
  COIL_TRY(bool answer, is_subclass_reenter(vm, args[0], args[1]));
  return Value::boolean(answer);
}

NATIVE(builtin_repr, "repr(obj, /)", "The text that shows an object to programmers.") { return repr_reenter(vm, args[0]); }
NATIVE(builtin_ascii, "ascii(obj, /)", "repr() with escapes for all characters outside ASCII.") { return ascii_reenter(vm, args[0]); }

NATIVE(builtin_format, "format(value, format_spec='', /)", "The value as text, as format_spec says.") {
  Value spec = args.get(1, vm.empty_str);
  if (!spec.is(Kind::Str)) return raise_type_error(vm, "format() argument 2 must be str, not %s", argument_type_name(spec));
  return format_reenter(vm, args[0], spec.as<Str>());
}

/// locals() of the running function.
Result<Value> caller_locals_reenter(Vm& vm) {
  Value function = dict_get_str(vm.builtins, intern(vm, "locals"));
  if (!function) return raise(vm, Exc::SystemError, "frame does not exist");
  return call_reenter(vm, function, {});
}

NATIVE(builtin_vars, "vars(object=<unrepresentable>, /)", "The __dict__ of an object; without an argument like locals().") {
  if (!args.has(0)) return caller_locals_reenter(vm);
  COIL_TRY(Value found, find_attr_reenter(vm, args[0], vm.name(Name::dict_)));
  if (found.is_stop()) return raise_type_error(vm, "vars() argument must have __dict__ attribute");
  return found;
}

NATIVE(builtin_dir, "dir(object=<unrepresentable>, /)", "The sorted names of an object's attributes; without an argument the local names.") {
  Value names;
  if (!args.has(0)) {
    COIL_TRY(Value locals, caller_locals_reenter(vm));
    COIL_TRY(names, call_method_reenter(vm, locals, vm.name(Name::k_keys), {}));
  } else {
    COIL_TRY(Value method, lookup_special_reenter(vm, args[0], vm.name(Name::dir_)));
    if (method.is_stop()) return raise_type_error(vm, "object does not provide __dir__");
    COIL_TRY(names, call_reenter(vm, method, {}));
  }
  COIL_TRY(List* list, list_from_iterable_reenter(vm, names));
  COIL_CHECK(list_sort_reenter(vm, list, none(), false));
  return list;
}

enum TypeFlag : int { Base = 0, Final = 0, Internal = 1, WeakRef = 0 };

}  // namespace

void setup_containers(Vm& vm) {
  setup_list(vm);
  setup_tuple(vm);
  setup_dict(vm);
  setup_dict_views(vm);
  setup_dict_iterators(vm);
  setup_mapping_proxy(vm);
  setup_set(vm);
  setup_range(vm);
  setup_slice(vm);
  setup_sequence_iterators(vm);
  setup_iterator_tools(vm);
}

void setup_builtins(Vm& vm) {
  Dict* ns = vm.builtins;
  auto add = [&](const char* name, Value value) { (void)dict_set_str(vm, ns, intern(vm, name), value); };
  define_functions(vm, ns, "builtins",
                   {&builtin_abs_spec, &builtin_aiter_spec, &builtin_all_spec, &builtin_any_spec, &builtin_ascii_spec,
                    &builtin_bin_spec, &builtin_callable_spec, &builtin_chr_spec, &builtin_delattr_spec, &builtin_dir_spec,
                    &builtin_divmod_spec, &builtin_format_spec, &builtin_getattr_spec, &builtin_hasattr_spec, &builtin_hash_spec,
                    &builtin_hex_spec, &builtin_id_spec, &builtin_isinstance_spec, &builtin_issubclass_spec, &builtin_iter_spec,
                    &builtin_len_spec, &builtin_max_spec, &builtin_min_spec, &builtin_next_spec, &builtin_oct_spec,
                    &builtin_ord_spec, &builtin_pow_spec, &builtin_repr_spec, &builtin_round_spec, &builtin_setattr_spec,
                    &builtin_sorted_spec, &builtin_sum_spec, &builtin_vars_spec});
  define_print(vm, ns);
  define_anext(vm, ns);
  add("None", none());
  add("True", Value::boolean(true));
  add("False", Value::boolean(false));
  add("NotImplemented", Value(&not_implemented_cell));
  add("Ellipsis", Value(&ellipsis_cell));
  add("__debug__", Value::boolean(true));
#define TYPE(kind, type, name, base, flags) \
  if constexpr (!((flags) & Internal)) add(name, type_of_kind(Kind::kind));
#include "objects/types.def"
#undef TYPE
  for (int i = 0; i < static_cast<int>(Exc::kCount); i++) {
    auto exc = static_cast<Exc>(i);
    if (exc == Exc::CancelledError || exc == Exc::InvalidStateError) continue;  // of asyncio
    add(class_name(vm.exception(exc)), vm.exception(exc));
  }
  add("EnvironmentError", vm.exception(Exc::OSError));
  add("IOError", vm.exception(Exc::OSError));
}

}  // namespace coil
