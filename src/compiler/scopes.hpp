// Scope analysis: which names a module, class or function has, and what each of them means.
// The result is a tree of Scope objects found by AST node. Code generation reads it and never changes it.
#pragma once

#include <cstdint>
#include <deque>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "syntax/ast.hpp"
#include "syntax/diagnostics.hpp"

namespace coil {

enum class ScopeKind : uint8_t { Module, Class, Function, Lambda, Comprehension, TypeParams };

/// What a name means in a scope.
enum class NameKind : uint8_t { Unknown, Local, Cell, Free, GlobalExplicit, GlobalImplicit };

enum SymbolFlags : uint16_t {
  kSymGlobal = 1,        // global statement
  kSymLocal = 2,         // assigned
  kSymParam = 4,
  kSymNonlocal = 8,
  kSymUse = 16,
  kSymImport = 32,
  kSymAnnotated = 64,
  kSymCompIter = 128,    // bound by the `for` of a comprehension
  kSymBound = kSymLocal | kSymParam | kSymImport,
};

struct Symbol {
  std::string_view name;  // mangled
  uint16_t flags = 0;
  NameKind kind = NameKind::Unknown;
  Span declared;          // of the nonlocal or global statement
};

struct Scope {
  ScopeKind kind = ScopeKind::Module;
  const void* node = nullptr;
  Scope* parent = nullptr;
  std::string_view name;
  std::string_view class_name;  // of the class around, for private names
  Span span;
  std::vector<Scope*> children;
  std::vector<Symbol> symbols;  // in order of appearance; parameters first
  std::unordered_map<std::string_view, uint32_t> index;
  std::vector<std::string_view> free_vars;  // sorted; also those only passed on to inner scopes
  bool is_generator = false;    // has yield
  bool is_coroutine = false;    // async def, or a comprehension that awaits
  bool is_genexp = false;
  bool in_comprehension_target = false;  // comprehension: the names that are met stand between `for` and `in`
  bool has_walrus = false;      // an assignment expression binds a name of this scope
  bool class_cell = false;      // class: a method uses __class__ or super
  bool returns_value = false;
  const char* comprehension_kind = nullptr;

  bool is_function_like() const { return kind != ScopeKind::Module && kind != ScopeKind::Class; }
  const Symbol* find(std::string_view name) const {
    const auto entry = index.find(name);
    return entry == index.end() ? nullptr : &symbols[entry->second];
  }
};

struct ScopeOptions {
  bool future_annotations = false;
  bool top_level_await = false;
};

class ScopeTree {
 public:
  Scope* root = nullptr;
  bool future_annotations = false;

  /// The scope of a function, class, lambda or comprehension node.
  Scope* of(const void* node) const {
    const auto entry = scopes_.find(node);
    return entry == scopes_.end() ? nullptr : entry->second;
  }
  /// The annotation scope around a generic function, class or type alias; `type_params` belongs to the node.
  Scope* type_params_of(const void* node) const {
    const auto entry = type_params_.find(node);
    return entry == type_params_.end() ? nullptr : entry->second;
  }
  /// The name as it is stored: private names of a class get its name in front.
  std::string_view mangle(std::string_view class_name, std::string_view name);
  std::string_view keep(std::string text) { return texts_.emplace_back(std::move(text)); }

 private:
  friend class ScopeBuilder;
  std::deque<Scope> storage_;
  std::deque<std::string> texts_;
  std::unordered_map<const void*, Scope*> scopes_;
  std::unordered_map<const void*, Scope*> type_params_;
  std::unordered_map<std::string, std::string_view> mangled_;
};

/// Null after reporting an error. Exactly one of the roots is given.
std::unique_ptr<ScopeTree> analyze_scopes(ast::List<ast::Stmt*> body, const ast::Expr* expression,
                                          const ScopeOptions& options, DiagnosticSink& sink);

}  // namespace coil
