/** Lengths of time in answers: `120 months`, `ten (10) years`, `two years and six months`. */

export interface Duration {
  readonly start: number;
  readonly end: number;
  /** `undefined` where it is no whole number of months: `90 days`, `5-10 years`. */
  readonly months: number | undefined;
}

const UNITS = ['', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'].concat([
  'eleven',
  'twelve',
  'thirteen',
  'fourteen',
  'fifteen',
  'sixteen',
  'seventeen',
  'eighteen',
  'nineteen',
]);
const TENS = ['', '', 'twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];

/** The numbers that treaties write as words, from 1 to 100. */
const NUMBER_WORDS: ReadonlyMap<string, number> = new Map([
  ...Array.from({ length: 99 }, (_, index) => [numberWord(index + 1), index + 1] as const),
  ['a', 1],
  ['an', 1],
  ['hundred', 100],
  ['a hundred', 100],
  ['one hundred', 100],
]);

function numberWord(number: number): string {
  const unit = UNITS[number];
  if (unit !== undefined) return unit;
  const tens = TENS[Math.floor(number / 10)] ?? '';
  return number % 10 === 0 ? tens : `${tens} ${UNITS[number % 10] ?? ''}`;
}

const WORDS = [...NUMBER_WORDS.keys()]
  .sort((a, b) => b.length - a.length)
  .map(words => words.replace(' ', '[ -]'))
  .join('|');
const NUMBER = String.raw`(?:\d{1,4}(?:\.\d{1,2})?|(?:${WORDS}))`;
const UNIT = String.raw`(?:calendar[ ])?(?<unit>years?|yrs?\.?|months?|mos?\.|weeks?|days?|decades?|century|centuries)`;

/**
 * One quantity and its unit. The figure may be repeated in brackets, as treaties do: `ten (10) years`.
 * A range (`5-10 years`, `five to ten years`) is one duration of no certain length.
 */
const RANGE = String.raw`(?<range>\d{1,4}[ ]?[-\u2013][ ]?|${NUMBER}[ ](?:to|or)[ ])?`;
const DURATION = new RegExp(
  String.raw`(?<![\w.,/])${RANGE}(?<number>${NUMBER})(?:[ ]\((?<figure>${NUMBER})\))?[ -]?(?:(?:more|further|additional|full|consecutive|successive)[ ])?${UNIT}(?!\w)`,
  'gi',
);

/** Between the parts of one length: `two years and six months`. */
const JOINT = /^(?:,?[ ]and[ ]|,?[ ])$/;

/** All lengths of time in a text, in order. Linear in the text. */
export function readDurations(text: string): Duration[] {
  const flat = text.replace(/\s/g, ' ');
  const durations: (Duration & { readonly unit: string })[] = [];
  for (const match of flat.matchAll(DURATION)) {
    const { range, number = '', figure, unit = '' } = match.groups ?? {};
    const start = match.index;
    const end = start + match[0].length;
    const months = range === undefined ? monthsOf(number, figure, unit) : undefined;
    const previous = durations.at(-1);
    const joins =
      previous &&
      isYears(previous.unit) &&
      /^mo/i.test(unit) &&
      JOINT.test(flat.slice(previous.end, start)) &&
      previous.months !== undefined &&
      months !== undefined;
    if (joins) {
      durations[durations.length - 1] = {
        start: previous.start,
        end,
        months: previous.months + months,
        unit,
      };
    } else durations.push({ start, end, months, unit });
  }
  return durations.map(({ start, end, months }) => ({ start, end, months }));
}

function isYears(unit: string): boolean {
  return /^y/i.test(unit);
}

function monthsOf(number: string, figure: string | undefined, unit: string): number | undefined {
  const count = valueOf(number);
  if (count === undefined || (figure !== undefined && valueOf(figure) !== count)) return undefined;
  if (isYears(unit)) return whole(count * 12);
  return /^mo/i.test(unit) ? whole(count) : undefined;
}

function whole(months: number): number | undefined {
  return Number.isInteger(months) && months > 0 ? months : undefined;
}

function valueOf(number: string): number | undefined {
  return /^\d/.test(number) ? Number(number) : NUMBER_WORDS.get(number.toLowerCase().replace('-', ' '));
}

/** `indefinitely`, `without limit of time`: a promise with no end. */
const ENDLESS =
  /\b(?:indefinit(?:e|ely)|perpetu(?:al|ally|ity)|permanent(?:ly)?|for[ ]?ever|eternal(?:ly)?|unlimited(?:[ ]in)?[ ](?:duration|time|period|term)|(?:no|without)[ ](?:any[ ]|a[ ])?(?:(?:set|fixed|specified|specific)[ ])?(?:time[ -]limit(?:s|ation)?|limit(?:s|ations?)?[ ](?:of|in|on|as[ ]to|to)[ ](?:the[ ]|its[ ])?(?:time|duration|length|period)))\b/i;

export function isEndless(text: string): boolean {
  return ENDLESS.test(text.replace(/\s/g, ' '));
}
