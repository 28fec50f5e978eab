import { distance } from 'fastest-levenshtein';
import { isRearranged } from '../syntax';
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

/** What words were read as: few stand before numbers, and those again and again, `article`, `version`. */
const inDates = new Map<string, MonthReading | null>();
const elsewhere = new Map<string, MonthReading | null>();
const MAX_KNOWN = 500;
/** A longer word would be kept together with the text that it was cut from, and is hardly ever a month. */
const LONGEST_KNOWN = 12;

/**
 * Reads a word (with or without a full stop, any case, accents ignored) as a month; `undefined` if it
 * is none. Where a day and a year stand beside the word, a short one may be a slip of the pen too.
 */
export function readMonth(word: string, inDate = false): MonthReading | undefined {
  if (word.length > LONGEST_KNOWN) return findMonth(word, inDate);
  const known = inDate ? inDates : elsewhere;
  let month = known.get(word);
  if (month === undefined) {
    if (known.size === MAX_KNOWN) known.clear();
    month = findMonth(word, inDate) ?? null;
    known.set(word, month);
  }
  return month ?? undefined;
}

function findMonth(word: string, inDate: boolean): MonthReading | undefined {
  const plain = (word.endsWith('.') ? word.slice(0, -1) : word).toLowerCase();
  const name = /^[a-z]*$/.test(plain) ? plain : plain.normalize('NFD').replace(/\p{M}/gu, '');
  const known = EXACT.get(name) ?? (word.endsWith('.') ? cutShort(name) : undefined);
  return known ?? (isLong(name, inDate ? 4 : 5) ? findNearestMonth(name) : undefined);
}

/** `Octob.`, `Decemb.`: a full stop says that the name goes on. */
function cutShort(name: string): MonthReading | undefined {
  if (name.length < 4) return undefined;
  const index = MONTH_NAMES.findIndex(month => month.startsWith(name));
  return index < 0 ? undefined : { month: index + 1, spelling: 'right' };
}

/** Short words are near too many others. */
function isLong(name: string, shortest: number): boolean {
  return name.length >= shortest && name.length <= 12;
}

function findNearestMonth(name: string): MonthReading | undefined {
  let best: { month: number; cost: number } | undefined;
  MONTH_NAMES.forEach((candidate, index) => {
    if (candidate.length < 4 || Math.abs(candidate.length - name.length) > 2) return;
    const cost = distance(name, candidate);
    const isLonger = name.length >= 5 && candidate.length >= 6;
    const allowed = isLonger || isRearranged(name, candidate) ? 2 : 1;
    if (cost <= allowed && (!best || cost < best.cost)) best = { month: index + 1, cost };
  });
  return best && { month: best.month, spelling: 'misspelt' };
}

const MONTH_NAMES = MONTHS.map(name => name.toLowerCase());
