// The nodes of expressions. Statements are in builder.cpp, patterns and strings in builder_literals.cpp.
#include "syntax/builder.hpp"

#include "syntax/literals.hpp"

#include <unordered_set>

namespace coil::syntax {

using namespace ast;

Expr* Builder::name(const Span& span, Text text) {
  auto* node = make<Name>(span);
  node->id = identifier(text);
  return node;
}

Expr* Builder::number(const Span& span, Text text) {
  auto* node = make<Constant>(span);
  decode_number(text.view(), *node, arena_);
  if (node->type == ConstantKind::Int && node->base == 10 && max_int_digits_ && node->text.size() > static_cast<std::size_t>(max_int_digits_)) {
    fail("Exceeds the limit (" + std::to_string(max_int_digits_) + " digits) for integer string conversion: value has " +
             std::to_string(node->text.size()) + " digits; use sys.set_int_max_str_digits() to increase the limit" +
             " - Consider hexadecimal for huge integer literals to avoid decimal conversion limits.",
         {span.lineno, -1, span.lineno, -1});
  }
  return node;
}

Expr* Builder::constant(const Span& span, ConstantKind type) {
  auto* node = make<Constant>(span);
  node->type = type;
  return node;
}

Expr* Builder::tuple(const Span& span, Seq<Expr*>* items) {
  auto* node = make<Tuple>(span);
  node->elts = span_of(items);
  return node;
}

Expr* Builder::list(const Span& span, Seq<Expr*>* items) {
  auto* node = make<List_>(span);
  node->elts = span_of(items);
  return node;
}

Expr* Builder::set(const Span& span, Seq<Expr*>* items) {
  auto* node = make<Set>(span);
  node->elts = span_of(items);
  return node;
}

Expr* Builder::dict(const Span& span, Seq<DictItem>* items) {
  auto* node = make<Dict>(span);
  if (items == nullptr) return node;
  Expr** keys = arena_.allocate_array<Expr*>(items->size);
  Expr** values = arena_.allocate_array<Expr*>(items->size);
  for (std::uint32_t i = 0; i < items->size; ++i) {
    keys[i] = items->data[i].key;
    values[i] = items->data[i].value;
  }
  node->keys = {keys, items->size};
  node->values = {values, items->size};
  return node;
}

Expr* Builder::parenthesize(Expr* inner) {
  inner->parenthesized = true;
  return inner;
}

Expr* Builder::group_or_tuple(const Span& span, Seq<Expr*>* items) {
  if (items->size != 1) return parenthesize(tuple(span, items));
  Expr* inner = items->data[0];
  if (inner->kind == ExprKind::Starred) fail("cannot use starred expression here", inner->span);
  return parenthesize(inner);
}

Expr* Builder::starred(const Span& span, Expr* value) {
  auto* node = make<Starred>(span);
  node->value = value;
  return node;
}

Expr* Builder::named_expr(const Span& span, Expr* target, Expr* value) {
  auto* node = make<NamedExpr>(span);
  node->target = as<Name>(target);
  node->target->ctx = ExprContext::Store;
  node->value = value;
  return node;
}

Expr* Builder::yield_expr(const Span& span, Expr* value) {
  auto* node = make<Yield>(span);
  node->value = value;
  return node;
}

Expr* Builder::yield_from(const Span& span, Expr* value) {
  auto* node = make<YieldFrom>(span);
  node->value = value;
  return node;
}

Expr* Builder::if_exp(const Span& span, Expr* test, Expr* body, Expr* orelse) {
  auto* node = make<IfExp>(span);
  node->test = test;
  node->body = body;
  node->orelse = orelse;
  return node;
}

Expr* Builder::lambda(const Span& span, Seq<Param*>* params, Expr* body) {
  auto* node = make<Lambda>(span);
  node->args = make_arguments(params);
  node->body = body;
  return node;
}

Expr* Builder::bool_op(const Span& span, BoolOperator op, Seq<Expr*>* values) {
  auto* node = make<BoolOp>(span);
  node->op = op;
  node->values = span_of(values);
  return node;
}

Expr* Builder::unary(const Span& span, UnaryOperator op, Expr* operand) {
  auto* node = make<UnaryOp>(span);
  node->op = op;
  node->operand = operand;
  return node;
}

Expr* Builder::binary(const Span& span, Expr* left, Operator op, Expr* right) {
  auto* node = make<BinOp>(span);
  node->left = left;
  node->op = op;
  node->right = right;
  return node;
}

CompareChain* Builder::compare_start(Expr* left, CmpOp op, Expr* right) {
  auto* chain = arena_.make<CompareChain>();
  chain->left = left;
  return compare_more(chain, op, right);
}

CompareChain* Builder::compare_more(CompareChain* chain, CmpOp op, Expr* right) {
  push(chain->ops, op);
  push(chain->comparators, right);
  return chain;
}

Expr* Builder::compare(const Span& span, CompareChain* chain) {
  auto* node = make<Compare>(span);
  node->left = chain->left;
  node->ops = {chain->ops.data, chain->ops.size};
  node->comparators = {chain->comparators.data, chain->comparators.size};
  return node;
}

Expr* Builder::await(const Span& span, Expr* value) {
  auto* node = make<Await>(span);
  node->value = value;
  return node;
}

Expr* Builder::attribute(const Span& span, Expr* value, Text attr) {
  auto* node = make<Attribute>(span);
  node->value = value;
  node->attr = identifier(attr);
  return node;
}

Expr* Builder::subscript(const Span& span, Expr* value, Expr* slice) {
  auto* node = make<Subscript>(span);
  node->value = value;
  node->slice = slice;
  return node;
}

Expr* Builder::slice(const Span& span, Expr* lower, Expr* upper, Expr* step) {
  auto* node = make<Slice>(span);
  node->lower = lower;
  node->upper = upper;
  node->step = step;
  return node;
}

// --- Calls ---

Argument* Builder::positional(const Span& span, Expr* value) {
  auto* argument = arena_.make<Argument>();
  argument->span = span;
  argument->positional = value;
  return argument;
}

Argument* Builder::keyword(const Span& span, const Text* name, Expr* value) {
  auto* argument = arena_.make<Argument>();
  argument->span = span;
  argument->keyword = arena_.make<ast::keyword>();
  argument->keyword->span = span;
  argument->keyword->has_arg = name != nullptr;
  if (name != nullptr) argument->keyword->arg = identifier(*name);
  argument->keyword->value = value;
  return argument;
}

Seq<Argument*>* Builder::add_argument(Seq<Argument*>* list, Argument* argument) {
  return append(list, argument);
}

// After `**kwargs` neither a positional argument nor `*args` may follow; after `name=value` only `*args` may.
void Builder::split_arguments(Seq<Argument*>* arguments, List<Expr*>& positional, List<ast::keyword*>& keywords) {
  if (arguments == nullptr) return;
  Seq<Expr*> args;
  Seq<ast::keyword*> named;
  bool seen_keyword = false, seen_unpacking = false;
  std::unordered_set<std::string_view> names;
  for (std::uint32_t i = 0; i < arguments->size; ++i) {
    Argument* argument = arguments->data[i];
    if (argument->keyword != nullptr) {
      if (argument->keyword->has_arg && !names.insert(argument->keyword->arg).second) {
        fail("keyword argument repeated: " + std::string(argument->keyword->arg), argument->span);
      }
      (argument->keyword->has_arg ? seen_keyword : seen_unpacking) = true;
      push(named, argument->keyword);
      continue;
    }
    bool star = argument->positional->kind == ExprKind::Starred;
    if (seen_unpacking) {
      fail(star ? "iterable argument unpacking follows keyword argument unpacking"
                : "positional argument follows keyword argument unpacking",
           argument->span);
    } else if (seen_keyword && !star) {
      fail("positional argument follows keyword argument", argument->span);
    }
    push(args, argument->positional);
  }
  positional = {args.data, args.size};
  keywords = {named.data, named.size};
}

Expr* Builder::call(const Span& span, Expr* func, Seq<Argument*>* arguments) {
  auto* node = make<Call>(span);
  node->func = func;
  split_arguments(arguments, node->args, node->keywords);
  return node;
}

Expr* Builder::call_generator(const Span& span, Expr* func, Expr* argument) {
  auto* node = make<Call>(span);
  node->func = func;
  node->args = arena_.copy(&argument, 1);
  return node;
}

// --- Comprehensions ---

comprehension* Builder::comprehension(Expr* target, Expr* iter, Seq<Expr*>* ifs, bool is_async) {
  auto* node = arena_.make<ast::comprehension>();
  node->target = store_target(target);
  node->iter = iter;
  node->ifs = span_of(ifs);
  node->is_async = is_async;
  return node;
}

Expr* Builder::generator(const Span& span, Expr* elt, Seq<ast::comprehension*>* generators) {
  auto* node = make<GeneratorExp>(span);
  node->elt = elt;
  node->generators = span_of(generators);
  return node;
}

Expr* Builder::list_comp(const Span& span, Expr* elt, Seq<ast::comprehension*>* generators) {
  auto* node = make<ListComp>(span);
  node->elt = elt;
  node->generators = span_of(generators);
  return node;
}

Expr* Builder::set_comp(const Span& span, Expr* elt, Seq<ast::comprehension*>* generators) {
  auto* node = make<SetComp>(span);
  node->elt = elt;
  node->generators = span_of(generators);
  return node;
}

Expr* Builder::dict_comp(const Span& span, Expr* key, Expr* value, Seq<ast::comprehension*>* generators) {
  auto* node = make<DictComp>(span);
  node->key = key;
  node->value = value;
  node->generators = span_of(generators);
  return node;
}

}  // namespace coil::syntax
