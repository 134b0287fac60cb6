// The graph of objects, as module gc shows it.
#pragma once

#include "objects/containers.hpp"

namespace coil {

/// All objects that may refer to others; of one generation when that is not negative.
Result<Value> gc_objects(Vm&, int generation);
/// What the objects refer to.
Result<Value> gc_referents(Vm&, Tuple* objects);
/// The objects that refer to one of these.
Result<Value> gc_referrers(Vm&, Tuple* objects);

}  // namespace coil
