// Where runs are of three months at most, a window's last three bits are the place of its weight among eight,
// and levels that can pick weights by places do so.

#if defined(PICKS_EIGHT_AT_ONCE) || defined(PICKS_HALVES)
#define PICKS
INLINE int32_t are_short(const RowsRun *_Nullable runs, int32_t count) {
  uint32_t masks = 0;
  for (int32_t r = 0; r < count; ++r) masks |= runs[r].mask;
  return masks < 8;
}
#endif

#ifdef PICKS_EIGHT_AT_ONCE
#define EIGHTS (MONEY_AT_ONCE / 8)

INLINE void add_short_runs(
  RowsMoney self, RowsMoneyIn base, const RowsRun *_Nullable runs, int32_t count) {
  for (int32_t at = 0; at < lane_count(); at += MONEY_AT_ONCE) {
    __m512d sums[EIGHTS], bases[EIGHTS];
    for (int32_t e = 0; e < EIGHTS; ++e) {
      sums[e] = _mm512_load_pd(self + at + 8 * e);
      bases[e] = _mm512_load_pd(base + at + 8 * e);
    }
    for (int32_t r = 0; r < count; ++r) {
      const __m512d weights = _mm512_loadu_pd(runs[r].weights);
      const __m256i *words = (const __m256i *)(runs[r].words + at);
      for (int32_t e = 0; e < EIGHTS; ++e) {
        const __m512i places = _mm512_cvtepu32_epi64(words[e]);
        sums[e] += bases[e] * _mm512_permutexvar_pd(places, weights);
      }
    }
    for (int32_t e = 0; e < EIGHTS; ++e) _mm512_store_pd(self + at + 8 * e, sums[e]);
  }
}
#endif

// Without picks of doubles their lower and upper halves are picked as floats. Words are taken in the order
// 0 1 4 5 2 3 6 7, from which halves come together as the weights of lanes 0 to 3 and 4 to 7.
#ifdef PICKS_HALVES
INLINE void add_short_run(RowsMoney self, RowsMoneyIn base, const RowsRun *_Nonnull run) {
  const __m256 first = _mm256_loadu_ps((const float *)run->weights);
  const __m256 second = _mm256_loadu_ps((const float *)(run->weights + 4));
  const __m256i order = _mm256_setr_epi32(0, 1, 4, 5, 2, 3, 6, 7);
  const __m256 lower = _mm256_permutevar8x32_ps(_mm256_shuffle_ps(first, second, 0x88), order);
  const __m256 upper = _mm256_permutevar8x32_ps(_mm256_shuffle_ps(first, second, 0xdd), order);
  for (int32_t at = 0; at < lane_count(); at += 8) {
    const __m256i places = _mm256_permute4x64_epi64(*(const __m256i *)(run->words + at), 0xd8);
    const __m256 low = _mm256_permutevar8x32_ps(lower, places);
    const __m256 high = _mm256_permutevar8x32_ps(upper, places);
    __m256d *sums = (__m256d *)(self + at);
    const __m256d *bases = (const __m256d *)(base + at);
    const __m256d four = bases[0] * _mm256_castps_pd(_mm256_unpacklo_ps(low, high));
    const __m256d next = bases[1] * _mm256_castps_pd(_mm256_unpackhi_ps(low, high));
    sums[0] += four;
    sums[1] += next;
  }
}

INLINE void add_short_runs(
  RowsMoney self, RowsMoneyIn base, const RowsRun *_Nullable runs, int32_t count) {
  for (int32_t r = 0; r < count; ++r) add_short_run(self, base, &runs[r]);
}
#endif

// Of several runs none is added to the row that is their base.
OPERATION void rows_add_runs(
  RowsMoney self, RowsMoneyIn base, const RowsRun *_Nullable runs, int32_t count) {
#ifdef PICKS
  if (are_short(runs, count)) return add_short_runs(self, base, runs, count);
#endif
  for (int32_t r = 0; r < count; ++r) {
    const RowsRun weighed = runs[r];
    EACH_DOUBLE {
      self[i] += base[i]
        * rows_run_weight(weighed.words[i], weighed.mask, weighed.once, weighed.run);
    }
  }
}
