// The system's C library tells its version in a line of its own text, which is looked for in the file: loading it is what has to be avoided.
#include "base/system_libc.hpp"

#include <dlfcn.h>
#include <fcntl.h>
#include <gnu/libc-version.h>
#include <link.h>
#include <nss.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstring>
#include <string>

namespace coil {

namespace {

bool file_contains(const char* path, const std::string& text) {
  const int descriptor = open(path, O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) return false;
  bool found = false;
  struct stat info;
  if (fstat(descriptor, &info) == 0 && info.st_size > 0) {
    const auto size = static_cast<size_t>(info.st_size);
    void* bytes = mmap(nullptr, size, PROT_READ, MAP_PRIVATE, descriptor, 0);
    if (bytes != MAP_FAILED) {
      // Texts lie behind the code, which is most of the file.
      const char* late = static_cast<const char*>(bytes) + size / 4 * 3;
      found = memmem(late, size - size / 4 * 3, text.data(), text.size()) || memmem(bytes, size, text.data(), text.size());
      munmap(bytes, size);
    }
  }
  close(descriptor);
  return found;
}

/// A program that is linked dynamically has the system's library already.
bool is_static() {
  bool dynamic = false;
  dl_iterate_phdr(
      [](dl_phdr_info* info, size_t, void* result) {
        for (int i = 0; i < info->dlpi_phnum; i++) {
          if (info->dlpi_phdr[i].p_type == PT_INTERP) *static_cast<bool*>(result) = true;
        }
        return 1;  // only the program itself, which comes first
      },
      &dynamic);
  return !dynamic;
}

/// How often a library was loaded, the program itself included.
unsigned long long libraries_loaded() {
  unsigned long long loads = 0;
  dl_iterate_phdr(
      [](dl_phdr_info* info, size_t, void* result) {
        *static_cast<unsigned long long*>(result) = info->dlpi_adds;
        return 1;
      },
      &loads);
  return loads;
}

bool same_library_installed() {
  const std::string banner = std::string("stable release version ") + gnu_get_libc_version() + ".";
  for (const char* path : {"/lib/x86_64-linux-gnu/libc.so.6", "/lib/aarch64-linux-gnu/libc.so.6", "/lib64/libc.so.6", "/usr/lib/libc.so.6"}) {
    if (file_contains(path, banner)) return true;
  }
  return false;
}

}  // namespace

bool can_load_system_libraries() {
  static const bool can = !is_static() || same_library_installed();
  return can;
}

void prepare_name_services() {
  static const bool once = [] {
    if (can_load_system_libraries()) return true;
    __nss_configure_lookup("hosts", "files dns");
    for (const char* database : {"passwd", "group", "services", "protocols", "networks"}) __nss_configure_lookup(database, "files");
    return true;
  }();
  (void)once;
}

void share_environment() {
  static const bool alone = !is_static();
  static char*** theirs = nullptr;
  static unsigned long long loads_seen = 0;
  if (alone) return;
  if (const auto loads = theirs ? loads_seen : libraries_loaded(); loads != loads_seen) {
    loads_seen = loads;
    void* library = dlopen("libc.so.6", RTLD_LAZY | RTLD_NOLOAD);  // takes 100 us where it is not loaded
    if (library) theirs = static_cast<char***>(dlsym(library, "environ"));
  }
  if (theirs) *theirs = environ;
}

}  // namespace coil
