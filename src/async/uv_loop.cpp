// See uv_loop.hpp. Blocking work for executors runs on libuv's thread pool in later additions; descriptors, processes and signals register here.
#include "async/uv_loop.hpp"

#include <uv.h>

#include "async/uv_handle.hpp"

namespace coil {

namespace {

uv_loop_t g_loop;
bool g_started = false;

}  // namespace

uv_loop_t* uv_loop_instance() {
  if (!g_started) {
    if (uv_loop_init(&g_loop) != 0) return nullptr;
    g_started = true;
  }
  return &g_loop;
}

int uv_backend_descriptor() { return g_started && uv_loop_alive(&g_loop) ? uv_backend_fd(&g_loop) : -1; }

void run_uv_events() { uv_run(&g_loop, UV_RUN_NOWAIT); }

void close_uv_loop() {
  if (!g_started) return;
  uv_walk(&g_loop, [](uv_handle_t* handle, void*) { if (!uv_is_closing(handle)) uv_close(handle, nullptr); }, nullptr);
  while (uv_run(&g_loop, UV_RUN_DEFAULT) != 0) {
  }
  uv_loop_close(&g_loop);
  g_started = false;
}

}  // namespace coil
