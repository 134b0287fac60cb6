// BaseExceptionGroup and ExceptionGroup: construction, derive, split, subgroup. except* uses split through the same function.
#include <string>

#include "builtins/exception_group.hpp"
#include "builtins/exceptions_internal.hpp"
#include "builtins/object_internal.hpp"
#include "objects/containers.hpp"

namespace coil {

static Tuple* members_of(Value group) { return exception_field(exc_of(group), kGroupExceptions).as<Tuple>(); }
static bool is_group(Vm& vm, Value v) { return is_exception(v) && is_instance(v, vm.exception(Exc::BaseExceptionGroup)); }

static Result<Value> group_make(Vm& vm, Class* cls, Value* args, size_t npos, Tuple*) {
  if (npos != 2) return raise_type_error(vm, "BaseExceptionGroup.__new__() takes exactly 2 arguments (%zu given)", npos);
  if (!args[0].is(Kind::Str)) return raise_type_error(vm, "BaseExceptionGroup.__new__() argument 1 must be str, not %s", argument_type_name(args[0]));
  const Slots& slots = class_of(args[1])->slots;
  if (!slots.get_item || args[1].is(Kind::Dict) || args[1].is(Kind::Set)) {
    return raise_type_error(vm, "second argument (exceptions) must be a sequence");
  }
  COIL_TRY(Tuple* members, tuple_from_iterable_reenter(vm, args[1]));
  if (members->size == 0) return raise_value_error(vm, "second argument (exceptions) must be a non-empty sequence");
  bool nested_base = false;
  for (size_t i = 0; i < members->size; i++) {
    if (!is_exception(members->items[i])) return raise_value_error(vm, "Item %zu of second argument (exceptions) is not an exception", i);
    nested_base |= !is_instance(members->items[i], vm.exception(Exc::Exception));
  }
  if (cls == vm.exception(Exc::ExceptionGroup)) {
    if (nested_base) return raise_type_error(vm, "Cannot nest BaseExceptions in an ExceptionGroup");
  } else if (cls == vm.exception(Exc::BaseExceptionGroup)) {
    if (!nested_base) cls = vm.exception(Exc::ExceptionGroup);
  } else if (nested_base && is_subclass(cls, vm.exception(Exc::Exception))) {
    return raise_type_error(vm, "Cannot nest BaseExceptions in '%s'", class_name(cls));
  }
  COIL_TRY(Exception* group, make_exception(vm, cls, args, npos));
  COIL_CHECK(set_exception_field(vm, group, kGroupMessage, args[0]));
  COIL_CHECK(set_exception_field(vm, group, kGroupExceptions, members));
  return Value(group);
}

static Result<void> group_init(Vm& vm, Value self, Value* args, size_t npos, Tuple* kwnames) {
  COIL_CHECK(reject_keywords(vm, self, kwnames));
  return set_exception_args(vm, self, args, npos);
}

static Result<Value> group_str(Vm& vm, Value self) {
  size_t count = members_of(self)->size;
  COIL_TRY(Str* message, str_reenter(vm, exception_field(exc_of(self), kGroupMessage)));
  return new_str(vm, str_utf8(message) + " (" + std::to_string(count) + " sub-exception" + (count == 1 ? "" : "s") + ")");
}

// -- split

/// A group with the members, made by the original's derive(), with its metadata.
static Result<Value> derive_copy(Vm& vm, Value original, List* members) {
  if (members->size == 0) return none();
  COIL_TRY(Value derived, call_method_reenter(vm, original, intern(vm, "derive"), {members}));
  if (!is_group(vm, derived)) return raise_type_error(vm, "derive must return an instance of BaseExceptionGroup");
  Exception* from = exc_of(original);
  Exception* to = exc_of(derived);
  to->traceback = from->traceback;
  to->cause = from->cause;
  to->context = from->context;
  to->suppress_context = from->suppress_context;
  write_barrier(to);
  COIL_TRY(Value notes, find_attr_reenter(vm, original, vm.name(Name::notes_)));
  if (!notes.is_stop() && notes.is(Kind::List)) {
    COIL_TRY(List* copy, list_from_iterable_reenter(vm, notes));
    COIL_CHECK(set_attr_reenter(vm, derived, vm.name(Name::notes_), copy));
  }
  return derived;
}

/// Whether an exception goes to the matching side. `condition` is a class, a tuple of classes or a predicate.
static Result<bool> matches(Vm& vm, Value exception, Value condition, bool predicate) {
  if (!predicate) return is_instance_reenter(vm, exception, condition);
  COIL_TRY(Value answer, call_reenter(vm, condition, {exception}));
  return truthy_reenter(vm, answer);
}

static Result<void> split(Vm& vm, Value exception, Value condition, bool predicate, bool want_rest, Value* match, Value* rest) {
  COIL_GUARD(vm, " in exceptiongroup_split_recursive");
  *match = none();
  *rest = none();
  COIL_TRY(bool whole, matches(vm, exception, condition, predicate));
  if (whole) {
    *match = exception;
    return ok();
  }
  if (!is_group(vm, exception)) {
    *rest = exception;
    return ok();
  }
  COIL_TRY(List* matching, new_list(vm));
  COIL_TRY(List* others, new_list(vm));
  Tuple* members = members_of(exception);
  for (size_t i = 0; i < members->size; i++) {
    Value inner_match, inner_rest;
    COIL_CHECK(split(vm, members->items[i], condition, predicate, want_rest, &inner_match, &inner_rest));
    if (!inner_match.is_none()) COIL_CHECK(list_append(vm, matching, inner_match));
    if (want_rest && !inner_rest.is_none()) COIL_CHECK(list_append(vm, others, inner_rest));
  }
  COIL_TRY(Value matched, derive_copy(vm, exception, matching));
  *match = matched;
  if (want_rest) {
    COIL_TRY(Value left, derive_copy(vm, exception, others));
    *rest = left;
  }
  return ok();
}

Result<void> split_exception_group_reenter(Vm& vm, Value group, Value type, Value* match, Value* rest) {
  return split(vm, group, type, false, true, match, rest);
}

/// Whether the condition is a predicate; TypeError when it is neither that nor types.
static Result<bool> check_condition(Vm& vm, Value condition) {
  if (is_exception_class(condition)) return false;
  if (condition.is(Kind::Tuple)) {
    auto* tuple = condition.as<Tuple>();
    bool types = true;
    for (size_t i = 0; i < tuple->size; i++) types &= is_exception_class(tuple->items[i]);
    if (types) return false;
  } else if (is_callable(condition) && !condition.is(Kind::Class)) {
    return true;
  }
  return raise_type_error(vm, "expected a function, exception type or tuple of exception types");
}

/// The one argument of a method that counts for itself.
Result<Value> only_argument(Vm& vm, Tuple* arguments, const char* message) {
  if (arguments->size != 1) return raise_type_error(vm, message, size_t{arguments->size});
  return arguments->items[0];
}

NATIVE(group_derive, "derive(self, *excs)", "A group of the same message with other exceptions.") {
  COIL_TRY(Value exceptions, only_argument(vm, args[1].as<Tuple>(), "function takes exactly 1 argument (%zu given)"));
  Value message = exception_field(exc_of(args[0]), kGroupMessage);
  return call_reenter(vm, vm.exception(Exc::BaseExceptionGroup), {message, exceptions});
}

NATIVE(group_split, "split(self, *condition)", "The pair of the group's parts that match and do not match.") {
  COIL_TRY(Value condition, only_argument(vm, args[1].as<Tuple>(), "split expected 1 argument, got %zu"));
  COIL_TRY(bool predicate, check_condition(vm, condition));
  Value match, rest;
  COIL_CHECK(split(vm, args[0], condition, predicate, true, &match, &rest));
  COIL_TRY(Tuple* pair, make_tuple(vm, {match, rest}));
  return Value(pair);
}

NATIVE(group_subgroup, "subgroup(self, *condition)", "The part of the group that matches, or None.") {
  COIL_TRY(Value condition, only_argument(vm, args[1].as<Tuple>(), "subgroup expected 1 argument, got %zu"));
  COIL_TRY(bool predicate, check_condition(vm, condition));
  Value match, rest;
  COIL_CHECK(split(vm, args[0], condition, predicate, false, &match, &rest));
  return match;
}

static const GetSetSpec kGroupMessageField{"message", get_exception_field<kGroupMessage>, nullptr, "exception message"};
static const GetSetSpec kGroupExceptionsField{"exceptions", get_exception_field<kGroupExceptions>, nullptr, "nested exceptions"};

void setup_exception_groups(Vm& vm) {
  Class* cls = vm.exception(Exc::BaseExceptionGroup);
  cls->slots.make = group_make;
  cls->slots.init = group_init;
  cls->slots.str = group_str;
  define_class(vm, cls, {&group_derive_spec, &group_split_spec, &group_subgroup_spec}, {&kGroupMessageField, &kGroupExceptionsField});
}

}  // namespace coil
