// Start of the async room.
#include "async/context.hpp"
#include "async/future.hpp"
#include "async/signals.hpp"

namespace coil {

void setup_async(Vm& vm) {
  setup_contexts(vm);
  setup_futures(vm);
  setup_loop(vm);
  setup_signals(vm);
}

}  // namespace coil
