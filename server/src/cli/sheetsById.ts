import { pathToFileURL } from 'node:url';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Range } from 'vscode-languageserver-types';
import { readSheet, type Sheet } from '../answers';
import { NO_SHEETS, type WorkspaceSheets } from '../features/workspaceSheets';
import { atopInstrument } from '../instrument';
import type { SheetPlace } from '../rules';
import { readInputs, type Input } from './inputs';

export function uriOf({ path }: Input): string {
  return pathToFileURL(path).href;
}

/**
 * The sheets of a command as the service's workspace, as far as its rules ask for it: which of them
 * bear an ATOP ID. Only that is kept of each.
 */
export async function sheetsById(inputs: readonly Input[], done: () => void): Promise<WorkspaceSheets> {
  const files = inputs.filter(({ isStdin }) => !isStdin);
  // One sheet has no double.
  if (files.length < 2) return NO_SHEETS;
  const uris = new Set<string>();
  const byId = new Map<string, SheetPlace[]>();
  for await (const read of readInputs(files)) {
    // What cannot be read is told when it is checked.
    const own = 'source' in read ? ownId(read.source.text) : undefined;
    const uri = uriOf(read.input);
    uris.add(uri);
    if (own) {
      const bearers = byId.get(own.id) ?? [];
      bearers.push({ uri, range: own.range });
      byId.set(own.id, bearers);
    }
    done();
  }
  for (const [id, places] of byId) if (places.length === 1) byId.delete(id);
  return { ...NO_SHEETS, has: uri => uris.has(uri), sheetsWithId: id => byId.get(id) ?? [] };
}

/** Question 1 stands at the head of nearly every sheet; the rest then need not be read for it. */
const HEAD = 2000;

function ownId(text: string): { readonly id: string; readonly range: Range } | undefined {
  const head = readSheet(text.slice(0, HEAD), atopInstrument);
  const isWhole = head.tree.questions[0]?.question.number === 1 && head.tree.questions.length > 1;
  const sheet = isWhole || text.length <= HEAD ? head : readSheet(text, atopInstrument);
  const id = idOf(sheet);
  if (!id) return undefined;
  const document = TextDocument.create('', 'atop', 0, sheet.text);
  const { start, end, value } = id;
  return { id: value, range: { start: document.positionAt(start), end: document.positionAt(end) } };
}

function idOf(sheet: Sheet) {
  for (const { reading } of sheet.answers) if (reading.kind === 'atop-id' && reading.id) return reading.id;
  return undefined;
}
