import * as vscode from 'vscode';
import { Position } from 'vscode-languageclient';
import type { SheetServer } from '../languageClient';
import type { UnansweredQuestion } from '../protocol';
import { requestProgress, requireSheetEditor } from '../sheetEditor';

export type Direction = 'next' | 'previous';

/** How long a remark stays in the status bar, in milliseconds. */
const remarkTime = 5_000;

/** Where a move starts, if not at the cursor of the active editor. */
export interface Start {
  readonly uri: vscode.Uri;
  readonly position: vscode.Position;
}

/** The start that a command's arguments name, as a code lens gives them; menus give others. */
export function startOf(uri: unknown, position: unknown): Start | undefined {
  if (typeof uri !== 'string' || !Position.is(position)) return undefined;
  return {
    uri: vscode.Uri.parse(uri, true),
    position: new vscode.Position(position.line, position.character),
  };
}

/** Moves the cursor to the place of the nearest missing answer, and on from the other end of the sheet. */
export async function moveToUnanswered(
  server: SheetServer,
  direction: Direction,
  start?: Start,
): Promise<void> {
  if (start) await vscode.window.showTextDocument(start.uri);
  const editor = await requireSheetEditor();
  if (!editor) return;
  const progress = await requestProgress(server, editor.document);
  if (!progress) {
    void vscode.window.showInformationMessage(vscode.l10n.t('This file holds no coding sheet.'));
    return;
  }
  const places = inOrder(progress.unanswered);
  const target = nearest(places, start?.position ?? editor.selection.active, direction);
  if (!target) {
    void vscode.window.showInformationMessage(vscode.l10n.t('Every question that needs an answer has one.'));
    return;
  }
  editor.selection = new vscode.Selection(target.place.position, target.place.position);
  editor.revealRange(editor.selection, vscode.TextEditorRevealType.InCenter);
  remark(target, places.length, direction);
}

interface Place {
  readonly question: UnansweredQuestion;
  readonly position: vscode.Position;
}

interface Target {
  readonly place: Place;
  readonly wrapped: boolean;
}

function inOrder(questions: readonly UnansweredQuestion[]): readonly Place[] {
  return questions
    .map(question => ({
      question,
      position: new vscode.Position(question.position.line, question.position.character),
    }))
    .sort((a, b) => a.position.compareTo(b.position));
}

function nearest(
  places: readonly Place[],
  cursor: vscode.Position,
  direction: Direction,
): Target | undefined {
  const place =
    direction === 'next'
      ? places.find(({ position }) => position.isAfter(cursor))
      : places.findLast(({ position }) => position.isBefore(cursor));
  if (place) return { place, wrapped: false };
  const end = direction === 'next' ? places[0] : places.at(-1);
  return end && { place: end, wrapped: true };
}

/** Says in the status bar where the cursor has gone, for a wrap would otherwise go unnoticed. */
function remark({ place, wrapped }: Target, count: number, direction: Direction): void {
  const { number, label } = place.question;
  let text: string;
  if (count === 1)
    text = vscode.l10n.t('Question {0} ({1}) is the only one without an answer.', number, label);
  else if (!wrapped) text = vscode.l10n.t('Question {0}: {1}', number, label);
  else if (direction === 'next') text = vscode.l10n.t('From the top again: question {0}: {1}', number, label);
  else text = vscode.l10n.t('From the end again: question {0}: {1}', number, label);
  vscode.window.setStatusBarMessage(text, remarkTime);
}
