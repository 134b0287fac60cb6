// The parser and the compiler find syntax errors and wrong scopes. Beyond that, a call that is a statement of its own is looked at: when the name
// it calls is bound by `async def` and by nothing else, a coroutine is made and dropped. Decorators may change what a function is, so
// decorated ones are left out, and so are asynchronous generators.
#include "cli/check.hpp"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <map>
#include <string_view>

#include "base/arena.hpp"
#include "compiler/compile.hpp"
#include "host/host.hpp"
#include "syntax/parse.hpp"

namespace coil {

namespace {

using Statements = ast::List<ast::Stmt*>;

/// Calls `fn` for the blocks of a compound statement that belong to the same scope.
template <class Fn>
void each_block(const ast::Stmt* stmt, Fn&& fn) {
  const auto loop = [&](const auto* node) { fn(node->body), fn(node->orelse); };
  const auto attempt = [&](const auto* node) {
    fn(node->body);
    for (const ast::ExceptHandler* handler : node->handlers) fn(handler->body);
    fn(node->orelse);
    fn(node->finalbody);
  };
  switch (stmt->kind) {
    case ast::StmtKind::For: return loop(ast::as<ast::For>(stmt));
    case ast::StmtKind::AsyncFor: return loop(ast::as<ast::AsyncFor>(stmt));
    case ast::StmtKind::While: return loop(ast::as<ast::While>(stmt));
    case ast::StmtKind::If: return loop(ast::as<ast::If>(stmt));
    case ast::StmtKind::With: return fn(ast::as<ast::With>(stmt)->body);
    case ast::StmtKind::AsyncWith: return fn(ast::as<ast::AsyncWith>(stmt)->body);
    case ast::StmtKind::Try: return attempt(ast::as<ast::Try>(stmt));
    case ast::StmtKind::TryStar: return attempt(ast::as<ast::TryStar>(stmt));
    case ast::StmtKind::Match:
      for (const ast::match_case* one : ast::as<ast::Match>(stmt)->cases) fn(one->body);
      return;
    default: return;
  }
}

/// Names of one scope: whether a call of the name makes a coroutine.
using Names = std::map<std::string_view, bool>;

struct Scope {
  Names names;
  const Scope* outer = nullptr;
  const Names* methods = nullptr;   // of the class around a method
  std::string_view receiver;        // its first parameter
  bool may_await = false;
};

bool has_yield(Statements body) {
  bool found = false;
  for (const ast::Stmt* stmt : body) {
    const ast::Expr* value = nullptr;
    if (const auto* alone = ast::try_as<ast::ExprStmt>(stmt)) value = alone->value;
    if (const auto* assign = ast::try_as<ast::Assign>(stmt)) value = assign->value;
    found = found || (value && value->kind == ast::ExprKind::Yield);
    each_block(stmt, [&](Statements inner) { found = found || has_yield(inner); });
  }
  return found;
}

class Collector {
 public:
  explicit Collector(Names* names) : names_(*names) {}

  void block(Statements body) {
    for (const ast::Stmt* stmt : body) {
      statement(stmt);
      each_block(stmt, [this](Statements inner) { block(inner); });
    }
  }
  void parameters(const ast::arguments* args) {
    for (const auto* list : {&args->posonlyargs, &args->args, &args->kwonlyargs}) {
      for (const ast::arg* one : *list) other(one->name);
    }
    for (const ast::arg* one : {args->vararg, args->kwarg}) {
      if (one) other(one->name);
    }
  }

 private:
  void other(std::string_view name) { names_[name] = false; }

  void target(const ast::Expr* expr) {
    if (const auto* name = ast::try_as<ast::Name>(expr)) other(name->id);
    if (const auto* list = ast::try_as<ast::List_>(expr)) for (const ast::Expr* item : list->elts) target(item);
    if (const auto* tuple = ast::try_as<ast::Tuple>(expr)) for (const ast::Expr* item : tuple->elts) target(item);
    if (const auto* starred = ast::try_as<ast::Starred>(expr)) target(starred->value);
  }

  void statement(const ast::Stmt* stmt) {
    if (const auto* function = ast::try_as<ast::AsyncFunctionDef>(stmt)) {
      const bool plain = function->decorator_list.empty() && !has_yield(function->body);
      const auto [entry, is_new] = names_.try_emplace(function->name, plain);
      if (!is_new) entry->second = entry->second && plain;
    }
    if (const auto* function = ast::try_as<ast::FunctionDef>(stmt)) other(function->name);
    if (const auto* cls = ast::try_as<ast::ClassDef>(stmt)) other(cls->name);
    if (const auto* assign = ast::try_as<ast::Assign>(stmt)) for (const ast::Expr* one : assign->targets) target(one);
    if (const auto* assign = ast::try_as<ast::AnnAssign>(stmt)) target(assign->target);
    if (const auto* assign = ast::try_as<ast::AugAssign>(stmt)) target(assign->target);
    if (const auto* loop = ast::try_as<ast::For>(stmt)) target(loop->target);
    if (const auto* loop = ast::try_as<ast::AsyncFor>(stmt)) target(loop->target);
    if (const auto* with = ast::try_as<ast::With>(stmt)) for (const ast::withitem* item : with->items) target(item->optional_vars);
    if (const auto* with = ast::try_as<ast::AsyncWith>(stmt)) for (const ast::withitem* item : with->items) target(item->optional_vars);
    if (const auto* import = ast::try_as<ast::Import>(stmt)) aliases(import->names);
    if (const auto* import = ast::try_as<ast::ImportFrom>(stmt)) aliases(import->names);
    if (const auto* global = ast::try_as<ast::Global>(stmt)) for (const ast::Identifier name : global->names) other(name);
    if (const auto* outer = ast::try_as<ast::Nonlocal>(stmt)) for (const ast::Identifier name : outer->names) other(name);
  }
  void aliases(ast::List<ast::alias*> names) {
    for (const ast::alias* one : names) other(one->has_asname ? one->asname : one->name);
  }

  Names& names_;
};

class Checker {
 public:
  explicit Checker(const std::string& path) : path_(path) {}

  int run(const ast::Module& module) {
    Scope scope;
    Collector(&scope.names).block(module.body);
    block(module.body, scope);
    return found_;
  }

 private:
  void block(Statements body, const Scope& scope) {
    for (const ast::Stmt* stmt : body) {
      if (const auto* alone = ast::try_as<ast::ExprStmt>(stmt)) call(ast::try_as<ast::Call>(alone->value), scope);
      if (const auto* def = ast::try_as<ast::FunctionDef>(stmt)) function(def->args, def->body, scope, nullptr);
      if (const auto* def = ast::try_as<ast::AsyncFunctionDef>(stmt)) function(def->args, def->body, scope, nullptr, true);
      if (const auto* cls = ast::try_as<ast::ClassDef>(stmt)) class_body(cls, scope);
      each_block(stmt, [&](Statements inner) { block(inner, scope); });
    }
  }

  void function(const ast::arguments* args, Statements body, const Scope& outer, const Names* methods, bool may_await = false) {
    Scope scope;
    scope.may_await = may_await;
    scope.outer = &outer;
    scope.methods = methods;
    if (methods && !args->args.empty()) scope.receiver = args->args[0]->name;
    Collector collector(&scope.names);
    collector.parameters(args);
    collector.block(body);
    block(body, scope);
  }

  /// Names of a class are not seen by its methods, but for `self.name`.
  void class_body(const ast::ClassDef* cls, const Scope& outer) {
    Names methods;
    Collector(&methods).block(cls->body);
    for (const ast::Stmt* stmt : cls->body) {
      if (const auto* def = ast::try_as<ast::FunctionDef>(stmt)) function(def->args, def->body, outer, &methods);
      if (const auto* def = ast::try_as<ast::AsyncFunctionDef>(stmt)) function(def->args, def->body, outer, &methods, true);
      if (const auto* inner = ast::try_as<ast::ClassDef>(stmt)) class_body(inner, outer);
    }
  }

  void call(const ast::Call* call, const Scope& scope) {
    if (!call) return;
    std::string text;
    if (const auto* name = ast::try_as<ast::Name>(call->func)) {
      const Scope* at = &scope;
      while (at && !at->names.contains(name->id)) at = at->outer;
      if (!at || !at->names.at(name->id)) return;
      text = name->id;
    } else if (const auto* attribute = ast::try_as<ast::Attribute>(call->func)) {
      const auto* owner = ast::try_as<ast::Name>(attribute->value);
      if (!owner || !(is_own_method(owner->id, attribute->attr, scope) || is_asyncio(owner->id, attribute->attr))) return;
      text = std::string(owner->id) + "." + std::string(attribute->attr);
    } else {
      return;
    }
    found_++;
    std::printf("%s:%d:%d: coroutine '%s' is never awaited; write: %s%s(...)%s\n", path_.c_str(), call->span.lineno,
                call->span.col_offset + 1, text.c_str(), scope.may_await ? "await " : "asyncio.run(", text.c_str(), scope.may_await ? "" : ")");
  }

  static bool is_own_method(std::string_view owner, std::string_view name, const Scope& scope) {
    if (!scope.methods || owner != scope.receiver) return false;
    const auto method = scope.methods->find(name);
    return method != scope.methods->end() && method->second;
  }
  static bool is_asyncio(std::string_view owner, std::string_view name) {
    static constexpr std::string_view kNames[] = {"sleep", "wait", "wait_for", "to_thread", "open_connection", "start_server",
                                                  "create_subprocess_exec", "create_subprocess_shell", "open_unix_connection"};
    return owner == "asyncio" && std::find(std::begin(kNames), std::end(kNames), name) != std::end(kNames);
  }

  const std::string& path_;
  int found_ = 0;
};

int check_file(const std::string& path);

/// Every Python file of a folder and the folders in it, in the order of their names.
int check_folder(const std::string& path) {
  std::vector<std::string> files;
  std::error_code error;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(path, error)) {
    if (entry.path().extension() == ".py") files.push_back(entry.path().string());
  }
  std::sort(files.begin(), files.end());
  int code = 0;
  for (const std::string& file : files) code = std::max(code, check_file(file));
  return code;
}

int check_file(const std::string& path) {
  std::error_code error;
  if (std::filesystem::is_directory(path, error)) return check_folder(path);
  std::string text;
  if (!read_file(path, &text)) {
    std::fprintf(stderr, "coil: can't open file '%s': %s\n", path.c_str(), std::strerror(errno));
    return 2;
  }
  const Source source(path, text, SourceForm::File);
  DiagnosticSink sink(source);
  Arena arena;
  const ast::Module* tree = parse_module(source, arena, sink);
  if (!tree || !compile_module(*tree, path, {}, sink)) {
    std::fputs(render(sink.error()).c_str(), stdout);
    return 1;
  }
  return Checker(path).run(*tree) ? 1 : 0;
}

}  // namespace

int check_files(const std::vector<std::string>& paths) {
  if (paths.empty()) {
    std::fputs("coil: check: no files are named\nusage: coil check FILE...\n", stderr);
    return 2;
  }
  int code = 0;
  for (const std::string& path : paths) code = std::max(code, check_file(path));
  return code;
}

}  // namespace coil
