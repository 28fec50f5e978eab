import * as vscode from 'vscode';
import type { SheetListEntry } from '../protocol';
import { countUndecided, fileNameOf, isFiltering, type SheetFilter } from './arrangement';

/** How many members a line of the view names, and how many a tooltip lists. */
const namedMembers = 3;
const listedMembers = 12;

/** How many questions a tooltip lists by number. */
const listedQuestions = 15;

/** What a sheet comes to at a glance. */
export type SheetCondition = 'error' | 'open' | 'unchecked' | 'warning' | 'complete';

export function conditionOf({ problems, open }: SheetListEntry): SheetCondition {
  if (problems && problems.errors > 0) return 'error';
  if (open !== null && open > 0) return 'open';
  if (!problems) return 'unchecked';
  return problems.warnings > 0 ? 'warning' : 'complete';
}

const icons: Readonly<Record<SheetCondition, vscode.ThemeIcon>> = {
  error: new vscode.ThemeIcon('error', new vscode.ThemeColor('list.errorForeground')),
  open: new vscode.ThemeIcon('circle-large-outline'),
  unchecked: new vscode.ThemeIcon('ellipsis'),
  warning: new vscode.ThemeIcon('warning', new vscode.ThemeColor('list.warningForeground')),
  complete: new vscode.ThemeIcon('pass', new vscode.ThemeColor('testing.iconPassed')),
};

export function iconOf(sheet: SheetListEntry): vscode.ThemeIcon {
  return icons[conditionOf(sheet)];
}

/** The ATOP ID, or the file's name where there is none. */
export function labelOf(sheet: SheetListEntry): string {
  return sheet.atopId ?? fileNameOf(sheet);
}

/**
 * `58/61 · 1996– · Belarus, Kazakhstan`, with the file before the members where another sheet has the same
 * label. What is short comes first, for the view may be narrow.
 */
export function descriptionOf(sheet: SheetListEntry, isAmbiguous: boolean): string {
  const parts = [countOf(sheet), yearsOf(sheet), isAmbiguous ? pathOf(sheet) : '', membersOf(sheet)];
  return parts.filter(part => part !== '').join(' · ');
}

function countOf({ answered, total }: SheetListEntry): string {
  return answered === null || total === null ? '' : `${answered}/${total}`;
}

function membersOf({ members }: SheetListEntry): string {
  const named = members
    .slice(0, namedMembers)
    .map(({ name }) => name)
    .join(', ');
  const others = members.length - namedMembers;
  return others > 0 ? vscode.l10n.t('{0} and {1} more', named, others) : named;
}

function yearsOf({ years: { from, to } }: SheetListEntry): string {
  if (from === null && to === null) return '';
  return `${from ?? '?'}–${to ?? ''}`;
}

function pathOf({ uri }: SheetListEntry): string {
  return vscode.workspace.asRelativePath(vscode.Uri.parse(uri));
}

/** Everything that the list knows of a sheet. */
export function tooltipOf(sheet: SheetListEntry): vscode.MarkdownString {
  const tooltip = new vscode.MarkdownString('', true);
  tooltip.appendMarkdown('**').appendText(titleOf(sheet)).appendMarkdown('**\n\n');
  const line = (text: string) => tooltip.appendText(text).appendMarkdown('  \n');
  for (const { code, name } of sheet.members.slice(0, listedMembers)) line(`${code} ${name}`);
  const others = sheet.members.length - listedMembers;
  if (others > 0) line(vscode.l10n.t('and {0} more', others));
  tooltip.appendMarkdown('\n\n');
  const paragraph = (icon: string, text: string) => {
    tooltip.appendMarkdown(`$(${icon}) `).appendText(text).appendMarkdown('\n\n');
  };
  const years = spokenYearsOf(sheet);
  if (years !== '') paragraph('calendar', years);
  const answered = answeredOf(sheet);
  if (answered !== '') paragraph('checklist', answered);
  for (const line of listsOf(sheet)) paragraph(line.icon, line.text);
  paragraph('info', problemsOf(sheet));
  tooltip.appendText(pathOf(sheet));
  return tooltip;
}

/** The line of a sheet as a screen reader says it. */
export function spokenLabelOf(sheet: SheetListEntry): string {
  const parts = [
    titleOf(sheet),
    membersOf(sheet),
    spokenYearsOf(sheet),
    answeredOf(sheet),
    problemsOf(sheet),
  ];
  return parts.filter(part => part !== '').join('; ');
}

function titleOf(sheet: SheetListEntry): string {
  return sheet.atopId === null
    ? vscode.l10n.t('{0}, without an ATOP ID', fileNameOf(sheet))
    : vscode.l10n.t('ATOP {0}', sheet.atopId);
}

function spokenYearsOf({ years: { from, to } }: SheetListEntry): string {
  if (from !== null && to !== null) return vscode.l10n.t('{0} to {1}', from, to);
  if (from !== null) return vscode.l10n.t('since {0}', from);
  return to === null ? '' : vscode.l10n.t('until {0}', to);
}

function answeredOf({ answered, total, open }: SheetListEntry): string {
  if (answered === null || total === null || open === null) return '';
  return open === 0
    ? vscode.l10n.t('{0} of {1} questions answered, none open', answered, total)
    : vscode.l10n.t('{0} of {1} questions answered, {2} open', answered, total, open);
}

function problemsOf({ problems }: SheetListEntry): string {
  if (!problems) return vscode.l10n.t('not checked yet');
  const { errors, warnings, information } = problems;
  if (errors + warnings + information === 0) return vscode.l10n.t('no problems');
  return vscode.l10n.t('errors: {0}, warnings: {1}, remarks: {2}', errors, warnings, information);
}

/** The questions that want attention, by their numbers. */
function listsOf({ states }: SheetListEntry): { icon: string; text: string }[] {
  const numbers = (letters: string): string => {
    const found = Array.from(states).flatMap((letter, index) =>
      letters.includes(letter) ? [index + 1] : [],
    );
    return found.slice(0, listedQuestions).join(', ') + (found.length > listedQuestions ? ' …' : '');
  };
  return [
    { icon: 'circle-large-outline', text: vscode.l10n.t('Open: {0}', numbers('om')), any: /[om]/ },
    { icon: 'error', text: vscode.l10n.t('With errors: {0}', numbers('e')), any: /e/ },
    { icon: 'warning', text: vscode.l10n.t('With warnings: {0}', numbers('w')), any: /w/ },
  ].filter(({ any }) => any.test(states));
}

/** What the filter lets through, for the line above the list; empty where it lets through everything. */
export function filterMessage(filter: SheetFilter, shown: number, sheets: readonly SheetListEntry[]): string {
  if (!isFiltering(filter)) return '';
  const text = filter.text.trim();
  const conditions = [
    text === '' ? '' : `“${text}”`,
    filter.onlyOpen ? vscode.l10n.t('with open questions') : '',
    filter.onlyProblems ? vscode.l10n.t('with problems') : '',
  ].filter(condition => condition !== '');
  const message = vscode.l10n.t('{0} of {1} sheets: {2}', shown, sheets.length, conditions.join(', '));
  const undecided = countUndecided(sheets, filter);
  return undecided === 0 ? message : `${message} · ${vscode.l10n.t('not checked yet: {0}', undecided)}`;
}
