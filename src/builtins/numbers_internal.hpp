// Between the files of the number types: their setup functions and shared small things.
#pragma once

#include "objects/containers.hpp"
#include "objects/native.hpp"
#include "objects/number.hpp"
#include "objects/protocol.hpp"
#include "objects/setup.hpp"
#include "objects/str.hpp"

namespace coil {

void setup_int(Vm&);
void setup_bool(Vm&);
void setup_float(Vm&);
void setup_complex(Vm&);

/// Whether an order (-1, 0, 1, or 2 for unordered) satisfies the operator.
inline bool order_matches(int order, CompareOp op) {
  if (order == 2) return op == CompareOp::Ne;
  switch (op) {
    case CompareOp::Lt: return order < 0;
    case CompareOp::Le: return order <= 0;
    case CompareOp::Eq: return order == 0;
    case CompareOp::Ne: return order != 0;
    case CompareOp::Gt: return order > 0;
    default: return order >= 0;
  }
}

/// The specification given to __format__.
inline Result<Str*> format_spec_argument(Vm& vm, Value spec) {
  if (spec.is(Kind::Str)) return spec.as<Str>();
  return raise_type_error(vm, "__format__() argument must be str, not %s", argument_type_name(spec));
}

}  // namespace coil
