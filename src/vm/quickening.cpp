#include "vm/quickening.hpp"

namespace coil {

Misses g_misses;

namespace {

/// What a multiplication becomes whose product the last of these three instructions uses up, together with that of the second; Nop: they do something else.
Op quick_products(const Instr* at, size_t local_count) {
  const auto second = static_cast<Op>(at[1].op);
  const bool is_product = second == Op::Mul || second == Op::MulF || second == Op::AddMulF || second == Op::SubMulF;
  if (!is_product || at[1].a < local_count || at[1].b == at->a || at[1].c == at->a || at[2].b != at->a || at[2].c != at[1].a) return Op::Nop;
  switch (static_cast<Op>(at[2].op)) {
    case Op::Add: case Op::AddF: return Op::MulMulAddF;
    case Op::Sub: case Op::SubF: return Op::MulMulSubF;
    default: return Op::Nop;
  }
}

/// What a multiplication of floats whose product is a temporary becomes: the next instruction may use it up. A temporary is read once.
Op quick_product(const Code* code, const Instr* at) {
  if (Op both = quick_products(at, code->local_count); both != Op::Nop) return both;
  const Instr &product = at[0], &next = at[1];
  bool first = next.b == product.a, second = next.c == product.a;
  if (first == second) return Op::MulF;
  switch (static_cast<Op>(next.op)) {
    case Op::Add: case Op::InplaceAdd: case Op::AddF: return first ? Op::MulAddF : Op::AddMulF;
    case Op::Sub: case Op::InplaceSub: case Op::SubF: return first ? Op::MulSubF : Op::SubMulF;
    default: return Op::MulF;
  }
}

Op quick_float(const Code* code, const Instr& at) {
  switch (static_cast<Op>(at.op)) {
    case Op::Add: case Op::InplaceAdd: return Op::AddF;
    case Op::Sub: case Op::InplaceSub: return Op::SubF;
    case Op::Div: case Op::InplaceDiv: return Op::DivF;
    case Op::AddK: case Op::InplaceAddK: return Op::AddKF;
    case Op::SubK: case Op::InplaceSubK: return Op::SubKF;
    case Op::MulK: case Op::InplaceMulK: return Op::MulKF;
    case Op::DivK: return Op::DivKF;
    case Op::KAdd: return Op::KAddF;
    case Op::KSub: return Op::KSubF;
    case Op::KMul: return Op::KMulF;
    case Op::KDiv: return Op::KDivF;
    case Op::TestLtK: return Op::TestLtKF;
    case Op::TestLeK: return Op::TestLeKF;
    case Op::TestGtK: return Op::TestGtKF;
    case Op::TestGeK: return Op::TestGeKF;
    case Op::Mul: case Op::InplaceMul: return at.a < code->local_count ? Op::MulF : quick_product(code, &at);
    default: return static_cast<Op>(at.op);
  }
}

/// The instruction for GetSlot, this operator and SetAttr; Nop: there is none.
Op slot_update(Op op) {
  switch (op) {
    case Op::Add: case Op::InplaceAdd: return Op::SlotAdd;
    case Op::AddI: return Op::SlotAddI;
    case Op::AddF: return Op::SlotAddF;
    case Op::SubF: return Op::SlotSubF;
    case Op::AddMulF: return Op::SlotAddMulF;
    case Op::SubMulF: return Op::SlotSubMulF;
    default: return Op::Nop;
  }
}

/// The instruction for two GetSlot and this operator.
Op slot_pair(Op op) {
  switch (op) {
    case Op::AddF: return Op::SlotsAddF;
    case Op::SubF: return Op::SlotsSubF;
    case Op::MulF: return Op::SlotsMulF;
    default: return Op::Nop;
  }
}

/// The test of an operator on small integers that is true when the one with a constant is `wanted`.
Op small_test(Op op, bool wanted) {
  switch (op) {
    case Op::TestLtK: return wanted ? Op::TestLtI : Op::TestGeI;
    case Op::TestLeK: return wanted ? Op::TestLeI : Op::TestGtI;
    case Op::TestEqK: return wanted ? Op::TestEqI : Op::TestNeI;
    case Op::TestNeK: return wanted ? Op::TestNeI : Op::TestEqI;
    case Op::TestGtK: return wanted ? Op::TestGtI : Op::TestLeI;
    case Op::TestGeK: return wanted ? Op::TestGeI : Op::TestLtI;
    default: return Op::Nop;
  }
}

bool is(const Instr& instr, Op op) { return instr.op == static_cast<uint16_t>(op); }

/// `object.name op= operand`, where `op` is the operator, or the multiplication of one that takes a product.
bool fuse_update(const Code* code, const Instr* op, Instr& get) {
  Op fused = slot_update(static_cast<Op>(op->op));
  if (fused == Op::Nop || !is(get, Op::GetSlot)) return false;
  bool product = fused == Op::SlotAddMulF || fused == Op::SlotSubMulF, constant = fused == Op::SlotAddI;
  const Instr& last = product ? op[1] : op[0];
  const Instr& set = (&last)[1];
  if (!is(set, Op::SetAttr) || set.a != get.b || set.c != last.a || code->caches[set.b].name != code->caches[get.c].name) return false;
  if (get.a != last.a && get.a < code->local_count) return false;  // the program keeps the old value
  // The old value is the left operand and no other, and the register of the object still holds it when SetAttr comes.
  if (last.b != get.a || (!constant && op->c == get.a) || (product && op->b == get.a) || get.a == get.b || last.a == get.b) return false;
  get.op = static_cast<uint16_t>(fused);
  return true;
}

/// `object.name op other.name`: both values are temporaries.
void fuse_pair(const Code* code, const Instr* op, Instr& left) {
  Op fused = slot_pair(static_cast<Op>(op->op));
  const Instr& right = op[-1];
  if (fused == Op::Nop || !is(left, Op::GetSlot) || !is(right, Op::GetSlot) || op->b != left.a || op->c != right.a || left.a == right.a) return;
  if (left.a < code->local_count || right.a < code->local_count || right.b == left.a) return;
  left.op = static_cast<uint16_t>(fused);
}

}  // namespace

void quicken_floats(const Code* code, Instr& at) {
  at.op = static_cast<uint16_t>(quick_float(code, at));
  fuse_slots(code, at);
}

void quicken_small(Instr& at, Value constant) {
  const auto number = static_cast<int16_t>(constant.bits());
  switch (static_cast<Op>(at.op)) {
    case Op::AddK: case Op::InplaceAddK: at = {static_cast<uint16_t>(Op::AddI), at.a, at.b, static_cast<uint16_t>(number - 1)}; break;
    case Op::SubK: case Op::InplaceSubK: at = {static_cast<uint16_t>(Op::AddI), at.a, at.b, static_cast<uint16_t>(1 - number)}; break;
    default: at = {static_cast<uint16_t>(small_test(static_cast<Op>(at.op), at.c != 0)), at.a, static_cast<uint16_t>(number), 0}; break;
  }
}

void fuse_slots(const Code* code, Instr& op) {
  Instr* at = &op;
  if (at - code->instrs >= 1 && fuse_update(code, at, at[-1])) return;
  if (at - code->instrs >= 2) fuse_pair(code, at, at[-2]);
}

}  // namespace coil
