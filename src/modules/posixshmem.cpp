// Module _posixshmem: named shared memory of the system, and mappings of it. stdlib/multiprocessing/shared_memory.py makes SharedMemory of it.
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <string>

#include "modules/support.hpp"
#include "objects/buffer.hpp"

namespace coil {

namespace {

/// Memory that is mapped from a descriptor, a bytes-like object.
struct Mapping : NativeObject {
  uint8_t* data;     // nullptr when it is closed
  size_t size;
  uint32_t exports;
};

void unmap(Mapping* mapping) {
  if (mapping->data) ::munmap(mapping->data, mapping->size);
  mapping->data = nullptr;
  mapping->size = 0;
}

const NativeObjectOps kMappingOps{nullptr, [](Cell* cell) { unmap(static_cast<Mapping*>(cell)); },
                                  [](Cell* cell, BufferInfo* out) {
                                    auto* mapping = static_cast<Mapping*>(cell);
                                    *out = {mapping->data, mapping->size, 1, 'B', false, &mapping->exports};
                                  }};
Class* g_mapping;

NATIVE(mapping_new, "Mapping(cls, fd, size, /)", "The first `size` bytes of a shared memory object.") {
  COIL_TRY(int64_t descriptor, argument_int64_reenter(vm, args[1]));
  COIL_TRY(int64_t size, argument_int64_reenter(vm, args[2]));
  struct stat status;
  if (::fstat(static_cast<int>(descriptor), &status) != 0) return raise_os_error(vm, errno);
  if (size <= 0) return raise_value_error(vm, "cannot mmap an empty file");
  // Bytes beyond the end of the object would be a bus error.
  if (size > status.st_size) return raise_value_error(vm, "mmap length is greater than file size");
  COIL_TRY(Mapping* mapping, new_native_object<Mapping>(vm, g_mapping, &kMappingOps));
  void* data = ::mmap(nullptr, static_cast<size_t>(size), PROT_READ | PROT_WRITE, MAP_SHARED, static_cast<int>(descriptor), 0);
  if (data == MAP_FAILED) return raise_os_error(vm, errno);
  mapping->data = static_cast<uint8_t*>(data);
  mapping->size = static_cast<size_t>(size);
  return Value(mapping);
}
COIL_MAKE_SLOT(mapping_make, mapping_new)

NATIVE(mapping_close, "close(self, /)", "Unmap the memory; with the last view of it when there are any.") {
  auto* mapping = self_as<Mapping>(args);
  if (!still_exported(args[0], &mapping->exports)) unmap(mapping);
  return none();
}

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

Result<void> init_posixshmem(Vm& vm, Dict* ns) {
  COIL_TRY(g_mapping, new_module_class<Mapping>(vm, "Mapping", "_posixshmem", mapping_new_spec.doc));
  g_mapping->slots.make = mapping_make;
  g_mapping->slots.init = init_nothing;
  define_class(vm, g_mapping, {FN(mapping_close)}, {});
  return module_set(vm, ns, "Mapping", g_mapping);
}

}  // namespace

MODULE(posixshmem, "_posixshmem", "Shared memory of the system.", init_posixshmem, FN(shm_open), FN(shm_unlink))

}  // namespace coil
