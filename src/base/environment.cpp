#include "base/environment.hpp"

#include <cstdlib>

namespace coil {

bool g_ignore_environment = false;

const char* environment_variable(const char* own, const char* theirs) {
  if (g_ignore_environment) return nullptr;
  const char* text = std::getenv(own);
  if (!text) text = std::getenv(theirs);
  return text && *text ? text : nullptr;
}

}  // namespace coil
