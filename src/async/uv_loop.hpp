// The only users of <uv.h> are behind this header: one libuv loop for the process, made when first needed, polled by the oracle and never blocking by itself.
#pragma once

namespace coil {

/// The descriptor to poll for libuv's events, or -1 while nothing is registered with it.
int uv_backend_descriptor();
/// Runs the callbacks of whatever is due, without blocking.
void run_uv_events();
/// Closes every handle; at exit.
void close_uv_loop();

}  // namespace coil
