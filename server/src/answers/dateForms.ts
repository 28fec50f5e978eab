/** The forms that a date may have, as regular expressions. */

const LETTER = String.raw`[A-Za-z\u00c0-\u024f]`;
const WORD = String.raw`${LETTER}{3,12}\.?`;
const DAY = String.raw`\d{1,2}(?:st|nd|rd|th|er)?`;
const DASH = String.raw`[ ]?[-\u2013\u2014/](?:[ ]|\r?\n)?`;
/** A page may break within a date, and leave blanks on the lines between. */
const GAP = String.raw`[ \t\u00a0\n\r]{0,8}`;
const SPACE = String.raw`[ \t\u00a0\n\r]{1,8}`;
const YEAR = String.raw`(?:['\u2018\u2019]\d{2}|\d{1,6})(?!\w)`;
/**
 * More days joined to the first: `17-19`, `17 to 19`, `3, 12, and 15`, or old and new style, `20/31`,
 * `20 (31)`.
 */
const MORE_DAYS = String.raw`(?:(?:,${SPACE}${DAY}){0,6}(?:${DASH}|${SPACE}(?:to|through|until)${SPACE}|,?${SPACE}(?:and|&)${SPACE})${DAY}|${SPACE}?[([]${DAY}[)\]])?`;
/** Between two days that share a year; the second may stand in brackets. */
const SECOND_PART = String.raw`(?:${DASH}|${SPACE}(?:to|through|until)${SPACE}|${SPACE}?[([])`;
/** Before a number that counts or files something else: `Resolution 1973`, `pp. 1844`. */
const NUMBERED = String.raw`\b(?:pp?|[Pp]ages?|[Nn]os?|[Nn]umber|[Vv]ol(?:ume)?|[Dd]oc(?:ument)?|[Aa]rt(?:icles?)?|[Rr]es(?:olution)?|[Pp]ara|UNTS|LNTS|TIAS|BFSP|ATOP|COW)\.?[ ]|\d{3}[ ]|[#\u00a7][ ]?`;
/** After a number that counts things: `2000 troops`. */
const COUNTED = String.raw`[ ](?:troops|men|soldiers|persons|people|tons|tonnes|miles|km|kilometers|kilometres|dollars|pounds|francs|words)\b`;
/** Before the first part that is known: `??/05/1902`, `xx.xx.1902`. */
const UNKNOWN = String.raw`(?:\?[-/.]|(?<![\w/.])[xX]{2}[-/.](?:[xX]{2}[-/.])?)`;
const START = String.raw`(?<![\w/.:\u00c0-\u024f])`;
const WORD_START = String.raw`(?<![\w\u00c0-\u024f])`;

/** The forms of a date that begin with a letter, the more telling first. */
const LETTER_FORMS = {
  // June 20/July 2, 1890
  twoDays: String.raw`${WORD_START}${WORD}${SPACE}${DAY}${SECOND_PART}${WORD}${SPACE}${DAY}[)\]]?,?${SPACE}\d{4}(?!\w)`,
  // January 17, 1996; Jan. 17-19, 1996
  monthFirst: String.raw`${WORD_START}${WORD}${GAP}(?:the${SPACE})?${DAY}${MORE_DAYS}(?:${GAP},${GAP}|${SPACE})${YEAR}`,
  // Jan-17-1996, Jan/17/96
  joined: String.raw`${WORD_START}${LETTER}{3,12}(?:-\d{1,2}-|/\d{1,2}/|\.\d{1,2}\.)(?:\d{4}|\d{2})(?![\w/])`,
  // June 1844; June-July 1844
  month: String.raw`${WORD_START}${WORD}(?:(?:${DASH}|[ ]to[ ])${WORD})?(?:${GAP},|[ ](?:of|de))?${SPACE}\d{4}(?!\w|[-/.]\d)`,
  // January 17; Jan '96
  noYear: String.raw`${START}${WORD}[ ](?:${DAY}|['\u2018\u2019]\d{2})(?!\w)`,
} as const;

/** Those that begin with a digit. */
const DIGIT_FORMS = {
  // 1996-01-17; 1996-01-17T12:00
  iso: String.raw`(?<![\w/.-])\d{4}[-/.]\d{1,2}[-/.]\d{1,2}(?=T\d|(?![\w/]))`,
  // 1/17/1996, 17.1.1996, 6/30/04
  numeric: String.raw`(?<![\w/.:-])\d{1,2}(?:-\d{1,2}-|/\d{1,2}/|\.\d{1,2}\.)(?:\d{4}|\d{2})(?![\w/])`,
  // 17.I.1996, 17/I/1996, 17.I.96
  roman: String.raw`(?<![\w/.:-])\d{1,2}(?:\.[ ]?[IVX]{1,4}\.[ ]?|/[IVX]{1,4}/|-[IVX]{1,4}-)(?:\d{4}|\d{2})(?![\w/])`,
  // 20 June (2 July) 1890
  twoDays: String.raw`${START}${DAY}${SPACE}${WORD}${SECOND_PART}${DAY}${SPACE}${WORD}[)\]]?,?${SPACE}\d{4}(?!\w)`,
  // 17 January 1996; 17th of January, 1996; 17th day of January, 1996; 17. Januar 1996; 17-Jan-1996; 17/Jan/96
  dayFirst: String.raw`${START}${DAY}\.?(?:${MORE_DAYS}${GAP}(?:(?:day${SPACE}of|of|de)${SPACE})?${WORD}(?:${SPACE}(?:de|of)|${GAP},)?${GAP}${YEAR}|(?:-${WORD}-|/${WORD}/)(?:\d{4}|\d{2})(?![\w/]))`,
  // 1996 January 17
  yearFirst: String.raw`${START}\d{4},?[ ]${WORD}[ ]${DAY}(?!\w|,?[ ]\d{4})`,
  // ??/6/1844, 1844-06-??
  unknownDay: String.raw`(?<=${UNKNOWN})\d{1,2}[-/.]\d{4}(?![\w/]|[-.]\d)|(?<![\w/.-])\d{4}[-/.]\d{1,2}[-/.](?:\?{1,2}|[xX]{2}(?!\w))`,
  // 6/1844
  numericMonth: String.raw`(?<![\w/.:-])(?<!${NUMBERED})\d{1,2}\/\d{4}(?![\w/]|[-.]\d)`,
  // 17 January
  noYear: String.raw`${START}${DAY}[ ](?:of[ ])?${WORD}(?!\w)`,
  // 1844; 1844-1846; 1844-46; 1844/45; but in 1949 - 20 Canada the second is a code
  year: String.raw`(?:(?<=\bmid-|\bca?\.|${UNKNOWN})|(?<![\w/.:,$=&-])(?<!${NUMBERED}))\d{4}(?:${DASH}(?:\d{4}|\d{2}(?![ ]?-[ ]?\d|[ ][A-Z])))?(?![\w/%]|[.,:]\d|${COUNTED})`,
} as const;

/** The name of a form. */
export type Form = keyof typeof LETTER_FORMS | keyof typeof DIGIT_FORMS;

/**
 * Forms as one expression that matches where it is set. Every repetition in it is bounded, so that a scan
 * is linear whatever the text.
 */
interface Forms {
  readonly any: RegExp;
  /** Each form is a group, so that the group found tells the form. */
  readonly names: readonly Form[];
}

function formsOf(forms: Readonly<Partial<Record<Form, string>>>): Forms {
  const groups = Object.values(forms).map(form => `(${form})`);
  return { any: new RegExp(groups.join('|'), 'y'), names: Object.keys(forms) as Form[] };
}

/** Of a date that begins with a letter. */
export const FROM_LETTER = formsOf(LETTER_FORMS);
/** Of a date that begins with a digit. */
export const FROM_DIGIT = formsOf(DIGIT_FORMS);
