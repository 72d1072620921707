/** Returns the city that an IANA zone is named after, in English. */
export function zoneToCity(zone: string): string {
  return (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');
}

/**
 * Returns the country or city of an IANA zone in a language (BCP 47): “Irak”. `prefix` matches what the
 * language puts before such names (“heure : ”). Returns the zone's own name if the language has none.
 */
export function nameZone(zone: string, language: string, prefix: RegExp): string {
  const format = new Intl.DateTimeFormat([language, 'en'], {
    timeZone: zone,
    timeZoneName: 'shortGeneric',
    numberingSystem: 'latn',
  });
  const named = format.formatToParts(0).find(({ type }) => type === 'timeZoneName')?.value ?? '';
  return prefix.test(named) ? named.replace(prefix, '') : zoneToCity(zone);
}
