// The base of Context: settings of decimal arithmetic, which are the current ones, signals. Context itself is in the language and uses the
// attributes with an underscore that are here.
#include <bit>

#include "async/context.hpp"
#include "modules/decimal_internal.hpp"
#include "modules/host_services.hpp"

namespace coil {

DecimalLanguage g_decimal_language;

namespace {

const NativeObjectOps kContextOps{nullptr, nullptr};
Class* g_decimal_context;  // decimal.Context, written in the language on top of the class that is here
Value g_default_context;

constexpr const char* kRoundings[] = {"ROUND_UP", "ROUND_DOWN", "ROUND_CEILING", "ROUND_FLOOR",
                                      "ROUND_HALF_UP", "ROUND_HALF_DOWN", "ROUND_HALF_EVEN", "ROUND_05UP"};
static_assert(std::size(kRoundings) == static_cast<size_t>(Rounding::kCount));

bool is_context(Value v) { return v.is(Kind::NativeObject) && v.as<NativeObject>()->ops == &kContextOps; }
Settings& settings_of(Value v) { return v.as<DecimalContext>()->settings; }

Result<DecimalContext*> new_decimal_context(Vm& vm, const Settings& settings) {
  COIL_TRY(DecimalContext* context, new_native_object<DecimalContext>(vm, g_decimal_context, &kContextOps));
  context->settings = settings;
  return context;
}

/// Where the context variable's value is in the dictionary that had this version of keys.
struct {
  uint32_t version = 0;
  size_t entry = 0;
} g_current_cache;

Value cached_current(Vm& vm) {
  Value context = vm.thread->context;
  if (!context) return {};
  Dict* values = context.as<Context>()->values;
  if (!values->keys_version || values->keys_version != g_current_cache.version) return {};
  return values->entries()[g_current_cache.entry].value;
}

void remember_current(Vm& vm) {
  Value context = vm.thread->context;
  if (!context) return;
  Dict* values = context.as<Context>()->values;
  for (size_t i = 0; i < values->entry_count; i++) {
    if (values->entries()[i].key != g_decimal_language.variable) continue;
    g_current_cache = {dict_keys_version(vm, values), i};
    return;
  }
}

// -- attributes

template <int64_t Settings::*field>
struct IntegerAttribute {
  static Result<Value> get(Vm& vm, Value self) { return make_int(vm, settings_of(self).*field); }
  static Result<void> set(Vm& vm, Value self, Value value) {
    if (!value || !value.is_small_int()) return raise_type_error(vm, "an integer is required");
    settings_of(self).*field = value.small_int();
    return ok();
  }
};
template <uint32_t Settings::*field>
struct BitsAttribute {
  static Result<Value> get(Vm&, Value self) { return Value::small_int(settings_of(self).*field); }
  static Result<void> set(Vm& vm, Value self, Value value) {
    if (!value || !value.is_small_int()) return raise_type_error(vm, "an integer is required");
    settings_of(self).*field = static_cast<uint32_t>(value.small_int()) & kAllSignals;
    return ok();
  }
};
template <bool Settings::*field>
struct SwitchAttribute {
  static Result<Value> get(Vm&, Value self) { return Value::small_int(settings_of(self).*field); }
  static Result<void> set(Vm& vm, Value self, Value value) {
    int64_t number;
    if (!value || !int_fast(value, &number)) return raise_type_error(vm, "an integer is required");
    settings_of(self).*field = number != 0;
    return ok();
  }
};

Result<Value> get_rounding(Vm& vm, Value self) {
  return Value(intern(vm, kRoundings[static_cast<size_t>(settings_of(self).rounding)]));
}
Result<void> set_rounding(Vm& vm, Value self, Value value) {
  COIL_TRY(settings_of(self).rounding, rounding_from(vm, value));
  return ok();
}

#define INTEGER(field) IntegerAttribute<&Settings::field>::get, IntegerAttribute<&Settings::field>::set
#define BITS(field) BitsAttribute<&Settings::field>::get, BitsAttribute<&Settings::field>::set
#define SWITCH(field) SwitchAttribute<&Settings::field>::get, SwitchAttribute<&Settings::field>::set
constexpr GetSetSpec kPrecision{"_prec", INTEGER(precision), nullptr};
constexpr GetSetSpec kEmin{"_emin", INTEGER(emin), nullptr};
constexpr GetSetSpec kEmax{"_emax", INTEGER(emax), nullptr};
constexpr GetSetSpec kFlags{"_flags", BITS(flags), nullptr};
constexpr GetSetSpec kTraps{"_traps", BITS(traps), nullptr};
constexpr GetSetSpec kCapitals{"_capitals", SWITCH(capitals), nullptr};
constexpr GetSetSpec kClamp{"_clamp", SWITCH(clamp), nullptr};
#undef INTEGER
#undef BITS
#undef SWITCH
constexpr GetSetSpec kRounding{"_rounding", get_rounding, set_rounding, nullptr};

// -- methods

Result<Value> context_make(Vm& vm, Class* cls, Value*, size_t, Tuple*) {
  COIL_TRY(DecimalContext* context, new_native_object<DecimalContext>(vm, cls, &kContextOps));
  context->settings = g_default_context ? settings_of(g_default_context) : Settings{};
  context->settings.flags = 0;
  return Value(context);
}

Result<Value> copy_of(Vm& vm, Value context) {
  if (!g_decimal_context) return raise_type_error(vm, "only the contexts of decimal can be copied");
  return new_decimal_context(vm, settings_of(context));
}
NATIVE(decimal_context_copy, "copy(self, /)", "An independent context with the same settings and flags.") { return copy_of(vm, args[0]); }
NATIVE(decimal_context_copy_special, "__copy__(self, /)", "An independent context with the same settings and flags.") {
  return copy_of(vm, args[0]);
}
NATIVE(decimal_context_clear_flags, "clear_flags(self, /)", "Reset all flags.") {
  settings_of(args[0]).flags = 0;
  return none();
}
NATIVE(decimal_context_clear_traps, "clear_traps(self, /)", "Reset all traps.") {
  settings_of(args[0]).traps = 0;
  return none();
}
NATIVE(decimal_context_etiny, "Etiny(self, /)", "The smallest exponent of a result.") { return make_int(vm, settings_of(args[0]).etiny()); }
NATIVE(decimal_context_etop, "Etop(self, /)", "The largest exponent of a result with all digits.") {
  return make_int(vm, settings_of(args[0]).etop());
}
NATIVE(decimal_context_signal, "_signal(self, signals, /)", "Sets flags, and raises when a trap is set.") {
  int64_t signals;
  if (!int_fast(args[1], &signals)) return raise_type_error(vm, "an integer is required");
  COIL_CHECK(signal(vm, settings_of(args[0]), static_cast<uint32_t>(signals)));
  return none();
}

template <Binary operation>
Result<Value> context_binary(Vm& vm, Args args) {
  Operand left, right;
  COIL_CHECK(left.require(vm, args[1]));
  COIL_CHECK(right.require(vm, args[2]));
  return operation(vm, settings_of(args[0]), left, right);
}
NATIVE(decimal_context_add, "add(self, x, y, /) counted nameless", "Sum.") { return context_binary<decimal_add>(vm, args); }
NATIVE(decimal_context_subtract, "subtract(self, x, y, /) counted nameless", "Difference.") { return context_binary<decimal_subtract>(vm, args); }
NATIVE(decimal_context_multiply, "multiply(self, x, y, /) counted nameless", "Product.") { return context_binary<decimal_multiply>(vm, args); }
NATIVE(decimal_context_divide, "divide(self, x, y, /) counted nameless", "Quotient.") { return context_binary<decimal_divide>(vm, args); }
NATIVE(decimal_context_divide_int, "divide_int(self, x, y, /) counted nameless", "Integer part of the quotient.") {
  return context_binary<decimal_divide_int>(vm, args);
}
NATIVE(decimal_context_divmod, "divmod(self, x, y, /) counted nameless", "Integer quotient and remainder.") { return context_binary<decimal_divmod>(vm, args); }
NATIVE(decimal_context_remainder, "remainder(self, x, y, /) counted nameless", "Remainder with the sign of x.") {
  return context_binary<decimal_remainder>(vm, args);
}
NATIVE(decimal_context_remainder_near, "remainder_near(self, x, y, /) counted nameless", "x - y * n for the integer n nearest to the quotient.") {
  return context_binary<decimal_remainder_near>(vm, args);
}
Result<Value> context_plus(Vm& vm, Args args, bool (*sign)(bool)) {
  Operand number;
  COIL_CHECK(number.require(vm, args[1]));
  return decimal_plus(vm, settings_of(args[0]), number, sign(number.negative));
}
NATIVE(decimal_context_abs, "abs(self, x, /)", "Absolute value, rounded.") { return context_plus(vm, args, [](bool) { return false; }); }
NATIVE(decimal_context_plus, "plus(self, x, /)", "The number, rounded.") {
  return context_plus(vm, args, [](bool negative) { return negative; });
}
NATIVE(decimal_context_minus, "minus(self, x, /)", "The negated number, rounded.") {
  return context_plus(vm, args, [](bool negative) { return !negative; });
}
NATIVE(decimal_context_from_text, "_from_text(self, text, /)", "A Decimal rounded to this context.") {
  if (!args[1].is(Kind::Str)) return raise_type_error(vm, "a str is required");
  return rounded_from_text(vm, settings_of(args[0]), args[1].as<Str>());
}
NATIVE(decimal_context_finish, "_finish(self, sign, coefficient, exponent, /)", "A finite number rounded to this context.") {
  Operand number;
  COIL_CHECK(number.require(vm, args[2]));
  COIL_TRY(bool negative, truthy_reenter(vm, args[1]));
  if (!args[3].is_int()) return raise_type_error(vm, "an integer is required");
  int64_t exponent;
  if (!int_fast(args[3], &exponent)) exponent = int_sign(args[3]) < 0 ? Value::kMinInt : Value::kMaxInt;
  Natural coefficient(number.coefficient);
  return finish(vm, settings_of(args[0]), negative, coefficient, exponent);
}

NATIVE(decimal_connect,
       "_connect(context, default_context, variable, exceptions, from_other, format, power, as_comparable, /)",
       "What this module needs of the language.") {
  if (!args[0].is(Kind::Class) || !is_context(args[1]) || !args[2].is(Kind::ContextVar) || !args[3].is(Kind::Tuple) ||
      args[3].as<Tuple>()->size != kSignalCount + kConditionCount) {
    return raise_type_error(vm, "a class, a context, a context variable and classes of exceptions are required");
  }
  g_decimal_context = args[0].as<Class>();
  g_default_context = args[1];
  g_decimal_language = {args[2], args[3], args[4], args[5], args[6], args[7]};
  for (size_t i = 0; i < 8; i++) COIL_CHECK(keep_forever(vm, args[i]));
  return none();
}

NATIVE(decimal_use_context, "_use_context(context, /)", "Makes a context the current one.") {
  if (!is_context(args[0])) return raise_type_error(vm, "argument must be a context");
  COIL_CHECK(context_set(vm, g_decimal_language.variable.as<ContextVar>(), args[0]));
  return none();
}
NATIVE(decimal_getcontext, "getcontext()", "The context of the running task (or thread).") { return current_decimal_context(vm); }

}  // namespace

Result<DecimalContext*> current_decimal_context(Vm& vm) {
  if (Value cached = cached_current(vm)) [[likely]] return cached.as<DecimalContext>();
  if (!g_decimal_language.variable) {
    // A program that imports only this module: the other half connects itself.
    COIL_CHECK(import_absolute_reenter(vm, intern(vm, "decimal")));
    if (!g_decimal_language.variable) return raise(vm, Exc::ImportError, "_decimal is not connected to decimal");
  }
  COIL_TRY(Value found, context_get(vm, g_decimal_language.variable.as<ContextVar>()));
  if (found.is_stop()) {
    COIL_TRY(found, new_decimal_context(vm, settings_of(g_default_context)));
    COIL_CHECK(context_set(vm, g_decimal_language.variable.as<ContextVar>(), found));
  }
  remember_current(vm);
  return found.as<DecimalContext>();
}

Result<Settings*> settings_argument(Vm& vm, Args args, size_t index) {
  Value given = args.get(index, none());
  if (given.is_none()) {
    COIL_TRY(DecimalContext* current, current_decimal_context(vm));
    return &current->settings;
  }
  if (!is_context(given)) return raise_type_error(vm, "optional argument must be a context");
  return &given.as<DecimalContext>()->settings;
}

Result<Rounding> rounding_from(Vm& vm, Value name) {
  if (name && name.is(Kind::Str)) {
    for (size_t i = 0; i < std::size(kRoundings); i++) {
      if (str_is(name.as<Str>(), kRoundings[i])) return static_cast<Rounding>(i);
    }
  }
  return raise_type_error(vm, "valid values for rounding are:\n  [ROUND_CEILING, ROUND_FLOOR, ROUND_UP, ROUND_DOWN,\n"
                              "   ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN,\n   ROUND_05UP]");
}

/// The exception of the first trapped signal; its argument lists what happened, conditions in place of their InvalidOperation.
static Error raise_signals(Vm& vm, uint32_t signals, uint32_t trapped) {
  Value* classes = g_decimal_language.exceptions.as<Tuple>()->items;
  COIL_TRY(List* shown, new_list(vm));
  for (int i = 0; i < kConditionCount; i++) {
    if (signals & (kConversionSyntax << i)) COIL_CHECK(list_append(vm, shown, classes[kSignalCount + i]));
  }
  bool has_condition = shown->size > 0;
  for (int i = 0; i < kSignalCount; i++) {
    if ((trapped & (1u << i)) && !(has_condition && i == 0)) COIL_CHECK(list_append(vm, shown, classes[i]));
  }
  COIL_TRY(Value exception, call_reenter(vm, classes[std::countr_zero(trapped)], {shown}));
  return raise_exception(vm, exception);
}

Result<void> signal(Vm& vm, Settings& settings, uint32_t signals) {
  uint32_t flags = signals & kAllSignals;
  if (signals > kAllSignals) flags |= kInvalidOperation;
  settings.flags |= flags;
  uint32_t trapped = flags & settings.traps;
  if (!trapped) [[likely]] return ok();
  if (!g_decimal_language.exceptions) return raise(vm, Exc::ArithmeticError, "a trapped signal of a context without decimal");
  return raise_signals(vm, signals, trapped);
}

Result<void> init_decimal_context(Vm& vm, Dict* ns) {
  COIL_TRY(Class* base, new_module_class<DecimalContext>(vm, "_Settings", "_decimal", "The settings of a context, and its operations."));
  base->slots.make = context_make;
  base->slots.init = init_nothing;
  define_class(vm, base,
               {FN(decimal_context_copy), FN(decimal_context_copy_special), FN(decimal_context_clear_flags), FN(decimal_context_clear_traps),
                FN(decimal_context_etiny), FN(decimal_context_etop), FN(decimal_context_signal), FN(decimal_context_add),
                FN(decimal_context_subtract), FN(decimal_context_multiply), FN(decimal_context_divide), FN(decimal_context_divide_int),
                FN(decimal_context_divmod), FN(decimal_context_remainder), FN(decimal_context_remainder_near), FN(decimal_context_abs),
                FN(decimal_context_plus), FN(decimal_context_minus), FN(decimal_context_from_text), FN(decimal_context_finish)},
               {&kPrecision, &kEmin, &kEmax, &kFlags, &kTraps, &kCapitals, &kClamp, &kRounding});
  define_functions(vm, ns, "decimal", {FN(decimal_getcontext)});
  define_functions(vm, ns, "_decimal", {FN(decimal_connect), FN(decimal_use_context)});
  return module_set(vm, ns, "_Settings", base);
}

}  // namespace coil
