// Module _enum: makes the members of an enumeration whose values run no code of a program. All other members are made by stdlib/enum.py.
#include "modules/support.hpp"
#include "objects/attributes.hpp"

namespace coil {

namespace {

/// What stdlib/enum.py knows of the class whose members are made.
struct Members {
  Class *enum_class, *member_type;
  bool is_flag;
  List* names;               // of members that are no aliases
  Dict *by_name, *by_value;
  Str *value_attr, *name_attr, *class_attr, *order_attr;
};

bool is_single_bit(int64_t number) { return number > 0 && (number & (number - 1)) == 0; }

bool base_has(Class* cls, Str* name) {
  for (size_t i = 0; i < cls->bases->size; i++) {
    if (class_lookup(cls->bases->items[i].as<Class>(), name)) return true;
  }
  return false;
}

Result<Value> new_member(Vm& vm, const Members& members, Str* name, Value value) {
  bool takes_value = members.member_type != vm.type(Kind::Object);
  COIL_TRY(Value member, members.member_type->slots.make(vm, members.enum_class, &value, takes_value, nullptr));
  Cell* cell = member.cell();
  COIL_CHECK(set_instance_attr(vm, cell, members.value_attr, value));
  COIL_CHECK(set_instance_attr(vm, cell, members.name_attr, name));
  COIL_CHECK(set_instance_attr(vm, cell, members.class_attr, members.enum_class));
  COIL_CHECK(set_instance_attr(vm, cell, members.order_attr, Value::small_int(static_cast<int64_t>(members.names->size))));
  return member;
}

Result<void> add_member_reenter(Vm& vm, const Members& members, Str* name, Value value) {
  COIL_TRY(Value member, new_member(vm, members, name, value));
  COIL_TRY(Value known, dict_setdefault_reenter(vm, members.by_value, value, member));
  bool is_alias = known != member;
  if (!is_alias && (!members.is_flag || is_single_bit(value.small_int()))) COIL_CHECK(list_append(vm, members.names, name));
  COIL_CHECK(type_set_attr(vm, members.enum_class, name, known));
  return dict_set_str(vm, members.by_name, name, known);
}

NATIVE(enum_make_members, "make_members(enum_class, member_type, is_flag, names, by_name, by_value, values, make_one, /)",
       "Make the members of a new class from a dict of their values; those that hide something inherited by make_one(class, name, value).") {
  Members members{args[0].as<Class>(), args[1].as<Class>(), args[2].is_true(), args[3].as<List>(), args[4].as<Dict>(), args[5].as<Dict>(),
                  intern(vm, "_value_"), intern(vm, "_name_"), intern(vm, "__objclass__"), intern(vm, "_sort_order_")};
  Dict* values = args[6].as<Dict>();
  size_t position = 0;
  for (Value key, value; dict_next(values, &position, &key, &value);) {
    Str* name = intern_str(vm, key.as<Str>());
    bool plain = !base_has(members.enum_class, name) && (!members.is_flag || value.is_small_int());
    if (plain) COIL_CHECK(add_member_reenter(vm, members, name, value));
    else COIL_CHECK(call_reenter(vm, args[7], {members.enum_class, name, value}));
  }
  return none();
}

}  // namespace

MODULE(enum_native, "_enum", "Members of enumerations.", nullptr, FN(enum_make_members))

}  // namespace coil
