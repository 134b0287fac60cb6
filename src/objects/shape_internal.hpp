// What class.cpp, attributes.cpp and the descriptors share of shapes and slots; private to the object model.
#pragma once

#include "objects/class.hpp"
#include "objects/vm.hpp"

namespace coil {

/// Reserves the table and the indices of the built-in kinds.
bool reserve_shapes();
void setup_shapes();
/// nullptr with MemoryError pending.
Shape* new_shape_at(Vm&, uint32_t index, Class*);
Result<Shape*> new_shape(Vm&, Class*);
Result<Shape*> new_root_shape(Vm&, Class*, uint16_t attrs_offset, uint16_t inline_cap);
/// Afterwards the instance's attributes are in the returned Dict, whatever they were in before. The cell must have an attribute area.
Result<Dict*> switch_to_dict_mode(Vm&, Cell*);
Result<void> replace_instance_dict(Vm&, Cell*, Dict*);
/// The field of layouts that have a dictionary of their own (functions, modules); nullptr for others.
Dict** own_dict_field(Cell*);
/// Word of a __slots__ member.
Value* member_slot(Cell*, uint32_t slot);
/// Where instances of the cell's shape keep an attribute.
struct SlotPlace {
  enum Kind : uint8_t {
    Unknown,   // every instance on its own
    Absent,    // nowhere
    Inline,    // in the word `offset` bytes into the cell
    Overflow,  // item `offset` of the overflow array
    OwnDict,   // if anywhere, in the Dict that stands for the overflow array
  };
  Kind kind;
  uint32_t offset;
};
SlotPlace find_slot_place(Cell*, Str* name);
bool find_transition(Vm&, Cell*, Str* name, uint32_t* offset, uint32_t* new_shape);

/// Whether instances may hold attributes of any name.
inline bool has_instance_dict(Cell* cell) {
  return (class_of(cell)->flags & kClassHasDict) != 0 || own_dict_field(cell) != nullptr;
}

/// Marks in the flags of interned attribute names: some inline cache depends on what classes say about the name; it was changed in an existing
/// class since; it changes often and is not cached any more.
inline constexpr uint16_t kNameCached = 0x2000, kNameChanged = 0x4000, kNameVolatile = 0x8000;
/// Of names in slots.def.
inline constexpr uint16_t kNameSpecial = 0x1000;
/// Parts of class creation shared by start-up and new_native_class.
void link_native_class(Vm&, Class*, Class* base, Shape*);
void add_subclass(Vm&, Class* base, Class* cls);

/// Slots of `cls` from its MRO (builtins/slots.cpp): all of them, or those the name takes part in.
void update_slots(Vm&, Class* cls, Str* name_or_null);
/// Once, when the names are there.
void mark_special_names(Vm&);
/// Null slots come from the base.
void inherit_slots(Class* cls);
/// Set once object's slots exist: native classes defined later inherit at once.
extern bool g_types_complete;

}  // namespace coil
