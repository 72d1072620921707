/** Formats a number with at least two digits. */
export function padTwo(number: number): string {
  return String(number).padStart(2, '0');
}

/**
 * Returns the numbers within bounds that EDTF digits with unspecified ones may stand for.
 *
 * @example expandDigits('1X', 1, 12) // [10, 11, 12]
 */
export function expandDigits(digits: string, min = -Infinity, max = Infinity): number[] {
  const negative = digits.startsWith('-');
  const places = [...(negative ? digits.slice(1) : digits)];
  let values = [''];
  for (const place of places) {
    values =
      place === 'X'
        ? values.flatMap((value) => Array.from('0123456789').map((digit) => value + digit))
        : values.map((value) => value + place);
  }
  return values
    .map((value) => (negative ? -Number(value) : Number(value)))
    .filter((value) => value >= min && value <= max);
}
