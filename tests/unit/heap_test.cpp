// The collector by itself: reachability, generations, weak slots, finalizers, planned failures.
#include <doctest/doctest.h>

#include <vector>

#include "objects/containers.hpp"
#include "objects/number.hpp"
#include "objects/str.hpp"
#include "support.hpp"

using namespace coil;

namespace {

/// Counts the live cells of a kind.
size_t count_cells(Kind kind) {
  struct State {
    Kind kind;
    size_t count;
  } state{kind, 0};
  g_heap.for_each_cell([](Cell* cell, void* context) {
    auto* counted = static_cast<State*>(context);
    counted->count += cell->kind == counted->kind;
  }, &state);
  return state.count;
}

/// Leaves no trace of its locals in the caller's frame.
[[gnu::noinline]] void make_garbage(Vm& vm, size_t count) {
  for (size_t i = 0; i < count; i++) REQUIRE(alloc<Box>(vm, Kind::Box));
}

/// Overwrites the part of the stack that calls just used, so that stale pointers there keep nothing alive.
[[gnu::noinline]] void scrub_stack() {
  volatile char noise[16384];
  for (volatile char& byte : noise) byte = 0;
}

}  // namespace

TEST_CASE("unreachable cells are freed, reachable ones keep their content") {
  Vm& vm = test_vm();
  Result<List*> kept = new_list(vm);
  for (int i = 0; i < 1000; i++) {
    Result<Str*> text = new_str_format(vm, "item %d", i);
    REQUIRE(text);
    REQUIRE(list_append(vm, *kept, *text));
  }
  make_garbage(vm, 5000);
  scrub_stack();
  size_t before = count_cells(Kind::Box);
  CHECK(before < 100);
  g_heap.collect_minor();
  g_heap.collect_full();
  REQUIRE((*kept)->size == 1000);
  CHECK(str_utf8((*kept)->items()[999]) == "item 999");
}

TEST_CASE("the write barrier keeps young cells that only an old one refers to") {
  Vm& vm = test_vm();
  Result<Box*> box = alloc<Box>(vm, Kind::Box);
  g_heap.collect_minor();
  CHECK(((*box)->gc & kGcMarked) != 0);
  for (int round = 0; round < 100; round++) {
    Result<Str*> text = new_str_format(vm, "round %d", round);
    store(*box, (*box)->value, Value(*text));
    make_garbage(vm, 100);
    g_heap.collect_minor();
    CHECK(str_utf8((*box)->value) == "round " + std::to_string(round));
  }
}

TEST_CASE("cells of every size survive and are found by interior pointers") {
  Vm& vm = test_vm();
  for (size_t bytes : {16u, 24u, 100u, 1024u, 1025u, 5000u, 16384u, 16385u, 100000u, 3000000u}) {
    Result<Buffer*> buffer = new_buffer(vm, bytes);
    REQUIRE(buffer);
    (*buffer)->data()[bytes - 1] = 42;
    CHECK(g_heap.find_cell((*buffer)->data() + bytes - 1) == *buffer);
    g_heap.collect_full();
    CHECK((*buffer)->data()[bytes - 1] == 42);
  }
}

TEST_CASE("weak slots are cleared when the target dies") {
  Vm& vm = test_vm();
  Result<Buffer*> slot_owner = new_buffer(vm, 16);
  auto* slot = reinterpret_cast<Value*>((*slot_owner)->data());
  [&]() __attribute__((noinline)) {
    Result<Box*> target = alloc<Box>(vm, Kind::Box);
    *slot = *target;
    g_heap.add_weak(*slot_owner, slot, *target);
    CHECK(slot->is_cell());
  }();
  scrub_stack();
  g_heap.collect_full();
  CHECK(slot->is_nothing());
  CHECK(g_heap.has_cleared_weak());
  CHECK(g_heap.take_cleared_weak() == *slot_owner);
}

TEST_CASE("a planned failure is a MemoryError and the next allocation works") {
  Vm& vm = test_vm();
  g_heap.fail_at(3);
  CHECK(alloc<Box>(vm, Kind::Box));
  CHECK(alloc<Box>(vm, Kind::Box));
  CHECK_FALSE(alloc<Box>(vm, Kind::Box));
  CHECK(pending_matches(vm, Exc::MemoryError));
  clear_pending(vm);
  CHECK(alloc<Box>(vm, Kind::Box));
}

TEST_CASE("collecting at every allocation loses nothing") {
  Vm& vm = test_vm();
  g_heap.set_stress(1);
  Result<Dict*> dict = new_dict(vm);
  for (int i = 0; i < 200; i++) {
    Result<Str*> key = new_str_format(vm, "key %d", i);
    Result<Value> value = make_int(vm, int64_t{1} << 62);
    REQUIRE(dict_set_str(vm, *dict, *key, *value));
  }
  g_heap.set_stress(0);
  CHECK((*dict)->used == 200);
  Result<Str*> key = new_str_format(vm, "key %d", 150);
  int64_t number = 0;
  CHECK(int_to_i64(dict_get_str(*dict, *key), &number));
  CHECK(number == int64_t{1} << 62);
}
