// Arithmetic on integers of a word and inline floats, for the interpreter's operators.
#pragma once

#include "objects/number.hpp"

namespace coil {

template <class Number>
inline bool compare_numbers(CompareOp op, Number a, Number b) {
  switch (op) {
    case CompareOp::Lt: return a < b;
    case CompareOp::Le: return a <= b;
    case CompareOp::Eq: return a == b;
    case CompareOp::Ne: return a != b;
    case CompareOp::Gt: return a > b;
    case CompareOp::Ge: return a >= b;
  }
  return false;
}

/// Small integers: their tags are the same.
inline bool compare_small(CompareOp op, Value a, Value b) {
  return compare_numbers(op, static_cast<int64_t>(a.bits()), static_cast<int64_t>(b.bits()));
}

inline bool both_small(Value a, Value b) { return a.bits() & b.bits() & 1; }
/// An inline float, or a small integer beside one.
inline double as_double(Value v) { return v.is_inline_float() ? v.inline_float() : static_cast<double>(v.small_int()); }
/// Inline floats, none of them 0.0.
template <class... Values>
inline bool all_floats(Values... values) { return (((values.bits() - 2) | ...) & 3) == 0; }
/// An inline float with an inline float or small integer, in any order.
inline bool float_and_number(Value a, Value b) {
  return a.is_inline_float() ? b.is_inline_float() || b.is_small_int() : a.is_small_int() && b.is_inline_float();
}
/// Whether both numbers are doubles without loss.
inline bool exact_doubles(Value a, Value b) {
  auto exact = [](Value v) { return v.is_inline_float() || (v.is_small_int() && static_cast<uint64_t>(v.small_int() + (int64_t{1} << 53)) <= (uint64_t{1} << 54)); };
  return exact(a) && exact(b);
}

/// Floor division and modulo of small integers, divisor not zero.
inline int64_t floor_div(int64_t a, int64_t b) {
  int64_t quotient = a / b;
  return quotient - ((a % b != 0) && ((a < 0) != (b < 0)));
}
inline int64_t floor_mod(int64_t a, int64_t b) {
  int64_t rest = a % b;
  return rest != 0 && ((rest < 0) != (b < 0)) ? rest + b : rest;
}

}  // namespace coil
