import {
  memberVariables,
  questionsFeeding,
  variableByName,
  type Instrument,
  type Question,
  type Section,
  type Variable,
} from '../instrument';
import { bulletList, escapeMarkdown } from './markdown';

/** `13. Renewals so far`: the question where there is no room for its text. */
export function questionTitle(question: Question): string {
  return `${question.number}. ${question.label}`;
}

/** `Section I: Formation, members, and duration`. */
export function sectionTitle({ numeral, title }: Pick<Section, 'numeral' | 'title'>): string {
  const isAllCapitals = title === title.toUpperCase();
  return `Section ${numeral}: ${isAllCapitals ? title.slice(0, 1) + title.slice(1).toLowerCase() : title}`;
}

/** The question's number and label, in bold. */
export function boldTitle(question: Question): string {
  return `**${question.number}. ${escapeMarkdown(question.label)}**`;
}

/** All about a question: its text, how to answer it, its values, and what ATOP makes of it. */
export function questionParagraphs(question: Question): readonly string[] {
  return [
    boldTitle(question),
    escapeMarkdown(question.text),
    question.help,
    valuesList(question),
    variablesList(question),
  ];
}

/** What a coder wants beside an answer: which question it is, and how it is answered. */
export function helpParagraphs(question: Question): readonly string[] {
  return [boldTitle(question), question.help];
}

function valuesList(question: Question): string {
  return bulletList(
    (question.values ?? []).map(value => `**${escapeMarkdown(value.text)}**: ${escapeMarkdown(value.help)}`),
  );
}

/** The variables that a question feeds; those for the single members in one line. */
function variablesList(question: Question): string {
  if (question.variables.length === 0)
    return "None of the variables in ATOP's data is coded from this answer.";
  const members = question.variables.filter(isMemberVariable);
  const others = question.variables.filter(name => !isMemberVariable(name));
  const lines = others.map(variableLine);
  const [first] = members;
  const last = members.at(-1);
  if (first !== undefined && last !== undefined) {
    const names = first === last ? `\`${first}\`` : `\`${first}\` to \`${last}\``;
    lines.push(`${names}: the Correlates of War codes of the members`);
  }
  return `In ATOP's data:\n\n${bulletList(lines)}`;
}

const memberNames: ReadonlySet<string> = new Set(memberVariables);

function isMemberVariable(name: string): boolean {
  return memberNames.has(name);
}

/** `` `wartime`: whether the alliance was signed while a member was at war (0: no; 1: yes) `` */
function variableLine(name: string): string {
  const variable = variableByName(name);
  if (!variable) return `\`${name}\``;
  const codes = codesInWords(variable);
  return `\`${name}\`: ${variable.meaning}${codes === '' ? '' : ` (${codes})`}`;
}

function codesInWords({ codes, furtherCodes }: Variable): string {
  const known = Object.entries(codes ?? {}).map(([code, meaning]) => `${code}: ${meaning}`);
  if (furtherCodes) known.push(`${known.length > 0 ? 'others' : 'codes'}: see ATOP's codebook`);
  return known.join('; ');
}

/**
 * What a Yes or a No comes to in ATOP's data. A code is only named where nothing else has a say in it:
 * the variable is 0 or 1 for no and yes, and is coded from this question alone; a Yes moreover only
 * says which variable is 1 where the question feeds no other.
 */
export function codingOf(value: 'yes' | 'no', question: Question, instrument: Instrument): string {
  const lines = question.variables.map(name => {
    const variable = variableByName(name);
    const isCertain =
      variable?.scale === 'binary' &&
      variable.codes?.[0] === 'no' &&
      variable.codes[1] === 'yes' &&
      questionsFeeding(instrument, name).length === 1 &&
      (value === 'no' || question.variables.length === 1);
    if (!variable || !isCertain) return variableLine(name);
    return `\`${name}\` → ${value === 'no' ? 0 : 1}: ${variable.meaning}`;
  });
  return lines.length === 0 ? '' : `In ATOP's data:\n\n${bulletList(lines)}`;
}
