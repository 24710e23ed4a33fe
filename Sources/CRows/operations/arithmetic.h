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

OPERATION void rows_post(RowsMoney self, RowsMoneyIn amount, RowsMoneyIn weight, double c) {
  EACH_DOUBLE self[i] += (amount[i] * weight[i]) * c;
}

OPERATION void rows_post_twice(
  RowsMoney self, RowsMoney plain, RowsMoneyIn amount, RowsMoneyIn weight, double c) {
  EACH_DOUBLE {
    const double weighted = amount[i] * weight[i];
    plain[i] += weighted;
    self[i] += weighted * c;
  }
}
