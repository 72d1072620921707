// Letters of other scripts that look like Latin ones, and letters of one script that look alike: two names
// that differ by nothing else are told apart by no reader. Taken from the confusables of Unicode (UTS #39).

const latin = new Map<string, string>();
const addAll = (from: string, to: string): void => {
  const letters = [...to];
  [...from].forEach((letter, index) => latin.set(letter, letters[index] ?? ''));
};
// Cyrillic, then Greek, then Armenian; capitals only where the small letter looks like no Latin one.
addAll('аесорхуіјѕһԁԛԝӏ', 'aecopxyijshdqwl');
addAll('АВЕКМНОРСТХУІЈЅԌԚԜҺ', 'ABEKMHOPCTXYIJSGQWH');
addAll('αικνορυχ', 'aikvopux');
addAll('ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ', 'ABEZHIKMNOPTYX');
addAll('օսոհցԼՕՍ', 'ounhgLOU');

// What a Persian or Kurdish keyboard writes for an Arabic letter.
const arabic = new Map([
  ['ی', 'ي'],
  ['ک', 'ك'],
]);

/** Returns the Latin letter that a letter of another script looks like, or undefined. */
export function getLatinLookalike(letter: string): string | undefined {
  return latin.get(letter);
}

/** Returns a text that is the same for all texts that look the same, case aside. */
export function getSkeleton(text: string): string {
  return Array.from(
    showTurned(text).normalize('NFKD'),
    (letter) => latin.get(letter) ?? arabic.get(letter) ?? letter,
  )
    .join('')
    .toLowerCase();
}

/** Returns a text as its overrides of direction show it: what stands in one from right to left runs backwards. */
function showTurned(text: string): string {
  return text.replace(/\u202E([^\u202A-\u202E]*)\u202C?/gu, (_, turned: string) =>
    [...turned].reverse().join(''),
  );
}
