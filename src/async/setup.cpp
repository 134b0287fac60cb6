// Start of the async room.
#include "async/context.hpp"
#include "async/done_callback.hpp"
#include "async/signals.hpp"

namespace coil {

void setup_async(Vm& vm) {
  setup_contexts(vm);
  setup_futures(vm);
  setup_done_callbacks(vm);
  setup_loop(vm);
  setup_signals(vm);
}

}  // namespace coil
