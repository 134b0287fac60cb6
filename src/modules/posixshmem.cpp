// Module _posixshmem: named shared memory of the system. stdlib/multiprocessing/shared_memory.py makes SharedMemory of it.
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <string>

#include "modules/support.hpp"

namespace coil {

namespace {

Result<std::string> shm_name(Vm& vm, Value value) {
  if (!value.is(Kind::Str)) return raise_type_error(vm, "path must be str, not %s", type_name(value));
  std::string name = str_utf8(value.as<Str>());
  if (name.find('\0') != std::string::npos) return raise_value_error(vm, "embedded null character");
  return name;
}

NATIVE(shm_open, "shm_open(path, flags, mode=511)", "The descriptor of a shared memory object.") {
  COIL_TRY(std::string name, shm_name(vm, args[0]));
  COIL_TRY(int64_t flags, argument_int64_reenter(vm, args[1]));
  int64_t mode = 0777;
  if (args.has(2)) {
    COIL_TRY(mode, argument_int64_reenter(vm, args[2]));
  }
  int descriptor = ::shm_open(name.c_str(), static_cast<int>(flags) | O_CLOEXEC, static_cast<mode_t>(mode));
  if (descriptor < 0) return raise_os_error(vm, errno, args[0]);
  return Value::small_int(descriptor);
}

NATIVE(shm_unlink, "shm_unlink(path)", "Remove the name of a shared memory object.") {
  COIL_TRY(std::string name, shm_name(vm, args[0]));
  if (::shm_unlink(name.c_str()) != 0) return raise_os_error(vm, errno, args[0]);
  return none();
}

}  // namespace

MODULE(posixshmem, "_posixshmem", "Shared memory of the system.", nullptr, FN(shm_open), FN(shm_unlink))

}  // namespace coil
