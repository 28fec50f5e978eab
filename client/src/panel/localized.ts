import * as vscode from 'vscode';
import type { PanelTexts } from './texts';

/** The texts of the panel in VS Code's language. */
export function localizedTexts(): PanelTexts {
  return {
    title: vscode.l10n.t('Dataset Overview'),
    search: vscode.l10n.t('Find sheets'),
    searchHint: vscode.l10n.t('ATOP ID, member, code or file'),
    sortBy: vscode.l10n.t('Sort by'),
    orders: {
      id: vscode.l10n.t('ATOP ID'),
      members: vscode.l10n.t('Members'),
      open: vscode.l10n.t('Open questions'),
      problems: vscode.l10n.t('Problems'),
      question: vscode.l10n.t('Question {0}'),
    },
    onlyOpen: vscode.l10n.t('Only with open questions'),
    onlyProblems: vscode.l10n.t('Only with problems'),
    commands: {
      export: vscode.l10n.t('Export Dataset'),
      compare: vscode.l10n.t('Compare Coders'),
      newSheet: vscode.l10n.t('New Coding Sheet'),
      restart: vscode.l10n.t('Restart Server'),
    },
    summary: {
      oneSheet: vscode.l10n.t('1 sheet'),
      sheets: vscode.l10n.t('{0} sheets'),
      filteredSheets: vscode.l10n.t('{0} of {1} sheets'),
      done: vscode.l10n.t('{0} % answered'),
      open: vscode.l10n.t('open questions: {0}'),
      unchecked: vscode.l10n.t('not checked yet: {0}'),
    },
    waiting: vscode.l10n.t('The sheets of the workspace are being read …'),
    none: vscode.l10n.t('There is no coding sheet (a file whose name ends in .atop) in this workspace.'),
    noneFound: vscode.l10n.t('No sheet matches what you look for.'),
    unavailable: vscode.l10n.t('The ATOP language server is not running.'),
    states: {
      answered: vscode.l10n.t('answered'),
      optional: vscode.l10n.t('comment left empty'),
      warning: vscode.l10n.t('answered, with warning'),
      open: vscode.l10n.t('open'),
      missing: vscode.l10n.t('missing from the file'),
      error: vscode.l10n.t('answered, with error'),
    },
    legend: vscode.l10n.t('Legend'),
    grid: vscode.l10n.t('Sheets and questions'),
    keys: vscode.l10n.t(
      'A click or Enter opens the answer, with Ctrl (on a Mac ⌘) to the side; arrow keys move. On a question’s number it puts first the sheets where the question needs attention.',
    ),
    cell: {
      question: vscode.l10n.t('Question {0}, {1}'),
      sheet: vscode.l10n.t('ATOP {0}'),
      sheetWithoutId: vscode.l10n.t('{0}, without an ATOP ID'),
      sheetProgress: vscode.l10n.t('{0} of {1} questions answered, {2} open'),
      problems: vscode.l10n.t('errors: {0}, warnings: {1}, remarks: {2}'),
      unchecked: vscode.l10n.t('not checked yet'),
      section: vscode.l10n.t('Section {0}, {1}'),
      questionProgress: vscode.l10n.t('answered in {0} of {1} sheets, open in {2}'),
      sectionProgress: vscode.l10n.t('{0} % of what has to be answered'),
      optional: vscode.l10n.t('may be left empty'),
    },
    columns: { sheet: vscode.l10n.t('Sheet'), answered: vscode.l10n.t('Answered') },
  };
}
