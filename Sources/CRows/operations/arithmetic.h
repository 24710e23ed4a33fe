OPERATION void rows_fill(RowsMoney self, double c) { EACH_DOUBLE self[i] = c; }

OPERATION void rows_copy(RowsMoney self, RowsMoneyIn other) { EACH_DOUBLE self[i] = other[i]; }

OPERATION void rows_widen(RowsMoney self, RowsLatentIn latent) {
  EACH_DOUBLE self[i] = (double)latent[i];
}

OPERATION void rows_add(RowsMoney self, RowsMoneyIn other) { EACH_DOUBLE self[i] += other[i]; }

OPERATION void rows_add_constant(RowsMoney self, double c) { EACH_DOUBLE self[i] += c; }

OPERATION void rows_subtract(RowsMoney self, RowsMoneyIn other) {
  EACH_DOUBLE self[i] -= other[i];
}

OPERATION void rows_multiply(RowsMoney self, RowsMoneyIn other) {
  EACH_DOUBLE self[i] *= other[i];
}

OPERATION void rows_multiply_constant(RowsMoney self, double c) { EACH_DOUBLE self[i] *= c; }

OPERATION void rows_divide(RowsMoney self, RowsMoneyIn other) {
  EACH_DOUBLE self[i] /= other[i];
}

OPERATION void rows_complement(RowsMoney self) { EACH_DOUBLE self[i] = 1.0 - self[i]; }

// self += amount × factor, the factor being 1 where there is no row.
#define ADD_TIMES(factor, amount) \
  if (factor) { \
    EACH_DOUBLE self[i] += (amount) * factor[i]; \
  } else { \
    EACH_DOUBLE self[i] += (amount); \
  }

OPERATION void rows_add_scaled(
  RowsMoney self, RowsMoneyIn other, double c, RowsMoneyFactor factor) {
  ADD_TIMES(factor, other[i] * c)
}

OPERATION void rows_set_scaled(
  RowsMoney self, RowsMoneyIn other, double c, RowsMoneyFactor factor) {
  // From 0 on, so that no result is -0.
  if (factor) {
    EACH_DOUBLE self[i] = 0.0 + (other[i] * c) * factor[i];
  } else {
    EACH_DOUBLE self[i] = 0.0 + other[i] * c;
  }
}

INLINE WideMoney weighted(const RowsPost *_Nonnull post, int32_t at) {
  const WideMoney amount = WIDE_MONEY(post->amount + at);
  return post->weight ? amount * WIDE_MONEY(post->weight + at) : amount;
}

OPERATION void rows_post(
  RowsMoney self, double *_Nullable plain, const RowsPost *_Nullable posts, int32_t count) {
  for (int32_t at = 0; at < lane_count(); at += MONEY_AT_ONCE) {
    WideMoney discounted = WIDE_MONEY(self + at);
    WideMoney sum = plain ? WIDE_MONEY(plain + at) : (WideMoney)0.0;
    for (int32_t p = 0; p < count; ++p) {
      const WideMoney amount = weighted(&posts[p], at);
      sum += amount;
      discounted += amount * posts[p].discount;
    }
    WIDE_MONEY(self + at) = discounted;
    if (plain) WIDE_MONEY(plain + at) = sum;
  }
}
