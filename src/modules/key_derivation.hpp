// Keys from passwords, over the digests of digest.hpp. Nothing here touches the heap.
#pragma once

#include <string>

#include "modules/digest.hpp"

namespace coil {

/// PBKDF2 with HMAC; fills the key.
void derive_pbkdf2(const DigestAlgorithm*, const std::string& password, const std::string& salt, uint64_t iterations, std::string* key);
/// scrypt (RFC 7914); n is a power of two, and 128 * r * (n + p) bytes are available.
void derive_scrypt(const std::string& password, const std::string& salt, uint64_t n, uint64_t r, uint64_t p, std::string* key);

}  // namespace coil
