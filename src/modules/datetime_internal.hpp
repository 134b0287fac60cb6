// Module _datetime: the types of datetime whose operations are hot. What is rarely used is written in the language (stdlib/datetime.py)
// and put into the same classes by _complete().
//
//   datetime_delta.cpp  timedelta
//   datetime_zone.cpp   tzinfo, timezone, and asking any time zone
//   datetime_date.cpp   date
//   datetime_time.cpp   time
//   datetime.cpp        datetime, the local time zone, the module
#pragma once

#include <string>

#include "modules/support.hpp"

namespace coil {

using Wide = __int128;  // microseconds: those of the largest timedelta need 67 bits

inline constexpr int64_t kMicros = 1'000'000;
inline constexpr int64_t kDaySeconds = 86'400;
inline constexpr int64_t kDayMicros = kDaySeconds * kMicros;
inline constexpr int64_t kMaxOrdinal = 3'652'059;
inline constexpr int64_t kEpochOrdinal = 719'163;  // 1 January 1970

/// 0 <= seconds < 86400, 0 <= micros < 1000000, |days| <= 999999999.
struct Delta : NativeObject {
  int32_t days, seconds, micros;
  Wide total() const { return (Wide{days} * kDaySeconds + seconds) * kMicros + micros; }
};

struct Day {
  int32_t year, month, day;
};
struct Clock {
  int32_t hour = 0, minute = 0, second = 0, micros = 0, fold = 0;
  int64_t total() const { return ((hour * int64_t{60} + minute) * 60 + second) * kMicros + micros; }
};

struct Date : NativeObject {
  Day at;
};
struct DateTime : Date {
  Clock clock;
  Value zone;  // None or a tzinfo
};
struct Time : NativeObject {
  Clock clock;
  Value zone;
};

/// The attributes that datetime and time share.
template <class T>
struct ClockAttributes {
  template <int32_t Clock::*field>
  static Result<Value> get(Vm&, Value self) { return Value::small_int(self.as<T>()->clock.*field); }
  static Result<Value> get_zone(Vm&, Value self) { return self.as<T>()->zone; }
  static constexpr GetSetSpec kHour{"hour", get<&Clock::hour>, nullptr, nullptr};
  static constexpr GetSetSpec kMinute{"minute", get<&Clock::minute>, nullptr, nullptr};
  static constexpr GetSetSpec kSecond{"second", get<&Clock::second>, nullptr, nullptr};
  static constexpr GetSetSpec kMicrosecond{"microsecond", get<&Clock::micros>, nullptr, nullptr};
  static constexpr GetSetSpec kFold{"fold", get<&Clock::fold>, nullptr, nullptr};
  static constexpr GetSetSpec kTzinfo{"tzinfo", get_zone, nullptr, nullptr};
};

extern const NativeObjectOps kDeltaOps, kDateOps, kDateTimeOps, kTimeOps;
extern Class *g_timedelta, *g_date, *g_datetime, *g_time, *g_tzinfo, *g_timezone;

inline bool has_ops(Value v, const NativeObjectOps* ops) { return v.is(Kind::NativeObject) && v.as<NativeObject>()->ops == ops; }
inline bool is_delta(Value v) { return has_ops(v, &kDeltaOps); }
inline bool is_datetime(Value v) { return has_ops(v, &kDateTimeOps); }
inline bool is_date(Value v) { return has_ops(v, &kDateOps) || is_datetime(v); }
inline bool is_time(Value v) { return has_ops(v, &kTimeOps); }

// -- calendar

inline bool is_leap(int64_t year) { return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0); }
int days_in_month(int64_t year, int month);
int days_before_month(int64_t year, int month);
int64_t ordinal_of(const Day& day);
/// 1 <= ordinal <= kMaxOrdinal.
Day day_of_ordinal(int64_t ordinal);

template <class T>
struct Division {
  T quotient, rest;
};
/// Rounds down; the divisor is positive.
template <class T>
constexpr Division<T> floor_divide(T value, T divisor) {
  T quotient = value / divisor, rest = value % divisor;
  if (rest < 0) return {quotient - 1, rest + divisor};
  return {quotient, rest};
}

// -- making and checking

Result<Delta*> make_delta(Vm&, Wide micros);
Result<Date*> new_date(Vm&, Class* cls, const Day&);
Result<Time*> new_time(Vm&, Class* cls, const Clock&, Value zone);
Result<DateTime*> new_datetime(Vm&, Class* cls, const Day&, const Clock&, Value zone);
/// The same through a call of the class when it is a subclass.
Result<Value> date_for_class_reenter(Vm&, Class* cls, const Day&);
Result<Value> time_for_class_reenter(Vm&, Class* cls, const Clock&, Value zone);
Result<Value> datetime_for_class_reenter(Vm&, Class* cls, const Day&, const Clock&, Value zone);
/// The integers of args[first...], `into` where they are absent.
Result<void> day_arguments_reenter(Vm&, Args, size_t first, Day* into);
Result<void> clock_arguments_reenter(Vm&, Args, size_t first, size_t fold, Clock* into);
Result<void> check_day(Vm&, const Day&);
Result<void> check_clock(Vm&, const Clock&);
Result<void> check_zone(Vm&, Value);
/// Year, month and day from args[1] on, all of them required: the first mistake is told.
Result<void> required_day_reenter(Vm&, Args, Day* into);
/// The bytes of a pickled state: `size` of them as bytes, or as text when Python 2 wrote the pickle. False when the value is none.
bool pickled_state(Value, size_t size, uint8_t* out);

// -- time zones: `moment` is what is handed to the zone (a datetime or None). Offsets are a Delta or None.

Result<Value> zone_offset_reenter(Vm&, Value zone, const char* method, Value moment);
Result<Value> zone_name_reenter(Vm&, Value zone, Value moment);
/// Offset in microseconds; false when it is None.
inline bool offset_micros(Value offset, int64_t* out) {
  if (offset.is_none()) return false;
  *out = static_cast<int64_t>(offset.as<Delta>()->total());
  return true;
}

// -- text

Value compare_result(CompareOp op, int order);
/// Name of the class as repr() shows it.
std::string shown_class(Value self);
/// The last `width` digits.
void append_number(std::string& out, int64_t number, int width);
void append_day(std::string& out, const Day& day);
/// By timespec ("auto", "hours", ...); false when there is no such.
bool append_clock(std::string& out, const Clock& clock, std::string_view timespec);
void append_offset(std::string& out, Value offset, std::string_view separator);
/// `timespec` as text; TypeError when it is none.
Result<std::string> timespec_argument(Vm&, Args, size_t index, const char* method);
/// tzinfo and fold in a repr, and the closing bracket.
Result<void> append_zone_repr_reenter(Vm&, std::string& out, Value zone);

Result<void> init_timedelta(Vm&, Dict* ns);
Result<void> init_zones(Vm&, Dict* ns);
Result<void> init_date(Vm&, Dict* ns);
Result<void> init_time_class(Vm&, Dict* ns);

}  // namespace coil
