// The compiler and the bytecode room: shapes of typical code, compile-time errors, and verification of what is generated.
#include <doctest/doctest.h>

#include <string>

#include "base/arena.hpp"
#include "bytecode/disassembler.hpp"
#include "bytecode/verifier.hpp"
#include "compiler/compile.hpp"
#include "syntax/parse.hpp"

using namespace coil;

namespace {

struct Compiled {
  std::shared_ptr<CodeUnit> unit;
  Diagnostic error;
};

Compiled compile(std::string_view text, const CompileOptions& options = {}) {
  const Source source("test.py", text);
  Arena arena;
  DiagnosticSink sink(source);
  ast::Module* module = parse_module(source, arena, sink);
  Compiled result;
  if (module != nullptr) result.unit = compile_module(*module, "test.py", options, sink);
  if (sink.has_error()) result.error = sink.error();
  if (result.unit != nullptr) CHECK(verify(*result.unit) == "");
  return result;
}

/// The names of the instructions of the first function in the module.
std::string ops(std::string_view text) {
  const Compiled compiled = compile(text);
  REQUIRE(compiled.unit != nullptr);
  for (const Const& value : compiled.unit->consts) {
    const auto* inner = std::get_if<std::shared_ptr<CodeUnit>>(&value);
    if (inner == nullptr) continue;
    std::string names;
    for (const Instr& instr : (*inner)->instrs) {
      static constexpr const char* kNames[] = {
#define OP(name, a, b, c, flags, doc) #name,
#include "bytecode/opcodes.def"
#undef OP
      };
      if (!names.empty()) names += ' ';
      names += kNames[instr.op];
    }
    return names;
  }
  return {};
}

std::string error_of(std::string_view text) {
  const Compiled compiled = compile(text);
  CHECK(compiled.unit == nullptr);
  return std::to_string(compiled.error.lineno) + ":" + std::to_string(compiled.error.offset) + " " + compiled.error.message;
}

}  // namespace

TEST_CASE("operands that are bound locals are used in place") {
  CHECK(ops("def f(a, b):\n  x = a + b\n  return x\n") == "Add Return");
  CHECK(ops("def f(a):\n  return a + (a := 1)\n") == "Move LoadInt Move Add Return");
  CHECK(ops("def f(a):\n  a += 1\n  return a - 2\n") == "InplaceAddK SubK Return");
}

TEST_CASE("a call's arguments are computed in its window") {
  CHECK(ops("def f(n):\n  return f(n - 1) + f(n - 2)\n") ==
        "LoadGlobal SubK Call LoadGlobal SubK Call Add Return");
  CHECK(ops("def f(n):\n  return f(f(f(n)))\n") ==
        "LoadGlobal LoadGlobal LoadGlobal Move Call Call Call Return");
}

TEST_CASE("loops test at the bottom") {
  CHECK(ops("def f(n):\n  while n > 0:\n    n -= 1\n") ==
        "Jump InplaceSubK TestGtK JumpBack LoadConst Return");
  CHECK(ops("def f(a):\n  for x in a:\n    pass\n") == "GetIter Jump ForIter JumpBack LoadConst Return");
  CHECK(ops("def f():\n  while True:\n    f()\n") == "LoadGlobal Call JumpBack");
}

TEST_CASE("await of a call is one call instruction") {
  CHECK(ops("async def f(x):\n  await f(x)\n") == "LoadGlobal Move CallAwait Await LoadConst Return");
  CHECK(ops("async def f(x):\n  return await x.g(1)\n") == "LoadMethod LoadInt CallMethodAwait Await Return");
}

TEST_CASE("locals are checked only where they can be unbound") {
  CHECK(ops("def f(c):\n  if c:\n    x = 1\n  return x\n") == "JumpIfFalse LoadInt CheckLocal Return");
  CHECK(ops("def f(c):\n  if c:\n    x = 1\n  else:\n    x = 2\n  return x\n") ==
        "JumpIfFalse LoadInt Jump LoadInt Return");
  CHECK(ops("def f(x):\n  del x\n  return x\n") == "Clear CheckLocal Return");
}

TEST_CASE("constants are folded and told apart by type") {
  const Compiled compiled = compile("x = (1, 1.0, True, -0.0, 0.0)\ny = 2 * 3 + 4\n");
  REQUIRE(compiled.unit != nullptr);
  const std::string text = disassemble(*compiled.unit);
  CHECK(text.find("(1, 1.0, True, -0.0, 0.0)") != std::string::npos);
  CHECK(text.find("LoadInt           r0, 10") != std::string::npos);
}

TEST_CASE("errors have CPython's words and places") {
  CHECK(error_of("return 1\n") == "1:1 'return' outside function");
  CHECK(error_of("break\n") == "1:1 'break' outside loop");
  CHECK(error_of("continue\n") == "1:1 'continue' not properly in loop");
  CHECK(error_of("def f(a, a): pass\n") == "1:10 duplicate argument 'a' in function definition");
  CHECK(error_of("def f():\n  x = 1\n  global x\n") == "3:3 name 'x' is assigned to before global declaration");
  CHECK(error_of("def f():\n  nonlocal x\n") == "2:3 no binding for nonlocal 'x' found");
  CHECK(error_of("def f():\n  await x\n") == "2:3 'await' outside async function");
  CHECK(error_of("async def f():\n  yield 1\n  return 2\n") == "3:3 'return' with value in async generator");
  CHECK(error_of("match x:\n  case _: pass\n  case 1: pass\n") ==
        "2:8 wildcard makes remaining patterns unreachable");
}

TEST_CASE("deep nesting ends in an error, long chains do not") {
  std::string chain = "x = 1";
  for (int i = 0; i < 500; ++i) chain += " + a";
  CHECK(compile(chain + "\n").unit != nullptr);
  std::string elifs = "if a: pass\n";
  for (int i = 0; i < 300; ++i) elifs += "elif a: pass\n";
  CHECK(compile(elifs).unit != nullptr);
}

TEST_CASE("exits run in order and handlers verify") {
  CHECK(compile("def f():\n"
                "  for x in g():\n"
                "    try:\n"
                "      with a as b, c:\n"
                "        if x: return x\n"
                "        if b: continue\n"
                "        break\n"
                "    except E as e:\n"
                "      return e\n"
                "    finally:\n"
                "      try: h()\n"
                "      finally: i()\n").unit != nullptr);
  CHECK(compile("async def f():\n"
                "  try:\n"
                "    async with a as b:\n"
                "      async for x in b(): yield x\n"
                "  except* E as g: h(g)\n"
                "  except* F: pass\n"
                "  finally: await z\n").unit != nullptr);
}

TEST_CASE("type parameters") {
  CHECK(compile("def f[T: int, *Ts, **P](x: T = 1, *, y=2) -> T: return x\n"
                "class A[T](B, metaclass=M):\n  def g(self): return T\n"
                "type L[T] = list[T]\ntype M = L\n").unit != nullptr);
}

TEST_CASE("annotations as text") {
  const Compiled compiled = compile("from __future__ import annotations\ndef f(x: a.b[int, 'c'] | None): pass\n");
  REQUIRE(compiled.unit != nullptr);
  CHECK(disassemble(*compiled.unit).find("a.b[int, \\'c\\'] | None") != std::string::npos);
}
