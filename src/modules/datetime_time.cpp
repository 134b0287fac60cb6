// time, and what it shares with datetime: the fields of a clock.
#include "modules/datetime_internal.hpp"
#include "objects/protocol.hpp"

namespace coil {

const NativeObjectOps kTimeOps{[](Cell* cell, Marker& marker) { marker.value(static_cast<Time*>(cell)->zone); }, nullptr};
Class* g_time;

Result<void> clock_arguments_reenter(Vm& vm, Args args, size_t first, size_t fold, Clock* into) {
  int32_t* fields[] = {&into->hour, &into->minute, &into->second, &into->micros};
  for (size_t i = 0; i < 4; i++) {
    if (!args.has(first + i)) continue;
    COIL_TRY(*fields[i], parsed_int_reenter(vm, args[first + i]));
  }
  if (args.has(fold)) {
    COIL_TRY(into->fold, parsed_int_reenter(vm, args[fold]));
  }
  return ok();
}

Result<void> check_clock(Vm& vm, const Clock& clock) {
  if (clock.hour < 0 || clock.hour > 23) return raise_value_error(vm, "hour must be in 0..23");
  if (clock.minute < 0 || clock.minute > 59) return raise_value_error(vm, "minute must be in 0..59");
  if (clock.second < 0 || clock.second > 59) return raise_value_error(vm, "second must be in 0..59");
  if (clock.micros < 0 || clock.micros > 999999) return raise_value_error(vm, "microsecond must be in 0..999999");
  if (clock.fold != 0 && clock.fold != 1) return raise_value_error(vm, "fold must be either 0 or 1");
  return ok();
}

bool append_clock(std::string& out, const Clock& clock, std::string_view timespec) {
  constexpr std::string_view kSpecs[] = {"hours", "minutes", "seconds", "milliseconds", "microseconds"};
  size_t spec = 0;
  if (timespec == "auto") timespec = clock.micros ? "microseconds" : "seconds";
  while (spec < std::size(kSpecs) && kSpecs[spec] != timespec) spec++;
  if (spec == std::size(kSpecs)) return false;
  append_number(out, clock.hour, 2);
  if (spec >= 1) append_number(out += ':', clock.minute, 2);
  if (spec >= 2) append_number(out += ':', clock.second, 2);
  if (spec == 3) append_number(out += '.', clock.micros / 1000, 3);
  if (spec == 4) append_number(out += '.', clock.micros, 6);
  return true;
}

Result<std::string> timespec_argument(Vm& vm, Args args, size_t index, const char* method) {
  if (!args.has(index)) return std::string("auto");
  if (args[index].is(Kind::Str)) return str_utf8(args[index]);
  return raise_type_error(vm, "%s() argument %zu must be str, not %s", method, index, argument_type_name(args[index]));
}

Result<Time*> new_time(Vm& vm, Class* cls, const Clock& clock, Value zone) {
  COIL_TRY(Time* time, new_native_object<Time>(vm, cls, &kTimeOps));
  time->clock = clock;
  time->zone = zone;
  write_barrier(time);
  return time;
}

Result<Value> time_for_class_reenter(Vm& vm, Class* cls, const Clock& clock, Value zone) {
  if (cls == g_time) return new_time(vm, cls, clock, zone);
  COIL_TRY(Tuple* names, make_tuple(vm, {intern(vm, "fold")}));
  Value parts[] = {Value::small_int(clock.hour), Value::small_int(clock.minute), Value::small_int(clock.second),
                   Value::small_int(clock.micros), zone, Value::small_int(clock.fold)};
  return call_vector_reenter(vm, cls, parts, 5, names);
}

namespace {

constexpr size_t kStateSize = 6;

NATIVE(time_new, "(cls, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0)", "A time of day.") {
  auto* cls = args[0].as<Class>();
  uint8_t state[kStateSize];
  if (args.has(1) && !args.has(3) && pickled_state(args[1], kStateSize, state) && (state[0] & 0x7f) < 24) {
    Value zone = args.get(2, none());
    if (!zone.is_none() && !is_instance(zone, g_tzinfo)) return raise_type_error(vm, "bad tzinfo state arg");
    return new_time(vm, cls, {state[0] & 0x7f, state[1], state[2], (state[3] << 16) | (state[4] << 8) | state[5], state[0] >> 7}, zone);
  }
  Clock clock;
  COIL_CHECK(clock_arguments_reenter(vm, args, 1, 6, &clock));
  COIL_CHECK(check_clock(vm, clock));
  COIL_CHECK(check_zone(vm, args.get(5, none())));
  return new_time(vm, cls, clock, args.get(5, none()));
}
COIL_MAKE_SLOT(time_make, time_new)

Result<Value> time_compare(Vm& vm, Value self, Value other, CompareOp op) {
  if (!is_time(other)) return Value(&not_implemented_cell);
  auto *left = self.as<Time>(), *right = other.as<Time>();
  int64_t difference = left->clock.total() - right->clock.total();
  if (left->zone != right->zone) {
    COIL_TRY(Value left_offset, zone_offset_reenter(vm, left->zone, "utcoffset", none()));
    COIL_TRY(Value right_offset, zone_offset_reenter(vm, right->zone, "utcoffset", none()));
    int64_t mine = 0, theirs = 0;
    bool left_aware = offset_micros(left_offset, &mine), right_aware = offset_micros(right_offset, &theirs);
    if (left_aware != right_aware) {
      if (op == CompareOp::Eq || op == CompareOp::Ne) return Value::boolean(op == CompareOp::Ne);
      return raise_type_error(vm, "can't compare offset-naive and offset-aware times");
    }
    difference -= mine - theirs;
  }
  return compare_result(op, difference < 0 ? -1 : difference > 0);
}

Result<int64_t> time_hash(Vm& vm, Value self) {
  auto* time = self.as<Time>();
  Value plain = self;
  if (time->clock.fold) {
    Clock clock = time->clock;
    clock.fold = 0;
    COIL_TRY(plain, time_for_class_reenter(vm, class_of(self), clock, time->zone));
  }
  Value offset = none();
  if (!time->zone.is_none()) {
    COIL_TRY(offset, call_method_reenter(vm, plain, intern(vm, "utcoffset"), {}));
  }
  int64_t shift = 0;
  if (is_delta(offset)) offset_micros(offset, &shift);
  int64_t moment = time->clock.total() - shift;
  return static_cast<int64_t>(seeded_hash(&moment, sizeof moment) >> 1);
}

Result<Value> time_repr(Vm& vm, Value self) {
  auto* time = self.as<Time>();
  const Clock& clock = time->clock;
  std::string text = shown_class(self) + "(" + std::to_string(clock.hour) + ", " + std::to_string(clock.minute);
  if (clock.second || clock.micros) text += ", " + std::to_string(clock.second);
  if (clock.micros) text += ", " + std::to_string(clock.micros);
  COIL_CHECK(append_zone_repr_reenter(vm, text, time->zone));
  if (clock.fold) text += ", fold=1";
  return new_str(vm, text + ")");
}

NATIVE(time_isoformat, "isoformat(self, timespec='auto')", "Return string in ISO 8601 format, [HH[:MM[:SS[.mmm[uuu]]]]][+HH:MM].") {
  auto* time = self_as<Time>(args);
  COIL_TRY(std::string timespec, timespec_argument(vm, args, 1, "isoformat"));
  std::string text;
  if (!append_clock(text, time->clock, timespec)) return raise_value_error(vm, "Unknown timespec value");
  COIL_TRY(Value offset, zone_offset_reenter(vm, time->zone, "utcoffset", none()));
  append_offset(text, offset, ":");
  return new_str_ascii(vm, text);
}
Result<Value> time_str(Vm& vm, Value self) { return call_method_reenter(vm, self, intern(vm, "isoformat"), {}); }

NATIVE(time_utcoffset, "utcoffset(self)", "Return self.tzinfo.utcoffset(self).") {
  return zone_offset_reenter(vm, self_as<Time>(args)->zone, "utcoffset", none());
}
NATIVE(time_dst, "dst(self)", "Return self.tzinfo.dst(self).") { return zone_offset_reenter(vm, self_as<Time>(args)->zone, "dst", none()); }
NATIVE(time_tzname, "tzname(self)", "Return self.tzinfo.tzname(self).") { return zone_name_reenter(vm, self_as<Time>(args)->zone, none()); }

NATIVE(time_replace, "replace(self, hour=None, minute=None, second=None, microsecond=None, tzinfo=None, *, fold=None)",
       "Return time with new specified fields.") {
  auto* time = self_as<Time>(args);
  Clock clock = time->clock;
  Value zone = args.get(5, time->zone);
  COIL_CHECK(clock_arguments_reenter(vm, args, 1, 6, &clock));
  if (args.has(6) && clock.fold != 0 && clock.fold != 1) return raise_value_error(vm, "fold must be either 0 or 1");
  COIL_CHECK(check_clock(vm, clock));
  COIL_CHECK(check_zone(vm, zone));
  return new_time(vm, class_of(args[0]), clock, zone);
}

Result<Value> reduced_time(Vm& vm, Value self, bool with_fold) {
  auto* time = self.as<Time>();
  const Clock& clock = time->clock;
  uint8_t state[kStateSize] = {static_cast<uint8_t>(clock.hour | (with_fold && clock.fold ? 0x80 : 0)), static_cast<uint8_t>(clock.minute),
                               static_cast<uint8_t>(clock.second), static_cast<uint8_t>(clock.micros >> 16),
                               static_cast<uint8_t>(clock.micros >> 8), static_cast<uint8_t>(clock.micros)};
  COIL_TRY(Bytes* bytes, new_bytes(vm, state, kStateSize));
  COIL_TRY(Tuple* arguments, time->zone.is_none() ? make_tuple(vm, {bytes}) : make_tuple(vm, {bytes, time->zone}));
  return make_tuple(vm, {class_of(self), arguments});
}
NATIVE(time_reduce, "__reduce__(self)", "__reduce__() -> (cls, state)") { return reduced_time(vm, args[0], false); }
NATIVE(time_reduce_ex, "__reduce_ex__(self, proto, /)", "__reduce_ex__(proto) -> (cls, state)") {
  COIL_TRY(int32_t protocol, parsed_int_reenter(vm, args[1]));
  return reduced_time(vm, args[0], protocol > 3);
}

using Attributes = ClockAttributes<Time>;

}  // namespace

Result<void> init_time_class(Vm& vm, Dict* ns) {
  COIL_TRY(g_time, new_module_class<Time>(vm, "time", "datetime",
                                          "time([hour[, minute[, second[, microsecond[, tzinfo]]]]]) --> a time object\n\nAll arguments "
                                          "are optional. tzinfo may be None, or an instance of\na tzinfo subclass."));
  g_time->native_name = "datetime.time";
  Slots& slots = g_time->slots;
  slots.make = time_make;
  slots.init = init_nothing;
  slots.repr = time_repr;
  slots.str = time_str;
  slots.hash = time_hash;
  slots.compare = time_compare;
  define_class(vm, g_time,
               {FN(time_isoformat), FN(time_utcoffset), FN(time_dst), FN(time_tzname), FN(time_replace), FN(time_reduce), FN(time_reduce_ex)},
               {&Attributes::kHour, &Attributes::kMinute, &Attributes::kSecond, &Attributes::kMicrosecond, &Attributes::kFold, &Attributes::kTzinfo});
  return module_set(vm, ns, "time", g_time);
}

}  // namespace coil
