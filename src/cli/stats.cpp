// Numbers from the collector and from the system.
#include "cli/stats.hpp"

#include <sys/resource.h>
#include <time.h>

#include <cstdio>

#include "heap/heap.hpp"

namespace coil {

static double seconds(const timeval& time) { return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6; }

void print_stats() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  const HeapStats& heap = g_heap.stats();
  std::fprintf(stderr,
               "processor time  %.3f s in the program, %.3f s in the system\n"
               "memory          %.1f MB at most, %.1f MB allocated, %.1f MB of the heap live\n"
               "collections     %zu minor, %zu full, %.3f ms in all\n"
               "switches        %ld waits, %ld preemptions, %ld page faults\n",
               seconds(usage.ru_utime), seconds(usage.ru_stime), static_cast<double>(usage.ru_maxrss) / 1024,
               static_cast<double>(heap.allocated_bytes_total) / 1e6, static_cast<double>(g_heap.live_bytes()) / 1e6,
               heap.minor_collections, heap.full_collections, static_cast<double>(heap.total_pause_ns) / 1e6, usage.ru_nvcsw,
               usage.ru_nivcsw, usage.ru_minflt);
}

void print_gc_stats() {
  const HeapStats& heap = g_heap.stats();
  uint64_t pauses = 0;
  for (uint64_t count : heap.pauses) pauses += count;
  double total = static_cast<double>(heap.total_pause_ns) / 1e6, longest = static_cast<double>(heap.longest_pause_ns) / 1e6;
  std::fprintf(stderr, "collections  %zu minor, %zu full in %zu slices\npauses       %.3f ms in all, %.3f ms the longest\n", heap.minor_collections,
               heap.full_collections, heap.slices, total, longest);
  for (size_t i = 0; i < HeapStats::kPauseBuckets; i++) {
    if (!heap.pauses[i]) continue;
    bool last = i == HeapStats::kPauseBuckets - 1;
    constexpr uint64_t kBarWidth = 50;
    int bar = static_cast<int>((heap.pauses[i] * kBarWidth + pauses - 1) / pauses);
    std::fprintf(stderr, "%s %8llu us %8llu  %.*s\n", last ? ">=" : " <", 1ull << (last ? i - 1 : i),
                 static_cast<unsigned long long>(heap.pauses[i]), bar, "##################################################");
  }
}

}  // namespace coil
