// Which texts of a program look like names. Such constants are interned, for they may be compared with names; an image notes it in the
// third word of the constant.
#pragma once

#include <algorithm>
#include <cctype>
#include <string_view>

namespace coil {

inline bool is_name_like(std::string_view text) {
  const auto fits = [](char c) { return std::isalnum(static_cast<unsigned char>(c)) || c == '_'; };
  return !text.empty() && text.size() <= 64 && std::all_of(text.begin(), text.end(), fits);
}

}  // namespace coil
