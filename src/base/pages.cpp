#include "base/pages.hpp"

#include <sys/mman.h>
#include <unistd.h>

#include <cerrno>
#include <cstdint>
#include <cstdlib>

extern "C" char __data_start, _end;  // the linker's: first byte of .data, first byte after .bss

namespace coil {

void prepare_pages(void* start, size_t bytes) {
#ifdef MADV_POPULATE_WRITE
  constexpr uintptr_t kPage = 4096;
  static bool supported = true;
  uintptr_t from = reinterpret_cast<uintptr_t>(start) & ~(kPage - 1), to = reinterpret_cast<uintptr_t>(start) + bytes;
  if (!supported || madvise(reinterpret_cast<void*>(from), to - from, MADV_POPULATE_WRITE) == 0) return;
  supported = errno != EINVAL;
#else
  (void)start, (void)bytes;
#endif
}

/// Where malloc's heap ended when its pages were last asked for.
static char* g_prepared_end;

void prepare_grown_heap() {
  char* end = static_cast<char*>(sbrk(0));  // no system call
  if (end > g_prepared_end) prepare_pages(g_prepared_end, static_cast<size_t>(end - g_prepared_end));
  g_prepared_end = end;
}

/// The pages that every run writes: the program's variables, the first piece of malloc's heap. Runs before the constructors that write them.
[[gnu::constructor(101)]] static void prepare_program_pages() {
  prepare_pages(&__data_start, static_cast<size_t>(&_end - &__data_start));
  constexpr size_t kFirstHeap = 128 << 10;         // what malloc asks for first, at least
  void* volatile first = std::malloc(1);           // volatile: the pair would be optimised away
  std::free(first);
  g_prepared_end = static_cast<char*>(sbrk(0)) - kFirstHeap;
  prepare_grown_heap();
}

}  // namespace coil
