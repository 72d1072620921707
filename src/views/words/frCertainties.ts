import { spaced } from './frGrammar.ts';
import type { CertaintyWords } from './words.ts';

/** The French words for certainty. */
export const frCertainties: CertaintyWords = {
  confirmed: {
    name: 'confirmé',
    mark: null,
    by: 'confirmé par',
    sentence: spaced`Confirmé : constaté, ou déclaré par les intéressés eux-mêmes.`,
  },
  said: {
    name: 'déclaration',
    mark: null,
    sentence: spaced`Déclaration faite en public ou au média ; cela n’en garantit pas l’exactitude.`,
    by: 'déclaration, d’après',
  },
  reported: {
    name: 'rapporté',
    mark: null,
    by: 'rapporté par',
    sentence: spaced`Rapporté : le média le relaie sans l’avoir constaté lui-même.`,
  },
  purported: {
    name: 'non vérifié',
    mark: 'non vérifié',
    by: 'non vérifié, d’après',
    sentence: spaced`Non vérifié : repose sur un enregistrement ou un document que personne n’a authentifié.`,
  },
  denied: {
    name: 'démenti',
    mark: 'n’aurait pas eu lieu',
    by: 'démenti par',
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
    by: 'annoncé, selon',
    sentence: spaced`Annoncé : n’avait pas encore eu lieu à la publication.`,
  },
  threatened: {
    name: 'menace',
    mark: 'menace',
    by: 'menace, selon',
    sentence: spaced`Menace : pas encore mise à exécution à la publication, et peut-être sans suite.`,
  },
  planned: {
    name: 'prévu',
    mark: 'prévu',
    by: 'prévu, selon',
    sentence: spaced`Prévu : n’avait pas encore eu lieu à la publication.`,
  },
  due: {
    name: 'à venir',
    mark: 'à venir',
    by: 'à venir, selon',
    sentence: spaced`À venir : la date était fixée, mais pas encore passée à la publication.`,
  },
};
