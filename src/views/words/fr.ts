import { frDates } from './frDates.ts';
import { number, spaced } from './frGrammar.ts';
import { frPages } from './frPages.ts';
import type { CertaintyWords, Words } from './words.ts';

const certainties: CertaintyWords = {
  confirmed: {
    name: 'confirmé',
    mark: null,
    sentence: spaced`Confirmé : constaté, ou déclaré par les intéressés eux-mêmes.`,
  },
  said: {
    name: 'déclaration',
    mark: null,
    sentence: spaced`Déclaration faite en public ou au média ; cela n’en garantit pas l’exactitude.`,
  },
  reported: {
    name: 'rapporté',
    mark: null,
    sentence: spaced`Rapporté : le média le relaie sans l’avoir constaté lui-même.`,
  },
  purported: {
    name: 'non vérifié',
    mark: 'non vérifié',
    sentence: spaced`Non vérifié : repose sur un enregistrement ou un document que personne n’a authentifié.`,
  },
  denied: {
    name: 'démenti',
    mark: 'n’aurait pas eu lieu',
    sentence: spaced`Démenti : selon la source, cela n’a pas eu lieu.`,
  },
  disputed: {
    name: 'contesté',
    mark: 'contesté',
    sentence: spaced`Contesté : un article dément ce qu’un autre rapporte.`,
  },
  announced: {
    name: 'annoncé',
    mark: 'annoncé',
    sentence: spaced`Annoncé : n’avait pas encore eu lieu à la publication.`,
  },
  threatened: {
    name: 'menace',
    mark: 'menace',
    sentence: spaced`Menace : pas encore mise à exécution à la publication, et peut-être sans suite.`,
  },
  planned: {
    name: 'prévu',
    mark: 'prévu',
    sentence: spaced`Prévu : n’avait pas encore eu lieu à la publication.`,
  },
  due: {
    name: 'à venir',
    mark: 'à venir',
    sentence: spaced`À venir : la date était fixée, mais pas encore passée à la publication.`,
  },
};

/** All texts of the site in French. */
export const french: Words = {
  language: 'fr',
  direction: 'ltr',
  number,
  dates: frDates,
  certainties,
  pages: frPages,
};
