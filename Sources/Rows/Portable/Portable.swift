import CRows

/// Every row operation in plain Swift, lane by lane.
///
/// This is what processors without a level of their own run, and what the bits of every other level
/// are compared with. The formulas are written a second time on purpose.
enum Portable {
  /// The operations as a table like those of the compiled levels.
  static var operations: RowsTable {
    unsafe RowsTable(
      fill: { unsafe Portable.fill($0, $1) },
      copy: { unsafe Portable.copy($0, $1) },
      widen: { unsafe Portable.widen($0, $1) },
      add: { unsafe Portable.add($0, $1) },
      add_constant: { unsafe Portable.addConstant($0, $1) },
      subtract: { unsafe Portable.subtract($0, $1) },
      multiply: { unsafe Portable.multiply($0, $1) },
      multiply_constant: { unsafe Portable.multiplyConstant($0, $1) },
      divide: { unsafe Portable.divide($0, $1) },
      complement: { unsafe Portable.complement($0) },
      add_scaled: { unsafe Portable.addScaled($0, $1, $2, $3) },
      post: { unsafe Portable.post($0, $1, $2, $3) },
      limit_at_most: { unsafe Portable.limitAtMost($0, $1) },
      limit_at_least: { unsafe Portable.limitAtLeast($0, $1) },
      limit_at_least_constant: { unsafe Portable.limitAtLeastConstant($0, $1) },
      clip: { unsafe Portable.clip($0, $1, $2) },
      set_shortfall: { unsafe Portable.setShortfall($0, $1, $2, $3) },
      add_bands: { unsafe Portable.addBands($0, $1, $2, $3, $4) },
      add_beyond: { unsafe Portable.addBeyond($0, $1, $2, $3, $4, $5) },
      add_below: { unsafe Portable.addBelow($0, $1, $2, $3, $4, $5) },
      add_outside: { unsafe Portable.addOutside($0, $1, $2, $3, $4, $5, $6) },
      indicate: { unsafe Portable.indicate($0, $1, $2, $3) },
      indicate_constant: { unsafe Portable.indicateConstant($0, $1, $2, $3) },
      add_run_product: { unsafe Portable.addRunProduct($0, $1, $2, $3, $4, $5) },
      add_count: { unsafe Portable.addCount($0, $1, $2, $3) },
      raise_count: { unsafe Portable.raiseCount($0, $1, $2, $3, $4) },
      replace_first: { unsafe Portable.replaceFirst($0, $1, $2, $3, $4) },
      exponentiate: { unsafe Portable.exponentiate($0) },
      logistic: { unsafe Portable.logistic($0) },
      square_root: { unsafe Portable.squareRoot($0) },
      sum: { unsafe Portable.sum($0, $1) },
      sum_of_products: { unsafe Portable.sumOfProducts($0, $1, $2) },
      minimum: { unsafe Portable.minimum($0, $1) },
      maximum: { unsafe Portable.maximum($0, $1) },
      latent_fill: { unsafe Portable.latentFill($0, $1) },
      latent_copy: { unsafe Portable.latentCopy($0, $1) },
      latent_narrow: { unsafe Portable.latentNarrow($0, $1) },
      latent_add: { unsafe Portable.latentAdd($0, $1) },
      latent_add_constant: { unsafe Portable.latentAddConstant($0, $1) },
      latent_add_scaled: { unsafe Portable.latentAddScaled($0, $1, $2) },
      latent_add_product: { unsafe Portable.latentAddProduct($0, $1, $2) },
      latent_multiply: { unsafe Portable.latentMultiply($0, $1) },
      latent_multiply_constant: { unsafe Portable.latentMultiplyConstant($0, $1) },
      latent_run: { unsafe Portable.latentRun($0, $1, $2) },
      words_fill: { unsafe Portable.wordsFill($0, $1) },
      words_copy: { unsafe Portable.wordsCopy($0, $1) },
      words_push_latent: { unsafe Portable.wordsPushLatent($0, $1, $2, $3) },
      words_push_latent_constant: { unsafe Portable.wordsPushLatentConstant($0, $1, $2, $3) },
      words_push_row: { unsafe Portable.wordsPushRow($0, $1, $2, $3) },
      words_push_row_constant: { unsafe Portable.wordsPushRowConstant($0, $1, $2, $3) },
      words_count: { unsafe Portable.wordsCount($0, $1, $2, $3, $4) },
      words_add: { unsafe Portable.wordsAdd($0, $1) },
      words_clear: { unsafe Portable.wordsClear($0, $1) },
      words_sum: { unsafe Portable.wordsSum($0, $1) },
      words_sum_of_squares: { unsafe Portable.wordsSumOfSquares($0, $1) },
      draw_normals: { unsafe Portable.drawNormals($0, $1, $2, $3, $4, $5, $6, $7, $8) },
      draw_uniforms: { unsafe Portable.drawUniforms($0, $1, $2, $3, $4, $5, $6, $7, $8) })
  }
}
