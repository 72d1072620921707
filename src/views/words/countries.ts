/** Returns a function that names countries, given by ISO 3166-1 number, in a language (BCP 47), in capitals. */
export function createCountryNames(language: string): (code: string) => string {
  const names = new Intl.DisplayNames([language, 'en'], { type: 'region' });
  return (code) => {
    // CLDR treats the numbers as aliases of its own codes.
    const { region = code } = new Intl.Locale(`und-${code}`);
    return (names.of(region) ?? region).toUpperCase();
  };
}
