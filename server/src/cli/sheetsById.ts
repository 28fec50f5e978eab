import { pathToFileURL } from 'node:url';
import { readSheet } from '../answers';
import { NO_SHEETS, type WorkspaceSheets } from '../features/workspaceSheets';
import { atopInstrument } from '../instrument';
import type { SheetPlace } from '../rules';
import { ownIdPlace, rangeOfId, type IdPlace } from '../workspace/identity';
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
      bearers.push({ uri, range: rangeOfId(own) });
      byId.set(own.id, bearers);
    }
    done();
  }
  for (const [id, places] of byId) if (places.length === 1) byId.delete(id);
  return { ...NO_SHEETS, has: uri => uris.has(uri), sheetsWithId: id => byId.get(id) ?? [] };
}

function ownId(text: string): IdPlace | undefined {
  return ownIdPlace(text, atopInstrument, () => readSheet(text, atopInstrument));
}
