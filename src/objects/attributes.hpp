// The attribute slots of classes and modules, for the descriptors and types that share them. Those of instances are in protocol.hpp.
#pragma once

#include "objects/vm.hpp"

namespace coil {

Result<Value> type_get_attr(Vm&, Value cls, Str* name);
Result<void> type_set_attr(Vm&, Value cls, Str* name, Value value_or_nothing);
Result<Value> module_get_attr(Vm&, Value module, Str* name);
Error raise_module_attribute_error(Vm&, Value module, Str* name);
/// Whether an attribute of an imported module is made when somebody asks: its specification and its loader are objects of importlib.
bool is_made_by_importlib(Vm&, Str* name);
/// Puts both into the module's namespace; host/ sets the hook.
extern Result<void> (*g_complete_module_reenter)(Vm&, Module*);
/// A pending AttributeError of a program learns what was asked for, unless it knows already.
void note_attribute(Vm&, Value object, Str* name);
/// Whether the code of the module is still running for its import.
bool is_initializing_reenter(Vm&, Module* module);

}  // namespace coil
