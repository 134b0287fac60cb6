// What the files of module itertools share: the common layout of its iterators and their definition.
#pragma once

#include "modules/support.hpp"

namespace coil {

struct ItObject : NativeObject {
  Value source, function, current, extra;
  int64_t index;
};

struct Slicer : ItObject {
  int64_t next, stop, step;
};
struct Groups : ItObject {
  Value target;
  int64_t newest;
};
struct Group : NativeObject {
  Groups* parent;
  Value key;
  int64_t number;
};
struct TeeLink : NativeObject {
  Value source;
  List* items;  // at most kTeeItems
  TeeLink* next;
  bool running;
};
constexpr size_t kTeeItems = 57;
struct Tee : NativeObject {
  TeeLink* link;
  size_t at;
};

extern const NativeObjectOps kItOps;

Result<ItObject*> new_it(Vm&, Value cls);
/// `size` is that of the object's layout; make may be nullptr when programs cannot make one.
Result<Class*> define_iterator(Vm&, Dict* ns, const char* name, uint32_t size, const char* doc, NewFn make, NextFn next,
                               std::initializer_list<const NativeSpec*> methods = {}, UnaryFn repr = nullptr);
Result<void> define_combinatorics(Vm&, Dict* ns);
/// How copy and pickle see the iterators of the first part; the classes are in the namespace already.
Result<void> define_iterator_states(Vm&, Dict* ns);

}  // namespace coil
