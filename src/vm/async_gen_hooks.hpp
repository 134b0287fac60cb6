// sys.set_asyncgen_hooks, and who closes an asynchronous generator that is dropped unfinished. The finalizer hook that a generator took at its first iteration is kept
// in a table beside the cells: nearly none has one. Such a generator has a finalizer, which takes the entry out again.
#pragma once

#include "vm/frame.hpp"

namespace coil {

/// Callables or nothing.
struct AsyncGenHooks {
  Value first_iteration, finalizer;
};
extern AsyncGenHooks g_async_gen_hooks;
/// Whether loop.shutdown_asyncgens() was ever called: from then on a running loop may have to warn of a generator that begins.
extern bool g_async_gens_shut_down;
/// The loop that ran last, if it is not closed and may have left asynchronous generators, and the thread that ran it.
struct LastLoop {
  const Thread* thread;
  Value loop;
};
extern LastLoop g_last_loop;
/// While a loop shuts its generators down: the List of those that turn out to be dropped meanwhile, which the loop waits for, too; else nothing.
extern Value g_dropped_at_shutdown;
/// Before the first step of an asynchronous generator: calls the hook, and settles who closes the generator when it is dropped.
Result<void> begin_async_generator_reenter(Vm&, Generator*);
/// Whether it began while a loop ran. (The flag means something else for other generators only.)
inline bool belongs_to_loop(const Generator* generator) { return generator->iterable_coroutine; }
inline void set_belongs_to_loop(Generator* generator, bool belongs) {
  g_started_async_generators += belongs;
  g_started_async_generators -= generator->iterable_coroutine;
  generator->iterable_coroutine = belongs;
}
/// The finalizer hook that the generator took, which is forgotten; nothing when there is none.
Value take_async_gen_finalizer(const Generator*);
void setup_async_gen_hooks();

}  // namespace coil
