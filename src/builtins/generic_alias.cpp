// list[int] and int | str: generic aliases and unions of types.
#include <algorithm>
#include <iterator>
#include <string>

#include "builtins/containers_internal.hpp"
#include "builtins/object_internal.hpp"
#include "objects/containers.hpp"
#include "objects/exception.hpp"

namespace coil {

void trace_attrs(Cell*, Marker&);

/// Cell::flags of a GenericAlias: *tuple[int, ...], the item that iterating over the alias gives.
static constexpr uint16_t kAliasStarred = 1;

static GenericAlias* alias_of(Value self) { return self.as<GenericAlias>(); }
static bool is_starred(Value self) { return alias_of(self)->flags & kAliasStarred; }

static void trace_alias(Cell* cell, Marker& marker) {
  auto* alias = static_cast<GenericAlias*>(cell);
  marker.value(alias->origin);
  marker.cell(alias->args);
  marker.value(alias->parameters);
  trace_attrs(cell, marker);
}

static void trace_union(Cell* cell, Marker& marker) { marker.cell(static_cast<UnionType*>(cell)->args); }

/// Type variables among the arguments, nested ones included, each once.
static Result<void> collect_parameters(Vm& vm, Tuple* args, List* found) {
  for (size_t i = 0; i < args->size; i++) {
    Value arg = args->items[i];
    if (arg.is(Kind::Class)) continue;
    Tuple* inner = nullptr;
    if (class_lookup(class_of(arg), vm.name(Name::typing_subst_))) {
      COIL_TRY(inner, make_tuple(vm, {arg}));
    } else {
      COIL_TRY(Value parameters, find_attr_reenter(vm, arg, vm.name(Name::parameters_)));
      if (parameters.is(Kind::Tuple)) inner = parameters.as<Tuple>();
    }
    for (size_t k = 0; inner && k < inner->size; k++) {
      bool seen = false;
      for (size_t at = 0; at < found->size; at++) seen |= found->items()[at] == inner->items[k];
      if (!seen) COIL_CHECK(list_append(vm, found, inner->items[k]));
    }
  }
  return ok();
}

static Result<Value> make_alias(Vm& vm, Class* cls, Value origin, Tuple* args, bool starred) {
  COIL_TRY(GenericAlias* alias, alloc_for_class<GenericAlias>(vm, cls, Kind::GenericAlias));
  alias->origin = origin;
  alias->args = args;
  if (starred) alias->flags |= kAliasStarred;
  return Value(alias);
}

/// The items between brackets; one that is no tuple counts as a tuple of one.
static Result<Tuple*> items_of(Vm& vm, Value item) {
  if (item.is(Kind::Tuple)) return item.as<Tuple>();
  return make_tuple(vm, {item});
}

Result<Value> new_generic_alias(Vm& vm, Value origin, Value item) {
  COIL_TRY(Tuple* args, items_of(vm, item));
  return make_alias(vm, vm.type(Kind::GenericAlias), origin, args, false);
}

static Result<Tuple*> parameters_of(Vm& vm, Value self) {
  COIL_GUARD(vm, " while calling a Python object");
  GenericAlias* alias = alias_of(self);
  if (!alias->parameters) {
    COIL_TRY(List* found, new_list(vm));
    COIL_CHECK(collect_parameters(vm, alias->args, found));
    COIL_TRY(Tuple* tuple, tuple_from_iterable_reenter(vm, found));
    store(alias, alias->parameters, Value(tuple));
  }
  return alias->parameters.as<Tuple>();
}

/// An attribute that a class may set to None to say that it has none; nothing when it is missing.
static Result<Value> optional_attribute(Vm& vm, Value object, const char* name) {
  COIL_TRY(Value found, find_attr_reenter(vm, object, intern(vm, name)));
  return found.is_stop() ? none() : found;
}

/// How a type, or anything else that knows its module and name, shows inside list[...] and X | Y.
static Result<std::string> type_text(Vm& vm, Value arg, bool in_union) {
  if (arg.cell() == &ellipsis_cell) return std::string("...");
  if (in_union && arg.is_cell() && arg.cell() == vm.type(Kind::None)) return std::string("None");
  if (arg.is(Kind::Class)) return qualified_class_name(arg.as<Class>());
  if (!arg.is(Kind::GenericAlias)) {
    COIL_TRY(Value name, optional_attribute(vm, arg, "__qualname__"));
    COIL_TRY(Value module, name.is_none() ? Result<Value>(name) : optional_attribute(vm, arg, "__module__"));
    COIL_TRY(Value args, module.is_none() ? Result<Value>(module) : optional_attribute(vm, arg, "__args__"));
    if (!module.is_none() && args.is_none()) {
      COIL_TRY(Str* name_text, str_reenter(vm, name));
      COIL_TRY(Str* module_text, str_reenter(vm, module));
      return (str_is(module_text, "builtins") ? "" : str_utf8(module_text) + ".") + str_utf8(name_text);
    }
  }
  COIL_TRY(Str* shown, repr_reenter(vm, arg));
  return str_utf8(shown);
}

static Result<Value> alias_repr(Vm& vm, Value self) {
  COIL_TRY(std::string origin, type_text(vm, alias_of(self)->origin, false));
  std::string text = (is_starred(self) ? "*" : "") + origin + "[";
  Tuple* args = alias_of(self)->args;
  for (size_t i = 0; i < args->size; i++) {
    if (i > 0) text += ", ";
    COIL_TRY(std::string arg, type_text(vm, args->items[i], false));
    text += arg;
  }
  if (args->size == 0) text += "()";
  return new_str(vm, text + "]");
}

static Result<Value> alias_call(Vm& vm, Value self, Value* args, size_t npos, Tuple* kwnames) {
  COIL_GUARD(vm, " while calling a Python object");
  COIL_TRY(Value object, call_vector_reenter(vm, alias_of(self)->origin, args, npos, kwnames));
  if (!set_attr_reenter(vm, object, vm.name(Name::orig_class_), self)) {
    if (!pending_matches(vm, Exc::AttributeError) && !pending_matches(vm, Exc::TypeError)) return Error{};
    clear_pending(vm);
  }
  return object;
}

/// All others are the origin's.
static constexpr const char* kOwnAttributes[] = {"__class__", "__origin__", "__args__", "__parameters__", "__mro_entries__", "__reduce_ex__", "__reduce__",
                                                 "__copy__", "__deepcopy__", "__unpacked__", "__typing_unpacked_tuple_args__"};

static bool is_own_attribute(Str* name) {
  return std::any_of(std::begin(kOwnAttributes), std::end(kOwnAttributes), [&](const char* own) { return str_is(name, own); });
}

static Result<Value> alias_get_attr(Vm& vm, Value self, Str* name) {
  COIL_GUARD(vm, " while calling a Python object");
  return is_own_attribute(name) ? generic_get_attr(vm, self, name) : get_attr_reenter(vm, alias_of(self)->origin, name);
}

static Result<Value> alias_compare(Vm& vm, Value self, Value other, CompareOp op) {
  if ((op != CompareOp::Eq && op != CompareOp::Ne) || !other.is(Kind::GenericAlias)) return Value(&not_implemented_cell);
  if (is_starred(self) != is_starred(other)) return Value::boolean(op == CompareOp::Ne);
  COIL_TRY(bool same, equal_reenter(vm, alias_of(self)->origin, alias_of(other)->origin));
  if (same) {
    COIL_TRY(same, equal_reenter(vm, alias_of(self)->args, alias_of(other)->args));
  }
  return Value::boolean(same == (op == CompareOp::Eq));
}

static Result<int64_t> alias_hash(Vm& vm, Value self) {
  COIL_TRY(int64_t origin, hash_reenter(vm, alias_of(self)->origin));
  COIL_TRY(int64_t args, hash_reenter(vm, alias_of(self)->args));
  int64_t hash = origin ^ args;
  return hash == -1 ? -2 : hash;
}

/// What is between the brackets, with the items of starred tuples (*tuple[int, str]) in their places.
static Result<Tuple*> unpacked_items(Vm& vm, Value key) {
  COIL_TRY(Tuple* items, items_of(vm, key));
  COIL_TRY(List* unpacked, new_list(vm));
  for (size_t i = 0; i < items->size; i++) {
    Value inner = none();
    if (!items->items[i].is(Kind::Class)) {
      COIL_TRY(inner, optional_attribute(vm, items->items[i], "__typing_unpacked_tuple_args__"));
    }
    Tuple* parts = inner.is(Kind::Tuple) ? inner.as<Tuple>() : nullptr;
    bool open_ended = parts && parts->size && parts->items[parts->size - 1] == Value(&ellipsis_cell);
    if (!parts || open_ended) {
      COIL_CHECK(list_append(vm, unpacked, items->items[i]));
      continue;
    }
    for (size_t k = 0; k < parts->size; k++) COIL_CHECK(list_append(vm, unpacked, parts->items[k]));
  }
  return tuple_from_iterable_reenter(vm, unpacked);
}

/// The item for a parameter; nothing when it is none of the parameters.
static Value given_for(Value parameter, Tuple* parameters, Tuple* given) {
  for (size_t i = 0; i < parameters->size; i++) {
    if (parameter == parameters->items[i]) return given->items[i];
  }
  return {};
}

/// An argument that has parameters of its own: arg[...] with those replaced. Variables that stand for several types take all items of a tuple.
static Result<Value> substitute_inside(Vm& vm, Value arg, Tuple* parameters, Tuple* given) {
  COIL_TRY(Value inner, find_attr_reenter(vm, arg, vm.name(Name::parameters_)));
  if (!inner.is(Kind::Tuple) || inner.as<Tuple>()->size == 0) return arg;
  auto* names = inner.as<Tuple>();
  COIL_TRY(List* values, new_list(vm));
  for (size_t i = 0; i < names->size; i++) {
    Value value = given_for(names->items[i], parameters, given);
    if (value.is(Kind::Tuple) && class_of(names->items[i])->slots.iter) {
      for (size_t k = 0; k < value.as<Tuple>()->size; k++) COIL_CHECK(list_append(vm, values, value.as<Tuple>()->items[k]));
    } else {
      COIL_CHECK(list_append(vm, values, value ? value : names->items[i]));
    }
  }
  COIL_TRY(Tuple* key, tuple_from_iterable_reenter(vm, values));
  return get_item_reenter(vm, arg, key);
}

/// The items between the brackets, one for each parameter: parameters may rearrange them first.
static Result<Tuple*> prepared_items(Vm& vm, Value self, Tuple* parameters, Value key) {
  COIL_TRY(Tuple* given, unpacked_items(vm, key));
  for (size_t i = 0; i < parameters->size; i++) {
    COIL_TRY(Value prepare, optional_attribute(vm, parameters->items[i], "__typing_prepare_subst__"));
    if (prepare.is_none()) continue;
    COIL_TRY(Value prepared, call_reenter(vm, prepare, {self, given}));
    COIL_TRY(given, items_of(vm, prepared));
  }
  if (given->size == parameters->size) return given;
  COIL_TRY(Str* shown, repr_reenter(vm, self));
  return raise_type_error(vm, "Too %s arguments for %s; actual %zu, expected %zu", given->size > parameters->size ? "many" : "few",
                          str_utf8(shown).c_str(), given->size, parameters->size);
}

/// The arguments of an alias or a union with its parameters replaced by what is between the brackets.
static Result<Tuple*> replaced_arguments(Vm& vm, Value self, Tuple* args, Tuple* parameters, Value key) {
  if (parameters->size == 0) {
    COIL_TRY(Str* shown, repr_reenter(vm, self));
    return raise_text(vm, Exc::TypeError, str_utf8(shown) + " is not a generic class");
  }
  COIL_TRY(Tuple* given, prepared_items(vm, self, parameters, key));
  COIL_TRY(List* replaced, new_list(vm));
  for (size_t i = 0; i < args->size; i++) {
    Value arg = args->items[i];
    if (arg.is(Kind::Class)) {
      COIL_CHECK(list_append(vm, replaced, arg));
      continue;
    }
    COIL_TRY(Value unpack, optional_attribute(vm, arg, "__typing_is_unpacked_typevartuple__"));
    COIL_TRY(bool several, truthy_reenter(vm, unpack));
    COIL_TRY(Value subst, optional_attribute(vm, arg, "__typing_subst__"));
    Result<Value> value = subst.is_none() ? substitute_inside(vm, arg, parameters, given)
                                          : call_reenter(vm, subst, {given_for(arg, parameters, given)});
    if (!value) return Error{};
    if (several && (*value).is(Kind::Tuple)) {
      for (size_t k = 0; k < (*value).as<Tuple>()->size; k++) COIL_CHECK(list_append(vm, replaced, (*value).as<Tuple>()->items[k]));
    } else {
      COIL_CHECK(list_append(vm, replaced, *value));
    }
  }
  return tuple_from_iterable_reenter(vm, replaced);
}

/// list[T][int].
static Result<Value> alias_get_item(Vm& vm, Value self, Value key) {
  COIL_TRY(Tuple* parameters, parameters_of(vm, self));
  COIL_TRY(Tuple* replaced, replaced_arguments(vm, self, alias_of(self)->args, parameters, key));
  return make_alias(vm, vm.type(Kind::GenericAlias), alias_of(self)->origin, replaced, is_starred(self));
}

/// One item, the starred alias: what *tuple[int, str] between brackets is.
static Result<Value> alias_iter(Vm& vm, Value self) {
  COIL_TRY(Value starred, make_alias(vm, class_of(self), alias_of(self)->origin, alias_of(self)->args, true));
  COIL_TRY(Tuple* items, make_tuple(vm, {starred}));
  return new_seq_iter(vm, Kind::GenericAliasIter, items, 0);
}

static Result<Value> get_origin(Vm&, Value self) { return alias_of(self)->origin; }
static Result<Value> get_args(Vm&, Value self) { return Value(alias_of(self)->args); }
static Result<Value> get_parameters(Vm& vm, Value self) { return parameters_of(vm, self); }
static const GetSetSpec kAliasOrigin{"__origin__", get_origin, nullptr, nullptr};
static const GetSetSpec kAliasArgs{"__args__", get_args, nullptr, nullptr};
static const GetSetSpec kAliasParameters{"__parameters__", get_parameters, nullptr, nullptr};
static Result<Value> get_unpacked(Vm&, Value self) { return Value::boolean(is_starred(self)); }
static Result<Value> get_unpacked_args(Vm& vm, Value self) {
  GenericAlias* alias = alias_of(self);
  bool of_tuple = is_starred(self) && alias->origin.is_cell() && alias->origin.cell() == vm.type(Kind::Tuple);
  return of_tuple ? Value(alias->args) : none();
}
static const GetSetSpec kAliasUnpacked{"__unpacked__", get_unpacked, nullptr, nullptr};
static const GetSetSpec kAliasUnpackedArgs{"__typing_unpacked_tuple_args__", get_unpacked_args, nullptr, nullptr};

NATIVE(alias_mro_entries, "__mro_entries__(self, bases, /)", "The origin stands for the alias among base classes.") {
  COIL_TRY(Tuple* entries, make_tuple(vm, {alias_of(args[0])->origin}));
  return Value(entries);
}

static Result<Value> alias_make(Vm& vm, Class* cls, Value* args, size_t npos, Tuple* kwnames) {
  if (kwnames && kwnames->size) return raise_type_error(vm, "GenericAlias() takes no keyword arguments");
  if (npos != 2) return raise_type_error(vm, "GenericAlias expected 2 arguments, got %zu", npos);
  COIL_TRY(Tuple* items, items_of(vm, args[1]));
  return make_alias(vm, cls, args[0], items, false);
}

NATIVE(generic_class_getitem, "__class_getitem__(cls, item, /)", "A generic alias of the class.") {
  return new_generic_alias(vm, args[0], args[1]);
}

// -- unions

static bool can_unite(Value v) { return v.is_none() || v.is(Kind::Class) || v.is(Kind::GenericAlias) || v.is(Kind::UnionType); }

static Result<void> add_members_of(Vm& vm, List* members, Value v) {
  if (v.is(Kind::UnionType)) {
    Tuple* args = v.as<UnionType>()->args;
    for (size_t i = 0; i < args->size; i++) COIL_CHECK(add_members_of(vm, members, args->items[i]));
    return ok();
  }
  if (v.is_none()) v = vm.type(Kind::None);
  for (size_t i = 0; i < members->size; i++) {
    COIL_TRY(bool same, equal_reenter(vm, members->items()[i], v));
    if (same) return ok();
  }
  return list_append(vm, members, v);
}

Result<Value> union_of(Vm& vm, Value left, Value right) {
  if (!can_unite(left) || !can_unite(right)) return Value(&not_implemented_cell);
  COIL_TRY(List* members, new_list(vm));
  COIL_CHECK(add_members_of(vm, members, left));
  COIL_CHECK(add_members_of(vm, members, right));
  if (members->size == 1) return members->items()[0];
  COIL_TRY(Tuple* args, new_tuple_from(vm, members->items(), members->size));
  COIL_TRY(UnionType* made, alloc<UnionType>(vm, Kind::UnionType));
  made->args = args;
  return Value(made);
}

static Result<Value> union_repr(Vm& vm, Value self) {
  std::string text;
  Tuple* args = self.as<UnionType>()->args;
  for (size_t i = 0; i < args->size; i++) {
    if (i > 0) text += " | ";
    COIL_TRY(std::string arg, type_text(vm, args->items[i], true));
    text += arg;
  }
  return new_str(vm, text);
}

static Result<Value> union_compare(Vm& vm, Value self, Value other, CompareOp op) {
  if ((op != CompareOp::Eq && op != CompareOp::Ne) || !other.is(Kind::UnionType)) return Value(&not_implemented_cell);
  Tuple* mine = self.as<UnionType>()->args;
  Tuple* theirs = other.as<UnionType>()->args;
  bool same = mine->size == theirs->size;
  for (size_t i = 0; same && i < mine->size; i++) {
    COIL_TRY(same, contains_reenter(vm, theirs, mine->items[i]));
  }
  return Value::boolean(same == (op == CompareOp::Eq));
}

static Result<int64_t> union_hash(Vm& vm, Value self) {
  // As typing.Union's, which is equal.
  COIL_TRY(Value args, call_reenter(vm, vm.type(Kind::FrozenSet), {self.as<UnionType>()->args}));
  return hash_reenter(vm, args);
}

static Result<Value> get_union_args(Vm&, Value self) { return Value(self.as<UnionType>()->args); }
static Result<Tuple*> parameters_of_union(Vm& vm, Value self) {
  COIL_TRY(List* found, new_list(vm));
  COIL_CHECK(collect_parameters(vm, self.as<UnionType>()->args, found));
  return tuple_from_iterable_reenter(vm, found);
}
static Result<Value> get_union_parameters(Vm& vm, Value self) { return parameters_of_union(vm, self); }

/// (list[T] | None)[int].
static Result<Value> union_get_item(Vm& vm, Value self, Value key) {
  COIL_TRY(Tuple* parameters, parameters_of_union(vm, self));
  COIL_TRY(Tuple* replaced, replaced_arguments(vm, self, self.as<UnionType>()->args, parameters, key));
  Value joined = replaced->items[0];
  for (size_t i = 1; i < replaced->size; i++) {
    COIL_TRY(joined, binary_reenter(vm, BinaryOp::Or, joined, replaced->items[i]));
  }
  return joined;
}
static Result<Value> get_union_module(Vm& vm, Value) { return intern(vm, "types"); }
static const GetSetSpec kUnionArgs{"__args__", get_union_args, nullptr, nullptr};
static const GetSetSpec kUnionModule{"__module__", get_union_module, nullptr, nullptr};
static const GetSetSpec kUnionParameters{"__parameters__", get_union_parameters, nullptr, nullptr};

NATIVE(union_instancecheck, "__instancecheck__(self, instance, /)", "Whether the instance is of one of the types.") {
  COIL_TRY(bool is, is_instance_reenter(vm, args[1], args[0]));
  return Value::boolean(is);
}
NATIVE(union_subclasscheck, "__subclasscheck__(self, cls, /)", "Whether the class is a subclass of one of the types.") {
  COIL_TRY(bool is, is_subclass_reenter(vm, args[1], args[0]));
  return Value::boolean(is);
}

NATIVE(alias_reduce, "__reduce__(self, /)", "Helper for pickle.") {
  if (is_starred(args[0])) {
    // Iterating over the plain alias gives one item, the starred one, which is therefore its minimum.
    COIL_TRY(Value plain, make_alias(vm, class_of(args[0]), alias_of(args[0])->origin, alias_of(args[0])->args, false));
    return iterator_reduce(vm, "min", plain, {});
  }
  COIL_TRY(Tuple* arguments, make_tuple(vm, {alias_of(args[0])->origin, alias_of(args[0])->args}));
  return make_tuple(vm, {class_of(args[0]), arguments});
}

NATIVE(alias_dir, "__dir__(self, /)", "The names of the origin's attributes, and of the alias's own.") {
  Value origin = alias_of(args[0])->origin;
  COIL_TRY(Value method, lookup_special_reenter(vm, origin, vm.name(Name::dir_)));
  if (method.is_stop()) return raise_type_error(vm, "object does not provide __dir__");
  COIL_TRY(Value given, call_reenter(vm, method, {}));
  COIL_TRY(List* names, list_from_iterable_reenter(vm, given));
  for (const char* own : kOwnAttributes) {
    Str* name = intern(vm, own);
    COIL_TRY(bool listed, contains_reenter(vm, names, name));
    if (!listed) COIL_CHECK(list_append(vm, names, name));
  }
  return Value(names);
}

void setup_generic_alias(Vm& vm) {
  constexpr int kOr = static_cast<int>(BinaryOp::Or);
  g_heap.set_type(Kind::GenericAlias, trace_alias, nullptr);
  Slots& alias = vm.type(Kind::GenericAlias)->slots;
  alias.make = alias_make;
  alias.repr = alias_repr;
  alias.call = alias_call;
  alias.get_attr = alias_get_attr;
  alias.compare = alias_compare;
  alias.hash = alias_hash;
  alias.get_item = alias_get_item;
  alias.iter = alias_iter;
  alias.binary[kOr] = union_of;
  define_type(vm, {Kind::GenericAlias, "Represent a PEP 585 generic type.", {&alias_mro_entries_spec, &alias_reduce_spec, &alias_dir_spec},
                   {&kAliasOrigin, &kAliasArgs, &kAliasParameters, &kAliasUnpacked, &kAliasUnpackedArgs}});

  g_heap.set_type(Kind::UnionType, trace_union, nullptr);
  Slots& joined = vm.type(Kind::UnionType)->slots;
  joined.repr = union_repr;
  joined.compare = union_compare;
  joined.hash = union_hash;
  joined.get_item = union_get_item;
  joined.binary[kOr] = union_of;
  define_type(vm, {Kind::UnionType, "Represent a PEP 604 union type.", {&union_instancecheck_spec, &union_subclasscheck_spec},
                   {&kUnionArgs, &kUnionParameters, &kUnionModule}});

  for (Kind kind : {Kind::List, Kind::Tuple, Kind::Dict, Kind::Set, Kind::FrozenSet, Kind::Enumerate, Kind::AsyncGenerator,
                    Kind::WeakRef, Kind::Future, Kind::Task, Kind::ContextVar, Kind::ContextToken}) {
    define_class(vm, vm.type(kind), {&generic_class_getitem_spec}, {});
  }
  define_class(vm, vm.exception(Exc::BaseExceptionGroup), {&generic_class_getitem_spec}, {});
}

}  // namespace coil
