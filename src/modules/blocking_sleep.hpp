// What time.sleep() blocked, for asyncio's report of slow callbacks.
#pragma once

#include <cstdint>
#include <string>

namespace coil {

struct BlockingSleep {
  int64_t total_ns = 0;  // of all calls inside of tasks
  std::string place;     // of the last one
};
extern BlockingSleep g_blocking_sleep;

}  // namespace coil
