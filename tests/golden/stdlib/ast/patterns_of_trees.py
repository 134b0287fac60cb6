# Trees with patterns that can't be compiled.
import ast
C, V = ast.Constant, ast.MatchValue


def N(i="x"):
  return ast.Name(i, ast.Load())


def t(p):
  m = ast.fix_missing_locations(ast.Module([ast.Match(C(1), [ast.match_case(p, None, [ast.Pass()])])], []))
  try:
    compile(m, "f", "exec")
    print("ok", ast.unparse(p))
  except SyntaxError as e:
    print("SyntaxError", e.msg)
  except Exception as e:
    print(type(e).__name__, e)


for p in (V(N()), V(C(1)), V(C(None)), V(C(...)), V(C((1,))), V(C(True)), V(ast.Attribute(N(), "a", ast.Load())), V(ast.UnaryOp(ast.USub(), C(1))), V(ast.UnaryOp(ast.USub(), C("a"))), V(ast.UnaryOp(ast.UAdd(), C(1))), V(ast.BinOp(C(1), ast.Add(), C(2j))), V(ast.BinOp(C(1), ast.Add(), C(2))), V(ast.BinOp(ast.UnaryOp(ast.USub(), C(1)), ast.Sub(), C(2j))), V(ast.BinOp(C(1), ast.Mult(), C(2j))), V(ast.Call(N(), [], [])), 
  ast.MatchSingleton(5), ast.MatchStar("a"), ast.MatchSequence([ast.MatchStar("_")]), ast.MatchSequence([ast.MatchStar("a"), ast.MatchStar("b")]), ast.MatchAs(None, "_"), ast.MatchAs(V(C(1)), None), ast.MatchAs(None, None), ast.MatchAs(V(C(1)), "_"), ast.MatchMapping([C(1)], [], None), ast.MatchMapping([N()], [ast.MatchAs()], None), ast.MatchMapping([C(1), C(1)], [ast.MatchAs(), ast.MatchAs()], None), ast.MatchMapping([], [], "_"), ast.MatchMapping([], [], "r"), ast.MatchMapping([C(None)], [ast.MatchAs()], None), ast.MatchMapping([C((1,))], [ast.MatchAs()], None), ast.MatchClass(N(), [], ["a"], []), ast.MatchClass(C(1), [], [], []), ast.MatchClass(ast.Attribute(N(), "q", ast.Load()), [ast.MatchAs()], ["a"], [ast.MatchStar("z")]), ast.MatchClass(N(), [], ["True"], [ast.MatchAs()]), ast.MatchOr([]), ast.MatchOr([V(C(1)), V(C(2))]), ast.MatchOr([V(C(1)), ast.MatchAs(None, "q")]), ast.MatchAs(None, "None"), ast.MatchClass(ast.Attribute(ast.Call(N(), [], []), "q", ast.Load()), [], [], [])):
  t(p)
