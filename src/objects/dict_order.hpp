// Operations of dict for what builds on it: OrderedDict and Counter.
#pragma once

#include "objects/containers.hpp"

namespace coil {

/// dict_pop_last() at the other end.
bool dict_pop_first(Dict*, Value* key, Value* value);
/// Puts the item of the key behind all others; false when the key is absent.
Result<bool> dict_move_last_reenter(Vm&, Dict*, Value key);
/// Adds 1 to the small integer that is the value of a key which dict_get_quick() finds; false when this is not possible.
bool dict_increment_quick(Dict*, Value key);

}  // namespace coil
