// Option -b: BytesWarning for str() of bytes and for comparisons that are never true. The slots that warn take the places of the usual ones, so that
// nobody else pays.
#include "builtins/warnings.hpp"
#include "objects/class.hpp"
#include "objects/protocol.hpp"

namespace coil {

namespace {

UnaryFn g_plain_str[2];
CompareFn g_plain_compare;

const char* name_of(Value bytes) { return bytes.is(Kind::Bytes) ? "bytes" : "bytearray"; }

Result<Value> warning_str(Vm& vm, Value self) {
  COIL_CHECK(warn_reenter(vm, Exc::BytesWarning, std::string("str() on a ") + name_of(self) + " instance"));
  return g_plain_str[self.is(Kind::ByteArray)](vm, self);
}

Result<Value> warning_compare(Vm& vm, Value self, Value other, CompareOp op) {
  const char* what = other.is(Kind::Str) ? "string" : other.is_int() && self.is(Kind::Bytes) ? "int" : nullptr;
  if (what && (op == CompareOp::Eq || op == CompareOp::Ne)) {
    COIL_CHECK(warn_reenter(vm, Exc::BytesWarning, std::string("Comparison between ") + name_of(self) + " and " + what));
  }
  return g_plain_compare(vm, self, other, op);
}

}  // namespace

void enable_bytes_warnings(Vm& vm) {
  g_plain_compare = vm.type(Kind::Bytes)->slots.compare;
  for (Kind kind : {Kind::Bytes, Kind::ByteArray}) {
    Slots& slots = vm.type(kind)->slots;
    g_plain_str[kind == Kind::ByteArray] = slots.str;
    slots.str = warning_str;
    slots.compare = warning_compare;
  }
}

}  // namespace coil
