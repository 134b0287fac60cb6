// The operations of the language on any value, as natives use them. Suffix _reenter: may run language code, after which sizes and
// data of every mutable object must be read again. Fast paths for exact built-in types are inside.
#pragma once

#include <initializer_list>

#include "objects/containers.hpp"
#include "objects/vm.hpp"

namespace coil {

// -- attributes and calls
Result<Value> get_attr_reenter(Vm&, Value object, Str* name);
/// Nothing-as-Value::stop() when the attribute is missing (AttributeError swallowed), else the value or another error.
Result<Value> find_attr_reenter(Vm&, Value object, Str* name);
/// The name that getattr() and the like are given. One of a derived class stays what it is, unless it has a hash or == of its own: a program's __getattr__
/// gets it, and a __dict__ keeps it.
Result<Str*> attribute_name(Vm&, Value name);
Result<void> set_attr_reenter(Vm&, Value object, Str* name, Value value);
Result<void> del_attr_reenter(Vm&, Value object, Str* name);
/// Special method by type, bound; Value::stop() when absent.
Result<Value> lookup_special_reenter(Vm&, Value object, Str* name);
Result<Value> call_reenter(Vm&, Value callee, std::initializer_list<Value> args);
Result<Value> call_vector_reenter(Vm&, Value callee, Value* args, size_t npos, Tuple* kwnames);
/// Gives `call` a copy of a call's arguments behind a new first one: on the stack unless there are many.
template <class Call>
Result<Value> with_first_argument(Vm& vm, Value first, const Value* args, size_t npos, Tuple* kwnames, Call call) {
  constexpr size_t kFew = 16;
  const size_t count = npos + (kwnames ? kwnames->size : 0) + 1;
  ValueRoom<kFew> few;
  Value* all = few;
  if (count > kFew) {
    COIL_TRY(Tuple* many, new_tuple(vm, count));
    all = many->items;
  }
  all[0] = first;
  for (size_t i = 1; i < count; i++) all[i] = args[i - 1];
  return call(all);
}
Result<Value> call_ex_reenter(Vm&, Value callee, Tuple* args, Dict* kwargs_or_null);
Result<Value> call_method_reenter(Vm&, Value object, Str* name, std::initializer_list<Value> args);
bool is_callable(Value);
/// object.__getattribute__ and object.__setattr__: the default attribute slots.
Result<Value> generic_get_attr(Vm&, Value object, Str* name);
Result<void> generic_set_attr(Vm&, Value object, Str* name, Value value_or_nothing);
/// The instance dictionary of an object, made when asked (Value::stop() when the object can't have one).
Result<Value> instance_dict(Vm&, Value object);

// -- conversions and questions
Result<bool> truthy_reenter(Vm&, Value);
Result<Str*> repr_reenter(Vm&, Value);
Result<Str*> str_reenter(Vm&, Value);
Result<Str*> ascii_reenter(Vm&, Value);
Result<Str*> format_reenter(Vm&, Value, Str* spec);
Result<int64_t> hash_reenter(Vm&, Value);                 // as CPython's for numbers; TypeError "unhashable type: 'list'"
/// slots.hash of unhashable types.
Result<int64_t> hash_not_implemented(Vm&, Value);
Result<int64_t> len_reenter(Vm&, Value);
Result<int64_t> length_hint_reenter(Vm&, Value, int64_t fallback);
Result<Value> index_reenter(Vm&, Value);                  // __index__: an exact integer; "'X' object cannot be interpreted as an integer"
/// index_reenter as a position: IndexError "cannot fit 'int' into an index-sized integer" beyond int64.
Result<int64_t> index_int64_reenter(Vm&, Value);
/// The same for an argument of a function: OverflowError.
Result<int64_t> argument_int64_reenter(Vm&, Value);
/// The same for a count of bytes or characters: OverflowError with the words of index_int64_reenter().
Result<int64_t> size_int64_reenter(Vm&, Value);
Result<int64_t> index_clamped_reenter(Vm&, Value);
/// OverflowError for what does not fit a C int.
Result<int> c_int_reenter(Vm&, Value);
/// The same, worded as CPython's functions do that take their arguments by a format: "signed integer is greater than maximum".
Result<int> parsed_int_reenter(Vm&, Value);
/// Warns when what the object's conversion method gave is of a class derived from the number's type, which is deprecated.
Result<void> check_converted_reenter(Vm&, Value object, const char* method, Value result, Kind kind);
Result<double> ask_float_reenter(Vm&, Value);             // __float__ of a value that has it
Result<double> number_as_double_reenter(Vm&, Value);      // __float__, __index__: "must be real number, not X"

// -- comparison
inline bool same_object(Value a, Value b) { return a == b; }  // `is`
Result<Value> compare_reenter(Vm&, Value a, Value b, CompareOp);      // rich comparison, any result
Result<bool> compare_bool_reenter(Vm&, Value a, Value b, CompareOp);
/// identity or ==, as containers compare.
Result<bool> equal_reenter(Vm&, Value a, Value b);
Result<bool> contains_reenter(Vm&, Value container, Value item);
/// Whether x[key] may be asked with keys of any type, as of a mapping or a list; of a deque it may not.
bool takes_keys(Value);
extern GetItemFn g_deque_get_item;  // set by the module that has the type
Result<bool> is_instance_reenter(Vm&, Value object, Value class_or_tuple);   // isinstance() with hooks and unions
Result<bool> is_subclass_reenter(Vm&, Value cls, Value class_or_tuple);

// -- operators
Result<Value> binary_reenter(Vm&, BinaryOp, Value left, Value right);
Result<Value> inplace_reenter(Vm&, BinaryOp, Value left, Value right);
Result<Value> pow_reenter(Vm&, Value base, Value exponent, Value modulus_or_none);
Result<Value> negate_reenter(Vm&, Value);
Result<Value> positive_reenter(Vm&, Value);
Result<Value> invert_reenter(Vm&, Value);
const char* binary_op_symbol(BinaryOp);                    // "+", "//", ...

// -- items and iteration
Result<Value> get_item_reenter(Vm&, Value object, Value key);
Result<void> set_item_reenter(Vm&, Value object, Value key, Value value);
Result<void> del_item_reenter(Vm&, Value object, Value key);
Result<Value> iter_reenter(Vm&, Value);                    // "'X' object is not iterable"
/// Next item, Value::stop() at the end (StopIteration swallowed).
Result<Value> next_reenter(Vm&, Value iterator);
/// list(iterable) / tuple(iterable): exact lists and tuples are copied without iteration protocol.
Result<List*> list_from_iterable_reenter(Vm&, Value);
Result<Tuple*> tuple_from_iterable_reenter(Vm&, Value);
/// An exact list or tuple itself, else a list of what the iterator gives; `message` is the TypeError for what is not iterable. Only the iterator is asked for
/// its length, not the source as list() does.
Result<Value> list_or_tuple_reenter(Vm&, Value source, const char* message);

/// Guards recursive repr: false when `object` is already being shown (print "[...]"). leave_repr after.
bool enter_repr(Vm&, Value object);
void leave_repr(Vm&, Value object);

}  // namespace coil
