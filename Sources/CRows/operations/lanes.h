// How a level compiles its row operations. The file of a level includes this first.

// A contracted a * b + c has other bits than the two rounded steps.
#pragma STDC FP_CONTRACT OFF

#define OPERATION static
#define INLINE static inline __attribute__((always_inline))

// What returns vectors is always inlined, so how a call would return them does not matter.
#pragma clang diagnostic ignored "-Wpsabi"

// Without the width, which its callers inherit, the compiler halves vectors to 256 bits.
INLINE __attribute__((min_vector_width(512))) int32_t lane_count(void) { return ROWS_LANES; }

// The lane loops. Rows never overlap partly, so lanes are independent. The width is stated
// because the compiler's own choice stays at 256 bits too.
#define EACH_LANE(width) \
  _Pragma("clang loop vectorize(assume_safety)") _Pragma(width) \
  for (int32_t i = 0; i < lane_count(); ++i)
#define EACH_DOUBLE EACH_LANE("clang loop vectorize_width(8)")
#define EACH_FLOAT EACH_LANE("clang loop vectorize_width(16)")

// As many lanes of money as stay in registers from the first of several steps to the last; each
// level has its number.
typedef double WideMoney __attribute__((ext_vector_type(MONEY_AT_ONCE), aligned(64)));
#define WIDE_MONEY(p) (*(WideMoney *)(p))

// What returns such vectors is always inlined, so how a call would return them does not matter.
#pragma clang diagnostic ignored "-Wpsabi"
