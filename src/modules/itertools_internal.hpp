// What the files of module itertools share: the common layout of its iterators and their definition.
#pragma once

#include "modules/support.hpp"

namespace coil {

struct ItObject : NativeObject {
  Value source, function, current, extra;
  int64_t index;
};

extern const NativeObjectOps kItOps;

Result<ItObject*> new_it(Vm&, Value cls);
/// `size` is that of the object's layout; make may be nullptr when programs cannot make one.
Result<Class*> define_iterator(Vm&, Dict* ns, const char* name, uint32_t size, const char* doc, NewFn make, NextFn next,
                               std::initializer_list<const NativeSpec*> methods = {}, UnaryFn repr = nullptr);
Result<void> define_combinatorics(Vm&, Dict* ns);

}  // namespace coil
