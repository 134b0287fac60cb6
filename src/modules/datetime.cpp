// datetime, and the module. Moments of the local time zone come from the C library; a moment that a change of the clock makes ambiguous or
// leaves out is told apart by `fold` (PEP 495).
#include <time.h>

#include <cerrno>
#include <cmath>

#include "async/oracle.hpp"
#include "modules/datetime_internal.hpp"
#include "objects/protocol.hpp"

namespace coil {

const NativeObjectOps kDateTimeOps{[](Cell* cell, Marker& marker) { marker.value(static_cast<DateTime*>(cell)->zone); }, nullptr};
Class* g_datetime;

Result<DateTime*> new_datetime(Vm& vm, Class* cls, const Day& day, const Clock& clock, Value zone) {
  COIL_TRY(DateTime* made, new_native_object<DateTime>(vm, cls, &kDateTimeOps));
  made->at = day;
  made->clock = clock;
  made->zone = zone;
  write_barrier(made);
  return made;
}

Result<Value> datetime_for_class_reenter(Vm& vm, Class* cls, const Day& day, const Clock& clock, Value zone) {
  if (cls == g_datetime) return new_datetime(vm, cls, day, clock, zone);
  Value parts[] = {Value::small_int(day.year), Value::small_int(day.month), Value::small_int(day.day),
                   Value::small_int(clock.hour), Value::small_int(clock.minute), Value::small_int(clock.second),
                   Value::small_int(clock.micros), zone, Value::small_int(clock.fold)};
  if (!clock.fold) return call_vector_reenter(vm, cls, parts, 8, nullptr);
  COIL_TRY(Tuple* names, make_tuple(vm, {intern(vm, "fold")}));
  return call_vector_reenter(vm, cls, parts, 8, names);
}

namespace {

constexpr size_t kStateSize = 10;

int64_t day_seconds(const Day& day, const Clock& clock) {
  return ordinal_of(day) * kDaySeconds + (clock.hour * int64_t{60} + clock.minute) * 60 + clock.second;
}
/// Microseconds since day 0, without time zone.
int64_t moment_of(const DateTime* when) { return ordinal_of(when->at) * kDayMicros + when->clock.total(); }

struct Fields {
  Day day;
  Clock clock;
};
Fields fields_of_moment(int64_t micros) {
  auto [ordinal, rest] = floor_divide<int64_t>(micros, kDayMicros);
  int64_t seconds = rest / kMicros;
  return {day_of_ordinal(ordinal),
          {static_cast<int32_t>(seconds / 3600), static_cast<int32_t>(seconds / 60 % 60), static_cast<int32_t>(seconds % 60),
           static_cast<int32_t>(rest % kMicros), 0}};
}

// -- the local time zone. Seconds here count from day 0 of the calendar.

constexpr int64_t kEpochSeconds = kEpochOrdinal * kDaySeconds;

/// What local clocks show at a moment of UTC.
Result<int64_t> local_seconds(Vm& vm, int64_t utc) {
  time_t when = static_cast<time_t>(utc - kEpochSeconds);
  tm fields{};
  if (!localtime_r(&when, &fields)) return raise_os_error(vm, errno);
  int64_t year = fields.tm_year + int64_t{1900};
  if (year < 1 || year > 9999) return raise_value_error(vm, "year %lld is out of range", static_cast<long long>(year));
  return day_seconds({static_cast<int32_t>(year), fields.tm_mon + 1, fields.tm_mday}, {fields.tm_hour, fields.tm_min, fields.tm_sec});
}

/// The moment of UTC at which local clocks show `wanted`. Where they show it twice, or never, `fold` chooses.
Result<int64_t> utc_of_local(Vm& vm, int64_t wanted, int fold) {
  COIL_TRY(int64_t shown, local_seconds(vm, wanted));
  int64_t offset = shown - wanted, guess = wanted - offset;
  COIL_TRY(int64_t shown_at_guess, local_seconds(vm, guess));
  int64_t other_offset;
  if (shown_at_guess == wanted) {
    // One answer; another one may lie on the far side of a change within a day.
    int64_t beside = guess + (fold ? kDaySeconds : -kDaySeconds);
    COIL_TRY(int64_t shown_beside, local_seconds(vm, beside));
    other_offset = shown_beside - beside;
    if (other_offset == offset) return guess;
  } else {
    other_offset = shown_at_guess - guess;
  }
  int64_t other = wanted - other_offset;
  COIL_TRY(int64_t shown_at_other, local_seconds(vm, other));
  if (shown_at_other == wanted) return other;
  if (shown_at_guess == wanted) return guess;
  return fold ? std::min(guess, other) : std::max(guess, other);
}

struct Stamp {
  int64_t seconds;
  int32_t micros;
};

/// A POSIX timestamp, rounded to microseconds half to even.
Result<Stamp> stamp_argument_reenter(Vm& vm, Value value) {
  int64_t whole;
  if (!value.is_float()) {
    COIL_TRY(Value index, index_reenter(vm, value));
    if (!int_to_i64(index, &whole)) return raise(vm, Exc::OverflowError, "timestamp out of range for platform time_t");
    return Stamp{whole, 0};
  }
  double number = value.as_float();
  if (std::isnan(number)) return raise_value_error(vm, "Invalid value NaN (not a number)");
  if (!(std::fabs(number) < 9.2e18)) return raise(vm, Exc::OverflowError, "timestamp out of range for platform time_t");
  double seconds, rest = std::modf(number, &seconds);
  auto micros = static_cast<int64_t>(std::nearbyint(rest * 1e6));
  auto [carry, left] = floor_divide<int64_t>(micros, kMicros);
  return Stamp{static_cast<int64_t>(seconds) + carry, static_cast<int32_t>(left)};
}

/// The class's object for a timestamp: in UTC, or in the local time zone.
Result<Value> from_stamp_reenter(Vm& vm, Class* cls, const Stamp& stamp, bool local, Value zone) {
  auto when = static_cast<time_t>(stamp.seconds);
  tm fields{};
  if (!(local ? localtime_r(&when, &fields) : gmtime_r(&when, &fields))) return raise_os_error(vm, errno);
  int64_t year = fields.tm_year + int64_t{1900};
  if (year < 1 || year > 9999) return raise_value_error(vm, "year %lld is out of range", static_cast<long long>(year));
  Day day{static_cast<int32_t>(year), fields.tm_mon + 1, fields.tm_mday};
  Clock clock{fields.tm_hour, fields.tm_min, std::min(fields.tm_sec, 59), stamp.micros, 0};
  if (local && stamp.seconds > -kEpochSeconds + 2 * kDaySeconds) {
    int64_t shown = day_seconds(day, clock), utc = stamp.seconds + kEpochSeconds;
    COIL_TRY(int64_t day_before, local_seconds(vm, utc - kDaySeconds));
    int64_t change = shown - day_before - kDaySeconds;
    if (change < 0) {
      COIL_TRY(int64_t first_time, local_seconds(vm, utc + change));
      clock.fold = first_time == shown;
    }
  }
  return datetime_for_class_reenter(vm, cls, day, clock, zone);
}

Result<Value> from_stamp_in_zone_reenter(Vm& vm, Class* cls, const Stamp& stamp, Value zone) {
  COIL_CHECK(check_zone(vm, zone));
  if (zone.is_none()) return from_stamp_reenter(vm, cls, stamp, true, zone);
  COIL_TRY(Value utc, from_stamp_reenter(vm, cls, stamp, false, zone));
  return call_method_reenter(vm, zone, intern(vm, "fromutc"), {utc});
}

Stamp stamp_now() {
  int64_t now = g_oracle->wall_ns();
  auto [seconds, ns] = floor_divide<int64_t>(now, 1'000'000'000);
  return {seconds, static_cast<int32_t>(ns / 1000)};
}

// -- construction

NATIVE(datetime_new,
       "(cls, year=None, month=None, day=None, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0)",
       "A date and a time of day.") {
  auto* cls = args[0].as<Class>();
  uint8_t state[kStateSize];
  if (args.has(1) && !args.has(3) && pickled_state(args[1], kStateSize, state) && (state[2] & 0x7f) >= 1 && (state[2] & 0x7f) <= 12) {
    Value zone = args.get(2, none());
    if (!zone.is_none() && !is_instance(zone, g_tzinfo)) return raise_type_error(vm, "bad tzinfo state arg");
    Clock clock{state[4], state[5], state[6], (state[7] << 16) | (state[8] << 8) | state[9], state[2] >> 7};
    return new_datetime(vm, cls, {state[0] * 256 + state[1], state[2] & 0x7f, state[3]}, clock, zone);
  }
  Day day{};
  Clock clock;
  COIL_CHECK(required_day_reenter(vm, args, &day));
  COIL_CHECK(clock_arguments_reenter(vm, args, 4, 9, &clock));
  COIL_CHECK(check_day(vm, day));
  COIL_CHECK(check_clock(vm, clock));
  COIL_CHECK(check_zone(vm, args.get(8, none())));
  return new_datetime(vm, cls, day, clock, args.get(8, none()));
}
COIL_MAKE_SLOT(datetime_make, datetime_new)

NATIVE(datetime_now, "now(cls, tz=None)", "Returns new datetime object representing current time local to tz.") {
  return from_stamp_in_zone_reenter(vm, args[0].as<Class>(), stamp_now(), args.get(1, none()));
}
NATIVE(datetime_utcnow, "utcnow(cls)", "Return a new datetime representing UTC day and time.") {
  return from_stamp_reenter(vm, args[0].as<Class>(), stamp_now(), false, none());
}
NATIVE(datetime_fromtimestamp, "fromtimestamp(cls, timestamp, tz=None)", "timestamp[, tz] -> tz's local time from POSIX timestamp.") {
  COIL_TRY(Stamp stamp, stamp_argument_reenter(vm, args[1]));
  return from_stamp_in_zone_reenter(vm, args[0].as<Class>(), stamp, args.get(2, none()));
}
NATIVE(datetime_utcfromtimestamp, "utcfromtimestamp(cls, timestamp, /) counted", "Construct a naive UTC datetime from a POSIX timestamp.") {
  COIL_TRY(Stamp stamp, stamp_argument_reenter(vm, args[1]));
  return from_stamp_reenter(vm, args[0].as<Class>(), stamp, false, none());
}
NATIVE(datetime_combine, "combine(cls, date, time, tzinfo=None)", "date, time -> datetime with same date and time fields") {
  if (!is_date(args[1])) return raise_type_error(vm, "combine() argument 1 must be datetime.date, not %s", argument_type_name(args[1]));
  if (!is_time(args[2])) return raise_type_error(vm, "combine() argument 2 must be datetime.time, not %s", argument_type_name(args[2]));
  auto* time = args[2].as<Time>();
  COIL_CHECK(check_zone(vm, args.get(3, none())));
  return datetime_for_class_reenter(vm, args[0].as<Class>(), args[1].as<Date>()->at, time->clock, args.get(3, time->zone));
}

/// Reads `count` digits at `*at`.
[[gnu::always_inline]] inline bool read_digits(std::string_view text, size_t* at, int count, int32_t* out) {
  if (*at + static_cast<size_t>(count) > text.size()) return false;
  *out = 0;
  for (int i = 0; i < count; i++) {
    char c = text[(*at)++];
    if (c < '0' || c > '9') return false;
    *out = *out * 10 + (c - '0');
  }
  return true;
}

/// The usual form of ISO 8601: YYYY-MM-DD[THH:MM[:SS[.mmm[uuu]]]][Z or +HH:MM]. False for other forms, right or wrong.
bool read_usual_form(std::string_view text, Fields* out, bool* aware, int32_t* offset_minutes) {
  size_t at = 0;
  auto number = [&](int digits, int32_t* into) { return read_digits(text, &at, digits, into); };
  auto mark = [&](char c) { return at < text.size() && text[at] == c && ++at; };
  if (!number(4, &out->day.year) || !mark('-') || !number(2, &out->day.month) || !mark('-') || !number(2, &out->day.day)) return false;
  *aware = false;
  if (at == text.size()) return true;
  Clock& clock = out->clock;
  at++;
  if (!number(2, &clock.hour) || !mark(':') || !number(2, &clock.minute)) return false;
  if (mark(':')) {
    if (!number(2, &clock.second)) return false;
    if (mark('.')) {
      size_t begin = at;
      while (at < text.size() && text[at] >= '0' && text[at] <= '9') at++;
      size_t digits = at - begin;
      if (digits != 3 && digits != 6) return false;
      at = begin;
      number(static_cast<int>(digits), &clock.micros);
      if (digits == 3) clock.micros *= 1000;
    }
  }
  if (at == text.size()) return true;
  *aware = true;
  *offset_minutes = 0;
  if (mark('Z')) return at == text.size();
  int32_t sign = mark('+') ? 1 : mark('-') ? -1 : 0, hours, minutes;
  if (!sign || !number(2, &hours) || !mark(':') || !number(2, &minutes) || hours > 23 || minutes > 59) return false;
  *offset_minutes = sign * (hours * 60 + minutes);
  return at == text.size();
}

NATIVE(datetime_fromisoformat, "fromisoformat(cls, date_string, /)", "string -> datetime from a string in most ISO 8601 formats") {
  if (!args[1].is(Kind::Str)) return raise_type_error(vm, "fromisoformat: argument must be str");
  std::string_view text = str_ascii_view(args[1].as<Str>());
  Fields fields{};
  bool aware = false;
  int32_t offset_minutes = 0;
  if (!text.data() || !read_usual_form(text, &fields, &aware, &offset_minutes)) {
    return call_method_reenter(vm, args[0], intern(vm, "_from_other_form"), {args[1]});
  }
  COIL_CHECK(check_day(vm, fields.day));
  COIL_CHECK(check_clock(vm, fields.clock));
  Value zone = none();
  if (aware) {
    COIL_TRY(Delta* offset, make_delta(vm, Wide{offset_minutes} * 60 * kMicros));
    COIL_TRY(zone, call_reenter(vm, g_timezone, {offset}));
  }
  return datetime_for_class_reenter(vm, args[0].as<Class>(), fields.day, fields.clock, zone);
}

// -- time zone

Result<Value> offset_of_reenter(Vm& vm, Value when) { return zone_offset_reenter(vm, when.as<DateTime>()->zone, "utcoffset", when); }

Result<Value> with_other_fold(Vm& vm, const DateTime* when, int fold) {
  Clock clock = when->clock;
  clock.fold = fold;
  return new_datetime(vm, g_datetime, when->at, clock, when->zone);
}

/// Whether the offset depends on fold: such a time equals none of another time zone.
Result<bool> is_ambiguous_reenter(Vm& vm, Value when, Value offset) {
  COIL_TRY(Value flipped, with_other_fold(vm, when.as<DateTime>(), !when.as<DateTime>()->clock.fold));
  COIL_TRY(Value other, offset_of_reenter(vm, flipped));
  COIL_TRY(bool same, equal_reenter(vm, offset, other));
  return !same;
}

NATIVE(datetime_utcoffset, "utcoffset(self)", "Return self.tzinfo.utcoffset(self).") { return offset_of_reenter(vm, args[0]); }
NATIVE(datetime_dst, "dst(self)", "Return self.tzinfo.dst(self).") {
  return zone_offset_reenter(vm, self_as<DateTime>(args)->zone, "dst", args[0]);
}
NATIVE(datetime_tzname, "tzname(self)", "Return self.tzinfo.tzname(self).") {
  return zone_name_reenter(vm, self_as<DateTime>(args)->zone, args[0]);
}

NATIVE(datetime_timestamp, "timestamp(self)", "Return POSIX timestamp as float.") {
  auto* when = self_as<DateTime>(args);
  int64_t micros = when->clock.micros, seconds = day_seconds(when->at, when->clock);
  if (when->zone.is_none()) {
    COIL_TRY(int64_t utc, utc_of_local(vm, seconds, when->clock.fold));
    return make_float(vm, static_cast<double>(utc - kEpochSeconds) + static_cast<double>(micros) / 1e6);
  }
  COIL_TRY(Value offset, offset_of_reenter(vm, args[0]));
  if (offset.is_none()) return raise_type_error(vm, "can't subtract offset-naive and offset-aware datetimes");
  int64_t shift = 0;
  offset_micros(offset, &shift);
  int64_t total = (seconds - kEpochSeconds) * kMicros + micros - shift;
  return number_binary(vm, BinaryOp::Div, Value::small_int(total), Value::small_int(kMicros));
}

NATIVE(datetime_local_zone_fields, "_local_zone_fields(self)", "(offset in seconds, name) of the local time zone at a naive local time.") {
  auto* when = self_as<DateTime>(args);
  COIL_TRY(int64_t utc, utc_of_local(vm, day_seconds(when->at, when->clock), when->clock.fold));
  auto stamp = static_cast<time_t>(utc - kEpochSeconds);
  tm fields{};
  if (!localtime_r(&stamp, &fields)) return raise_os_error(vm, errno);
  COIL_TRY(Str* name, new_str(vm, fields.tm_zone));
  return make_tuple(vm, {Value::small_int(fields.tm_gmtoff), name});
}

// -- comparison and arithmetic

NATIVE(datetime_wall_seconds, "_wall_seconds(moment, /)", "Seconds from the beginning of 1970 to what the fields of a datetime say.") {
  if (!is_datetime(args[0])) return raise_type_error(vm, "expected a datetime, not '%s'", type_name(args[0]));
  auto* when = args[0].as<DateTime>();
  return Value::small_int((ordinal_of(when->at) - kEpochOrdinal) * kDaySeconds + when->clock.total() / kMicros);
}

// A year of ISO's calendar has the weeks whose Thursdays it has.
NATIVE(datetime_iso_week, "_iso_week(date, /)", "ISO year, week and weekday of a date.") {
  if (!is_date(args[0])) return raise_type_error(vm, "expected a date, not '%s'", type_name(args[0]));
  const Day& day = args[0].as<Date>()->at;
  int64_t ordinal = ordinal_of(day), weekday = (ordinal + 6) % 7, thursday = ordinal - weekday + 3;
  int32_t year = day.year;
  auto begin = [](int32_t of_year) { return ordinal_of({of_year, 1, 1}); };
  if (thursday < begin(year)) year--;
  else if (thursday >= begin(year + 1)) year++;
  int64_t week = (thursday - begin(year)) / 7 + 1;
  return make_tuple(vm, {Value::small_int(year), Value::small_int(week), Value::small_int(weekday + 1)});
}

NATIVE(datetime_time_fields, "_time_fields(date, dst, /)", "What time.struct_time is made of.") {
  if (!is_date(args[0])) return raise_type_error(vm, "expected a date, not '%s'", type_name(args[0]));
  const Day& day = args[0].as<Date>()->at;
  Clock clock = is_datetime(args[0]) ? args[0].as<DateTime>()->clock : Clock{};
  auto number = [](int64_t n) { return Value::small_int(n); };
  return make_tuple(vm, {number(day.year), number(day.month), number(day.day), number(clock.hour), number(clock.minute), number(clock.second),
                         number((ordinal_of(day) + 6) % 7), number(days_before_month(day.year, day.month) + day.day), args[1]});
}

/// Orders moments of one time zone.
uint64_t packed(const DateTime* when) {
  const Day& day = when->at;
  const Clock& clock = when->clock;
  uint64_t date = static_cast<uint64_t>(day.year) << 9 | static_cast<uint64_t>(day.month) << 5 | static_cast<uint64_t>(day.day);
  uint64_t minutes = date << 11 | static_cast<uint64_t>(clock.hour * 60 + clock.minute);
  return (minutes << 6 | static_cast<uint64_t>(clock.second)) << 20 | static_cast<uint64_t>(clock.micros);
}

Result<Value> datetime_compare(Vm& vm, Value self, Value other, CompareOp op) {
  bool equality = op == CompareOp::Eq || op == CompareOp::Ne;
  if (!is_datetime(other)) {
    if (!is_date(other)) return Value(&not_implemented_cell);
    if (equality) return Value::boolean(op == CompareOp::Ne);
    return raise_type_error(vm, "can't compare %s to %s", shown_class(self).c_str(), shown_class(other).c_str());
  }
  auto *left = self.as<DateTime>(), *right = other.as<DateTime>();
  if (left->zone == right->zone) {
    uint64_t mine = packed(left), theirs = packed(right);
    return compare_result(op, mine < theirs ? -1 : mine > theirs);
  }
  int64_t difference = moment_of(left) - moment_of(right);
  COIL_TRY(Value left_offset, offset_of_reenter(vm, self));
  COIL_TRY(Value right_offset, offset_of_reenter(vm, other));
  int64_t mine = 0, theirs = 0;
  bool left_aware = offset_micros(left_offset, &mine), right_aware = offset_micros(right_offset, &theirs);
  if (left_aware != right_aware) {
    if (equality) return Value::boolean(op == CompareOp::Ne);
    return raise_type_error(vm, "can't compare offset-naive and offset-aware datetimes");
  }
  difference -= mine - theirs;
  if (equality && difference == 0) {
    COIL_TRY(bool left_ambiguous, is_ambiguous_reenter(vm, self, left_offset));
    COIL_TRY(bool right_ambiguous, is_ambiguous_reenter(vm, other, right_offset));
    if (left_ambiguous || right_ambiguous) difference = 1;
  }
  return compare_result(op, difference < 0 ? -1 : difference > 0);
}

Result<int64_t> datetime_hash(Vm& vm, Value self) {
  auto* when = self.as<DateTime>();
  int64_t moment = moment_of(when), shift = 0;
  if (!when->zone.is_none()) {
    Value plain = self;
    if (when->clock.fold) {
      COIL_TRY(plain, with_other_fold(vm, when, 0));
    }
    COIL_TRY(Value offset, call_method_reenter(vm, plain, intern(vm, "utcoffset"), {}));
    if (is_delta(offset)) offset_micros(offset, &shift);
  }
  moment -= shift;
  return static_cast<int64_t>(seeded_hash(&moment, sizeof moment) >> 1);
}

Result<Value> shifted_reenter(Vm& vm, Value when, Wide micros) {
  Wide moment = moment_of(when.as<DateTime>()) + micros;
  if (moment < kDayMicros || moment >= Wide{kMaxOrdinal + 1} * kDayMicros) return raise(vm, Exc::OverflowError, "date value out of range");
  Fields fields = fields_of_moment(static_cast<int64_t>(moment));
  return datetime_for_class_reenter(vm, class_of(when), fields.day, fields.clock, when.as<DateTime>()->zone);
}

Result<Value> datetime_add(Vm& vm, Value left, Value right) {
  if (!is_datetime(left)) std::swap(left, right);
  if (!is_datetime(left) || !is_delta(right)) return Value(&not_implemented_cell);
  return shifted_reenter(vm, left, right.as<Delta>()->total());
}

Result<Value> datetime_subtract(Vm& vm, Value left, Value right) {
  if (!is_datetime(left)) return Value(&not_implemented_cell);
  if (is_delta(right)) return shifted_reenter(vm, left, -right.as<Delta>()->total());
  if (!is_datetime(right)) return Value(&not_implemented_cell);
  Wide difference = Wide{moment_of(left.as<DateTime>())} - moment_of(right.as<DateTime>());
  if (left.as<DateTime>()->zone != right.as<DateTime>()->zone) {
    COIL_TRY(Value left_offset, offset_of_reenter(vm, left));
    COIL_TRY(Value right_offset, offset_of_reenter(vm, right));
    int64_t mine = 0, theirs = 0;
    if (offset_micros(left_offset, &mine) != offset_micros(right_offset, &theirs)) {
      return raise_type_error(vm, "can't subtract offset-naive and offset-aware datetimes");
    }
    difference -= mine - theirs;
  }
  return make_delta(vm, difference);
}

// -- text

Result<Value> iso_text_reenter(Vm& vm, Value self, std::string_view separator, std::string_view timespec) {
  auto* when = self.as<DateTime>();
  std::string text;
  text.reserve(48);
  append_day(text, when->at);
  text += separator;
  if (!append_clock(text, when->clock, timespec)) return raise_value_error(vm, "Unknown timespec value");
  if (!when->zone.is_none()) {
    COIL_TRY(Value offset, offset_of_reenter(vm, self));
    append_offset(text, offset, ":");
  }
  return new_str(vm, text);
}

NATIVE(datetime_isoformat, "isoformat(self, sep='T', timespec='auto')",
       "[sep] -> string in ISO 8601 format, YYYY-MM-DDT[HH[:MM[:SS[.mmm[uuu]]]]][+HH:MM].\nsep is used to separate the year from the "
       "time, and defaults to 'T'.\nThe optional argument timespec specifies the number of additional terms\nof the time to include. "
       "Valid options are 'auto', 'hours', 'minutes',\n'seconds', 'milliseconds' and 'microseconds'.\n") {
  std::string separator = "T";
  if (args.has(1)) {
    if (!args[1].is(Kind::Str) || args[1].as<Str>()->length != 1) {
      return raise_type_error(vm, "isoformat() argument 1 must be a unicode character, not %s", argument_type_name(args[1]));
    }
    separator = str_utf8(args[1]);
  }
  COIL_TRY(std::string timespec, timespec_argument(vm, args, 2, "isoformat"));
  return iso_text_reenter(vm, args[0], separator, timespec);
}

Result<Value> datetime_str(Vm& vm, Value self) {
  if (class_of(self) == g_datetime) return iso_text_reenter(vm, self, " ", "auto");
  COIL_TRY(Str* blank, new_str_ascii(vm, " "));
  return call_method_reenter(vm, self, intern(vm, "isoformat"), {blank});
}

Result<Value> datetime_repr(Vm& vm, Value self) {
  auto* when = self.as<DateTime>();
  const int32_t parts[] = {when->at.year, when->at.month, when->at.day, when->clock.hour, when->clock.minute, when->clock.second,
                           when->clock.micros};
  size_t shown = parts[6] ? 7 : parts[5] ? 6 : 5;
  std::string text = shown_class(self) + "(";
  for (size_t i = 0; i < shown; i++) text += (i ? ", " : "") + std::to_string(parts[i]);
  if (when->clock.fold) text += ", fold=1";
  COIL_CHECK(append_zone_repr_reenter(vm, text, when->zone));
  return new_str(vm, text + ")");
}

// -- parts

NATIVE(datetime_date, "date(self)", "Return date object with same year, month and day.") { return new_date(vm, g_date, self_as<DateTime>(args)->at); }
NATIVE(datetime_time, "time(self)", "Return time object with same time but with tzinfo=None.") {
  return new_time(vm, g_time, self_as<DateTime>(args)->clock, none());
}
NATIVE(datetime_timetz, "timetz(self)", "Return time object with same time and tzinfo.") {
  return new_time(vm, g_time, self_as<DateTime>(args)->clock, self_as<DateTime>(args)->zone);
}

NATIVE(datetime_replace,
       "replace(self, year=None, month=None, day=None, hour=None, minute=None, second=None, microsecond=None, tzinfo=None, *, fold=None)",
       "Return datetime with new specified fields.") {
  auto* when = self_as<DateTime>(args);
  Day day = when->at;
  Clock clock = when->clock;
  Value zone = args.get(8, when->zone);
  COIL_CHECK(day_arguments_reenter(vm, args, 1, &day));
  COIL_CHECK(clock_arguments_reenter(vm, args, 4, 9, &clock));
  if (clock.fold != 0 && clock.fold != 1) return raise_value_error(vm, "fold must be either 0 or 1");
  COIL_CHECK(check_day(vm, day));
  COIL_CHECK(check_clock(vm, clock));
  COIL_CHECK(check_zone(vm, zone));
  return new_datetime(vm, class_of(args[0]), day, clock, zone);
}

Result<Value> reduced_datetime(Vm& vm, Value self, bool with_fold) {
  auto* when = self.as<DateTime>();
  const Clock& clock = when->clock;
  const int32_t parts[kStateSize] = {when->at.year >> 8, when->at.year, when->at.month | (with_fold && clock.fold ? 0x80 : 0), when->at.day,
                                     clock.hour, clock.minute, clock.second, clock.micros >> 16, clock.micros >> 8, clock.micros};
  uint8_t state[kStateSize];
  for (size_t i = 0; i < kStateSize; i++) state[i] = static_cast<uint8_t>(parts[i]);
  COIL_TRY(Bytes* bytes, new_bytes(vm, state, kStateSize));
  COIL_TRY(Tuple* arguments, when->zone.is_none() ? make_tuple(vm, {bytes}) : make_tuple(vm, {bytes, when->zone}));
  return make_tuple(vm, {class_of(self), arguments});
}
NATIVE(datetime_reduce, "__reduce__(self)", "__reduce__() -> (cls, state)") { return reduced_datetime(vm, args[0], false); }
NATIVE(datetime_reduce_ex, "__reduce_ex__(self, proto, /)", "__reduce_ex__(proto) -> (cls, state)") {
  COIL_TRY(int32_t protocol, parsed_int_reenter(vm, args[1]));
  return reduced_datetime(vm, args[0], protocol > 3);
}

using Attributes = ClockAttributes<DateTime>;

// -- the module

/// Formats %f, %z and %Z of a strftime() format for the object; the C library does the rest.
NATIVE(datetime_expand_format, "_expand_format(obj, format, /)", "The format with %f, %z and %Z replaced.") {
  if (!args[1].is(Kind::Str)) return raise_type_error(vm, "strftime() argument 1 must be str, not %s", argument_type_name(args[1]));
  COIL_CHECK(encode_str(vm, args[1].as<Str>(), "utf-8", "strict"));  // refuses what the C library can't be given
  std::string format = str_utf8(args[1]), out;
  bool timed = is_datetime(args[0]) || is_time(args[0]);
  for (size_t i = 0; i < format.size(); i++) {
    char directive = format[i] == '%' && i + 1 < format.size() ? format[i + 1] : 0;
    if (directive == 0) {
      out += format[i];
      continue;
    }
    i++;
    if (directive == 'f') {
      append_number(out, is_datetime(args[0]) ? args[0].as<DateTime>()->clock.micros : is_time(args[0]) ? args[0].as<Time>()->clock.micros : 0, 6);
    } else if (directive == 'z') {
      if (!timed) continue;
      COIL_TRY(Value offset, call_method_reenter(vm, args[0], intern(vm, "utcoffset"), {}));
      if (is_delta(offset)) append_offset(out, offset, "");
    } else if (directive == 'Z') {
      if (!timed) continue;
      COIL_TRY(Value name, call_method_reenter(vm, args[0], intern(vm, "tzname"), {}));
      if (!name.is(Kind::Str)) continue;
      COIL_CHECK(encode_str(vm, name.as<Str>(), "utf-8", "strict"));
      for (char c : str_utf8(name)) out += c == '%' ? "%%" : std::string(1, c);
    } else {
      out += {'%', directive};
    }
  }
  return new_str(vm, out);
}

NATIVE(datetime_complete, "_complete(cls, namespace, /)", "Puts the attributes of another namespace into a class of this module.") {
  if (!args[0].is(Kind::Class) || !args[1].is(Kind::Dict)) return raise_type_error(vm, "a class and a dict are required");
  auto* cls = args[0].as<Class>();
  size_t position = 0;
  Value name, value;
  while (dict_next(args[1].as<Dict>(), &position, &name, &value)) {
    if (name.is(Kind::Str)) COIL_CHECK(dict_set_str(vm, cls->dict, name.as<Str>(), value));
  }
  class_modified(vm, cls, nullptr);
  return none();
}

Result<void> init_datetime(Vm& vm, Dict* ns) {
  COIL_CHECK(init_timedelta(vm, ns));
  COIL_CHECK(init_zones(vm, ns));
  COIL_CHECK(init_date(vm, ns));
  COIL_CHECK(init_time_class(vm, ns));
  g_datetime = new_native_class(vm, "datetime", "datetime", g_date, Kind::NativeObject, sizeof(DateTime),
                                "datetime(year, month, day[, hour[, minute[, second[, microsecond[,tzinfo]]]]])\n\nThe year, month and "
                                "day arguments are required. tzinfo may be None, or an\ninstance of a tzinfo subclass. The remaining "
                                "arguments may be ints.");
  if (!g_datetime) return raise_memory_error(vm);
  COIL_CHECK(keep_forever(vm, g_datetime));
  g_datetime->native_name = "datetime.datetime";
  Slots& slots = g_datetime->slots;
  slots.make = datetime_make;
  slots.init = init_nothing;
  slots.repr = datetime_repr;
  slots.str = datetime_str;
  slots.hash = datetime_hash;
  slots.compare = datetime_compare;
  slots.binary[static_cast<int>(BinaryOp::Add)] = datetime_add;
  slots.binary[static_cast<int>(BinaryOp::Sub)] = datetime_subtract;
  define_class(vm, g_datetime,
               {FN(datetime_now), FN(datetime_utcnow), FN(datetime_fromtimestamp), FN(datetime_utcfromtimestamp), FN(datetime_combine),
                FN(datetime_fromisoformat), FN(datetime_utcoffset), FN(datetime_dst), FN(datetime_tzname), FN(datetime_timestamp),
                FN(datetime_local_zone_fields), FN(datetime_isoformat), FN(datetime_date), FN(datetime_time), FN(datetime_timetz),
                FN(datetime_replace), FN(datetime_reduce), FN(datetime_reduce_ex)},
               {&Attributes::kHour, &Attributes::kMinute, &Attributes::kSecond, &Attributes::kMicrosecond, &Attributes::kFold, &Attributes::kTzinfo});
  return module_set(vm, ns, "datetime", g_datetime);
}

}  // namespace

MODULE(datetime_native, "_datetime", "The types of datetime.", init_datetime, FN(datetime_expand_format), FN(datetime_complete),
       FN(datetime_iso_week), FN(datetime_time_fields), FN(datetime_wall_seconds))

}  // namespace coil
