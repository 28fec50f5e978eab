/** Texts that would slow a careless reader down: each grows to any length. */
import { seedText, withAnswer } from '../unit/support/sheets';

/** A text of so many characters made of one piece again and again, after a beginning. */
function repeated(piece: string, beginning = ''): (length: number) => string {
  return length => (beginning + piece.repeat(Math.ceil(length / piece.length))).slice(0, length);
}

/** The same as one answer to a question, whose printed text leads. */
function answerOf(question: string): (piece: string) => (length: number) => string {
  return piece => repeated(piece, `${question}\n`);
}

const seed = seedText();

/** The same as one answer of the real sheet, in which it is compared with others. */
function inSheet(question: number): (piece: string) => (length: number) => string {
  return piece => length => {
    const count = Math.max(1, Math.ceil((length - seed.length) / piece.length));
    return withAnswer(question, piece.repeat(count), seed).slice(0, length);
  };
}

const termination = answerOf(
  '14. Termination date(s) (may vary for members in multilateral alliances) and source(s) for termination dates(s):',
);
const members = answerOf('4. Members in Alliance (list COW country codes and names):');
const alliance = answerOf(
  '16. Type of alliance (defense pact, neutrality pact, nonaggression pact, consultation pact, offense pact): (List all that apply to any member of the alliance.)',
);
const secrecy = answerOf(
  '21. Is a specific target/threat mentioned as the object of the treaty? (Yes, No) (Answering Yes to this question does not necessarily mean that obligations are limited only to this adversary.) If Yes, list the target nation(s) (using COW country codes if possible) and describe the general nature of the reference to the target of the treaty.',
);

/** By a name that says what is repeated; each gives a text of the length asked for. */
export const hostileTexts: Readonly<Record<string, (length: number) => string>> = {
  spaces: repeated(' '),
  'no-break spaces': repeated('\u00a0'),
  'line feeds': repeated('\n'),
  'carriage returns': repeated('\r'),
  tabs: repeated('\t'),
  nul: repeated('\0'),
  'lone surrogates': repeated('\ud800'),
  'one word': repeated('a'),
  'short words': repeated('a '),
  digits: repeated('1'),
  'numbers in lines': repeated('1\n'),
  'numbers in a line': repeated('1. '),
  'numbered lines': repeated('12. Article\n'),
  'question marks': repeated('?'),
  dots: repeated('.'),
  brackets: repeated('('),
  'closed brackets': repeated('()'),
  'label again and again': repeated('1. ATOP ID: '),
  'label in lines': repeated('1. ATOP ID: 4765\n'),
  'label that does not end': repeated('1. ATOP ID '),
  'half a question': repeated('5. Is the treaty multi\n'),
  'half a heading': repeated('SECTION '),
  'headings in a line': repeated('SECTION II: OBLIGATIONS '),
  'misspelt headings': repeated('SECTON III: OBLIGATIONS OF\n'),
  'titles alone': repeated('OBLIGATIONS\n'),
  'a version log': repeated('Version 4.0: Q14 revised by A on May 3, 2017\n', '61. Coder comments\nNone\n'),
  'spaced version': repeated('Version      ', '61. Coder comments\nNone\n'),
  'dates in an answer': termination('January 17, 1996 '),
  'months in an answer': termination('January '),
  'days in an answer': termination('17 '),
  'years in an answer': termination('1996/'),
  'years and dashes': termination('1996-'),
  'misspelt months': termination('Januray 17, '),
  'circa and blanks': termination('ca.          '),
  'slashes in an answer': termination('1/'),
  'commas in an answer': termination(', '),
  'codes in an answer': members('370 '),
  'codes in lines': members('370\n'),
  'members in lines': members('370 Belarus\n'),
  'names in an answer': members('Korea, Republic of '),
  'unknown names': members('Ruritania, '),
  'near names': members('Belarrus\n'),
  'open brackets in members': members('370 (Belarus '),
  'brackets in members': members('370 Belarus (joined May 3, 1990)\n'),
  'initials in members': members('U. S. '),
  'values in an answer': alliance('defense pact, '),
  'near values': alliance('defnse pact, '),
  'values in brackets': alliance('(defense '),
  links: secrecy('http://a.org/b '),
  'torn links': secrecy('http://a.org/b c/d/ '),
  'link without an end': secrecy('http://a/'),
  'brackets in a link': secrecy('http://a.org/('),
  'half a link': secrecy('www.'),
  'Yes again and again': secrecy('Yes. '),
  'marks before Yes': secrecy('* '),
  'mentions of IDs': secrecy('see ATOP 3150 and 3160, '),
  citations: secrecy('UNTS no. 35237, vol. 2038, p. 57; '),
  quotes: secrecy('“'),
  'signatures of a sheet': inSheet(3)('1/2/96, '),
  'members of a sheet': inSheet(4)('370 Belarus\n'),
  'endings of a sheet': inSheet(14)('13/45/1996; '),
  'endings in brackets': inSheet(14)('Greece (May 3, 1990) '),
  'links of a sheet': inSheet(14)('http://a.org/b c/d/ '),
  'types of a sheet': inSheet(16)('defense pact (Russia only), '),
  'conditions of a sheet': inSheet(19)('None, '),
  'revisions of a sheet': inSheet(60)('May 3, 2017, '),
};
