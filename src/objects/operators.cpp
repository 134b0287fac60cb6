// Binary, in-place and unary operators on any value: CPython's order of asking the operands, and its error texts.
#include <string>

#include "objects/native.hpp"
#include "objects/number.hpp"
#include "objects/protocol.hpp"
#include "objects/str.hpp"

namespace coil {

const char* binary_op_symbol(BinaryOp op) {
  static const char* const kSymbols[] = {"+", "-", "*", "@", "/", "//", "%", "** or pow()", "<<", ">>", "&", "|", "^"};
  return kSymbols[static_cast<int>(op)];
}

static const char* inplace_symbol(BinaryOp op) {
  static const char* const kSymbols[] = {"+=", "-=", "*=", "@=", "/=", "//=", "%=", "**=", "<<=", ">>=", "&=", "|=", "^="};
  return kSymbols[static_cast<int>(op)];
}

static bool is_exact_number(Value v) {
  if (v.is_small_int() || v.is_inline_float()) return true;
  return is_exact(v, Kind::Int) || is_exact(v, Kind::Float) || is_exact(v, Kind::Bool) || is_exact(v, Kind::Complex);
}

static bool is_concatenable(Value v) {
  if (!v.is_cell()) return false;
  switch (v.cell()->kind) {
    case Kind::Str: case Kind::List: case Kind::Tuple: case Kind::Bytes: case Kind::ByteArray: return true;
    default: return false;
  }
}

/// Two sequences of one built-in class to concatenate, or one and how often to repeat it: only the left side is ever asked.
static bool is_plain_sequence_operation(BinaryOp op, Value left, Value right) {
  if ((op != BinaryOp::Add && op != BinaryOp::Mul) || !is_concatenable(left) || class_of(left)->flags & kClassHeap) return false;
  return op == BinaryOp::Add ? right.is_cell() && right.cell()->shape == left.cell()->shape : right.is_small_int();
}

static bool is_sequence(Value v) { return is_concatenable(v) || (v.is(Kind::NativeObject) && (class_of(v)->flags & kClassSequencePattern)); }

/// In place, only a left side that is no container at all lets CPython look at a sequence on the right.
static bool is_container(Value v) {
  const Slots& slots = class_of(v)->slots;
  return class_of(v)->flags & kClassHeap || slots.len || slots.contains;
}

/// The class of the value, or the nearest base of it that no program made.
static Class* built_in_class(Value v) {
  Class* cls = class_of(v);
  while (cls->flags & kClassHeap) cls = cls->base;
  return cls;
}

/// Concatenation or repetition of the built-in sequence that the value is or derives from; nullptr: it is none, or a program's class has another slot.
static BinaryFn sequence_slot(BinaryOp op, Value v) {
  if ((op != BinaryOp::Add && op != BinaryOp::Mul) || !is_sequence(v)) return nullptr;
  BinaryFn slot = built_in_class(v)->slots.binary[static_cast<int>(op)];
  return class_of(v)->slots.binary[static_cast<int>(op)] == slot ? slot : nullptr;
}

static Error raise_unsupported(Vm& vm, BinaryOp op, const char* symbol, Value left, Value right) {
  if (op == BinaryOp::Add && is_concatenable(left) && sequence_slot(op, left)) {
    const char* name = type_name(left);
    if (left.is(Kind::Bytes) || left.is(Kind::ByteArray)) return raise_type_error(vm, "can't concat %s to %s", type_name(right), name);
    const char* base = class_name(type_of_kind(left.cell()->kind));
    return raise_type_error(vm, "can only concatenate %s (not \"%s\") to %s", base, type_name(right), base);
  }
  bool repeats_left = op == BinaryOp::Mul && sequence_slot(op, left);
  bool repeats_right = op == BinaryOp::Mul && sequence_slot(op, right) && !(std::string_view(symbol) == "*=" && is_container(left));
  if (repeats_left || repeats_right) {
    return raise_type_error(vm, "can't multiply sequence by non-int of type '%s'", type_name(repeats_left ? right : left));
  }
  bool prints = op == BinaryOp::RShift && left.is(Kind::Native) && str_is(left.as<Native>()->name, "print");
  const char* hint = prints ? ". Did you mean \"print(<message>, file=<output_stream>)\"?" : "";
  return raise_type_error(vm, "unsupported operand type(s) for %s: '%s' and '%s'%s", symbol, type_name(left), type_name(right), hint);
}

/// Asks the slots of both classes; the right one first when it is a subclass with another implementation.
static Result<Value> ask_both(Vm& vm, BinaryFn left_slot, BinaryFn right_slot, Value left, Value right) {
  if (right_slot == left_slot) right_slot = nullptr;
  if (left_slot && right_slot && is_subclass(class_of(right), class_of(left))) {
    COIL_TRY(Value result, right_slot(vm, left, right));
    if (!result.is_not_implemented()) return result;
    right_slot = nullptr;
  }
  if (left_slot) {
    COIL_TRY(Value result, left_slot(vm, left, right));
    if (!result.is_not_implemented()) return result;
  }
  if (right_slot) return right_slot(vm, left, right);
  return Value(&not_implemented_cell);
}

/// What the right operand says as a number, which comes before what a sequence on the left does. A number proper says nothing to a sequence.
static Result<Value> ask_right_number(Vm& vm, BinaryOp op, Value left, Value right) {
  BinaryFn slot = class_of(right)->slots.binary[static_cast<int>(op)];
  if (!slot || is_exact_number(right) || sequence_slot(op, right)) return Value(&not_implemented_cell);
  return slot(vm, left, right);
}

/// + and * as CPython's abstract numbers and sequences do them, where an operand is a built-in sequence with the slot of its type. What is asked
/// first may make the sequence something else: its slot is looked at when its turn comes.
static Result<Value> sequence_binary(Vm& vm, BinaryOp op, const char* symbol, Value left, Value right) {
  if (sequence_slot(op, left)) {
    COIL_TRY(Value result, ask_right_number(vm, op, left, right));
    if (!result.is_not_implemented()) return result;
    BinaryFn slot = sequence_slot(op, left);
    return slot ? slot(vm, left, right) : Result<Value>(Value(&not_implemented_cell));
  }
  if (BinaryFn number = class_of(left)->slots.binary[static_cast<int>(op)]) {
    COIL_TRY(Value result, number(vm, left, right));
    if (!result.is_not_implemented()) return result;
  }
  // The sequence on the right takes the left side for a count.
  BinaryFn repeat = op == BinaryOp::Mul ? sequence_slot(op, right) : nullptr;
  if (!repeat || (std::string_view(symbol) == "*=" && is_container(left))) return Value(&not_implemented_cell);
  return repeat(vm, right, left);
}

static Result<Value> binary(Vm& vm, BinaryOp op, const char* symbol, Value left, Value right) {
  if (is_exact_number(left) && is_exact_number(right)) {
    COIL_TRY(Value result, number_binary(vm, op, left, right));
    if (!result.is_not_implemented()) return result;
    return raise_unsupported(vm, op, symbol, left, right);
  }
  int index = static_cast<int>(op);
  if (is_plain_sequence_operation(op, left, right)) return class_of(left)->slots.binary[index](vm, left, right);
  COIL_GUARD(vm, " while calling a Python object");
  COIL_TRY(Value result, sequence_slot(op, left) || sequence_slot(op, right)
                             ? sequence_binary(vm, op, symbol, left, right)
                             : ask_both(vm, class_of(left)->slots.binary[index], class_of(right)->slots.binary[index], left, right));
  if (result.is_not_implemented()) return raise_unsupported(vm, op, symbol, left, right);
  return result;
}

Result<Value> binary_reenter(Vm& vm, BinaryOp op, Value left, Value right) { return binary(vm, op, binary_op_symbol(op), left, right); }

/// What comes before += and *= of the built-in sequence that the left side is or derives from. To CPython += of a derived class is a number's,
/// and *= of one that overrides * or its reflection is that operator.
static Result<Value> before_sequence_inplace(Vm& vm, BinaryOp op, Value left, Value right) {
  COIL_GUARD(vm, " while calling a Python object");
  if (class_of(left)->flags & kClassHeap) {
    if (op != BinaryOp::Mul) return Value(&not_implemented_cell);
    if (!sequence_slot(op, left)) return class_of(left)->slots.binary[static_cast<int>(op)](vm, left, right);
  }
  return ask_right_number(vm, op, left, right);
}

Result<Value> inplace_reenter(Vm& vm, BinaryOp op, Value left, Value right) {
  if (BinaryFn inplace = class_of(left)->slots.inplace[static_cast<int>(op)]) {
    if (is_sequence(left) && inplace == built_in_class(left)->slots.inplace[static_cast<int>(op)]) {
      COIL_TRY(Value result, before_sequence_inplace(vm, op, left, right));
      if (!result.is_not_implemented()) return result;
    }
    COIL_TRY(Value result, inplace(vm, left, right));
    if (!result.is_not_implemented()) return result;
  }
  return binary(vm, op, inplace_symbol(op), left, right);
}

Result<Value> pow_reenter(Vm& vm, Value base, Value exponent, Value modulus) {
  if (modulus.is_none()) return binary_reenter(vm, BinaryOp::Pow, base, exponent);
  PowFn slots[3] = {class_of(base)->slots.pow, class_of(exponent)->slots.pow, class_of(modulus)->slots.pow};
  for (int i = 0; i < 3; i++) {
    bool again = false;
    for (int k = 0; k < i; k++) again |= slots[k] == slots[i];
    if (!slots[i] || again) continue;
    COIL_TRY(Value result, slots[i](vm, base, exponent, modulus));
    if (!result.is_not_implemented()) return result;
  }
  return raise_type_error(vm, "unsupported operand type(s) for ** or pow(): '%s', '%s', '%s'", type_name(base), type_name(exponent),
                          type_name(modulus));
}

Result<Value> negate_reenter(Vm& vm, Value v) {
  if (UnaryFn neg = class_of(v)->slots.neg) return neg(vm, v);
  return raise_type_error(vm, "bad operand type for unary -: '%s'", type_name(v));
}

Result<Value> positive_reenter(Vm& vm, Value v) {
  if (UnaryFn pos = class_of(v)->slots.pos) return pos(vm, v);
  return raise_type_error(vm, "bad operand type for unary +: '%s'", type_name(v));
}

Result<Value> invert_reenter(Vm& vm, Value v) {
  if (UnaryFn invert = class_of(v)->slots.invert) return invert(vm, v);
  return raise_type_error(vm, "bad operand type for unary ~: '%s'", type_name(v));
}

}  // namespace coil
