// For files inside async/ that register handles with libuv.
#pragma once

#include <uv.h>

namespace coil {

/// The process's libuv loop, made at first use; nullptr when the system refuses.
uv_loop_t* uv_loop_instance();

}  // namespace coil
