// What the files of module posix share.
#pragma once

#include <string_view>

#include "modules/io.hpp"
#include "modules/module.hpp"
#include "objects/containers.hpp"
#include "objects/number.hpp"
#include "objects/str.hpp"

extern char** environ;

namespace coil {

/// Text that came from the system.
inline Result<Str*> system_str(Vm& vm, std::string_view bytes) {
  return decode_bytes(vm, {reinterpret_cast<const uint8_t*>(bytes.data()), bytes.size()}, "utf-8", "surrogateescape");
}

/// fork() with this thread as the child's only one: locks, poller and event loops of the child are its own. 0 in the child, -1 with errno.
pid_t fork_vm(Vm&);
/// The same with the functions of os.register_at_fork().
pid_t fork_with_hooks_reenter(Vm&);
/// Processes: the functions and constants of posix_process.cpp.
Result<void> init_posix_process(Vm&, Dict* ns);

}  // namespace coil
