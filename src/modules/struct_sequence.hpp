// Tuples with named fields, as sys.version_info, time.struct_time and os.stat_result are.
#pragma once

#include <initializer_list>

#include "objects/vm.hpp"

namespace coil {

/// At most kMaxSequenceFields fields. `module` and `name` as Python shows them. A hidden field may have the name of an item: the attribute is
/// the hidden one then, with the item as default.
inline constexpr size_t kMaxSequenceFields = 20;
struct SequenceSpec {
  const char* module;
  const char* name;
  const char* doc;
  size_t field_count;
  const char* fields[kMaxSequenceFields];
  size_t least = 0;     // items of the tuple (0: all); the others are attributes only, None when the constructor was not given them
  bool single = false;  // programs can't make another
};

/// The class; kept alive for ever.
Result<Class*> new_sequence_class(Vm&, const SequenceSpec*);
/// `items` are field_count values.
Result<Value> new_sequence(Vm&, Class*, const Value* items);

}  // namespace coil
