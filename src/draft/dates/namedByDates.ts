import type { DateText } from './dateText.ts';
import type { Group } from './groups.ts';

// Words that look like dates but are names, or that name something by its day.

const monthCue =
  /\b(?:in|since|by|until|till|of|last|next|early|late|mid|this|from|during|through|before|after|between|earlier|around|about|and|to|le|en|im|seit|bis|depuis|desde|anfang|mitte|ende|début|fin|courant|mi|(?:principios|comienzos|mediados|finales|fines) de)[\s-]+(?:early |late |mid-?|de )?$|(?<![\p{L}])[وف]?(?:في|منذ|من|حتي|شهر|مطلع|منتصف|اوائل|اواسط|اواخر|بدايه|نهايه)\s+(?:شهر\s+)?$/iu;
const yearCue =
  /(?:\b(?:in|since|by|until|before|after|during|of|from|between|around|about|circa|ca\.|c\.|late|early|mid|to|and|the|year|years|im jahr|seit|en|depuis|desde|año)|عام|سنه|منذ|في)(?: early| late| mid)?[\s-]*$/i;

// “The”, “his” or “a” before a day, unless “on the” makes it a date.
const article =
  /(?<!\b(?:on|by|since|until|till|before|after|from|to|between|of)\s)\b(?:the|an?|his|her|its|their|our|this|that)\s+$/i;

/** Returns whether a group is no date: “May” in “Theresa May”, “1984” without “in”, “The Sunday Times”. */
export function isName({ start, end, head, weekday }: Group, text: DateText): boolean {
  const before = text.folded.slice(0, start);
  if (head?.type === 'month' && head.year === null) return !monthCue.test(before);
  if (head?.type === 'year' && !head.isDecade) return !yearCue.test(before);
  return (
    text.grammar.words.isCased &&
    head === null &&
    weekday !== null &&
    /\bthe\s+$/i.test(before) &&
    /^\s+\p{Lu}/u.test(text.folded.slice(end))
  );
}

/**
 * Returns whether something is named after the day: the sentence of “the October 7 attack” doesn't state the year.
 * The same applies to “The 3 May vote”, while “on the 3 May” is a day.
 */
export function isNamedByDay({ start, end, head, weekday }: Group, text: DateText): boolean {
  if (!text.grammar.words.isCased || head?.type !== 'days') return false;
  if (head.year !== null || weekday !== null) return false;
  const [before, own, behind] = [
    text.folded.slice(0, start),
    text.folded.slice(start, end),
    text.folded.slice(end),
  ];
  return (
    (/^\p{Lu}/u.test(own) && /\bthe\s+$/i.test(before)) ||
    (article.test(before) && /^\s\p{Ll}/u.test(behind))
  );
}
