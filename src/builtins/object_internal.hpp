// What the files of the object model's types share; private to builtins/.
#pragma once

#include <string>

#include "objects/native.hpp"
#include "objects/str.hpp"

namespace coil {

/// "0x7f12..." of a cell, as default reprs show it.
std::string cell_address(Value);
/// "module.qualname", or the plain qualname for builtins.
std::string qualified_class_name(Class*);
/// The class that decides the C++ layout and the members of instances; two bases are compatible when one's is above the other's.
Class* solid_base(Class*);
/// "Can't instantiate abstract class ..." for a class with abstract methods.
Error raise_abstract(Vm&, Class*);
/// __class__ assignment on instances.
Result<void> set_class_of(Vm&, Value object, Value new_class);
/// __bases__ assignment.
Result<void> set_bases(Vm&, Class*, Tuple*);
/// The member's or function's name after private mangling inside a class.
Result<Str*> mangle_name(Vm&, Str* class_name, Str* name);
/// `a | b` between classes, None and generics.
Result<Value> union_of(Vm&, Value left, Value right);
Result<Value> new_generic_alias(Vm&, Value origin, Value item);
extern const GetSetSpec kInstanceDict;

void setup_object_type(Vm&);
void setup_type_type(Vm&);
void setup_function_types(Vm&);
void setup_descriptors(Vm&);
void setup_super(Vm&);
void setup_frame_type(Vm&);
void setup_exceptions(Vm&);
void setup_exception_groups(Vm&);
void setup_modules_and_namespaces(Vm&);
void setup_generic_alias(Vm&);
void setup_weakref(Vm&);
void setup_build_class(Vm&);

}  // namespace coil
