// Tokens for the parser, and the nodes of statements. Expressions are in builder_expr.cpp, patterns and
// strings in builder_literals.cpp.
#include "syntax/builder.hpp"

#include "parser.hpp"

#include <utf8proc.h>

#include <algorithm>
#include <cstdlib>

namespace coil::syntax {

using K = Parser::token;
using namespace ast;

// --- Tokens ---

const Token& Builder::peek(std::size_t index) {
  while (ahead_.size() <= index) ahead_.push_back(lexer_.next());
  return ahead_[index];
}

// `match` opens a statement when its line ends with a colon and what follows can be a subject. No other
// statement can end so. Every line is looked at once.
bool Builder::is_match_statement() {
  switch (peek(0).kind) {
    case K::T_COLON: case K::T_EQUAL: case K::T_DOT: case K::T_COMMA: case K::T_NEWLINE: case K::T_RPAR:
    case K::T_SEMI:
      return false;
  }
  int depth = 0, before = 0;
  bool colon = false;  // inside of brackets
  for (std::size_t at = 0;; ++at) {
    int kind = peek(at).kind;
    switch (kind) {
      case K::T_LPAR: case K::T_LSQB: case K::T_LBRACE: ++depth; break;
      case K::T_RPAR: case K::T_RSQB: case K::T_RBRACE: --depth; break;
      case K::T_NEWLINE: return before == K::T_COLON && depth == 0;
      case K::T_COLON: colon |= depth > 0; break;
      case K::T_YYEOF: return false;
      // A bracket that is never closed; `match [x:` may as well be a slice.
      case K::T_ERROR: return depth > 0 && colon && peek(0).kind != K::T_LSQB;
    }
    before = kind;
  }
}

Token Builder::take() {
  Token token;
  if (ahead_.empty()) {
    token = lexer_.next();
  } else {
    token = ahead_.front();
    ahead_.pop_front();
  }
  int previous = previous_kind_;
  bool line_start = previous == K::T_NEWLINE || previous == K::T_INDENT || previous == K::T_DEDENT ||
                    previous == K::T_START_FILE || previous == K::T_START_SINGLE;
  switch (token.kind) {
    case K::T_NAME:
      if (line_start && token.text.size == 5 && token.text.view() == "match") {
        if (is_match_statement()) {
          token.kind = K::T_MATCH;
          next_block_is_match_ = true;
        }
      } else if (token.text.size == 4 && token.text.view() == "case") {
        if (line_start && !match_blocks_.empty() && match_blocks_.back()) token.kind = K::T_CASE;
      } else if (token.text.size == 4 && token.text.view() == "type") {
        bool statement_start =
            line_start || (bracket_depth_ == 0 && (previous == K::T_SEMI || previous == K::T_COLON));
        if (statement_start && peek(0).kind == K::T_NAME && (peek(1).kind == K::T_EQUAL || peek(1).kind == K::T_LSQB)) {
          token.kind = K::T_TYPE;
        }
      }
      break;
    case K::T_INDENT:
      match_blocks_.push_back(next_block_is_match_);
      next_block_is_match_ = false;
      break;
    case K::T_DEDENT:
      if (!match_blocks_.empty()) match_blocks_.pop_back();
      break;
    case K::T_LPAR: case K::T_LSQB: case K::T_LBRACE: ++bracket_depth_; break;
    case K::T_RPAR: case K::T_RSQB: case K::T_RBRACE: --bracket_depth_; break;
  }
  previous_kind_ = token.kind;
  return token;
}

int Builder::next_token(TokenValue* value, Span* location) {
  if (!started_) {
    started_ = true;
    previous_kind_ = start_kind_;
    *location = {1, 0, 1, 0};
    return start_kind_;
  }
  if (error_ || lexer_.failed()) {
    if (ahead_.empty() || error_) return K::T_ERROR;
  }
  Token token = take();
  last_span_ = token.span;
  *location = token.span;
  value->text = token.text;
  return token.kind;
}

void Builder::fail(std::string message, const Span& span) {
  if (!error_) error_ = Error{std::move(message), span, false, 0};
}

Builder::Builder(std::string_view text, Arena& arena, DiagnosticSink& sink, int start_kind, int max_int_digits)
    : arena_(arena), sink_(sink), lexer_(text, sink, start_kind == K::T_START_FILE), start_kind_(start_kind), max_int_digits_(max_int_digits) {}

void Builder::syntax_error_at(const Span& span) {
  if (!error_) error_ = Error{"invalid syntax", span, true, previous_kind_};
}

void Builder::too_deep(const Span& span) { fail("too many levels of nesting", span); }

// --- Names ---

Identifier Builder::identifier(Text text) {
  std::string_view view = text.view();
  if (std::none_of(view.begin(), view.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80; })) {
    return view;
  }
  utf8proc_uint8_t* normal = nullptr;
  auto options = static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_COMPAT);
  utf8proc_ssize_t size = utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(view.data()),
                                       static_cast<utf8proc_ssize_t>(view.size()), &normal, options);
  if (size < 0) return view;
  Identifier result =
      arena_.copy(std::string_view(reinterpret_cast<char*>(normal), static_cast<std::size_t>(size)));
  std::free(normal);
  return result;
}

Text Builder::name_text(Text text) {
  Identifier id = identifier(text);
  return {id.data(), static_cast<std::uint32_t>(id.size()), false};
}

Text Builder::dotted(Text left, Text right) {
  Identifier name = identifier(right);
  // Usually nothing stands between the parts, and the dotted name is a slice of the source.
  if (left.data + left.size + 1 == name.data()) {
    return {left.data, static_cast<std::uint32_t>(left.size + 1 + name.size()), false};
  }
  scratch_.assign(left.view());
  scratch_ += '.';
  scratch_ += name;
  std::string_view copy = arena_.copy(std::string_view(scratch_));
  return {copy.data(), static_cast<std::uint32_t>(copy.size()), false};
}

// --- Targets ---

void Builder::set_context(Expr* target, ExprContext context) {
  switch (target->kind) {
    case ExprKind::Name: as<Name>(target)->ctx = context; break;
    case ExprKind::Attribute: as<Attribute>(target)->ctx = context; break;
    case ExprKind::Subscript: as<Subscript>(target)->ctx = context; break;
    case ExprKind::Starred:
      as<Starred>(target)->ctx = context;
      set_context(as<Starred>(target)->value, context);
      break;
    case ExprKind::List:
      as<List_>(target)->ctx = context;
      for (Expr* item : as<List_>(target)->elts) set_context(item, context);
      break;
    case ExprKind::Tuple:
      as<Tuple>(target)->ctx = context;
      for (Expr* item : as<Tuple>(target)->elts) set_context(item, context);
      break;
    default: break;
  }
}

// Only brackets nest here, and the lexer allows 200 of them: the recursion is shallow.
Expr* find_invalid_target(Expr* target, ExprContext context) {
  auto first_of = [&](List<Expr*> items) -> Expr* {
    for (Expr* item : items) {
      if (Expr* bad = find_invalid_target(item, context)) return bad;
    }
    return nullptr;
  };
  switch (target->kind) {
    case ExprKind::Name: case ExprKind::Attribute: case ExprKind::Subscript: return nullptr;
    case ExprKind::List: return first_of(as<List_>(target)->elts);
    case ExprKind::Tuple: return first_of(as<Tuple>(target)->elts);
    case ExprKind::Starred:
      if (context == ExprContext::Del) return target;
      return find_invalid_target(as<Starred>(target)->value, context);
    default: return target;
  }
}

void Builder::check_assignable(Expr* target, ExprContext context) {
  if (Expr* bad = find_invalid_target(target, context)) {
    fail(std::string(context == ExprContext::Del ? "cannot delete " : "cannot assign to ") + describe(*bad),
         bad->span);
    return;
  }
  set_context(target, context);
}

const char* describe(const Expr& expression) {
  switch (expression.kind) {
    case ExprKind::Attribute: return "attribute";
    case ExprKind::Subscript: return "subscript";
    case ExprKind::Starred: return "starred";
    case ExprKind::Name: return "name";
    case ExprKind::List: return "list";
    case ExprKind::Tuple: return "tuple";
    case ExprKind::Lambda: return "lambda";
    case ExprKind::Call: return "function call";
    case ExprKind::BoolOp: case ExprKind::BinOp: case ExprKind::UnaryOp: return "expression";
    case ExprKind::GeneratorExp: return "generator expression";
    case ExprKind::Yield: case ExprKind::YieldFrom: return "yield expression";
    case ExprKind::Await: return "await expression";
    case ExprKind::ListComp: return "list comprehension";
    case ExprKind::SetComp: return "set comprehension";
    case ExprKind::DictComp: return "dict comprehension";
    case ExprKind::Dict: return "dict literal";
    case ExprKind::Set: return "set display";
    case ExprKind::JoinedStr: case ExprKind::FormattedValue: return "f-string expression";
    case ExprKind::Constant:
      switch (as<Constant>(&expression)->type) {
        case ConstantKind::None: return "None";
        case ConstantKind::True: return "True";
        case ConstantKind::False: return "False";
        case ConstantKind::Ellipsis: return "ellipsis";
        default: return "literal";
      }
    case ExprKind::Compare: return "comparison";
    case ExprKind::IfExp: return "conditional expression";
    case ExprKind::NamedExpr: return "named expression";
    case ExprKind::Slice: return "slice";
  }
  return "expression";
}

// --- Simple statements ---

Stmt* Builder::expr_stmt(const Span& span, Expr* value) {
  auto* node = make<ExprStmt>(span);
  node->value = value;
  return node;
}

Stmt* Builder::return_stmt(const Span& span, Expr* value) {
  auto* node = make<Return>(span);
  node->value = value;
  return node;
}

Stmt* Builder::raise_stmt(const Span& span, Expr* exc, Expr* cause) {
  auto* node = make<Raise>(span);
  node->exc = exc;
  node->cause = cause;
  return node;
}

Stmt* Builder::delete_stmt(const Span& span, Expr* targets, const Span&) {
  auto* node = make<Delete>(span);
  check_assignable(targets, ExprContext::Del);
  if (auto* tuple = try_as<Tuple>(targets); tuple != nullptr && !tuple->parenthesized) {
    node->targets = tuple->elts;
  } else {
    node->targets = arena_.copy(&targets, 1);
  }
  return node;
}

Stmt* Builder::assert_stmt(const Span& span, Expr* test, Expr* msg) {
  auto* node = make<Assert>(span);
  node->test = test;
  node->msg = msg;
  return node;
}

Stmt* Builder::global_stmt(const Span& span, Seq<Identifier>* names) {
  auto* node = make<Global>(span);
  node->names = span_of(names);
  return node;
}

Stmt* Builder::nonlocal_stmt(const Span& span, Seq<Identifier>* names) {
  auto* node = make<Nonlocal>(span);
  node->names = span_of(names);
  return node;
}

Stmt* Builder::type_alias(const Span& span, Text name_token, const Span& name_span,
                          Seq<TypeParam*>* type_params, Expr* value) {
  auto* node = make<TypeAlias>(span);
  node->name = as<Name>(name(name_span, name_token));
  node->name->ctx = ExprContext::Store;
  node->type_params = span_of(type_params);
  node->value = value;
  return node;
}

Expr* Builder::store_target(Expr* target) {
  check_assignable(target, ExprContext::Store);
  return target;
}

Stmt* Builder::assign(const Span& span, Seq<Expr*>* targets, Expr* value) {
  auto* node = make<Assign>(span);
  node->targets = span_of(targets);
  node->value = value;
  return node;
}

Stmt* Builder::ann_assign(const Span& span, Expr* target, const Span& target_span, Expr* annotation,
                          Expr* value) {
  auto* node = make<AnnAssign>(span);
  switch (target->kind) {
    case ExprKind::Name: case ExprKind::Attribute: case ExprKind::Subscript:
      set_context(target, ExprContext::Store);
      break;
    case ExprKind::List: fail("only single target (not list) can be annotated", target->span); break;
    case ExprKind::Tuple: {
      auto* tuple = as<Tuple>(target);
      fail("only single target (not tuple) can be annotated",
           tuple->parenthesized || tuple->elts.empty() ? tuple->span : tuple->elts[0]->span);
      break;
    }
    case ExprKind::Starred: syntax_error_at({span.lineno, target_span.end_col_offset, span.lineno, target_span.end_col_offset + 1}); break;
    default: fail("illegal target for annotation", target->span);
  }
  node->target = target;
  node->annotation = annotation;
  node->value = value;
  node->simple = target->kind == ExprKind::Name && !target->parenthesized;
  return node;
}

Stmt* Builder::aug_assign(const Span& span, Expr* target, Operator op, Expr* value) {
  auto* node = make<AugAssign>(span);
  switch (target->kind) {
    case ExprKind::Name: case ExprKind::Attribute: case ExprKind::Subscript:
      set_context(target, ExprContext::Store);
      break;
    default:
      fail(std::string("'") + describe(*target) + "' is an illegal expression for augmented assignment",
           target->span);
  }
  node->target = target;
  node->op = op;
  node->value = value;
  return node;
}

// --- Imports ---

Stmt* Builder::import_stmt(const Span& span, Seq<alias*>* names) {
  auto* node = make<Import>(span);
  node->names = span_of(names);
  return node;
}

Stmt* Builder::import_from(const Span& span, std::int32_t level, const Text* module, Seq<alias*>* names) {
  auto* node = make<ImportFrom>(span);
  node->level = level;
  node->has_module = module != nullptr;
  if (module != nullptr) node->module_ = module->view();
  node->names = span_of(names);
  return node;
}

Seq<alias*>* Builder::star_alias(const Span& span) {
  auto* item = arena_.make<alias>();
  item->span = span;
  item->name = "*";
  return append(seq<alias*>(), item);
}

alias* Builder::make_alias(const Span& span, Text name, const Text* asname) {
  auto* item = arena_.make<alias>();
  item->span = span;
  item->name = name.view();
  item->has_asname = asname != nullptr;
  if (asname != nullptr) item->asname = identifier(*asname);
  return item;
}

// --- Functions and classes ---

Stmt* Builder::decorate(Stmt* definition, Seq<Expr*>* decorators) {
  List<Expr*> list = span_of(decorators);
  switch (definition->kind) {
    case StmtKind::FunctionDef: as<FunctionDef>(definition)->decorator_list = list; break;
    case StmtKind::AsyncFunctionDef: as<AsyncFunctionDef>(definition)->decorator_list = list; break;
    default: as<ClassDef>(definition)->decorator_list = list;
  }
  return definition;
}

Stmt* Builder::make_async(const Span& span, Stmt* plain) {
  switch (plain->kind) {
    case StmtKind::FunctionDef: {
      auto* from = as<FunctionDef>(plain);
      auto* node = make<AsyncFunctionDef>(span);
      node->name = from->name;
      node->args = from->args;
      node->body = from->body;
      node->returns = from->returns;
      node->type_params = from->type_params;
      return node;
    }
    case StmtKind::For: {
      auto* from = as<For>(plain);
      auto* node = make<AsyncFor>(span);
      node->target = from->target;
      node->iter = from->iter;
      node->body = from->body;
      node->orelse = from->orelse;
      return node;
    }
    default: {
      auto* from = as<With>(plain);
      auto* node = make<AsyncWith>(span);
      node->items = from->items;
      node->body = from->body;
      return node;
    }
  }
}

Stmt* Builder::function_def(const Span& span, Text name, Seq<TypeParam*>* type_params, Seq<Param*>* params,
                            Expr* returns, Seq<Stmt*>* body) {
  auto* node = make<FunctionDef>(span);
  node->name = identifier(name);
  node->type_params = span_of(type_params);
  node->args = make_arguments(params);
  node->returns = returns;
  node->body = span_of(body);
  return node;
}

Param* Builder::param(ParamKind kind, const Span& span, const Span& arg_span, const Text* name,
                      Expr* annotation, Expr* default_) {
  auto* node = arena_.make<Param>();
  node->kind = kind;
  node->span = span;
  if (name != nullptr) {
    node->arg = arena_.make<arg>();
    node->arg->span = arg_span;
    node->arg->name = identifier(*name);
    node->arg->annotation = annotation;
  }
  node->default_ = default_;
  return node;
}

// The grammar's list may have stars, which eval() takes only inside of brackets.
void Builder::finish_expression(ast::Expr* value) {
  expression_ = value;
  auto refuse = [&](const ast::Expr* item) {
    const Span& place = item->span;
    if (item->kind == ast::ExprKind::Starred) fail("invalid syntax", {place.lineno, place.col_offset, place.lineno, place.col_offset + 1});
  };
  refuse(value);
  const auto* tuple = ast::try_as<ast::Tuple>(static_cast<const ast::Expr*>(value));
  if (tuple == nullptr || tuple->elts.empty() || tuple->elts[0]->span.col_offset != tuple->span.col_offset) return;
  for (const ast::Expr* item : tuple->elts) refuse(item);
}

Seq<Param*>* Builder::trailing_comma(Seq<Param*>* params) {
  Param* last = params->data[params->size - 1];
  if (last->kind == ParamKind::Star) fail("named arguments must follow bare *", last->span);
  return params;
}

arguments* Builder::make_arguments(Seq<Param*>* params) {
  auto* result = arena_.make<arguments>();
  if (params == nullptr) return result;
  Seq<arg*> positional, keyword_only;
  Seq<Expr*> defaults, keyword_defaults;
  bool after_star = false, seen_slash = false, bare_star_open = false;
  std::uint32_t defaults_before_slash = 0;
  for (std::uint32_t i = 0; i < params->size; ++i) {
    Param* item = params->data[i];
    if (result->kwarg != nullptr) {
      bool named = item->kind == ParamKind::Plain && item->arg != nullptr;
      Span place = named ? item->arg->span : item->span;
      if (!named) place = {place.lineno, place.col_offset, place.lineno, place.col_offset + (item->kind == ParamKind::KeywordArgs ? 2 : 1)};
      fail("arguments cannot follow var-keyword argument", place);
      return result;
    }
    switch (item->kind) {
      case ParamKind::Plain:
        if (after_star) {
          push(keyword_only, item->arg);
          push(keyword_defaults, item->default_);
          bare_star_open = false;
        } else {
          if (item->default_ != nullptr) {
            push(defaults, item->default_);
          } else if (defaults.size != 0 && seen_slash && defaults_before_slash == 0) {
            // CPython has no words for this one, and notices it a token later.
            const Span& name = item->span;
            syntax_error_at({name.end_lineno, name.end_col_offset, name.end_lineno, name.end_col_offset + 1});
          } else if (defaults.size != 0) {
            fail("non-default argument follows default argument", item->arg->span);
          }
          push(positional, item->arg);
        }
        break;
      case ParamKind::Slash:
        if (i == 0) fail(params->size > 1 ? "at least one argument must precede /" : "invalid syntax", item->span);
        if (seen_slash) fail("/ may appear only once", item->span);
        if (after_star) fail("/ must be ahead of *", item->span);
        seen_slash = true;
        defaults_before_slash = defaults.size;
        result->posonlyargs = {positional.data, positional.size};
        positional = {};
        break;
      case ParamKind::Star:
      case ParamKind::VarArgs:
        if (after_star) {
          Span star = item->span;
          bool bare_and_last = item->kind == ParamKind::Star && i + 1 == params->size;
          if (bare_and_last) syntax_error_at(star);
          fail("* argument may appear only once",
               {star.lineno, star.col_offset, star.lineno, star.col_offset + 1});
        }
        after_star = true;
        bare_star_open = item->kind == ParamKind::Star;
        result->vararg = item->arg;
        break;
      case ParamKind::KeywordArgs:
        if (bare_star_open) fail("named arguments must follow bare *", params->data[i - 1]->span);
        result->kwarg = item->arg;
        break;
    }
  }
  if (bare_star_open) fail("named arguments must follow bare *", params->data[params->size - 1]->span);
  result->args = {positional.data, positional.size};
  result->kwonlyargs = {keyword_only.data, keyword_only.size};
  result->kw_defaults = {keyword_defaults.data, keyword_defaults.size};
  result->defaults = {defaults.data, defaults.size};
  return result;
}

TypeParam* Builder::type_var(const Span& span, Text name, Expr* bound) {
  auto* node = make<TypeVar>(span);
  node->name = identifier(name);
  node->bound = bound;
  return node;
}

TypeParam* Builder::type_var_tuple(const Span& span, Text name) {
  auto* node = make<TypeVarTuple>(span);
  node->name = identifier(name);
  return node;
}

TypeParam* Builder::param_spec(const Span& span, Text name) {
  auto* node = make<ParamSpec>(span);
  node->name = identifier(name);
  return node;
}

Stmt* Builder::class_def(const Span& span, Text name, Seq<TypeParam*>* type_params, Seq<Argument*>* args,
                         Seq<Stmt*>* body) {
  auto* node = make<ClassDef>(span);
  node->name = identifier(name);
  node->type_params = span_of(type_params);
  split_arguments(args, node->bases, node->keywords);
  node->body = span_of(body);
  return node;
}

// --- Compound statements ---

Seq<Elif>* Builder::add_elif(Seq<Elif>* list, const Span& start, Expr* test, Seq<Stmt*>* body) {
  return append(list != nullptr ? list : seq<Elif>(), Elif{start, test, body});
}

Stmt* Builder::if_stmt(const Span& span, Expr* test, Seq<Stmt*>* body, Seq<Elif>* elifs, Seq<Stmt*>* orelse) {
  List<Stmt*> rest = span_of(orelse);
  for (std::uint32_t i = elifs != nullptr ? elifs->size : 0; i-- > 0;) {
    const Elif& part = elifs->data[i];
    auto* node = make<If>(join(part.start, span));
    node->test = part.test;
    node->body = span_of(part.body);
    node->orelse = rest;
    Stmt* alone = node;
    rest = arena_.copy(&alone, 1);
  }
  auto* node = make<If>(span);
  node->test = test;
  node->body = span_of(body);
  node->orelse = rest;
  return node;
}

Stmt* Builder::while_stmt(const Span& span, Expr* test, Seq<Stmt*>* body, Seq<Stmt*>* orelse) {
  auto* node = make<While>(span);
  node->test = test;
  node->body = span_of(body);
  node->orelse = span_of(orelse);
  return node;
}

Stmt* Builder::for_stmt(const Span& span, Expr* target, Expr* iter, Seq<Stmt*>* body, Seq<Stmt*>* orelse) {
  auto* node = make<For>(span);
  node->target = store_target(target);
  node->iter = iter;
  node->body = span_of(body);
  node->orelse = span_of(orelse);
  return node;
}

// `with (a, b):` is two items, not a tuple, unless an element could not be an item.
Stmt* Builder::with_stmt(const Span& span, Seq<withitem*>* items, Seq<Stmt*>* body) {
  auto* node = make<With>(span);
  node->items = span_of(items);
  if (items->size == 1 && items->data[0]->optional_vars == nullptr) {
    auto* tuple = try_as<Tuple>(items->data[0]->context_expr);
    bool splits = tuple != nullptr && tuple->parenthesized && !tuple->elts.empty();
    if (splits) {
      for (Expr* item : tuple->elts) {
        splits = splits && item->kind != ExprKind::Starred &&
                 (item->kind != ExprKind::NamedExpr || item->parenthesized);
      }
    }
    if (splits) {
      auto* list = seq<withitem*>();
      for (Expr* item : tuple->elts) push(*list, with_item(item, nullptr));
      node->items = span_of(list);
    }
  }
  node->body = span_of(body);
  return node;
}

withitem* Builder::with_item(Expr* context, Expr* target) {
  auto* item = arena_.make<withitem>();
  item->context_expr = context;
  item->optional_vars = target != nullptr ? store_target(target) : nullptr;
  return item;
}

Seq<withitem*>* Builder::items_from(Seq<Expr*>* expressions) {
  auto* list = seq<withitem*>();
  for (std::uint32_t i = 0; i < expressions->size; ++i) {
    Expr* item = expressions->data[i];
    if (item->kind == ExprKind::Starred || (item->kind == ExprKind::NamedExpr && !item->parenthesized)) {
      fail("invalid syntax", item->span);
    }
    push(*list, with_item(item, nullptr));
  }
  return list;
}

Stmt* Builder::try_stmt(const Span& span, Seq<Stmt*>* body, Seq<ExceptHandler*>* handlers,
                        Seq<Stmt*>* orelse, Seq<Stmt*>* finalbody, bool star) {
  auto fill = [&](auto* node) -> Stmt* {
    node->body = span_of(body);
    node->handlers = span_of(handlers);
    node->orelse = span_of(orelse);
    node->finalbody = span_of(finalbody);
    return node;
  };
  if (star) return fill(make<TryStar>(span));
  return fill(make<Try>(span));
}

ExceptHandler* Builder::handler(const Span& span, Expr* type, const Text* name, Seq<Stmt*>* body) {
  auto* node = arena_.make<ExceptHandler>();
  node->span = span;
  node->type = type;
  node->has_name = name != nullptr;
  if (name != nullptr) node->name = identifier(*name);
  node->body = span_of(body);
  return node;
}

// That a bare `except:` comes last is for the compiler to say, as in CPython.
Seq<ExceptHandler*>* Builder::add_handler(Seq<ExceptHandler*>* list, ExceptHandler* item) {
  return append(list, item);
}

}  // namespace coil::syntax
