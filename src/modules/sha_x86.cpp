// SHA-1 and SHA-256 by the processor's own instructions (four and two rounds each), where it has them.
#include "modules/sha_x86.hpp"

#if defined(__x86_64__)

#include <cpuid.h>
#include <immintrin.h>

namespace coil {

bool has_sha_instructions() {
  static const bool found = [] {
    unsigned eax, ebx, ecx, edx;
    constexpr unsigned kSha = 1u << 29;
    return __get_cpuid_count(7, 0, &eax, &ebx, &ecx, &edx) && (ebx & kSha) && __builtin_cpu_supports("sse4.1");
  }();
  return found;
}

#define COIL_SHA_TARGET __attribute__((target("sha,sse4.1")))

namespace {

COIL_SHA_TARGET __m128i four_words(uint64_t a, uint64_t b, uint64_t c, uint64_t d) {
  return _mm_set_epi32(static_cast<int>(a), static_cast<int>(b), static_cast<int>(c), static_cast<int>(d));
}
COIL_SHA_TARGET void take_words(__m128i words, uint64_t* a, uint64_t* b, uint64_t* c, uint64_t* d) {
  *a = static_cast<uint32_t>(_mm_extract_epi32(words, 3));
  *b = static_cast<uint32_t>(_mm_extract_epi32(words, 2));
  *c = static_cast<uint32_t>(_mm_extract_epi32(words, 1));
  *d = static_cast<uint32_t>(_mm_extract_epi32(words, 0));
}

/// Rounds 20 * kind to 20 * kind + 19; `e` is the state before the previous four rounds.
template <int kind>
COIL_SHA_TARGET void sha1_rounds(__m128i& abcd, __m128i& e, __m128i* w) {
#pragma GCC unroll 5
  for (int i = 0; i < 5; i++) {
    int group = 5 * kind + i;
    __m128i& words = w[group % 4];
    if (group >= 4) {
      __m128i mixed = _mm_xor_si128(_mm_sha1msg1_epu32(words, w[(group + 1) % 4]), w[(group + 2) % 4]);
      words = _mm_sha1msg2_epu32(mixed, w[(group + 3) % 4]);
    }
    __m128i before = abcd;
    abcd = _mm_sha1rnds4_epu32(abcd, group ? _mm_sha1nexte_epu32(e, words) : _mm_add_epi32(e, words), kind);
    e = before;
  }
}

}  // namespace

COIL_SHA_TARGET void mix_sha1_x86(uint64_t* state, const uint8_t* p, size_t blocks) {
  const __m128i reversed = _mm_set_epi64x(0x0001020304050607, 0x08090a0b0c0d0e0f);
  __m128i abcd = four_words(state[0], state[1], state[2], state[3]), e = four_words(state[4], 0, 0, 0);
  for (; blocks; blocks--, p += 64) {
    __m128i abcd_start = abcd, e_start = e, w[4];
    for (int i = 0; i < 4; i++) w[i] = _mm_shuffle_epi8(_mm_loadu_si128(reinterpret_cast<const __m128i*>(p) + i), reversed);
    sha1_rounds<0>(abcd, e, w);
    sha1_rounds<1>(abcd, e, w);
    sha1_rounds<2>(abcd, e, w);
    sha1_rounds<3>(abcd, e, w);
    e = _mm_sha1nexte_epu32(e, e_start);
    abcd = _mm_add_epi32(abcd, abcd_start);
  }
  take_words(abcd, &state[0], &state[1], &state[2], &state[3]);
  state[4] = static_cast<uint32_t>(_mm_extract_epi32(e, 3));
}

COIL_SHA_TARGET void mix_sha256_x86(uint64_t* state, const uint8_t* p, size_t blocks, const uint32_t* constants) {
  const __m128i big_endian = _mm_set_epi64x(0x0c0d0e0f08090a0b, 0x0405060700010203);
  __m128i abef = four_words(state[0], state[1], state[4], state[5]), cdgh = four_words(state[2], state[3], state[6], state[7]);
  for (; blocks; blocks--, p += 64) {
    __m128i abef_start = abef, cdgh_start = cdgh, w[4];
#pragma GCC unroll 16
    for (int group = 0; group < 16; group++) {
      __m128i& words = w[group % 4];
      if (group < 4) {
        words = _mm_shuffle_epi8(_mm_loadu_si128(reinterpret_cast<const __m128i*>(p) + group), big_endian);
      } else {
        __m128i last = w[(group + 3) % 4], seventh = _mm_alignr_epi8(last, w[(group + 2) % 4], 4);
        words = _mm_sha256msg2_epu32(_mm_add_epi32(_mm_sha256msg1_epu32(words, w[(group + 1) % 4]), seventh), last);
      }
      __m128i added = _mm_add_epi32(words, _mm_loadu_si128(reinterpret_cast<const __m128i*>(constants) + group));
      // Two rounds turn one half of the state into the other's successor.
      cdgh = _mm_sha256rnds2_epu32(cdgh, abef, added);
      abef = _mm_sha256rnds2_epu32(abef, cdgh, _mm_shuffle_epi32(added, 0x0e));
    }
    abef = _mm_add_epi32(abef, abef_start);
    cdgh = _mm_add_epi32(cdgh, cdgh_start);
  }
  take_words(abef, &state[0], &state[1], &state[4], &state[5]);
  take_words(cdgh, &state[2], &state[3], &state[6], &state[7]);
}

}  // namespace coil

#else

namespace coil {

bool has_sha_instructions() { return false; }
void mix_sha1_x86(uint64_t*, const uint8_t*, size_t) {}
void mix_sha256_x86(uint64_t*, const uint8_t*, size_t, const uint32_t*) {}

}  // namespace coil

#endif
