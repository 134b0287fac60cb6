// date, the calendar, and helpers that all types of the module share.
#include <cstring>

#include "modules/datetime_internal.hpp"
#include "objects/protocol.hpp"

namespace coil {

const NativeObjectOps kDateOps{nullptr, nullptr};
Class* g_date;

// -- calendar

int days_in_month(int64_t year, int month) {
  constexpr int kDays[] = {0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  return month == 2 && is_leap(year) ? 29 : kDays[month];
}

int days_before_month(int64_t year, int month) {
  constexpr int kBefore[] = {0, 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334};
  return kBefore[month] + (month > 2 && is_leap(year));
}

int64_t ordinal_of(const Day& day) {
  int64_t before = day.year - 1;
  return before * 365 + before / 4 - before / 100 + before / 400 + days_before_month(day.year, day.month) + day.day;
}

Day day_of_ordinal(int64_t ordinal) {
  // Years that begin in March: the leap day is their last one. Day 0 is 1 March of year 0.
  int64_t days = ordinal + 305;
  int64_t era = days / 146097, of_era = days % 146097;
  int64_t year_of_era = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
  int64_t of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  int64_t month = (5 * of_year + 2) / 153;  // 0 is March
  int64_t day = of_year - (153 * month + 2) / 5 + 1;
  int64_t year = era * 400 + year_of_era + (month >= 10);
  return {static_cast<int32_t>(year), static_cast<int32_t>(month >= 10 ? month - 9 : month + 3), static_cast<int32_t>(day)};
}

// -- arguments

Result<void> day_arguments_reenter(Vm& vm, Args args, size_t first, Day* into) {
  int32_t* fields[] = {&into->year, &into->month, &into->day};
  for (size_t i = 0; i < 3; i++) {
    if (!args.has(first + i)) continue;
    COIL_TRY(*fields[i], parsed_int_reenter(vm, args[first + i]));
  }
  return ok();
}

Result<void> check_day(Vm& vm, const Day& day) {
  if (day.year < 1 || day.year > 9999) return raise_value_error(vm, "year %d is out of range", day.year);
  if (day.month < 1 || day.month > 12) return raise_value_error(vm, "month must be in 1..12");
  if (day.day < 1 || day.day > days_in_month(day.year, day.month)) return raise_value_error(vm, "day is out of range for month");
  return ok();
}

Result<void> required_day_reenter(Vm& vm, Args args, Day* into) {
  constexpr const char* kNames[] = {"year", "month", "day"};
  int32_t* fields[] = {&into->year, &into->month, &into->day};
  for (size_t i = 0; i < 3; i++) {
    if (!args.has(i + 1)) return raise_type_error(vm, "function missing required argument '%s' (pos %zu)", kNames[i], i + 1);
    COIL_TRY(*fields[i], parsed_int_reenter(vm, args[i + 1]));
  }
  return ok();
}

bool pickled_state(Value value, size_t size, uint8_t* out) {
  if (value.is(Kind::Bytes) && value.as<Bytes>()->size == size) {
    std::memcpy(out, value.as<Bytes>()->data, size);
    return true;
  }
  if (!value.is(Kind::Str) || value.as<Str>()->length != size || view(value).wide) return false;
  std::memcpy(out, view(value).narrow(), size);
  return true;
}

// -- text

Value compare_result(CompareOp op, int order) {
  switch (op) {
    case CompareOp::Lt: return Value::boolean(order < 0);
    case CompareOp::Le: return Value::boolean(order <= 0);
    case CompareOp::Eq: return Value::boolean(order == 0);
    case CompareOp::Ne: return Value::boolean(order != 0);
    case CompareOp::Gt: return Value::boolean(order > 0);
    case CompareOp::Ge: return Value::boolean(order >= 0);
  }
  return Value(&not_implemented_cell);
}

std::string shown_class(Value self) { return class_of(self)->native_name ? class_of(self)->native_name : str_utf8(class_of(self)->name); }

void append_number(std::string& out, int64_t number, int width) {
  if (width == 2) {
    out += static_cast<char>('0' + number / 10 % 10);
    out += static_cast<char>('0' + number % 10);
    return;
  }
  char digits[20];
  for (int at = width; at-- > 0; number /= 10) digits[at] = static_cast<char>('0' + number % 10);
  out.append(digits, static_cast<size_t>(width));
}

void append_day(std::string& out, const Day& day) {
  append_number(out, day.year, 4);
  out += '-';
  append_number(out, day.month, 2);
  out += '-';
  append_number(out, day.day, 2);
}

void append_offset(std::string& out, Value offset, std::string_view separator) {
  int64_t total;
  if (!offset_micros(offset, &total)) return;
  out += total < 0 ? '-' : '+';
  if (total < 0) total = -total;
  int64_t seconds = total / kMicros, micros = total % kMicros;
  append_number(out, seconds / 3600, 2);
  out += separator;
  append_number(out, seconds / 60 % 60, 2);
  if (seconds % 60 == 0 && micros == 0) return;
  out += separator;
  append_number(out, seconds % 60, 2);
  if (micros == 0) return;
  out += '.';
  append_number(out, micros, 6);
}

// -- construction

Result<Date*> new_date(Vm& vm, Class* cls, const Day& day) {
  COIL_TRY(Date* date, new_native_object<Date>(vm, cls, &kDateOps));
  date->at = day;
  return date;
}

Result<Value> date_for_class_reenter(Vm& vm, Class* cls, const Day& day) {
  if (cls == g_date) return new_date(vm, cls, day);
  return call_reenter(vm, cls, {Value::small_int(day.year), Value::small_int(day.month), Value::small_int(day.day)});
}

namespace {

constexpr size_t kStateSize = 4;

NATIVE(date_new, "(cls, year=None, month=None, day=None)", "A date.") {
  auto* cls = args[0].as<Class>();
  uint8_t state[kStateSize];
  if (args.has(1) && !args.has(2) && pickled_state(args[1], kStateSize, state) && state[2] >= 1 && state[2] <= 12) {
    return new_date(vm, cls, {state[0] * 256 + state[1], state[2], state[3]});
  }
  Day day{};
  COIL_CHECK(required_day_reenter(vm, args, &day));
  COIL_CHECK(check_day(vm, day));
  return new_date(vm, cls, day);
}
COIL_MAKE_SLOT(date_make, date_new)

NATIVE(date_fromordinal, "fromordinal(cls, ordinal, /) counted", "int -> date corresponding to a proleptic Gregorian ordinal.") {
  COIL_TRY(int32_t ordinal, parsed_int_reenter(vm, args[1]));
  if (ordinal < 1) return raise_value_error(vm, "ordinal must be >= 1");
  Day day = day_of_ordinal(ordinal);
  COIL_CHECK(check_day(vm, day));
  Value parts[] = {Value::small_int(day.year), Value::small_int(day.month), Value::small_int(day.day)};
  if (args[0].as<Class>() == g_date) return new_date(vm, g_date, day);
  return call_vector_reenter(vm, args[0], parts, 3, nullptr);
}

// -- arithmetic

Result<Value> date_shift_reenter(Vm& vm, Value date, int64_t days) {
  int64_t ordinal = ordinal_of(date.as<Date>()->at) + days;
  if (ordinal < 1 || ordinal > kMaxOrdinal) return raise(vm, Exc::OverflowError, "date value out of range");
  return date_for_class_reenter(vm, class_of(date), day_of_ordinal(ordinal));
}

Result<Value> date_add(Vm& vm, Value left, Value right) {
  if (!is_date(left)) std::swap(left, right);
  if (!has_ops(left, &kDateOps) || !is_delta(right)) return Value(&not_implemented_cell);
  return date_shift_reenter(vm, left, right.as<Delta>()->days);
}

Result<Value> date_subtract(Vm& vm, Value left, Value right) {
  if (!has_ops(left, &kDateOps)) return Value(&not_implemented_cell);
  if (is_delta(right)) return date_shift_reenter(vm, left, -int64_t{right.as<Delta>()->days});
  if (!has_ops(right, &kDateOps)) return Value(&not_implemented_cell);
  return make_delta(vm, Wide{ordinal_of(left.as<Date>()->at) - ordinal_of(right.as<Date>()->at)} * kDayMicros);
}

Result<Value> date_compare(Vm&, Value self, Value other, CompareOp op) {
  if (!is_date(other)) return Value(&not_implemented_cell);
  int64_t difference = ordinal_of(self.as<Date>()->at) - ordinal_of(other.as<Date>()->at);
  return compare_result(op, difference < 0 ? -1 : difference > 0);
}

Result<int64_t> date_hash(Vm&, Value self) {
  const Day& day = self.as<Date>()->at;
  return static_cast<int64_t>(seeded_hash(&day, sizeof day) >> 1);
}

// -- text and parts

Result<Value> date_repr(Vm& vm, Value self) {
  const Day& day = self.as<Date>()->at;
  return new_str(vm, shown_class(self) + "(" + std::to_string(day.year) + ", " + std::to_string(day.month) + ", " + std::to_string(day.day) + ")");
}

NATIVE(date_isoformat, "isoformat(self)", "Return string in ISO 8601 format, YYYY-MM-DD.") {
  std::string text;
  append_day(text, self_as<Date>(args)->at);
  return new_str_ascii(vm, text);
}
Result<Value> date_str(Vm& vm, Value self) {
  if (class_of(self) == g_date) return date_isoformat(vm, Args{&self});
  return call_method_reenter(vm, self, intern(vm, "isoformat"), {});
}

NATIVE(date_toordinal, "toordinal(self)", "Return proleptic Gregorian ordinal.  January 1 of year 1 is day 1.") {
  return Value::small_int(ordinal_of(self_as<Date>(args)->at));
}
NATIVE(date_weekday, "weekday(self)", "Return the day of the week represented by the date.\nMonday == 0 ... Sunday == 6") {
  return Value::small_int((ordinal_of(self_as<Date>(args)->at) + 6) % 7);
}
NATIVE(date_isoweekday, "isoweekday(self)", "Return the day of the week represented by the date.\nMonday == 1 ... Sunday == 7") {
  return Value::small_int((ordinal_of(self_as<Date>(args)->at) + 6) % 7 + 1);
}
NATIVE(date_replace, "replace(self, year=None, month=None, day=None)", "Return date with new specified fields.") {
  Day day = self_as<Date>(args)->at;
  COIL_CHECK(day_arguments_reenter(vm, args, 1, &day));
  COIL_CHECK(check_day(vm, day));
  return new_date(vm, class_of(args[0]), day);
}
NATIVE(date_reduce, "__reduce__(self)", "__reduce__() -> (cls, state)") {
  const Day& day = self_as<Date>(args)->at;
  uint8_t state[kStateSize] = {static_cast<uint8_t>(day.year >> 8), static_cast<uint8_t>(day.year), static_cast<uint8_t>(day.month),
                               static_cast<uint8_t>(day.day)};
  COIL_TRY(Bytes* bytes, new_bytes(vm, state, kStateSize));
  COIL_TRY(Tuple* arguments, make_tuple(vm, {bytes}));
  return make_tuple(vm, {class_of(args[0]), arguments});
}

Result<Value> get_year(Vm&, Value self) { return Value::small_int(self.as<Date>()->at.year); }
Result<Value> get_month(Vm&, Value self) { return Value::small_int(self.as<Date>()->at.month); }
Result<Value> get_day(Vm&, Value self) { return Value::small_int(self.as<Date>()->at.day); }
constexpr GetSetSpec kYear{"year", get_year, nullptr, nullptr};
constexpr GetSetSpec kMonth{"month", get_month, nullptr, nullptr};
constexpr GetSetSpec kDay{"day", get_day, nullptr, nullptr};

}  // namespace

Result<void> init_date(Vm& vm, Dict* ns) {
  COIL_TRY(g_date, new_module_class<Date>(vm, "date", "datetime", "date(year, month, day) --> date object"));
  g_date->native_name = "datetime.date";
  Slots& slots = g_date->slots;
  slots.make = date_make;
  slots.init = init_nothing;
  slots.repr = date_repr;
  slots.str = date_str;
  slots.hash = date_hash;
  slots.compare = date_compare;
  slots.binary[static_cast<int>(BinaryOp::Add)] = date_add;
  slots.binary[static_cast<int>(BinaryOp::Sub)] = date_subtract;
  define_class(vm, g_date,
               {FN(date_fromordinal), FN(date_isoformat), FN(date_toordinal), FN(date_weekday), FN(date_isoweekday), FN(date_replace),
                FN(date_reduce)},
               {&kYear, &kMonth, &kDay});
  return module_set(vm, ns, "date", g_date);
}

}  // namespace coil
