// What a generated archive is written with: invented names and plain words, so that no name is another's.

const split = (text: string) => text.split(' ');

export const sources = [
  'Northern Wire',
  'Harbour Post',
  'Meridian Daily',
  'City Ledger',
  'Globe Dispatch',
  'Civic Record',
  'Market Signal',
  'Coastal Herald',
  'Plain Gazette',
  'Union Bulletin',
  'Science Desk',
  'Capital Monitor',
];
export const firstNames = split(
  'Ana Boris Carla Dmitri Elena Farid Greta Hugo Ines Jonas Karin Luis Mira Nadia Omar Petra Quentin Rosa Stefan Tara Umar Vera Walid Xenia Yusuf Zora Amina Bruno Chiara Diego',
);
export const lastNames = split(
  'Abbott Bauer Castro Dimov Ekholm Fischer Garcia Horvat Ivanova Jansen Keller Lindqvist Moreau Novak Okafor Petrov Quiroga Rossi Santos Tanaka Ueda Varga Weber Xu Yilmaz Zeman Almeida Brandt Costa Duarte Egger Ferrari Gruber Hansen',
);
export const places = split(
  'Altena Brevik Corvo Dalmen Estrella Fjordby Galway Haldor Istra Jarva Kolm Lisava Morven Narva Ostrava Portello Quell Rigabad Sarno Tarnow',
);
export const verbs = split(
  'announced rejected signed postponed approved questioned published opened withdrew expanded suspended reviewed negotiated funded criticised endorsed halted revised launched restored',
);
export const qualities = split(
  'regional disputed emergency long-awaited provisional national revised coastal bilateral temporary public independent draft seasonal annual contested industrial municipal joint final',
);
export const objects = split(
  'budget agreement inquiry tariff ferry line energy plan water treaty election schedule housing scheme trade mission port expansion research programme rail contract harvest forecast health directive data law border protocol vaccine order pension reform climate fund airspace notice bridge repair',
);
export const ways = [
  'after a week of talks',
  'before the committee met again',
  'despite objections from two provinces',
  'in a statement issued late on the same day',
  'while officials checked the new figures',
  'as inspectors returned to the site',
  'following a narrow vote in the assembly',
  'with the support of the smaller parties',
  'according to documents seen by reporters',
  'under rules that take effect next spring',
  'against the advice of the audit office',
  'amid concern over rising costs',
];
export const articleWords = split('talks figures hopes fears plans doubts');
