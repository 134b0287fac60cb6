// The code generator, private to the compiler's room. One CodeGen compiles one tree; FunctionState is the unit being
// compiled. Its methods are spread over codegen_*.cpp by subject.
//
// Registers: parameters, other locals, boxes of captured locals, then temporaries used as a stack: `next_reg` is its
// top. Whoever allocates gives back by TempScope. A value may be asked for in a given register (`expr_into`) or wherever it
// is (`operand`: a bound local in place, else a new temporary on top).
#pragma once

#include <initializer_list>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "bytecode/builder.hpp"
#include "compiler/compile.hpp"
#include "compiler/constants.hpp"
#include "compiler/scopes.hpp"

namespace coil {

using Reg = uint32_t;
inline constexpr Reg kNone = kNoReg;

/// Which plain locals are certainly bound. Unreachable code: all of them.
class BoundSet {
 public:
  void resize(size_t count) { words_.resize((count + 63) / 64); }
  bool has(Reg reg) const { return (words_[reg / 64] >> (reg % 64) & 1) != 0; }
  void add(Reg reg) { words_[reg / 64] |= uint64_t{1} << (reg % 64); }
  void remove(Reg reg) { words_[reg / 64] &= ~(uint64_t{1} << (reg % 64)); }
  void meet(const BoundSet& other) {
    for (size_t i = 0; i < words_.size(); ++i) words_[i] &= other.words_[i];
  }

 private:
  std::vector<uint64_t> words_;
};

/// Something that jumps out of a statement have to leave in order.
struct Block {
  enum Kind : uint8_t {
    Loop,          // for, while: break and continue end here
    TryBody,       // protected by except clauses
    Handlers,      // except clauses: the exception counts as handled
    NamedHandler,  // body of `except E as name`
    StarHandlers,  // except* clauses
    FinallyBody,   // protected by finally
    FinallyEnd,    // the finally body on the exceptional path
    With,
  };
  Kind kind = Loop;
  bool is_async = false;
  bool closes = false;           // Loop: the iterator is closed on early exit
  Label break_label, continue_label;
  Reg iter = kNone;              // Loop
  Reg exc = kNone;               // exception register
  Reg window = kNone;            // With: the prepared call of __exit__
  ast::List<ast::Stmt*> finalbody;
  std::string_view name;         // NamedHandler
  Span span;                     // With
  // The open pieces of this block's table entries.
  bool has_handler = false;
  bool has_handled = false;
  Label handler;
  uint32_t start = 0;
};

struct FunctionState {
  FunctionState(Scope* scope_of_unit, FunctionState* outer_state)
      : unit(std::make_shared<CodeUnit>()), builder(*unit), scope(scope_of_unit), outer(outer_state) {}

  std::shared_ptr<CodeUnit> unit;
  UnitBuilder builder;
  Scope* scope;
  FunctionState* outer;
  std::unordered_map<std::string_view, Reg> locals;  // plain and boxed locals
  std::unordered_map<std::string_view, uint32_t> free_index;
  Reg plain_locals = 0;   // registers below hold plain locals (some of them boxes: captured parameters)
  Reg first_temp = 0;
  Reg next_reg = 0;
  Reg max_reg = 0;
  BoundSet bound;
  std::vector<std::optional<BoundSet>> label_bound;
  std::vector<Block> blocks;
  std::vector<Reg> unread_locals;  // hold results of calls, and nothing reads them
  bool is_async = false;   // await is allowed
  bool is_interactive_top = false;
};

/// The parts that FunctionDef, AsyncFunctionDef share.
struct FunctionView {
  const ast::Stmt* node;
  std::string_view name;
  const ast::arguments* args;
  ast::List<ast::Stmt*> body;
  ast::List<ast::Expr*> decorators;
  const ast::Expr* returns;
  ast::List<ast::TypeParam*> type_params;
  bool is_async;
};

class CodeGen {
 public:
  CodeGen(ScopeTree& scopes, std::string_view filename, const CompileOptions& options, DiagnosticSink& sink)
      : scopes_(scopes), filename_(filename), options_(options), sink_(sink) {}

  std::shared_ptr<CodeUnit> run_module(ast::List<ast::Stmt*> body, bool interactive);
  std::shared_ptr<CodeUnit> run_expression(const ast::Expr* expr);

 private:
  /// Sets the position of what is emitted while it lives.
  struct At {
    At(CodeGen& gen, const Span& span);
    ~At() { gen.b().set_position(saved); }
    CodeGen& gen;
    Position saved;
  };
  struct TempScope {
    explicit TempScope(CodeGen& gen) : gen(gen), saved(gen.fn_->next_reg) {}
    ~TempScope() { gen.fn_->next_reg = saved; }
    CodeGen& gen;
    Reg saved;
  };
  struct Depth {
    explicit Depth(CodeGen& gen) : gen(gen) { ++gen.depth_; }
    ~Depth() { --gen.depth_; }
    CodeGen& gen;
  };

  // -- codegen.cpp: units, registers, labels, names
  UnitBuilder& b() { return fn_->builder; }
  bool failed() const { return sink_.has_error(); }
  void error(std::string message, const Span& span);
  /// A call whose `count` arguments are in place.
  void emit_call(Op op, Reg window, Reg count, Reg names = 0);
  void emit(Op op, Reg a = 0, Reg operand_b = 0, Reg c = 0) { fn_->builder.emit(op, a, operand_b, c); }
  Reg alloc(Reg count = 1);
  void need(Reg count_from_zero);
  void set_top(Reg reg) { fn_->next_reg = reg; need(reg); }
  bool is_top(Reg reg) const { return reg >= fn_->first_temp && reg + 1 == fn_->next_reg; }
  Label new_label();
  void jump(Label target);
  void jump_if(Op op, Reg reg, Label target);
  void branch(Reg reg, bool when, Label target);
  void test(Op op, Reg a, Reg operand_b, bool when, Label target);
  void bind(Label label);
  void bind_with(Label label, const BoundSet& state);
  void merge_into(Label label);
  void move(Reg dst, Reg src);
  void load_const(Reg dst, const Const& value);
  void load_none(Reg dst) { load_const(dst, ConstNone{}); }
  uint32_t const16(const Const& value);
  std::string_view mangle(std::string_view name) { return scopes_.mangle(fn_->scope->class_name, name); }
  void enter_unit(Scope* scope, std::string name, uint32_t first_line);
  std::shared_ptr<CodeUnit> leave_unit();
  std::string qualified(std::string_view name);
  NameKind kind_of(std::string_view mangled);
  Reg plain_local(std::string_view mangled);
  Reg bound_local(const ast::Expr* expr);
  void load_name(std::string_view mangled, Reg dst);
  void store_name(std::string_view mangled, Reg src);
  void delete_name(std::string_view mangled);
  void check_local(std::string_view mangled, Reg reg);
  bool forbidden(std::string_view name, const Span& span);
  Reg name_destination(const ast::Expr* target);
  void remove_killed(BoundSet& state, ast::List<ast::Stmt*> body);
  void remove_killed(BoundSet& state, const ast::Stmt* stmt);
  void remove_killed_target(BoundSet& state, const ast::Expr* target);
  void remove_name(BoundSet& state, std::string_view name);
  std::optional<Const> constant(const ast::Expr* expr) { return fold(expr, options_.optimize == 0); }

  // -- codegen_expressions.cpp
  void expr_into(const ast::Expr* expr, Reg dst);
  Reg operand(const ast::Expr* expr, std::initializer_list<const ast::Expr*> later = {});
  Reg temporary(const ast::Expr* expr);
  void expr_effect(const ast::Expr* expr);
  void jump_on(const ast::Expr* expr, bool when, Label target);
  /// The same for a part of a condition: code behind it has the place of the last comparison.
  void jump_on_part(const ast::Expr* expr, bool when, Label target);
  void compare_jump(const ast::Compare* node, bool when, Label target);
  void single_compare_jump(ast::CmpOp op, Reg left, const ast::Expr* right_expr, Reg right, bool when,
                           Label target);
  void compare_into(const ast::Compare* node, Reg dst);
  void bool_into(const ast::BoolOp* node, Reg dst);
  void bool_operand_into(const ast::Expr* value, Reg work, bool stop_when, Label stop, Label go_on);
  void binary_into(const ast::BinOp* node, Reg dst);
  bool binary_const(ast::Operator op, Reg dst, Reg left, const ast::Expr* right);
  bool const_binary(const ast::BinOp* node, Reg dst);
  void sequence_into(ast::List<ast::Expr*> items, ast::ExprKind kind, Reg dst);
  void dict_into(const ast::Dict* node, Reg dst);
  void joined_into(const ast::JoinedStr* node, Reg dst);
  void join_values(const ast::JoinedStr* node, Reg dst);
  void formatted_into(const ast::FormattedValue* node, Reg dst);
  void attribute_into(const ast::Attribute* node, Reg dst);
  void subscript_into(const ast::Subscript* node, Reg dst);
  Reg slice_parts(std::initializer_list<const ast::Expr*> parts);
  void slice_into(const ast::Slice* node, Reg dst);
  void await_into(const ast::Await* node, Reg dst);
  void yield_into(const ast::Expr* expr, Reg dst);
  void membership_operand(const ast::Expr* right, Reg& reg);
  bool assigns(const ast::Expr* expr, std::string_view name);
  bool any_walrus(const ast::Expr* expr, std::string_view name);
  Position to_position(const Span& span) const;
  Span attribute_span(const ast::Attribute* node, Span span);

  // -- codegen_calls.cpp
  bool is_plain_super(const ast::Expr* expr) const;
  Reg super_into(const ast::Attribute* attribute, Reg window);
  void call_into(const ast::Call* node, Reg dst, const ast::Await* await);
  bool can_await_call(const ast::Expr* expr);
  void positional_arguments(ast::List<ast::Expr*> args, Reg first);
  void call_with_stars(Reg window, ast::List<ast::Expr*> args, ast::List<ast::keyword*> keywords, Reg extra,
                       Reg extra_last);
  Reg claim_window(Reg dst);
  void note_dead_call(DeadCall::Fate fate, Reg window = kNone);
  void note_dead_result(const ast::Expr* expr);
  void note_unread_local(const ast::Expr* value, const ast::Expr* target, Reg local);
  void drop_unread_locals();
  void call_arguments(Reg window, ast::List<ast::Expr*> args, ast::List<ast::keyword*> keywords,
                      Reg given, bool method, bool awaited, const Span& span, bool viewed = false);

  // -- codegen_targets.cpp
  void store_target(const ast::Expr* target, Reg value);
  void unpack_target(ast::List<ast::Expr*> targets, Reg value, const Span& span);
  Reg last_local(ast::List<ast::Expr*> targets);
  void assign_each(ast::List<ast::Expr*> targets, ast::List<ast::Expr*> values);
  void assign(const ast::Assign* node);
  void augmented(const ast::AugAssign* node);
  void annotated(const ast::AnnAssign* node);
  void delete_target(const ast::Expr* target);

  // -- codegen_statements.cpp
  void statements(ast::List<ast::Stmt*> body);
  void statement(const ast::Stmt* stmt);
  void if_statement(const ast::If* node);
  void while_statement(const ast::While* node);
  void for_statement(const ast::Expr* target, const ast::Expr* iter, ast::List<ast::Stmt*> body,
                     ast::List<ast::Stmt*> orelse, bool is_async, const Span& span);
  bool iterator_into(const ast::Expr* iter, Reg dst, bool is_async);
  bool iterator_of(const ast::comprehension* generator, Reg dst);
  void assign_in_condition(BoundSet& state, const ast::Expr* test);
  void return_value(const ast::Expr* expr, const std::optional<Const>& value);
  void return_statement(const ast::Return* node);
  void jump_out(const ast::Stmt* stmt, bool is_break);
  void import_statement(const ast::Import* node);
  void import_from(const ast::ImportFrom* node);
  void assert_statement(const ast::Assert* node);
  void raise_statement(const ast::Raise* node);
  void body_with_docstring(ast::List<ast::Stmt*> body);

  // -- codegen_functions.cpp
  void function_statement(const FunctionView& def);
  void function_value(const FunctionView& def, Reg dst, bool defaults_given);
  void compile_function_body(const FunctionView& def, std::shared_ptr<CodeUnit>& unit);
  void lambda_into(const ast::Lambda* node, Reg dst);
  void class_statement(const ast::ClassDef* node);
  void class_value(const ast::ClassDef* node, Reg dst, bool generic);
  void type_alias(const ast::TypeAlias* node);
  void type_parameters(ast::List<ast::TypeParam*> params, Reg dst);
  void parameters(const ast::arguments& args, const Span& span);
  bool defaults_into(const ast::arguments& args, Reg positional, Reg keyword_only);
  bool annotations_into(const FunctionView& def, Reg dst);
  void annotation_into(const ast::Expr* annotation, Reg dst);
  void make_function(const std::shared_ptr<CodeUnit>& unit, Reg dst, Reg block);
  void closure_into(const CodeUnit& unit, Reg dst);
  void intrinsic(Intrinsic what, Reg dst, Reg base);
  template <typename Body>
  void nested_expression_function(const void* node, const ast::Expr* value, Reg dst, Body finish);

  // -- codegen_comprehensions.cpp
  void comprehension_into(const ast::Expr* expr, Reg dst);
  void comprehension_loop(ast::List<ast::comprehension*> generators, size_t index, const ast::Expr* expr,
                          Reg collector);

  // -- codegen_try.cpp
  void push_block(Block block);
  Block pop_block();
  void close_piece(const Block& block, size_t depth);
  void unwind_block(Block& block);
  template <typename Finish>
  void unwind(size_t down_to, Finish finish);
  void with_exit_call(const Block& block);
  void try_statement(ast::List<ast::Stmt*> body, ast::List<ast::ExceptHandler*> handlers,
                     ast::List<ast::Stmt*> orelse, ast::List<ast::Stmt*> finalbody, bool star,
                     const ast::Stmt* stmt);
  void try_except(ast::List<ast::Stmt*> body, ast::List<ast::ExceptHandler*> handlers,
                  ast::List<ast::Stmt*> orelse);
  void try_star(ast::List<ast::Stmt*> body, ast::List<ast::ExceptHandler*> handlers,
                ast::List<ast::Stmt*> orelse);
  void protected_body(ast::List<ast::Stmt*> body, ast::List<ast::Stmt*> orelse, Reg exc, Label end);
  template <typename Escape>
  void clause_body(const ast::ExceptHandler* handler, Reg caught, Block block, Label next, Escape escape);
  void forget_name(std::string_view name);
  void with_statement(ast::List<ast::withitem*> items, size_t index, ast::List<ast::Stmt*> body,
                      const ast::Stmt* stmt, bool is_async);

  // -- codegen_match.cpp
  struct Capture {
    std::string_view name;
    Reg reg;
  };
  void match_statement(const ast::Match* node);
  void pattern(const ast::Pattern* node, Reg subject, Label fail, std::vector<Capture>& captures);
  void sequence_pattern(const ast::MatchSequence* node, Reg subject, Label fail, std::vector<Capture>& captures);
  void mapping_pattern(const ast::MatchMapping* node, Reg subject, Label fail, std::vector<Capture>& captures);
  void class_pattern(const ast::MatchClass* node, Reg subject, Label fail, std::vector<Capture>& captures);
  void or_pattern(const ast::MatchOr* node, Reg subject, Label fail, std::vector<Capture>& captures);
  void capture_name(std::string_view name, Reg reg, const Span& span, std::vector<Capture>& captures);

  // -- codegen_warnings.cpp
  void warn(std::string message, const Span& span);
  void warn_identity(const ast::Compare* node);
  void warn_true_assertion(const ast::Assert* node);
  void warn_call(const ast::Call* node);
  void warn_subscript(const ast::Subscript* node);

  ScopeTree& scopes_;
  std::string_view filename_;
  const CompileOptions& options_;
  ast::List<ast::Stmt*> module_body_{};
  DiagnosticSink& sink_;
  const Span* fstring_ = nullptr;  // of the f-string whose values are formatted
  const ast::Expr* negated_ = nullptr;  // the operand of the last `not`
  FunctionState* fn_ = nullptr;
  int depth_ = 0;
  bool allow_irrefutable_ = true;
};

/// Leaves the blocks above `down_to`, innermost first, then runs `finish` (a jump or return); the blocks stay for the
/// code that follows. While a block is left, neither it nor the ones inside it protect the code.
template <typename Finish>
void CodeGen::unwind(size_t down_to, Finish finish) {
  std::vector<Block> left;
  while (fn_->blocks.size() > down_to) {
    Block block = fn_->blocks.back();
    close_piece(block, fn_->blocks.size());
    fn_->blocks.pop_back();
    unwind_block(block);
    left.push_back(std::move(block));
  }
  finish();
  const uint32_t resume = b().pin();
  while (!left.empty()) {
    left.back().start = resume;
    fn_->blocks.push_back(std::move(left.back()));
    left.pop_back();
  }
}

}  // namespace coil
