// The vocabulary: every operation with its parameters. CRows.h says what their types are.

#ifndef OPERATIONS_H
#define OPERATIONS_H

// The operations, as X(result, name, (type, parameter), ...).

// Arithmetic, f64 (operations/arithmetic.h)
#define ROWS_ARITHMETIC(X) \
  X(void, fill, (RowsMoney, self), (double, c)) \
  X(void, copy, (RowsMoney, self), (RowsMoneyIn, other)) \
  X(void, widen, (RowsMoney, self), (RowsLatentIn, latent)) \
  X(void, add, (RowsMoney, self), (RowsMoneyIn, other)) \
  X(void, add_constant, (RowsMoney, self), (double, c)) \
  X(void, subtract, (RowsMoney, self), (RowsMoneyIn, other)) \
  X(void, multiply, (RowsMoney, self), (RowsMoneyIn, other)) \
  X(void, multiply_constant, (RowsMoney, self), (double, c)) \
  X(void, divide, (RowsMoney, self), (RowsMoneyIn, other)) \
  X(void, complement, (RowsMoney, self)) \
  X(void, set_scaled, \
    (RowsMoney, self), (RowsMoneyIn, other), (double, c), (RowsMoneyFactor, factor))

// What a tape writes down in a way of its own, f64 (operations/arithmetic.h, bands.h, runs.h)
#define ROWS_WRITTEN(X) \
  X(void, add_scaled, \
    (RowsMoney, self), (RowsMoneyIn, other), (double, c), (RowsMoneyFactor, factor)) \
  X(void, post, \
    (RowsMoney, self), (double *_Nullable, plain), (const RowsPost *_Nullable, posts), \
    (int32_t, count)) \
  X(void, add_bands, \
    (RowsMoney, self), (RowsMoneyIn, volume), (double, from), (const RowsBand *_Nullable, bands), \
    (int32_t, count), (RowsMoneyFactor, factor)) \
  X(void, add_runs, \
    (RowsMoney, self), (RowsMoneyIn, base), (const RowsRun *_Nullable, runs), (int32_t, count))

// Limits, f64 (operations/limits.h)
#define ROWS_LIMITS(X) \
  X(void, limit_at_most, (RowsMoney, self), (RowsMoneyIn, bound)) \
  X(void, limit_at_least, (RowsMoney, self), (RowsMoneyIn, bound)) \
  X(void, set_at_least, (RowsMoney, self), (RowsMoneyIn, other), (double, bound)) \
  X(void, clip, (RowsMoney, self), (double, lo), (double, hi)) \
  X(void, set_shortfall, \
    (RowsMoney, self), (RowsMoneyIn, value), (RowsMoneyIn, need), (double, c))

// Bands of volume, f64 (operations/bands.h)
#define ROWS_BANDS(X) \
  X(void, add_beyond, \
    (RowsMoney, self), (RowsMoneyIn, volume), (double, baseline), (double, above), (double, rate), \
    (RowsMoneyFactor, factor)) \
  X(void, add_below, \
    (RowsMoney, self), (RowsMoneyIn, volume), (double, baseline), (double, below), (double, rate), \
    (RowsMoneyFactor, factor)) \
  X(void, add_outside, \
    (RowsMoney, self), (RowsMoneyIn, volume), (double, over), (double, above), (double, under), \
    (double, below), (RowsMoneyFactor, factor))

// Indicators and bit windows read into f64 rows (operations/indicators.h)
#define ROWS_INDICATORS(X) \
  X(void, indicate, \
    (RowsMoney, self), (RowsMoneyIn, value), (RowsComparison, comparison), (RowsMoneyIn, bound)) \
  X(void, indicate_constant, \
    (RowsMoney, self), (RowsMoneyIn, value), (RowsComparison, comparison), (double, bound)) \
  X(void, add_count, (RowsMoney, self), (RowsWordsIn, words), (uint32_t, mask), (double, weight)) \
  X(void, add_pairs, \
    (RowsMoney, self), (RowsWordsIn, words), (uint32_t, mask), (int32_t, apart), (double, weight)) \
  X(void, raise_count, \
    (RowsMoney, self), (RowsWordsIn, words), (uint32_t, mask), (int32_t, least), \
    (RowsMoneyIn, ceiling)) \
  X(void, replace_first, \
    (RowsMoney, self), (RowsMoney, first), (RowsMoneyIn, rule), (double, vacant), (double, c))

// Functions, f64 (operations/functions.h)
#define ROWS_FUNCTIONS(X) \
  X(void, exponentiate, (RowsMoney, self)) \
  X(void, logistic, (RowsMoney, self)) \
  X(void, square_root, (RowsMoney, self))

// Latents, f32 (operations/latents.h)
#define ROWS_LATENTS(X) \
  X(void, latent_fill, (RowsLatent, self), (float, c)) \
  X(void, latent_copy, (RowsLatent, self), (RowsLatentIn, other)) \
  X(void, latent_narrow, (RowsLatent, self), (RowsMoneyIn, row)) \
  X(void, latent_add, (RowsLatent, self), (RowsLatentIn, other)) \
  X(void, latent_add_constant, (RowsLatent, self), (float, c)) \
  X(void, latent_add_scaled, (RowsLatent, self), (RowsLatentIn, other), (float, c)) \
  X(void, latent_add_product, (RowsLatent, self), (RowsLatentIn, a), (RowsLatentIn, b)) \
  X(void, latent_multiply, (RowsLatent, self), (RowsLatentIn, other)) \
  X(void, latent_multiply_constant, (RowsLatent, self), (float, c))

// Bit windows: bit 0 is this month, bit 1 the last (operations/words.h)
#define ROWS_WORDS(X) \
  X(void, words_fill, (RowsWords, self), (uint32_t, c)) \
  X(void, words_copy, (RowsWords, self), (RowsWordsIn, other)) \
  X(void, words_push_latent, \
    (RowsWords, self), (RowsLatentIn, value), (RowsComparison, comparison), \
    (RowsLatentIn, target)) \
  X(void, words_push_latent_constant, \
    (RowsWords, self), (RowsLatentIn, value), (RowsComparison, comparison), (float, target)) \
  X(void, words_push_row, \
    (RowsWords, self), (RowsMoneyIn, value), (RowsComparison, comparison), (RowsMoneyIn, target)) \
  X(void, words_push_row_constant, \
    (RowsWords, self), (RowsMoneyIn, value), (RowsComparison, comparison), (double, target)) \
  X(void, words_count, \
    (RowsWords, self), (RowsWordsIn, words), (int32_t, months), (RowsMoneyIn, last), \
    (double, month)) \
  X(void, words_add, (RowsWords, self), (RowsWordsIn, other)) \
  X(void, words_clear_month, (RowsWords, self), (RowsMoneyIn, rule)) \
  X(void, words_clear, (RowsWords, self), (RowsMoneyIn, rule))

// Steps of latents (operations/latents.h)
#define ROWS_STEPS(X) \
  X(void, latent_run, \
    (const RowsStep *_Nullable, steps), (int32_t, count), (const RowsTerm *_Nullable, terms))

// Reductions over the first `count` lanes (operations/reductions.h, words.h)
#define ROWS_REDUCTIONS(X) \
  X(double, sum, (RowsMoneyIn, self), (int32_t, count)) \
  X(double, sum_of_products, (RowsMoneyIn, self), (RowsMoneyIn, other), (int32_t, count)) \
  X(double, minimum, (RowsMoneyIn, self), (int32_t, count)) \
  X(double, maximum, (RowsMoneyIn, self), (int32_t, count)) \
  X(uint64_t, words_sum, (RowsWordsIn, self), (int32_t, count)) \
  X(uint64_t, words_sum_of_squares, (RowsWordsIn, self), (int32_t, count))

// Random numbers (operations/draws.h, ars.h). Lane i is the future first_future + i; the four words of
// one ARS4x32-7 block, whose counter is (future, block, driver, replicate) and whose key is the seed,
// belong to the four months of the block, of which draw_normal makes the first alone.
#define ROWS_DRAWS(X) \
  X(void, draw_normals, \
    (RowsLatent, month0), (RowsLatent, month1), (RowsLatent, month2), (RowsLatent, month3), \
    (uint64_t, seed), (uint32_t, driver), (uint32_t, replicate), (uint32_t, first_future), \
    (uint32_t, block)) \
  X(void, draw_normal, \
    (RowsLatent, month0), (uint64_t, seed), (uint32_t, driver), (uint32_t, replicate), \
    (uint32_t, first_future), (uint32_t, block)) \
  X(void, draw_uniforms, \
    (RowsMoney, month0), (RowsMoney, month1), (RowsMoney, month2), (RowsMoney, month3), \
    (uint64_t, seed), (uint32_t, driver), (uint32_t, replicate), (uint32_t, first_future), \
    (uint32_t, block))

// What a tape may hold: operations that say nothing about the lanes and do the same in every block.
#define ROWS_RECORDED(X) \
  ROWS_ARITHMETIC(X) \
  ROWS_WRITTEN(X) \
  ROWS_LIMITS(X) \
  ROWS_BANDS(X) \
  ROWS_INDICATORS(X) \
  ROWS_FUNCTIONS(X) \
  ROWS_LATENTS(X) \
  ROWS_WORDS(X)

// What no tape holds.
#define ROWS_UNRECORDED(X) \
  ROWS_STEPS(X) \
  ROWS_REDUCTIONS(X) \
  ROWS_DRAWS(X)

// Every operation once. The table, its entries, the callers and the tape are made from these lists.
#define ROWS_OPERATIONS(X) \
  ROWS_RECORDED(X) \
  ROWS_UNRECORDED(X)

#endif
