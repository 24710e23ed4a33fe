#include "ars.h"

#include "levels.h"

#ifdef LEVELS_OF_X86
#include <immintrin.h>

// Registers of one, two and four blocks, and what Intel calls a round in them.

#define BLOCKS 1
#define TARGET "aes"
#define ROUND _mm_aesenc_si128
#define LAST_ROUND _mm_aesenclast_si128
#define EACH_BLOCK(list) list(0)
#include "ars_blocks.h"

#define BLOCKS 2
#define TARGET "avx2,vaes"
#define ROUND _mm256_aesenc_epi128
#define LAST_ROUND _mm256_aesenclast_epi128
#define EACH_BLOCK(list) list(0), list(1)
#include "ars_blocks.h"

#define BLOCKS 4
#define TARGET "avx512f,vaes"
#define ROUND _mm512_aesenc_epi128
#define LAST_ROUND _mm512_aesenclast_epi128
#define EACH_BLOCK(list) list(0), list(1), list(2), list(3)
#include "ars_blocks.h"

void rows_draw_words(
  int32_t most, RowsBlockWords out[4], uint64_t seed, uint32_t driver, uint32_t replicate,
  uint32_t first, uint32_t block) {
  const int32_t blocks = __builtin_cpu_supports("vaes") ? most : 1;
  if (blocks == 4) return draw_words_4(out, seed, driver, replicate, first, block);
  if (blocks == 2) return draw_words_2(out, seed, driver, replicate, first, block);
  draw_words_1(out, seed, driver, replicate, first, block);
}
#endif
