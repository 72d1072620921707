/** English ranks, which precede a name but aren't part of it. */
export const ranks = new Set(
  'prime,chief,president,minister,secretary,general,gen,brig,brigadier,maj,major,col,colonel,lt,lieutenant,capt,captain,sgt,sergeant,commander,admiral,adm,chairman,chairwoman,chair,director,governor,gov,senator,sen,rep,representative,mayor,mr,mrs,ms,dr,prof,professor,sheikh,sheik,ayatollah,imam,king,queen,prince,princess,judge,justice,ambassador,spokesman,spokeswoman,spokesperson,sir,lord,lady,member'.split(
    ',',
  ),
);
/** English words that qualify a rank: “acting”, “deputy”. */
export const offices = new Set(
  'acting,former,deputy,vice,foreign,defense,defence,interior,finance,senior,state'.split(','),
);

/** All words of titles, lower-cased: they are capitalised but name nobody. */
export const titleWords: ReadonlySet<string> = new Set([...ranks, ...offices]);
