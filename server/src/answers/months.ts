import { distance } from 'fastest-levenshtein';
import { MONTHS } from './calendar';

/** A word read as a month. */
export interface MonthReading {
  /** 1 to 12. */
  readonly month: number;
  readonly spelling: 'right' | 'misspelt' | 'foreign';
}

const ABBREVIATIONS: Readonly<Record<string, number>> = {
  jan: 1,
  feb: 2,
  febr: 2,
  mar: 3,
  apr: 4,
  jun: 6,
  jul: 7,
  aug: 8,
  sep: 9,
  sept: 9,
  oct: 10,
  nov: 11,
  dec: 12,
};

/** Months of the languages in which treaties are often printed, without accents; English ones are above. */
const FOREIGN: readonly (readonly string[])[] = [
  [
    'janvier',
    'januar',
    'janner',
    'enero',
    'gennaio',
    'janeiro',
    'ianuarie',
    'januari',
    'styczen',
    'yanvarya',
    'yanvar',
  ],
  [
    'fevrier',
    'februar',
    'febrero',
    'febbraio',
    'fevereiro',
    'februarie',
    'februari',
    'luty',
    'fevralya',
    'fevral',
  ],
  ['mars', 'marz', 'maerz', 'marzo', 'marco', 'martie', 'maart', 'marzec', 'marta', 'mart'],
  ['avril', 'abril', 'aprile', 'aprilie', 'kwiecien', 'aprelya', 'aprel'],
  ['mai', 'mayo', 'maggio', 'maio', 'mei', 'maj', 'maya'],
  ['juin', 'juni', 'junio', 'giugno', 'junho', 'iunie', 'czerwiec', 'iyunya', 'iyun'],
  ['juillet', 'juli', 'julio', 'luglio', 'julho', 'iulie', 'lipiec', 'iyulya', 'iyul'],
  ['aout', 'agosto', 'augustus', 'sierpien', 'avgusta', 'avgust'],
  [
    'septembre',
    'septiembre',
    'setiembre',
    'settembre',
    'setembro',
    'septembrie',
    'wrzesien',
    'sentyabrya',
    'sentyabr',
  ],
  ['octobre', 'oktober', 'octubre', 'ottobre', 'outubro', 'octombrie', 'pazdziernik', 'oktyabrya', 'oktyabr'],
  ['novembre', 'noviembre', 'novembro', 'noiembrie', 'listopad', 'noyabrya', 'noyabr'],
  [
    'decembre',
    'dezember',
    'diciembre',
    'dicembre',
    'dezembro',
    'decembrie',
    'grudzien',
    'dekabrya',
    'dekabr',
  ],
];

const EXACT = new Map<string, MonthReading>();
FOREIGN.forEach((names, index) => {
  for (const name of names) EXACT.set(name, { month: index + 1, spelling: 'foreign' });
});
MONTHS.forEach((name, index) => EXACT.set(name.toLowerCase(), { month: index + 1, spelling: 'right' }));
for (const [name, month] of Object.entries(ABBREVIATIONS)) EXACT.set(name, { month, spelling: 'right' });

/** Reads a word (with or without a full stop, any case, accents ignored) as a month; `undefined` if it is none. */
export function readMonth(word: string): MonthReading | undefined {
  const name = word.replace(/\.$/, '').normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return EXACT.get(name) ?? nearestMonth(name);
}

/** Short words are near too many others; only five letters and more are taken for a slip of the pen. */
function nearestMonth(name: string): MonthReading | undefined {
  if (name.length < 5 || name.length > 12) return undefined;
  let best: { month: number; cost: number } | undefined;
  MONTHS.forEach((candidate, index) => {
    const cost = distance(name, candidate.toLowerCase());
    const allowed = candidate.length >= 6 || isRearranged(name, candidate.toLowerCase()) ? 2 : 1;
    if (candidate.length >= 4 && cost <= allowed && (!best || cost < best.cost))
      best = { month: index + 1, cost };
  });
  return best && { month: best.month, spelling: 'misspelt' };
}

function isRearranged(a: string, b: string): boolean {
  return a.length === b.length && [...a].sort().join('') === [...b].sort().join('');
}
