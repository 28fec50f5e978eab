import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readSheet } from '../../../server/src/answers';
import { atopInstrument } from '../../../server/src/instrument';
import {
  findingsOf,
  type Fix,
  type RatedFinding,
  type RuleId,
  type RuleSeverities,
  type TextChange,
} from '../../../server/src/rules';
import { fixAll } from '../../../server/src/rules/fixAll';

/** The day on which these tests take place. */
export const TODAY = '2026-11-24';

/** The real sheet of ATOP alliance 4765, whole. */
export function seedText(): string {
  return readFileSync(join(__dirname, '..', '..', '..', 'examples', '4765.atop'), 'utf8');
}

/** The real sheet with another answer to one question. */
export function seedAnswering(number: number, answer: string): string {
  return seedAnsweringAll(new Map([[number, answer]]));
}

/** The real sheet with other answers to some questions, by their numbers. */
export function seedAnsweringAll(answers: ReadonlyMap<number, string>): string {
  let text = seedText();
  for (const { question, start, end } of readSheet(text, atopInstrument).answers.toReversed()) {
    const answer = answers.get(question.number);
    if (answer === undefined) continue;
    const written = start === end && answer !== '' ? `\n${answer}` : answer;
    text = text.slice(0, start) + written + text.slice(end);
  }
  return text;
}

/** A finding with the number of the question that it stands in and the words that it underlines. */
export type PlacedFinding = RatedFinding & { readonly question: number; readonly text: string };

export function findingsIn(text: string, severities: RuleSeverities = {}): PlacedFinding[] {
  const sheet = readSheet(text, atopInstrument);
  return findingsOf(sheet, { today: TODAY }, severities).map(finding => ({
    ...finding,
    question: sheet.answers.findLast(answer => answer.node.start <= finding.start)?.question.number ?? 0,
    text: text.slice(finding.start, finding.end),
  }));
}

/** What is found beyond what the real sheet shows by itself. */
export function newFindingsIn(text: string): PlacedFinding[] {
  const usual = findingsIn(seedText()).map(identity);
  return findingsIn(text).filter(finding => {
    const at = usual.indexOf(identity(finding));
    if (at >= 0) usual.splice(at, 1);
    return at < 0;
  });
}

function identity({ question, rule, text }: PlacedFinding): string {
  return JSON.stringify([question, rule, text.replace(/\s+/g, ' ')]);
}

/** The only new finding of the text; fails where there is none or another one. */
export function onlyFinding(text: string, rule: RuleId): PlacedFinding {
  const found = newFindingsIn(text);
  const [only] = found;
  if (!only || found.length > 1 || only.rule !== rule) {
    throw new Error(
      `Expected one ${rule}, found ${JSON.stringify(found.map(({ rule: id, message }) => [id, message]))}`,
    );
  }
  return only;
}

export function fixesOf(finding: RatedFinding): readonly Fix[] {
  return finding.fixes?.() ?? [];
}

/** The text after a fix, chosen by its title. */
export function textAfter(text: string, finding: RatedFinding, title: string | RegExp): string {
  const fix = fixesOf(finding).find(candidate =>
    typeof title === 'string' ? candidate.title === title : title.test(candidate.title),
  );
  if (!fix)
    throw new Error(
      `No fix “${String(title)}” among ${JSON.stringify(fixesOf(finding).map(other => other.title))}`,
    );
  return withChanges(text, fix.changes);
}

export function withChanges(text: string, changes: readonly TextChange[]): string {
  return changes
    .toSorted((a, b) => b.start - a.start || b.end - a.end)
    .reduce(
      (changed, { start, end, newText }) => changed.slice(0, start) + newText + changed.slice(end),
      text,
    );
}

export function fixAllIn(text: string): string {
  const sheet = readSheet(text, atopInstrument);
  const fixed = fixAll(sheet, { today: TODAY });
  const applied = withChanges(text, fixed.changes);
  if (applied !== fixed.text) throw new Error('The changes of Fix All do not lead to its text.');
  return applied;
}

/** The answer to a question as the coder wrote it. */
export function answerIn(text: string, number: number): string | undefined {
  return readSheet(text, atopInstrument).answerTo(number)?.text;
}
