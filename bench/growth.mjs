/** How time or memory grows: the slope of a straight line through the logarithms. 1 is linear, 0 is constant, 2 is quadratic. */

/**
 * @param {readonly { size: number, value: number }[]} points
 * @returns {{ exponent: number, fit: number }} fit: R², 1 when the points lie on the line
 */
export function growth(points) {
  const xs = points.map((p) => Math.log(p.size));
  const ys = points.map((p) => Math.log(p.value));
  const [mx, my] = [mean(xs), mean(ys)];
  const sxy = xs.reduce((sum, x, i) => sum + (x - mx) * (ys[i] - my), 0);
  const sxx = xs.reduce((sum, x) => sum + (x - mx) ** 2, 0);
  const syy = ys.reduce((sum, y) => sum + (y - my) ** 2, 0);
  return { exponent: sxy / sxx, fit: syy === 0 ? 1 : sxy ** 2 / (sxx * syy) };
}

/**
 * One line of the report.
 * @param {string} what
 * @param {readonly { size: number, value: number, label: string }[]} points
 * @param {string} unit
 */
export function growthLine(what, points, unit) {
  const { exponent, fit } = growth(points);
  const values = points.map(({ label, value }) => `${label}: ${value < 10 ? value.toPrecision(3) : value.toFixed(0)} ${unit}`);
  return `- ${what}: exponent ${exponent.toFixed(2).replace('-0.00', '0.00')} (R² ${fit.toFixed(2)}); ${values.join(', ')}`;
}

function mean(values) {
  return values.reduce((sum, v) => sum + v, 0) / values.length;
}
