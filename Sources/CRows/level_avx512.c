// The operations for x86-64-v4: AVX-512.

#define ROWS_DEFINED_HERE
#define LANES_AT_ONCE 128
#define MONEY_AT_ONCE 64
#define BLOCKS_AT_ONCE 4
#define PAIRS_AT_ONCE 128
#define PICKS_EIGHT_AT_ONCE
#define ADDS_BY_MASK
#include "levels.h"

#ifdef LEVELS_OF_X86
#include <immintrin.h>
#pragma clang attribute push(__attribute__((target("arch=x86-64-v4"))), apply_to = function)
#include "operations/all.h"
#pragma clang attribute pop

const RowsTable rows_avx512 = TABLE_OF_OPERATIONS;
#endif
