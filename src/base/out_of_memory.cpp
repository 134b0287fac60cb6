#include "base/out_of_memory.hpp"

#include <unistd.h>

#include <exception>
#include <string_view>

namespace coil {

void out_of_memory() {
  constexpr std::string_view kMessage = "coil: out of memory\n";
  (void)!write(2, kMessage.data(), kMessage.size());
  _exit(1);
}

void end_when_new_fails() { std::set_terminate(out_of_memory); }

}  // namespace coil
