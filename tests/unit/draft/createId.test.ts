import { describe, expect, test } from 'vitest';
import { createId, createNameId } from '../../../src/draft/createId.ts';

describe('createId(title)', () => {
  test.each([
    ['Quay closed after dark', 'quay-closed-after-dark'],
    ['The Mayor’s “night” – and São João’s', 'the-mayors-night-and-sao-joaos'],
    ['Quay of Porto Velho closed to the boats of all', 'quay-of-porto-velho-closed'],
    ['Who closed the quay? A week on, five answers', 'who-closed-the-quay'],
    ['Closed! The quay is shut', 'closed-the-quay-is-shut'],
    ['Fire 🔥 at Quay №5 & 50 % of it', 'fire-at-quay-no5-50'],
  ])('turns “%s” into the id %s', (title, id) => {
    expect(createId(title)).toBe(id);
  });

  test.each([
    ['Łódź', 'lodz'],
    ['Ærø', 'aero'],
    ['Straßburg', 'strassburg'],
    ['Tromsø', 'tromso'],
    ['Diyarbakır', 'diyarbakir'],
    ['Şırnak', 'sirnak'],
    ['İSTANBUL', 'istanbul'],
    ['Ísafjörður', 'isafjordur'],
    ['Đà Nẵng', 'da-nang'],
    ['Œuvre', 'oeuvre'],
    ['Þór', 'thor'],
    ['Þingvellir', 'thingvellir'],
    ['Ħaż-Żebbuġ', 'haz-zebbug'],
    ['L’Aquila', 'laquila'],
    ['Αθήνα', 'athina'],
    ['Θεσσαλονίκη', 'thessaloniki'],
    ['Москва', 'moskva'],
    ['Харьков', 'kharkov'],
    ['Київ', 'kiiv'],
    ['بغداد', 'bghdad'],
    ['بَغْدَاد', 'baghdaad'],
    ['أربيل', 'arbyl'],
    ['بعقوبة', 'baqwbh'],
    ['مصطفى الكاظمي', 'mstfa-alkadhmy'],
    ['ירושלים', 'yrvslym'],
    ['თბილისი', 'tbilisi'],
    ['Երևան', 'erewan'],
    ['東京', 'dongjing'],
    ['서울', 'seoul'],
  ])('writes %s as %s', (name, id) => {
    expect(createId(name)).toBe(id);
  });

  test.each(['', '!?', '🔥', '—'])('returns null for “%s”', (title) => {
    expect(createId(title)).toBeNull();
  });
});

describe('createNameId(name)', () => {
  test.each([
    ['The Harbour Post', 'harbour-post'],
    ['Theatre of Porto Velho', 'theatre-of-porto-velho'],
    ['The', 'the'],
  ])('turns “%s” into the id %s', (name, id) => {
    expect(createNameId(name)).toBe(id);
  });
});
