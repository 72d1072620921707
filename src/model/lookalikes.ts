// Letters of other scripts that look like Latin ones, and letters of one script that look alike: readers
// can't distinguish two names that differ only in these. Taken from the Unicode confusables (UTS #39).

const latin = new Map<string, string>();
const addAll = (from: string, to: string): void => {
  const letters = [...to];
  [...from].forEach((letter, index) => latin.set(letter, letters[index] ?? ''));
};
// Cyrillic, then Greek, then Armenian; capitals only if the small letter looks like no Latin one.
addAll('аесорхуіјѕһԁԛԝӏ', 'aecopxyijshdqwl');
addAll('АВЕКМНОРСТХУІЈЅԌԚԜҺ', 'ABEKMHOPCTXYIJSGQWH');
addAll('αικνορυχ', 'aikvopux');
addAll('ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ', 'ABEZHIKMNOPTYX');
addAll('օսոհցԼՕՍ', 'ounhgLOU');

// The Persian or Kurdish keyboard's variants of Arabic letters.
const arabic = new Map([
  ['ی', 'ي'],
  ['ک', 'ك'],
]);

/** Returns the Latin letter that a letter of another script resembles, or undefined. */
export function getLatinLookalike(letter: string): string | undefined {
  return latin.get(letter);
}

/** Returns a text's skeleton: texts that look the same have equal skeletons, ignoring case. */
export function getSkeleton(text: string): string {
  return Array.from(
    showTurned(text).normalize('NFKD'),
    (letter) => latin.get(letter) ?? arabic.get(letter) ?? letter,
  )
    .join('')
    .toLowerCase();
}

/** Returns a text as direction overrides display it: a right-to-left override reverses its content. */
function showTurned(text: string): string {
  return text.replace(/\u202E([^\u202A-\u202E]*)\u202C?/gu, (_, turned: string) =>
    [...turned].reverse().join(''),
  );
}
