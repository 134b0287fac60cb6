// The contract between compiler and VM: instruction encoding and code units as plain data. The compiler fills a CodeUnit without
// touching the heap; vm/ turns it into a Code cell (objects/code.hpp). Operand meanings are in opcodes.def.
#pragma once

#include <bit>
#include <cstdint>
#include <memory>
#include <string>
#include <variant>
#include <vector>

namespace coil {

enum class Op : uint16_t {
#define OP(name, a, b, c, flags, doc) name,
#include "bytecode/opcodes.def"
#undef OP
  kCount
};

/// One instruction word.
struct Instr {
  uint16_t op;
  uint16_t a;
  uint16_t b;
  uint16_t c;

  /// The 32-bit operand in b (low half) and c (high half).
  int32_t wide() const { return static_cast<int32_t>(b | (static_cast<uint32_t>(c) << 16)); }
  void set_wide(int32_t value) {
    b = static_cast<uint16_t>(static_cast<uint32_t>(value) & 0xffff);
    c = static_cast<uint16_t>(static_cast<uint32_t>(value) >> 16);
  }
};
static_assert(sizeof(Instr) == 8);

/// Whether it stores an attribute of register 0, which is the first parameter where there is one.
constexpr bool stores_in_first(const Instr& instr) { return static_cast<Op>(instr.op) == Op::SetAttr && instr.a == 0; }

/// Operand value for "no register".
inline constexpr uint16_t kNoReg = 0xffff;
/// Words of a call window that become the callee's frame header; its registers (the arguments first) follow.
inline constexpr int kFrameHeaderWords = 5;
/// Word of the window in which the caller puts the callable.
inline constexpr int kCalleeSlot = 3;
/// Registers that a call needs behind its arguments: an object that is bound to the callable moves them up by one. In the window of a method it has its place.
constexpr int spare_registers(Op op) { return op == Op::Call || op == Op::CallKw || op == Op::CallAwait; }
/// The highest register count of one function; the compiler reports "too many locals or temporaries" beyond.
inline constexpr int kMaxRegisters = 60000;

/// Operations of Op::Intrinsic; `base` is operand c.
enum class Intrinsic : uint16_t {
  PrintExpr,          // REPL: pass register base to sys.displayhook
  TypeVar,            // base = name, base+1 = bound function or tuple of constraints or nothing -> typing.TypeVar
  ParamSpec,          // base = name
  TypeVarTuple,       // base = name
  TypeAlias,          // base = name, base+1 = type params tuple or nothing, base+2 = function that computes the value
  SetTypeParams,      // base = function or class, base+1 = tuple of type params; sets __type_params__, result is base
  SubscriptGeneric,   // base = tuple of type params -> typing.Generic[...], as base class
  DropCoroutine,      // the frame ends and nothing has read the local in base: tells of a coroutine in it
};

/// Source range of an instruction; columns are UTF-8 byte offsets, as in the AST. end_col 0xffff: no column information.
struct Position {
  uint32_t line = 0;
  uint32_t end_line = 0;
  uint16_t col = 0;
  uint16_t end_col = 0;

  bool operator==(const Position&) const = default;
};

/// Exceptions raised by instructions [start, end) continue at `target` with the exception in register `reg`.
/// Entries are ordered innermost first; the first entry that covers the instruction wins.
struct Handler {
  uint32_t start;
  uint32_t end;
  uint32_t target;
  uint16_t reg;
};

/// While executing instructions [start, end) the exception in register `reg` counts as being handled: it is what a bare
/// `raise` raises, sys.exc_info() shows, and what becomes __context__ of new exceptions. Ordered innermost first.
struct HandledRange {
  uint32_t start;
  uint32_t end;
  uint16_t reg;
};

struct CodeUnit;

struct ConstNothing {};
struct ConstNone {};
struct ConstEllipsis {};
struct ConstBigInt { std::string digits; int base; };   // does not fit int64; no sign, no underscores
struct ConstComplex { double real, imag; };
struct ConstStr { std::string text; };                   // WTF-8: lone surrogates are encoded as three bytes
struct ConstBytes { std::string data; };
struct ConstTuple;
struct ConstFrozenSet;
using Const = std::variant<ConstNothing, ConstNone, bool, ConstEllipsis, int64_t, ConstBigInt, double, ConstComplex, ConstStr,
                           ConstBytes, std::shared_ptr<ConstTuple>, std::shared_ptr<ConstFrozenSet>, std::shared_ptr<CodeUnit>>;
struct ConstTuple { std::vector<Const> items; };
struct ConstFrozenSet { std::vector<Const> items; };

/// A call instruction whose result nothing keeps. When the call makes a coroutine object, that object will never be awaited, and the
/// program is told at once, as reference counts would tell it.
struct DeadCall {
  enum Fate : uint8_t {
    Discarded,  // no instruction can keep the result
    Shown,      // an argument of the call with this window: dead when the callee is a builtin that keeps no arguments
    Stored,     // in a local that nothing reads: dead when the function returns
  };
  uint32_t instr;
  Fate fate;
  uint16_t window = kNoReg;
};

enum CodeFlags : uint32_t {
  kCodeVarArgs = 1,         // *args; its register follows the keyword-only parameters
  kCodeVarKw = 2,           // **kwargs; its register follows that of *args
  kCodeGenerator = 4,
  kCodeCoroutine = 8,
  kCodeAsyncGenerator = 16,
  kCodeFunction = 32,       // locals are registers (CPython's CO_OPTIMIZED | CO_NEWLOCALS); else names live in a namespace
  kCodeNested = 64,
  kCodeClassBody = 128,
  kCodeModule = 256,
  kCodeFutureAnnotations = 512,  // from __future__ import annotations
};

/// A compiled function, class body or module: plain data.
struct CodeUnit {
  std::string name;
  std::string qualname;
  std::string filename;
  uint32_t first_line = 0;   // of the `def` line or the first decorator, as co_firstlineno
  uint32_t flags = 0;
  uint16_t arg_count = 0;    // positional parameters, positional-only included; registers 0..
  uint16_t posonly_count = 0;
  uint16_t kwonly_count = 0; // their registers follow the positional ones; then *args, then **kwargs
  uint16_t reg_count = 0;    // all registers, call windows included
  std::vector<std::string> local_names;  // register i holds local_names[i]; parameters first, in the order above; a last one without a name keeps the dictionary of locals()
  std::vector<std::pair<std::string, uint16_t>> cell_vars;  // captured locals: name and register (which holds the box)
  std::vector<std::string> free_vars;    // closure order
  int32_t class_free = -1;   // index of __class__ in free_vars, for zero-argument super(), or -1
  std::vector<Const> consts; // for kCodeFunction units consts[0] is the docstring or None
  std::vector<std::string> names;
  std::vector<uint16_t> caches;          // inline cache i belongs to names[caches[i]]
  std::vector<Instr> instrs;
  std::vector<Position> positions;       // one per instruction
  std::vector<Handler> handlers;
  std::vector<HandledRange> handled;
  std::vector<DeadCall> dead_calls;      // ordered by instruction
};

}  // namespace coil
