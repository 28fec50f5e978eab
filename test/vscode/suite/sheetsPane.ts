import { eventually } from './editor';
import { read } from './page';

/** The selector of the *Coding Sheets* view. */
export const pane = '.pane:has(.pane-header[aria-label*="Coding Sheets"])';

/** The selector of a sheet in it. */
export const row = (id: string) => `${pane} .monaco-list-row[aria-label^="ATOP ${id};"]`;

/** The rows of the view from top to bottom, as a screen reader says them. */
export const rows = () => read(`${pane} .monaco-list-row`);

/** The rows, once their beginnings are these. */
export function rowsOf(...ids: readonly string[]): Promise<readonly string[]> {
  let seen: readonly string[] = [];
  return eventually('the rows', async () => {
    seen = await rows();
    return seen.map(text => text.split(';', 1)[0]).join() === ids.join() && seen;
  }).catch(() => {
    throw new Error(`Other rows than awaited: ${seen.join(' | ')}`);
  });
}
