// Numbers from the collector and from the system.
#include "cli/stats.hpp"

#include <sys/resource.h>
#include <time.h>

#include <algorithm>
#include <cstdio>
#include <vector>

#include "bytecode/opcode_info.hpp"
#include "heap/heap.hpp"
#include "objects/class.hpp"
#include "vm/quickening.hpp"

namespace coil {

namespace {

double seconds(const timeval& time) { return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6; }

/// The quick forms, the commonest first.
void print_quick(const LoadedCode& code) {
  std::vector<Op> found;
  size_t total = 0;
  for (size_t op = 0; op < code.quick.size(); op++) {
    total += code.quick[op];
    if (code.quick[op]) found.push_back(static_cast<Op>(op));
  }
  auto count = [&](Op op) { return code.quick[static_cast<size_t>(op)]; };
  std::stable_sort(found.begin(), found.end(), [&](Op a, Op b) { return count(a) > count(b); });
  std::fprintf(stderr, "instructions    %zu in %zu functions that have run, %zu quick", code.instructions, code.functions, total);
  for (size_t i = 0; i < found.size(); i++) std::fprintf(stderr, "%s%s %zu", i ? ", " : ": ", opcode_info(found[i]).name, count(found[i]));
  std::fprintf(stderr, "\n");
}

void print_misses(const Misses& misses) {
  const struct {
    uint64_t count;
    const char* what;
  } rows[] = {{misses.attributes, "attributes"}, {misses.stores, "stores"}, {misses.methods, "methods"},
              {misses.globals, "globals"}, {misses.operators, "operators"}, {misses.fusions, "fusions"}};
  std::fprintf(stderr, "misses         ");
  for (const auto& row : rows) std::fprintf(stderr, "%s %llu %s", &row == rows ? "" : ",", static_cast<unsigned long long>(row.count), row.what);
  std::fprintf(stderr, "\n");
}

}  // namespace

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
  print_quick(count_loaded_code());
  print_misses(g_misses);
  std::fprintf(stderr, "shapes          %zu alive, %u made\n", live_shapes(), shape_table_size());
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
