// The scheduler's data structures and the order of timers, without a clock.
#include <doctest/doctest.h>

#include "async/future.hpp"
#include "objects/containers.hpp"
#include "support.hpp"

using namespace coil;

TEST_CASE("the ready queue is first in, first out across growth and wrap-around") {
  ReadyQueue queue;
  int64_t next_in = 0, next_out = 0;
  for (int round = 0; round < 50; round++) {
    for (int i = 0; i < 37; i++) queue.push({Value::small_int(next_in++), {}});
    for (int i = 0; i < 29; i++) CHECK(queue.pop().target.small_int() == next_out++);
  }
  while (queue.size()) CHECK(queue.pop().target.small_int() == next_out++);
  CHECK(next_in == next_out);
}

TEST_CASE("seconds become nanoseconds, whatever the number") {
  CHECK(seconds_to_ns(0) == 0);
  CHECK(seconds_to_ns(1.5) == 1500000000);
  CHECK(seconds_to_ns(1e300) == 9000000000000000000);
  CHECK(seconds_to_ns(-1e300) == -9000000000000000000);
}

TEST_CASE("futures run callbacks through the queue, once") {
  Vm& vm = test_vm();
  Result<Value> cell = make_event_loop(vm, vm.type(Kind::EventLoop));
  Loop* loop = loop_of(*cell);
  Result<Future*> future = new_future(vm, *cell);
  REQUIRE(future);
  REQUIRE(future_add_callback_reenter(vm, *future, Value(vm.empty_str), {}));
  CHECK(loop->ready.size() == 0);
  REQUIRE(future_set_result_reenter(vm, *future, Value::small_int(5)));
  CHECK(loop->ready.size() == 1);
  CHECK_FALSE(future_set_result_reenter(vm, *future, Value::small_int(6)));
  CHECK(pending_matches(vm, Exc::InvalidStateError));
  clear_pending(vm);
  Result<Value> outcome = future_outcome(vm, *future);
  CHECK((*outcome).small_int() == 5);
  Result<bool> cancelled = future_cancel_reenter(vm, *future, {});
  CHECK_FALSE(*cancelled);
}

TEST_CASE("cancelled timers leave the heap when they are the majority") {
  Vm& vm = test_vm();
  Result<Value> cell = make_event_loop(vm, vm.type(Kind::EventLoop));
  Loop* loop = loop_of(*cell);
  Result<List*> futures = new_list(vm);
  for (int i = 0; i < 1000; i++) {
    Result<Future*> future = new_future(vm, *cell);
    REQUIRE(add_timer(vm, loop, 1000 + i, *future));
    (*future)->set(kFutureHasTimer);
    REQUIRE(list_append(vm, *futures, *future));
  }
  for (int i = 0; i < 900; i++) {
    Result<bool> cancelled = future_cancel_reenter(vm, (*futures)->items()[i].as<Future>(), {});
    CHECK(*cancelled);
  }
  CHECK(loop->timers.size() <= 200);
  for (const Timer& timer : loop->timers) CHECK(timer.when_ns >= 1000);
}
