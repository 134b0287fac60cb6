// Value: one 64-bit word for every value of the language.
//
//   ...xxx1  integer of 63 bits, value in the upper bits
//   ...xx10  float with a common exponent (1e-77 .. 1e77), moved and rotated into the word; the word 1 << 63 is 0.0; other floats are Float cells
//   ...x000  pointer to a Cell; the zero word is "nothing" (unbound, absent argument, or: an exception is pending)
//   ...x100  immediate marks that programs never see: kStop (an iterator is exhausted)
#pragma once

#include <bit>
#include <cassert>
#include <cstdint>

#include "base/result.hpp"
#include "heap/cell.hpp"

namespace coil {

struct Float;
double boxed_float_value(const Cell* cell);

class Value {
 public:
  constexpr Value() : bits_(0) {}
  constexpr explicit Value(uint64_t bits, int) : bits_(bits) {}
  Value(const Cell* cell) : bits_(reinterpret_cast<uint64_t>(cell)) {}
  template <class T> requires std::is_base_of_v<Cell, T>
  Value(const T* cell) : bits_(reinterpret_cast<uint64_t>(cell)) {}

  static constexpr uint64_t kStopBits = 4;
  static constexpr int64_t kMaxInt = (int64_t{1} << 62) - 1;
  static constexpr int64_t kMinInt = -(int64_t{1} << 62);

  static constexpr Value from_bits(uint64_t bits) { return Value(bits, 0); }
  static constexpr Value stop() { return Value(kStopBits, 0); }
  static constexpr bool fits_int(int64_t value) { return value >= kMinInt && value <= kMaxInt; }
  /// The value must fit 63 bits; make_int() in int.hpp takes any.
  static constexpr Value small_int(int64_t value) { return Value((static_cast<uint64_t>(value) << 1) | 1, 0); }
  static Value boolean(bool value);

  /// The constant between a double and its inline form, in a register: several conversions share it.
  [[gnu::always_inline]] static inline uint64_t float_bias() {
    uint64_t bias = kFloatBias;
    asm("" : "+r"(bias));  // or each addition and each subtraction loads a constant of its own
    return bias;
  }

  /// The inline form of a float, or nothing when it needs a Float cell; make_float() in float.hpp takes any.
  [[gnu::always_inline]] static inline Value try_float(double value, uint64_t bias = kFloatBias) {
    uint64_t bits = std::bit_cast<uint64_t>(value);
    uint64_t rotated = std::rotl(bits + bias, 3);
    if (((rotated - 2) & 3) == 0) [[likely]] return Value(rotated, 0);
    if (bits == 0) return Value(kZeroFloat, 0);
    return {};
  }

  constexpr uint64_t bits() const { return bits_; }
  constexpr explicit operator bool() const { return bits_ != 0; }  // "is something", not truth
  constexpr bool is_nothing() const { return bits_ == 0; }
  constexpr bool is_stop() const { return bits_ == kStopBits; }
  constexpr bool is_small_int() const { return bits_ & 1; }
  constexpr bool is_inline_float() const { return (bits_ & 3) == 2 || bits_ == kZeroFloat; }
  /// True for a cell pointer; false for nothing. Addresses have no sign.
  constexpr bool is_cell() const { return (bits_ & 7) == 0 && static_cast<int64_t>(bits_) > 0; }

  int64_t small_int() const { return static_cast<int64_t>(bits_) >> 1; }
  [[gnu::always_inline]] inline double inline_float(uint64_t bias = kFloatBias) const { return std::bit_cast<double>(std::rotr(bits_, 3) - bias); }
  Cell* cell() const { return reinterpret_cast<Cell*>(bits_); }
  bool is(Kind kind) const { return is_cell() && cell()->kind == kind; }
  /// The cell as a concrete type; the caller has checked the kind.
  template <class T> T* as() const { return static_cast<T*>(cell()); }

  bool is_none() const;
  bool is_true() const;
  bool is_false() const;
  bool is_bool() const;
  bool is_not_implemented() const;
  /// Any integer: small, Int cell (big, or of a subclass) or bool.
  bool is_int() const;
  bool is_float() const { return is_inline_float() || is_float_cell(); }
  double as_float() const { return is_inline_float() ? inline_float() : boxed_float_value(cell()); }

  constexpr bool operator==(const Value& other) const = default;  // identity of the word; see same_object() in protocol.hpp

 private:
  // Added to the bits of a double, the bias makes the two bits below the sign 10 for the exponents around 0, and these become the low bits of the
  // word when it is rotated. What becomes of 0.0 that way looks like no float; it is no address either, and is unpacked like the others.
  static constexpr uint64_t kFloatBias = uint64_t{1} << 60;
  static constexpr uint64_t kZeroFloat = uint64_t{1} << 63;
  bool is_float_cell() const;
  uint64_t bits_;
};
static_assert(sizeof(Value) == 8);

enum class Kind : uint8_t {
#define TYPE(kind, type, name, base, flags) kind,
#include "objects/types.def"
#undef TYPE
  kCount
};

/// The fixed objects. They live in the binary; comparing addresses is enough.
extern Cell none_cell, true_cell, false_cell, not_implemented_cell, ellipsis_cell;
inline Value none() { return Value(&none_cell); }

inline Value Value::boolean(bool value) { return Value(value ? &true_cell : &false_cell); }
inline bool Value::is_none() const { return cell() == &none_cell; }
inline bool Value::is_true() const { return cell() == &true_cell; }
inline bool Value::is_false() const { return cell() == &false_cell; }
inline bool Value::is_bool() const { return is_true() || is_false(); }
inline bool Value::is_not_implemented() const { return cell() == &not_implemented_cell; }
inline bool Value::is_int() const { return is_small_int() || is(Kind::Int) || is(Kind::Bool); }
inline bool Value::is_float_cell() const { return is(Kind::Float); }

template <>
class [[nodiscard]] Result<Value> {
 public:
  Result(Error) : value_() {}
  Result(Value value) : value_(value) {}
  template <class T> requires std::is_base_of_v<Cell, T>
  Result(T* cell) : value_(cell) {}
  template <class T> requires std::is_base_of_v<Cell, T>
  Result(Result<T*> cell) : value_(*cell) {}
  explicit operator bool() const { return !value_.is_nothing(); }
  Value operator*() const { return value_; }

 private:
  Value value_;
};

/// An array of values on the native stack that is not cleared first: whoever takes it fills what is read.
template <size_t N>
class ValueRoom {
 public:
  operator Value*() { return reinterpret_cast<Value*>(words_); }

 private:
  uint64_t words_[N];
};

}  // namespace coil
