// Special methods and slots, both ways: the generic slot functions that call a program's __add__, __len__ ..., the choice of each class's slots
// from its MRO, and the wrapper descriptors (int.__add__) through which programs reach native slots.
//
// Every generic function finds the special method on the type anew (HAZARDS 22): the class may change while the method runs.
#include "objects/slots.hpp"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <string>
#include <unordered_map>
#include <vector>

#include "objects/attributes.hpp"
#include "objects/containers.hpp"
#include "objects/native_level.hpp"
#include "objects/number.hpp"
#include "objects/shape_internal.hpp"
#include "objects/str.hpp"

namespace coil {

// -- calling special methods

static Result<Value> call_found(Vm& vm, Value method, Value self, const Value* args, size_t count) {
  ValueRoom<5> window;
  for (size_t i = 0; i < count; i++) window[i + 1] = args[i];
  if (method.is(Kind::Function)) {
    window[0] = self;
    return call_vector_reenter(vm, method, window, count + 1, nullptr);
  }
  if (DescrGetFn get = class_of(method)->slots.descr_get) {
    COIL_TRY(Value bound, get(vm, method, self, class_of(self)));
    return call_vector_reenter(vm, bound, window + 1, count, nullptr);
  }
  return call_vector_reenter(vm, method, window + 1, count, nullptr);
}

/// The same where CPython takes a method whose descriptor fails for one that is not there: a stop then, and no exception.
static Result<Value> call_found_or_stop(Vm& vm, Value method, Value self, const Value* args, size_t count) {
  DescrGetFn get = method.is(Kind::Function) ? nullptr : class_of(method)->slots.descr_get;
  if (!get) return call_found(vm, method, self, args, count);
  Result<Value> bound = get(vm, method, self, class_of(self));
  if (bound) {
    ValueRoom<2> window;
    std::copy_n(args, count, window + 1);
    return call_vector_reenter(vm, *bound, window + 1, count, nullptr);
  }
  clear_pending(vm);
  return Value::stop();
}

Result<Value> call_special_reenter(Vm& vm, Value self, Str* name, std::initializer_list<Value> args) {
  Value method = class_lookup(class_of(self), name);
  if (!method) return Value::stop();
  return call_found(vm, method, self, args.begin(), args.size());
}

/// The method must be there: slots are generic only for classes that have it or another one that shares the slot, and it may have been removed meanwhile.
static Result<Value> call_required(Vm& vm, Value self, Name name, std::initializer_list<Value> args) {
  COIL_TRY(Value result, call_special_reenter(vm, self, vm.name(name), args));
  if (result.is_stop()) return raise_text(vm, Exc::AttributeError, str_utf8(vm.name(name)));
  return result;
}

// -- generic slot functions

template <Name kName>
static Result<Value> generic_unary(Vm& vm, Value self) {
  return call_required(vm, self, kName, {});
}
constexpr auto generic_str = generic_unary<Name::str_>;
constexpr auto generic_await = generic_unary<Name::await_>;
constexpr auto generic_aiter = generic_unary<Name::aiter_>;
constexpr auto generic_anext = generic_unary<Name::anext_>;
constexpr auto generic_neg = generic_unary<Name::neg_>;
constexpr auto generic_pos = generic_unary<Name::pos_>;
constexpr auto generic_invert = generic_unary<Name::invert_>;
constexpr auto generic_abs = generic_unary<Name::abs_>;
constexpr auto generic_int = generic_unary<Name::int_>;
constexpr auto generic_float = generic_unary<Name::float_>;
constexpr auto generic_index = generic_unary<Name::index_>;

static Result<Value> generic_repr(Vm& vm, Value self) {
  Value method = class_lookup(class_of(self), vm.name(Name::repr_));
  COIL_TRY(Value result, method ? call_found_or_stop(vm, method, self, nullptr, 0) : Result<Value>(Value::stop()));
  return result.is_stop() ? new_str_format(vm, "<%s object at %p>", type_name(self), static_cast<void*>(self.cell())) : Result<Value>(result);
}

static Result<Value> generic_iter(Vm& vm, Value self) {
  Value method = class_lookup(class_of(self), vm.name(Name::iter_));
  Result<Value> result = method && !method.is_none() ? call_found_or_stop(vm, method, self, nullptr, 0) : Result<Value>(Value::stop());
  if (result && (*result).is_stop()) return raise_type_error(vm, "'%s' object is not iterable", type_name(self));
  return result;
}

static Result<Value> generic_next(Vm& vm, Value self) {
  Result<Value> item = call_required(vm, self, Name::next_, {});
  if (!item && pending_matches(vm, Exc::StopIteration)) {
    return stop_with_pending(vm);
  }
  return item;
}

constexpr Name kLeftNames[] = {Name::add_, Name::sub_, Name::mul_, Name::matmul_, Name::truediv_, Name::floordiv_, Name::mod_,
                               Name::pow_, Name::lshift_, Name::rshift_, Name::and_, Name::or_, Name::xor_};
constexpr Name kRightNames[] = {Name::radd_, Name::rsub_, Name::rmul_, Name::rmatmul_, Name::rtruediv_, Name::rfloordiv_,
                                Name::rmod_, Name::rpow_, Name::rlshift_, Name::rrshift_, Name::rand_, Name::ror_, Name::rxor_};
constexpr Name kInplaceNames[] = {Name::iadd_, Name::isub_, Name::imul_, Name::imatmul_, Name::itruediv_, Name::ifloordiv_,
                                  Name::imod_, Name::ipow_, Name::ilshift_, Name::irshift_, Name::iand_, Name::ior_, Name::ixor_};

/// NotImplemented when the type lacks the method.
static Result<Value> call_maybe(Vm& vm, Value self, Name name, Value argument) {
  COIL_TRY(Value result, call_special_reenter(vm, self, vm.name(name), {argument}));
  if (result.is_stop()) return Value(&not_implemented_cell);
  return result;
}

/// CPython's SLOT1BINFULL: who is asked first when both operands' classes use this generic slot.
static Result<Value> binary_dispatch(Vm& vm, Value left, Value right, AnySlot generic, size_t offset, Name name, Name reflected) {
  Class* left_class = class_of(left);
  Class* right_class = class_of(right);
  bool ask_right = left_class != right_class && slot_at(right_class->slots, offset) == generic;
  if (slot_at(left_class->slots, offset) == generic) {
    if (ask_right && is_subclass(right_class, left_class)) {
      Value mine = class_lookup(left_class, vm.name(reflected));
      Value theirs = class_lookup(right_class, vm.name(reflected));
      if (theirs && theirs != mine) {
        COIL_TRY(Value result, call_maybe(vm, right, reflected, left));
        if (!result.is_not_implemented()) return result;
        ask_right = false;
      }
    }
    COIL_TRY(Value result, call_maybe(vm, left, name, right));
    if (!result.is_not_implemented() || left_class == right_class) return result;
  }
  if (ask_right) return call_maybe(vm, right, reflected, left);
  return Value(&not_implemented_cell);
}

template <int kOp>
static Result<Value> generic_binary(Vm& vm, Value left, Value right) {
  return binary_dispatch(vm, left, right, reinterpret_cast<AnySlot>(generic_binary<kOp>),
                         offsetof(Slots, binary) + sizeof(BinaryFn) * kOp, kLeftNames[kOp], kRightNames[kOp]);
}

template <int kOp>
static Result<Value> generic_inplace(Vm& vm, Value left, Value right) {
  return call_maybe(vm, left, kInplaceNames[kOp], right);
}

static Result<Value> generic_divmod(Vm& vm, Value left, Value right) {
  return binary_dispatch(vm, left, right, reinterpret_cast<AnySlot>(generic_divmod), offsetof(Slots, divmod), Name::divmod_,
                         Name::rdivmod_);
}

static Result<Value> generic_pow(Vm& vm, Value base, Value exponent, Value modulus) {
  if (modulus.is_none()) return generic_binary<static_cast<int>(BinaryOp::Pow)>(vm, base, exponent);
  // Three arguments: only the base is asked, as CPython does.
  if (class_of(base)->slots.pow != generic_pow) return Value(&not_implemented_cell);
  return call_required(vm, base, Name::pow_, {exponent, modulus});
}

static Result<Value> generic_compare(Vm& vm, Value self, Value other, CompareOp op) {
  constexpr Name kNames[] = {Name::lt_, Name::le_, Name::eq_, Name::ne_, Name::gt_, Name::ge_};
  Value method = class_lookup(class_of(self), vm.name(kNames[static_cast<int>(op)]));
  if (!method) return Value(&not_implemented_cell);
  COIL_TRY(Value result, call_found_or_stop(vm, method, self, &other, 1));
  return result.is_stop() ? Value(&not_implemented_cell) : result;
}

static Result<int64_t> generic_hash(Vm& vm, Value self) {
  Value method = class_lookup(class_of(self), vm.name(Name::hash_));
  COIL_TRY(Value result, method ? call_found_or_stop(vm, method, self, nullptr, 0) : Result<Value>(Value::stop()));
  if (result.is_stop()) return hash_not_implemented(vm, self);
  if (!result.is_int()) return raise_type_error(vm, "__hash__ method should return an integer");
  int64_t hash;
  if (!int_to_i64(result, &hash)) hash = int_hash(result);
  return hash == -1 ? -2 : hash;
}

static Result<int64_t> generic_len(Vm& vm, Value self) {
  COIL_TRY(Value result, call_required(vm, self, Name::len_, {}));
  COIL_TRY(Value index, index_reenter(vm, result));
  if (int_sign(index) < 0) return raise_value_error(vm, "__len__() should return >= 0");
  int64_t length;
  if (!int_to_i64(index, &length)) return raise(vm, Exc::OverflowError, "cannot fit 'int' into an index-sized integer");
  return length;
}

static Result<bool> generic_bool(Vm& vm, Value self) {
  COIL_TRY(Value result, call_required(vm, self, Name::bool_, {}));
  if (!result.is_bool()) return raise_type_error(vm, "__bool__ should return bool, returned %s", type_name(result));
  return result.is_true();
}

static Result<Value> generic_get_item(Vm& vm, Value self, Value key) { return call_required(vm, self, Name::getitem_, {key}); }

static Result<void> generic_set_item(Vm& vm, Value self, Value key, Value value) {
  if (value) COIL_CHECK(call_required(vm, self, Name::setitem_, {key, value}));
  else COIL_CHECK(call_required(vm, self, Name::delitem_, {key}));
  return ok();
}

static Result<bool> generic_contains(Vm& vm, Value self, Value item) {
  Value method = class_lookup(class_of(self), vm.name(Name::contains_));
  if (method.is_none()) return raise_type_error(vm, "'%s' object is not a container", type_name(self));
  if (!method) return raise_attribute_error(vm, self, vm.name(Name::contains_));
  COIL_TRY(Value result, call_found(vm, method, self, &item, 1));
  return truthy_reenter(vm, result);
}

/// __getattribute__, and __getattr__ after it fails with AttributeError.
static Result<Value> generic_getattribute(Vm& vm, Value self, Str* name) {
  COIL_GUARD(vm, " while calling a Python object");
  Class* cls = class_of(self);
  Value getter = class_lookup(cls, vm.name(Name::getattribute_));
  Result<Value> found = Error{};
  if (getter.is(Kind::SlotWrapper)) {
    GetAttrFn native = getter.as<Native>()->owner->slots.get_attr;
    found = native(vm, self, name);
  } else {
    Value argument = name;
    found = call_found(vm, getter, self, &argument, 1);
  }
  if (found || !pending_matches(vm, Exc::AttributeError)) return found;
  Value hook = class_lookup(cls, vm.name(Name::getattr_));
  if (!hook) return Error{};
  clear_pending(vm);
  Value argument = name;
  return call_found(vm, hook, self, &argument, 1);
}

static Result<void> generic_setattr(Vm& vm, Value self, Str* name, Value value) {
  if (value) COIL_CHECK(call_required(vm, self, Name::setattr_, {name, value}));
  else COIL_CHECK(call_required(vm, self, Name::delattr_, {name}));
  return ok();
}

static Result<Value> generic_descr_get(Vm& vm, Value self, Value instance, Value owner) {
  Value get = class_lookup(class_of(self), vm.name(Name::get_));
  if (!get) return self;
  Value args[] = {instance ? instance : none(), owner ? owner : none()};
  return call_found(vm, get, self, args, 2);
}

static Result<void> generic_descr_set(Vm& vm, Value self, Value instance, Value value) {
  Name name = value ? Name::set_ : Name::delete_;
  COIL_TRY(Value result, value ? call_special_reenter(vm, self, vm.name(name), {instance, value})
                               : call_special_reenter(vm, self, vm.name(name), {instance}));
  if (result.is_stop()) return raise_text(vm, Exc::AttributeError, value ? "__set__" : "__delete__");
  return ok();
}

static size_t keyword_count(Tuple* kwnames) { return kwnames ? kwnames->size : 0; }

static Result<Value> call_with_first(Vm& vm, Value callee, Value first, const Value* args, size_t npos, Tuple* kwnames) {
  return with_first_argument(vm, first, args, npos, kwnames, [&](Value* all) { return call_vector_reenter(vm, callee, all, npos + 1, kwnames); });
}

/// The special method with all of a call's arguments.
static Result<Value> call_method_with(Vm& vm, Value method, Value self, Value* args, size_t npos, Tuple* kwnames) {
  if (method.is(Kind::Function)) return call_with_first(vm, method, self, args, npos, kwnames);
  if (DescrGetFn get = class_of(method)->slots.descr_get) {
    COIL_TRY(Value bound, get(vm, method, self, class_of(self)));
    return call_vector_reenter(vm, bound, args, npos, kwnames);
  }
  return call_vector_reenter(vm, method, args, npos, kwnames);
}

static Result<Value> generic_call(Vm& vm, Value self, Value* args, size_t npos, Tuple* kwnames) {
  COIL_LEVEL(vm, " while calling a Python object");
  Value method = class_lookup(class_of(self), vm.name(Name::call_));
  if (!method) return raise_type_error(vm, "'%s' object is not callable", type_name(self));
  return call_method_with(vm, method, self, args, npos, kwnames);
}

static Result<void> generic_init(Vm& vm, Value self, Value* args, size_t npos, Tuple* kwnames) {
  Value method = class_lookup(class_of(self), vm.name(Name::init_));
  if (!method) return ok();
  COIL_TRY(Value result, call_method_with(vm, method, self, args, npos, kwnames));
  if (!result.is_none()) return raise_type_error(vm, "__init__() should return None, not '%s'", type_name(result));
  return ok();
}

static Result<Value> generic_make(Vm& vm, Class* cls, Value* args, size_t npos, Tuple* kwnames) {
  COIL_TRY(Value callee, get_attr_reenter(vm, cls, vm.name(Name::new_)));
  return call_with_first(vm, callee, cls, args, npos, kwnames);
}

// -- the table

template <class Fn>
static AnySlot erase(Fn fn) { return reinterpret_cast<AnySlot>(fn); }

#define SLOT(name, wrapper, field, generic, signature, doc) \
  static constexpr NativeSpec spec_##name = parse_native(nullptr, signature, doc);
#include "objects/slots.def"
#undef SLOT

static const SlotRow kSlotRows[] = {
#define SLOT(name, wrapper, field, generic, signature, doc) \
  {Name::name, SlotWrap::wrapper, offsetof(Slots, field), erase(generic), spec_##name},
#include "objects/slots.def"
#undef SLOT
};
static constexpr const SlotRow* kSlotRowsEnd = std::end(kSlotRows);

// -- choosing the slots of a class
// The rows of a field follow each other.

static const SlotRow* first_of_field(const SlotRow* row) {
  while (row > kSlotRows && row[-1].offset == row->offset) row--;
  return row;
}
static const SlotRow* next_field(const SlotRow* row) {
  size_t offset = row->offset;
  while (row < kSlotRowsEnd && row->offset == offset) row++;
  return row;
}

static AnySlot choose_slot(Vm& vm, Class* cls, const SlotRow* first) {
  AnySlot specific = nullptr;
  size_t offset = first->offset;
  bool generic = false;
  const SlotRow* end = next_field(first);
  for (const SlotRow* at = first; at < end; at++) {
    const SlotRow& row = *at;
    Value descr = class_lookup(cls, vm.name(row.name));
    if (!descr) continue;
    if (descr.is(Kind::SlotWrapper) && descr.as<Native>()->data == &row && is_subclass(cls, descr.as<Native>()->owner)) {
      AnySlot slot = slot_at(descr.as<Native>()->owner->slots, offset);
      if (specific && specific != slot) generic = true;
      specific = slot;
    } else if (descr.is_none() && row.name == Name::hash_) {
      specific = erase(hash_not_implemented);
    } else {
      generic = true;
    }
  }
  return generic ? first->generic : specific;
}

static void update_make(Vm& vm, Class* cls) {
  Value descr = class_lookup(cls, vm.name(Name::new_));
  if (!descr) cls->slots.make = nullptr;
  else if (descr.is(Kind::Native) && is_new_native(descr.as<Native>())) cls->slots.make = descr.as<Native>()->owner->slots.make;
  else cls->slots.make = generic_make;
}

static void update_pow(Vm& vm, Class* cls) {
  constexpr int kPow = static_cast<int>(BinaryOp::Pow);
  if (cls->slots.binary[kPow] == generic_binary<kPow>) {
    cls->slots.pow = generic_pow;
    return;
  }
  Value descr = class_lookup(cls, vm.name(Name::pow_));
  cls->slots.pow = descr.is(Kind::SlotWrapper) ? descr.as<Native>()->owner->slots.pow : nullptr;
}

/// What a subclass has that defines no special method. Native classes have natives where their subclasses call special methods, so theirs are worked out once.
static std::unordered_map<const Class*, Slots> g_below_native;

/// The interned names of special methods with their rows, in the order of addresses.
static std::vector<std::pair<const Str*, const SlotRow*>> g_special_rows;

void mark_special_names(Vm& vm) {
  for (const SlotRow& row : kSlotRows) {
    vm.name(row.name)->flags |= kNameSpecial;
    g_special_rows.emplace_back(vm.name(row.name), &row);
  }
  std::sort(g_special_rows.begin(), g_special_rows.end());
}

/// The row of the special method of this name; nullptr for other names.
static const SlotRow* row_of(Vm& vm, Str* name) {
  if (!(name->flags & kStrInterned)) {
    const SlotRow* row = std::find_if(kSlotRows, kSlotRowsEnd, [&](const SlotRow& one) { return str_equal(name, vm.name(one.name)); });
    return row == kSlotRowsEnd ? nullptr : row;
  }
  if (!(name->flags & kNameSpecial)) return nullptr;
  auto at = std::lower_bound(g_special_rows.begin(), g_special_rows.end(), std::pair<const Str*, const SlotRow*>(name, nullptr));
  return at == g_special_rows.end() || at->first != name ? nullptr : at->second;
}

/// Chooses the slot that the special method of this name is for, if it is one.
static void choose_slot_of(Vm& vm, Class* cls, Str* name) {
  if (const SlotRow* row = row_of(vm, name)) slot_at(cls->slots, row->offset) = choose_slot(vm, cls, first_of_field(row));
}

/// The same for all names of a namespace.
static void choose_slots_of(Vm& vm, Class* cls, Dict* ns) {
  size_t position = 0;
  for (Value key, value; dict_next(ns, &position, &key, &value);) {
    if (key.is(Kind::Str)) choose_slot_of(vm, cls, key.as<Str>());
  }
}

/// What no class of the MRO defines has no slot: to look for it would take longer than to go through the namespaces.
static void choose_all_slots(Vm& vm, Class* cls, Slots& slots) {
  for (const SlotRow& row : kSlotRows) slot_at(slots, row.offset) = nullptr;
  for (size_t i = 0; i < cls->mro->size; i++) {
    size_t position = 0;
    for (Value key, value; dict_next(cls->mro->items[i].as<Class>()->dict, &position, &key, &value);) {
      const SlotRow* row = key.is(Kind::Str) ? row_of(vm, key.as<Str>()) : nullptr;
      if (row && !slot_at(slots, row->offset)) slot_at(slots, row->offset) = choose_slot(vm, cls, first_of_field(row));
    }
  }
}

static const Slots& slots_below(Vm& vm, Class* base) {
  if (base->flags & kClassHeap) return base->slots;
  auto [at, is_new] = g_below_native.try_emplace(base);
  if (is_new) choose_all_slots(vm, base, at->second);
  return at->second;
}

/// The classes of an MRO that are not in the base's; false when the base's do not keep their order, as a metaclass's mro() may have it.
static bool classes_beside_base(Class* cls, std::vector<Class*>* beside) {
  Tuple* inherited = cls->base->mro;
  size_t at = 0;
  for (size_t i = 0; i < cls->mro->size; i++) {
    if (at < inherited->size && inherited->items[at] == cls->mro->items[i]) at++;
    else beside->push_back(cls->mro->items[i].as<Class>());
  }
  return at == inherited->size;
}

static void choose_new_slots(Vm& vm, Class* cls) {
  std::vector<Class*> beside;
  if (!classes_beside_base(cls, &beside)) return choose_all_slots(vm, cls, cls->slots);
  cls->slots = slots_below(vm, cls->base);
  for (Class* other : beside) choose_slots_of(vm, cls, other->dict);
}

void update_slots(Vm& vm, Class* cls, Str* name) {
  if (!(cls->flags & kClassHeap)) {
    g_below_native.erase(cls);
    return;
  }
  if (!name) choose_new_slots(vm, cls);
  else choose_slot_of(vm, cls, name);
  if (!name || name == vm.name(Name::new_)) update_make(vm, cls);
  if (!name || name == vm.name(Name::pow_) || name == vm.name(Name::rpow_)) update_pow(vm, cls);
  if (!name || name == vm.name(Name::del_)) {
    if (class_lookup(cls, vm.name(Name::del_))) cls->flags |= kClassHasDel;
    else cls->flags &= static_cast<uint16_t>(~kClassHasDel);
  }
  if (cls->slots.get_attr == generic_getattribute) cls->flags |= kClassCustomGetAttribute;
  else cls->flags &= static_cast<uint16_t>(~kClassCustomGetAttribute);
}

void inherit_slots(Class* cls) {
  if (!cls->base) return;
  Slots& mine = cls->slots;
  Slots& base = cls->base->slots;
  // Equality without a hash of its own makes a type unhashable.
  if (mine.compare && !mine.hash) mine.hash = hash_not_implemented;
  const NewFn own_make = mine.make;
  for (size_t offset = 0; offset < sizeof(Slots); offset += sizeof(AnySlot)) {
    AnySlot own = slot_at(mine, offset), inherited = slot_at(base, offset);
    slot_at(mine, offset) = own ? own : inherited;
  }
  // A native type without a constructor of its own is not made by object's.
  if (cls->base == type_of_kind(Kind::Object) && !(cls->flags & kClassHeap)) mine.make = own_make;
}

// -- wrappers

static const char kNewMarker = 0;
static constexpr NativeSpec kNewSpec =
    parse_native(nullptr, "__new__(*args, **kwargs)", "Create and return a new object.  See help(type) for accurate signature.");

bool is_new_native(const Native* native) { return native->data == &kNewMarker; }

/// CPython's built-in types name the slot that they share with object, all but a few.
static bool has_own_getattribute(const Class* cls) {
  if (cls->base != type_of_kind(Kind::Object)) return false;
  switch (cls->instance_kind) {
    case Kind::Function: case Kind::ClassMethod: case Kind::StaticMethod: case Kind::None: return false;
    default: return true;
  }
}

void add_slot_wrappers(Vm& vm, Class* cls) {
  for (const SlotRow& row : kSlotRows) {
    AnySlot slot = slot_at(cls->slots, row.offset);
    bool inherited = cls->base && slot == slot_at(cls->base->slots, row.offset);
    if (!slot || (inherited && !(row.name == Name::getattribute_ && has_own_getattribute(cls)))) continue;
    if (row.name == Name::getattr_) continue;
    Str* name = vm.name(row.name);
    if (dict_get_str(cls->dict, name)) continue;
    if (row.name == Name::hash_ && cls->slots.hash == hash_not_implemented) {
      (void)!dict_set_str(vm, cls->dict, name, none());
      continue;
    }
    // Sequences answer + and * but are no numbers: no reflected + for them, and no < for what only knows ==.
    bool sequence = cls->slots.get_item && !cls->slots.to_int;
    if (sequence && row.name == Name::radd_) continue;
    if (row.name == Name::bool_ && cls->slots.len && cls->instance_kind != Kind::Range) continue;
    Result<Native*> wrapper = alloc<Native>(vm, Kind::SlotWrapper);
    if (!wrapper) return;
    (*wrapper)->spec = &row.spec;
    (*wrapper)->owner = cls;
    (*wrapper)->name = name;
    (*wrapper)->data = const_cast<SlotRow*>(&row);
    (void)!dict_set_str(vm, cls->dict, name, *wrapper);
  }
  if (cls->slots.make && !(cls->base && cls->slots.make == cls->base->slots.make) && !dict_get_str(cls->dict, vm.name(Name::new_))) {
    Result<Native*> native = alloc<Native>(vm, Kind::Native);
    if (!native) return;
    (*native)->spec = &kNewSpec;
    (*native)->owner = cls;
    (*native)->name = vm.name(Name::new_);
    (*native)->data = const_cast<char*>(&kNewMarker);
    (void)!dict_set_str(vm, cls->dict, vm.name(Name::new_), *native);
  }
}

Result<Value> call_new_native(Vm& vm, Native* native, Value* args, size_t npos, Tuple* kwnames) {
  const char* owner = class_name(native->owner);
  if (npos == 0) return raise_type_error(vm, "%s.__new__(): not enough arguments", owner);
  if (!args[0].is(Kind::Class)) {
    return raise_type_error(vm, "%s.__new__(X): X is not a type object (%s)", owner, type_name(args[0]));
  }
  auto* cls = args[0].as<Class>();
  if (!is_subclass(cls, native->owner)) {
    return raise_type_error(vm, "%s.__new__(%s): %s is not a subtype of %s", owner, class_name(cls), class_name(cls), owner);
  }
  // The nearest native constructor decides: object.__new__ must not make a half-built list.
  Class* native_base = cls;
  while (native_base->slots.make == generic_make) native_base = native_base->base;
  if (native_base->slots.make != native->owner->slots.make) {
    return raise_type_error(vm, "%s.__new__(%s) is not safe, use %s.__new__()", owner, class_name(cls), class_name(native_base));
  }
  return native->owner->slots.make(vm, cls, args + 1, npos - 1, kwnames);
}

bool is_method_in_cpython(const Native* wrapper) {
  Name name = static_cast<const SlotRow*>(wrapper->data)->name;
  switch (wrapper->owner->instance_kind) {
    case Kind::List: return name == Name::getitem_;
    case Kind::Dict: return name == Name::getitem_ || name == Name::contains_;
    case Kind::Set: case Kind::FrozenSet: return name == Name::contains_;
    default: return false;
  }
}

/// `unnamed`: CPython unpacks these arguments for a function without a name, which leaves a blank at the start of the message.
static Result<void> check_count(Vm& vm, const Native* wrapper, size_t given, size_t least, size_t most, bool unnamed = false) {
  if (given >= least && given <= most) return ok();
  if (is_method_in_cpython(wrapper)) {
    return raise_type_error(vm, "%s.%s() takes exactly one argument (%zu given)", class_name(wrapper->owner),
                            str_utf8(wrapper->name).c_str(), given);
  }
  const char* start = unnamed ? " " : "";
  if (least == most) return raise_type_error(vm, "%sexpected %zu argument%s, got %zu", start, least, least == 1 ? "" : "s", given);
  size_t bound = given < least ? least : most;
  return raise_type_error(vm, "%sexpected at %s %zu argument%s, got %zu", start, given < least ? "least" : "most", bound,
                          bound == 1 ? "" : "s", given);
}

/// Repetition of sequences.
static bool is_repeat(const Native* wrapper) {
  Name name = static_cast<const SlotRow*>(wrapper->data)->name;
  return (name == Name::mul_ || name == Name::rmul_ || name == Name::imul_) && wrapper->owner->slots.len;
}

template <class Fn>
static Fn slot_of(Native* wrapper) {
  auto* row = static_cast<const SlotRow*>(wrapper->data);
  return reinterpret_cast<Fn>(slot_at(wrapper->owner->slots, row->offset));
}

static Result<Value> none_if(Result<void> done) {
  COIL_CHECK(done);
  return none();
}

/// object.__setattr__ must not reach around a native class's own __setattr__ (type's, above all).
static Result<void> check_setattr_owner(Vm& vm, Native* wrapper, Value self, const char* what) {
  Class* native_base = class_of(self);
  while (native_base->flags & kClassHeap) native_base = native_base->base;
  if (native_base->slots.set_attr != wrapper->owner->slots.set_attr) {
    return raise_type_error(vm, "can't apply this %s to %s object", what, type_name(self));
  }
  return ok();
}

Result<Value> call_slot_wrapper(Vm& vm, Native* wrapper, Value self, Value* args, size_t npos, Tuple* kwnames) {
  auto* row = static_cast<const SlotRow*>(wrapper->data);
  SlotWrap wrap = row->wrap;
  if (wrap == SlotWrap::Call) return slot_of<CallFn>(wrapper)(vm, self, args, npos, kwnames);
  if (wrap == SlotWrap::Init) return none_if(slot_of<InitFn>(wrapper)(vm, self, args, npos, kwnames));
  if (keyword_count(kwnames)) {
    if (is_method_in_cpython(wrapper)) {
      return raise_type_error(vm, "%s.%s() takes no keyword arguments", class_name(wrapper->owner), str_utf8(wrapper->name).c_str());
    }
    return raise_type_error(vm, "wrapper %s() takes no keyword arguments", str_utf8(wrapper->name).c_str());
  }
  switch (wrap) {
    case SlotWrap::Unary: case SlotWrap::Next: case SlotWrap::Hash: case SlotWrap::Len: case SlotWrap::Bool:
      COIL_CHECK(check_count(vm, wrapper, npos, 0, 0));
      break;
    case SlotWrap::Pow: case SlotWrap::RightPow: case SlotWrap::DescrGet: COIL_CHECK(check_count(vm, wrapper, npos, 1, 2, true)); break;
    case SlotWrap::SetItem: case SlotWrap::SetAttr: case SlotWrap::DescrSet: COIL_CHECK(check_count(vm, wrapper, npos, 2, 2, true)); break;
    default: COIL_CHECK(check_count(vm, wrapper, npos, 1, 1, is_repeat(wrapper))); break;
  }
  if (is_repeat(wrapper) && !class_of(args[0])->slots.index) COIL_CHECK(index_reenter(vm, args[0]));
  switch (wrap) {
    case SlotWrap::Unary: return slot_of<UnaryFn>(wrapper)(vm, self);
    case SlotWrap::Next: {
      vm.stop_value = Value();
      COIL_TRY(Value item, slot_of<NextFn>(wrapper)(vm, self));
      if (item.is_stop()) return raise_stop_iteration(vm);
      return item;
    }
    case SlotWrap::Left: {
      COIL_TRY(Value result, slot_of<BinaryFn>(wrapper)(vm, self, args[0]));
      bool concatenation = row->name == Name::add_ && (self.is(Kind::Bytes) || self.is(Kind::ByteArray) || self.is(Kind::Str));
      if (!concatenation || !result.is_not_implemented()) return result;
      if (self.is(Kind::Str)) return raise_type_error(vm, "can only concatenate str (not \"%s\") to str", type_name(args[0]));
      return raise_type_error(vm, "can't concat %s to %s", type_name(args[0]), type_name(self));
    }
    case SlotWrap::Right: {
      // Of two sequences the one whose method this is gets repeated.
      bool repeats = row->name == Name::rmul_ && wrapper->owner->slots.get_item && !wrapper->owner->slots.to_int;
      return repeats ? slot_of<BinaryFn>(wrapper)(vm, self, args[0]) : slot_of<BinaryFn>(wrapper)(vm, args[0], self);
    }
    case SlotWrap::Pow:
      if (npos == 2 && !args[1].is_none() && wrapper->owner->slots.pow) return wrapper->owner->slots.pow(vm, self, args[0], args[1]);
      return slot_of<BinaryFn>(wrapper)(vm, self, args[0]);
    case SlotWrap::RightPow:
      if (npos == 2 && !args[1].is_none() && wrapper->owner->slots.pow) return wrapper->owner->slots.pow(vm, args[0], self, args[1]);
      return slot_of<BinaryFn>(wrapper)(vm, args[0], self);
    case SlotWrap::Lt: return slot_of<CompareFn>(wrapper)(vm, self, args[0], CompareOp::Lt);
    case SlotWrap::Le: return slot_of<CompareFn>(wrapper)(vm, self, args[0], CompareOp::Le);
    case SlotWrap::Eq: return slot_of<CompareFn>(wrapper)(vm, self, args[0], CompareOp::Eq);
    case SlotWrap::Ne: return slot_of<CompareFn>(wrapper)(vm, self, args[0], CompareOp::Ne);
    case SlotWrap::Gt: return slot_of<CompareFn>(wrapper)(vm, self, args[0], CompareOp::Gt);
    case SlotWrap::Ge: return slot_of<CompareFn>(wrapper)(vm, self, args[0], CompareOp::Ge);
    case SlotWrap::Hash: {
      COIL_TRY(int64_t hash, slot_of<HashFn>(wrapper)(vm, self));
      return make_int(vm, hash);
    }
    case SlotWrap::Len: {
      COIL_TRY(int64_t length, slot_of<LenFn>(wrapper)(vm, self));
      return make_int(vm, length);
    }
    case SlotWrap::Bool: {
      COIL_TRY(bool truth, slot_of<BoolFn>(wrapper)(vm, self));
      return Value::boolean(truth);
    }
    case SlotWrap::GetItem: return slot_of<GetItemFn>(wrapper)(vm, self, args[0]);
    case SlotWrap::SetItem: return none_if(slot_of<SetItemFn>(wrapper)(vm, self, args[0], args[1]));
    case SlotWrap::DelItem: return none_if(slot_of<SetItemFn>(wrapper)(vm, self, args[0], Value()));
    case SlotWrap::Contains: {
      COIL_TRY(bool found, slot_of<ContainsFn>(wrapper)(vm, self, args[0]));
      return Value::boolean(found);
    }
    case SlotWrap::GetAttr: {
      COIL_TRY(Str* name, attribute_name(vm, args[0]));
      return slot_of<GetAttrFn>(wrapper)(vm, self, name);
    }
    case SlotWrap::SetAttr: {
      COIL_TRY(Str* name, attribute_name(vm, args[0]));
      COIL_CHECK(check_setattr_owner(vm, wrapper, self, "__setattr__"));
      return none_if(slot_of<SetAttrFn>(wrapper)(vm, self, name, args[1]));
    }
    case SlotWrap::DelAttr: {
      COIL_TRY(Str* name, attribute_name(vm, args[0]));
      COIL_CHECK(check_setattr_owner(vm, wrapper, self, "__delattr__"));
      return none_if(slot_of<SetAttrFn>(wrapper)(vm, self, name, Value()));
    }
    case SlotWrap::DescrGet: {
      Value instance = args[0].is_none() ? Value() : args[0];
      Value owner = npos == 2 && !args[1].is_none() ? args[1] : Value();
      if (!instance && !owner) return raise_type_error(vm, "__get__(None, None) is invalid");
      if (!owner) owner = class_of(instance);
      return slot_of<DescrGetFn>(wrapper)(vm, self, instance, owner);
    }
    case SlotWrap::DescrSet: return none_if(slot_of<DescrSetFn>(wrapper)(vm, self, args[0], args[1]));
    case SlotWrap::DescrDelete: return none_if(slot_of<DescrSetFn>(wrapper)(vm, self, args[0], Value()));
    default: return raise(vm, Exc::SystemError, "bad slot wrapper");
  }
}

}  // namespace coil
