// contextvars: a Context maps variables to values. Copies share the dictionary until one of them writes.
#pragma once

#include "vm/interpreter.hpp"

namespace coil {

struct Context : Cell {
  Dict* values;      // ContextVar -> value
  bool shared;       // `values` belongs to other contexts too: copy before writing
  bool entered;
  Value previous;    // while entered by run(): what was current before
};

struct ContextVar : Cell {
  Str* name;
  Value default_value;  // or nothing
};

struct ContextToken : Cell {
  ContextVar* var;
  Value old_value;   // nothing: the variable had none
  Value context;
  bool used;
};

Result<Context*> new_context(Vm&);
/// The current context, made when there is none yet.
Result<Value> current_context(Vm&);
/// An independent copy of the current context, in constant time.
Result<Value> copy_context(Vm&);
Result<Value> copy_of_context(Vm&, Context*);
/// Value of a variable in the current context, or nothing.
Result<Value> context_get(Vm&, ContextVar*);
Result<void> context_set(Vm&, ContextVar*, Value value_or_nothing);

/// Makes a context current for a scope; nothing, None and the current context itself change nothing.
class EnteredContext {
 public:
  EnteredContext(Vm& vm, Value context) : vm_(vm), outer_(vm.thread->context) {
    if (!context || context.is_none() || context == outer_) return;
    vm.thread->context = context;
    context.as<Context>()->entered = true;
    entered_ = context;
  }
  ~EnteredContext() {
    if (entered_) entered_.as<Context>()->entered = false;
    vm_.thread->context = outer_;
  }
  EnteredContext(const EnteredContext&) = delete;

 private:
  Vm& vm_;
  Value outer_, entered_;
};

void setup_contexts(Vm&);

}  // namespace coil
