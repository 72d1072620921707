import { capital, counted, nestQuotes, number, spaced } from './frGrammar.ts';
import type { PageWords } from './words.ts';

/** The French texts of the data page, feeds and calendars. */
export const frData: Pick<PageWords, 'data' | 'follow'> = {
  data: {
    title: 'Données',
    description: 'Tout le contenu du site, en fichiers de données.',
    intro:
      'Tout le contenu de ces pages se trouve aussi ici, en fichiers produits à partir des mêmes textes. Leurs adresses ne changent pas.',
    file: 'Fichier',
    holds: 'Contenu',
    schema: 'Schéma',
    whole: 'Toute l’archive',
    single: 'Page par page',
    files: {
      events:
        'Tous les événements dans l’ordre de la chronologie, avec chacun de leurs récits, leurs déclarations et citations, et les points de divergence.',
      actors:
        'Toutes les personnes et tous les groupes, avec les noms et graphies de chaque source, et les événements.',
      claims: spaced`Toutes les déclarations et citations : qui parle, où et de quoi.`,
      articles: spaced`Tous les résumés en entier, avec les sources, les lieux et ce que les autres fichiers omettent : de quoi reconstituer l’archive.`,
      eventsCsv: 'Une ligne par événement, pour un tableur.',
      claimsCsv: 'Une ligne par déclaration ou citation, pour un tableur.',
      actorsCsv: 'Une ligne par personne ou groupe.',
      articlesCsv: 'Une ligne par article.',
      eventActorsCsv: spaced`Une ligne par personne ou groupe dans un événement : acteur ou simplement mentionné.`,
      accountsCsv: 'Une ligne par récit qu’un article fait d’un événement.',
      sourcesCsv: 'Une ligne par média.',
      placesCsv: 'Une ligne par lieu.',
      dataPackage:
        'La signification des fichiers CSV et de leurs colonnes, au format Frictionless.',
      database:
        'Les mêmes tables dans une base SQLite, avec recherche plein texte, pour sqlite3, Datasette ou tout programme qui ouvre SQLite.',
      timelineJs: spaced`Les événements pour TimelineJS 3. Une date incertaine couvre tous les jours possibles ; sa formulation figure à côté.`,
    },
    each: {
      event: spaced`Chaque événement, tel qu’il figure dans events.json : l’adresse de sa page, avec .json à la place de la dernière barre oblique.`,
      article: 'Chaque article, tel qu’il figure dans articles.json, de la même façon.',
      oembed: spaced`Chaque événement, chaque acteur, chaque jour et la chronologie, au format oEmbed ; la page renvoie au fichier.`,
    },
    ask: 'Interroger la base',
    parts: spaced`Par année :`,
    undated: 'sans date',
    partsIntro: spaced`Un fichier qui dépasserait 5\u00A0Mo est divisé par année. Il contient alors la plus récente, et chaque année a son propre fichier ; événements, déclarations et articles y sont rangés au premier jour possible de leur date. En JSON, la clé parts énumère tous ces fichiers.`,
    askParts: spaced`archive.sqlite contient l’année la plus récente. Pour interroger d’autres années, téléchargez leurs bases et ajoutez chacune avec ces lignes :`,
    askIntro: spaced`Téléchargez archive.sqlite et lancez sqlite3 archive.sqlite ; chaque requête s’exécute telle quelle.`,
    queries: {
      saidAbout: spaced`Qui a dit quoi d’un événement ?`,
      toldByOne: spaced`Quels événements ne sont rapportés que par un seul média ?`,
      byMonth: spaced`Combien d’événements par mois, selon leur certitude ?`,
      mostInvolved: spaced`Qui prend part au plus grand nombre d’événements ?`,
      differing: spaced`Quels événements les articles datent-ils différemment ?`,
      words: spaced`Où figurent ces mots ?`,
    },
    conventions: 'Comment les lire',
    rules: [
      'Les dates sont écrites en EDTF (ISO 8601-2), jamais plus précises que ce que l’on sait. Leur formulation figure à côté.',
      spaced`Toutes les clés sont toujours présentes. Ce qui n’est pas connu vaut null ; une liste vide, [].`,
      spaced`Dans un fichier JSON, une adresse part de la racine de ce site ; dans les autres fichiers, elle est complète. Un identifiant ne change jamais de sens.`,
      spaced`Les fichiers CSV sont en UTF-8 avec indicateur d’ordre des octets, selon la RFC 4180. Plusieurs identifiants dans une cellule sont séparés par des points-virgules ; une cellule qu’un tableur pourrait prendre pour une formule commence par une apostrophe.`,
    ],
    embed: 'Des fiches pour vos pages',
    embedIntro: spaced`Chaque événement, chaque acteur, chaque jour et la chronologie ont une fiche : l’adresse de la page, précédée de embed/ ; pour un jour, embed/days/ et sa date. Les fiches suivent le mode clair ou sombre du lecteur et s’adaptent à toute largeur à partir de 280 pixels. Le code est fourni sur la page de chaque événement ; voici celui de la chronologie :`,
    embedScript: spaced`Chaque fiche annonce sa hauteur. Avec ces trois lignes dans votre page, le cadre s’y ajuste ; sans elles, la fiche défile dans le cadre :`,
    licence: 'Licence',
    licenceText:
      'Les résumés, dates et déclarations rédigés par ce site peuvent être copiés, modifiés et partagés sous la licence Creative Commons Attribution 4.0, en citant ce site. Les citations appartiennent à leurs auteurs, les articles à leurs éditeurs.',
    ownLicence: (name) =>
      spaced`Licence des résumés, dates et déclarations rédigés par ce site : ${name}. Les citations appartiennent à leurs auteurs, les articles à leurs éditeurs.`,
    licenceUrl: 'https://creativecommons.org/licenses/by/4.0/deed.fr',
    licenceName: 'CC BY 4.0',
    changes: 'Évolution du format',
    changesIntro: spaced`Le sens d’une clé ne change pas. Une nouvelle clé donne lieu à une version mineure ; une clé supprimée ou modifiée, une version majeure, annoncée ici à l’avance.`,
    versions: [
      {
        version: '1.7',
        text: spaced`Ajoute aux récits, dans articles.json, la nature de l’événement : acte ou déclaration (kind).`,
      },
      {
        version: '1.6',
        text: 'Ajoute aux déclarations, dans articles.json, leurs ancres d’avant une reformulation (formerly).',
      },
      {
        version: '1.5',
        text: spaced`Ajoute parts à events.json, claims.json et articles.json : les années d’un fichier trop volumineux ; [] s’il est entier.`,
      },
      {
        version: '1.4',
        text: 'Ajoute au site, dans articles.json, la façon d’écrire les chiffres et les mois en arabe (digits, months).',
      },
      {
        version: '1.3',
        text: 'Ajoute aux événements et aux déclarations le premier et le dernier jour possibles (earliest, latest), une table CSV pour chaque type d’objet, datapackage.json et archive.sqlite. Les fichiers CSV commencent désormais par un indicateur d’ordre des octets.',
      },
      {
        version: '1.2',
        text: 'Ajoute à articles.json les coordonnées des lieux (at) et, pour ses événements, le récit principal (lead), celui dont le titre est cité en cas de contestation (titleBy), la phrase de la rédaction (summary) et les dates qui se contredisent (dateChoices).',
      },
      {
        version: '1.1',
        text: 'Ajoute articles.json, les fichiers CSV, timelinejs.json et un fichier par événement et par article.',
      },
      { version: '1.0', text: 'events.json, actors.json et claims.json, chacun avec son schéma.' },
    ],
  },

  follow: {
    follow: 'Suivre',
    atom: 'Atom',
    json: 'JSON Feed',
    calendar: 'calendrier',
    subscribe: '(s’abonner)',
    ofActor: (actor, site) => `${actor} – ${site}`,
    aboutSite: (site) =>
      spaced`Événements ajoutés ou corrigés dans « ${nestQuotes(site)} », du plus récent au plus ancien.`,
    aboutActor: (actor) =>
      spaced`${actor} : événements ajoutés ou corrigés, du plus récent au plus ancien.`,
    corrected: (page) => spaced`Correction : ${page}`,
    retracted: (page) => spaced`Retrait : ${page}`,
    withDoubts: (title, doubts) =>
      doubts.length === 0 ? title : `${title} (${doubts.join('\u202F; ')})`,
    dated: (date) => `${capital(date)}.`,
    when: 'Quand',
    timesDiffer: 'heure contestée',
    ownWords: (words) => spaced`dans l’article : « ${nestQuotes(words)} »`,
    says: (speaker, said) => spaced`${speaker} : ${said}`,
    correctedPage: (page) => spaced`Corrigé sur la page « ${nestQuotes(page)} » :`,
    aboutCalendar: (site) =>
      spaced`Les événements de « ${nestQuotes(site)} ». Quand le jour est incertain, le titre le signale et l’entrée couvre tous les jours possibles.`,
    aboutActorCalendar: (actor) =>
      spaced`${actor} : les événements. Quand le jour est incertain, le titre le signale et l’entrée couvre tous les jours possibles.`,
    ofNewest: (shown, all) =>
      `Il contient les ${number(shown)} derniers événements sur ${number(all)}.`,
    withoutDays: (count) =>
      count === 1
        ? 'Un événement dont aucun jour n’est connu n’y figure pas.'
        : `${capital(counted(count, { one: 'événement', other: 'événements', gender: 'm' }))} dont aucun jour n’est connu n’y figurent pas.`,
  },
};
