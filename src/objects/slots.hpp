// The table of special methods (slots.def) as data, and what natives call through it. See slots.cpp.
#pragma once

#include "objects/native.hpp"

namespace coil {

/// How a wrapper turns a Python call into a slot call.
enum class SlotWrap : uint8_t {
  Unary, Next, Left, Right, Pow, RightPow, Lt, Le, Eq, Ne, Gt, Ge, Hash, Len, Bool, GetItem, SetItem, DelItem, Contains,
  GetAttr, SetAttr, DelAttr, DescrGet, DescrSet, DescrDelete, Call, Init,
};

struct SlotRow {
  Name name;
  SlotWrap wrap;
  uint16_t offset;     // of the field in Slots
  void (*generic)();   // cast to the field's type
  NativeSpec spec;     // signature and docstring; fn is null
};

using AnySlot = void (*)();
inline AnySlot& slot_at(Slots& slots, size_t offset) {
  return *reinterpret_cast<AnySlot*>(reinterpret_cast<char*>(&slots) + offset);
}

/// Wrappers of the slots that `cls` fills itself go into its dict, and __new__ when it has `make`.
void add_slot_wrappers(Vm&, Class* cls);
/// Special methods that CPython has as ordinary methods of the type, beside the slot.
bool is_method_in_cpython(const Native* wrapper);
/// wrapper(self, *args); self is known to be an instance of the wrapper's owner.
Result<Value> call_slot_wrapper(Vm&, Native* wrapper, Value self, Value* args, size_t npos, Tuple* kwnames);
/// The function behind Class.__new__ of native classes: `native->owner` says whose.
bool is_new_native(const Native*);
Result<Value> call_new_native(Vm&, Native*, Value* args, size_t npos, Tuple* kwnames);
/// The special method of the type called with self and arguments; Value::stop() when the type has none.
Result<Value> call_special_reenter(Vm&, Value self, Str* name, std::initializer_list<Value> args);

}  // namespace coil
