/** Returns how a language (BCP 47) names the countries of ISO 3166-1, given by their numbers, in capitals. */
export function createCountryNames(language: string): (code: string) => string {
  const names = new Intl.DisplayNames([language, 'en'], { type: 'region' });
  return (code) => {
    // To CLDR the numbers are other names of its own codes.
    const { region = code } = new Intl.Locale(`und-${code}`);
    return (names.of(region) ?? region).toUpperCase();
  };
}
