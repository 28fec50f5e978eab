import * as vscode from 'vscode';
import type { AgreementTexts } from './texts';

/** The texts of the agreement's page in VS Code's language. */
export function localizedTexts(): AgreementTexts {
  return {
    refresh: vscode.l10n.t('Refresh'),
    copy: vscode.l10n.t('Copy Table'),
    compare: vscode.l10n.t('Compare Side by Side'),
    compared: vscode.l10n.t('alliances compared: {0}'),
    nothing: vscode.l10n.t('No alliance has a sheet of each coder.'),
    agreed: vscode.l10n.t('Agreement'),
    agreedOf: vscode.l10n.t('{0} of {1} answers say the same'),
    kappa: vscode.l10n.t('Cohen’s kappa'),
    alpha: vscode.l10n.t('Krippendorff’s alpha'),
    noVariation: vscode.l10n.t('no variation'),
    noPairs: vscode.l10n.t('no pairs'),
    single: vscode.l10n.t('Kappa and alpha need the sheets of several alliances.'),
    questions: vscode.l10n.t('By question'),
    columns: {
      question: vscode.l10n.t('Question'),
      pairs: vscode.l10n.t('Pairs'),
      agreed: vscode.l10n.t('Agreed'),
      percent: vscode.l10n.t('Percent'),
      kappa: vscode.l10n.t('Kappa'),
      alpha: vscode.l10n.t('Alpha'),
      givenByOne: vscode.l10n.t('By one alone'),
      unclear: vscode.l10n.t('Unclear'),
    },
    leftOut: vscode.l10n.t('Not in these figures: questions {0}'),
    disagreements: vscode.l10n.t('Where they differ'),
    noDisagreements: vscode.l10n.t('The coders differ nowhere.'),
    onQuestion: vscode.l10n.t('Question {0} alone'),
    all: vscode.l10n.t('Show all questions'),
    kinds: {
      category: vscode.l10n.t('different answers'),
      missing: vscode.l10n.t('answered by one coder alone'),
      unclear: vscode.l10n.t('neither Yes nor No'),
      wording: vscode.l10n.t('other words, not in the figures'),
    },
    noAnswer: vscode.l10n.t('(no answer)'),
    more: vscode.l10n.t('Show {0} more'),
    notCompared: vscode.l10n.t('Not compared'),
    onlyA: vscode.l10n.t('only A has {0}: {1}'),
    onlyB: vscode.l10n.t('only B has {0}: {1}'),
    duplicate: vscode.l10n.t('one coder has several sheets of {0}: {1}'),
    withoutId: vscode.l10n.t('without an ATOP ID: {0}'),
    unreadable: vscode.l10n.t('cannot be read: {0}'),
    open: vscode.l10n.t('Open this answer in sheet {0}'),
  };
}
