import * as vscode from 'vscode';
import type { PageAnswer, PageRequest } from './pageRequest';

const pollMs = 30;
const answerTimeoutMs = 20_000;
/** Other names than before the page was loaded anew, which starts the tests anew as well. */
const visit = Date.now();
let requests = 0;

/** Whether the workbench is a page that can be driven; a desktop window is not. Skip tests that type without it. */
export const pageIsDriven = process.env['ATOP_PAGE_CHANNEL'] !== undefined;

/** Presses a key or a combination in the workbench, in Playwright's names: `Control+Space`, `Enter`. */
export async function keys(combination: string): Promise<void> {
  await ask({ action: 'keys', keys: combination });
}

/** Types a text, key by key, where the workbench's focus is. */
export async function type(text: string): Promise<void> {
  await ask({ action: 'type', text });
}

/** Clicks on the first element that a selector finds, in Playwright's form, once it is there. */
export async function click(selector: string, button: 'left' | 'right' = 'left'): Promise<void> {
  await ask({ action: 'click', selector, button });
}

/** Rests the pointer on the first element that a selector finds. */
export async function hover(selector: string): Promise<void> {
  await ask({ action: 'hover', selector });
}

/** Loads the workbench's page anew, as a user does. The extension host ends, and the tests begin once more. */
export async function reload(): Promise<never> {
  await ask({ action: 'reload' });
  throw new Error('The page was not loaded anew.');
}

/** The accessible labels, or else the texts, of all elements that a selector finds now. */
export async function read(selector: string): Promise<readonly string[]> {
  return (await ask({ action: 'read', selector })).texts ?? [];
}

/**
 * Asks the process that shows the workbench to do something with its page, and waits until it is done.
 *
 * @throws {Error} when the page cannot be driven, the request fails, or no answer comes in 20 seconds.
 */
export async function ask(request: PageRequest): Promise<PageAnswer> {
  const name = `${visit}-${++requests}`;
  const part = channelFile(`${name}.part`);
  await vscode.workspace.fs.writeFile(part, new TextEncoder().encode(JSON.stringify(request)));
  await vscode.workspace.fs.rename(part, channelFile(`${name}.request`));

  const answer = await readAnswer(channelFile(`${name}.done`));
  if (answer.error !== undefined) throw new Error(answer.error);
  return answer;
}

async function readAnswer(file: vscode.Uri): Promise<PageAnswer> {
  const deadline = Date.now() + answerTimeoutMs;
  while (Date.now() < deadline) {
    if (await exists(file)) {
      const bytes = await vscode.workspace.fs.readFile(file);
      return JSON.parse(new TextDecoder().decode(bytes)) as PageAnswer;
    }
    await new Promise(resolve => setTimeout(resolve, pollMs));
  }
  throw new Error(`The page did not answer within ${answerTimeoutMs / 1000} s.`);
}

async function exists(file: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(file);
    return true;
  } catch {
    return false;
  }
}

function channelFile(name: string): vscode.Uri {
  const folder = process.env['ATOP_PAGE_CHANNEL'];
  if (folder === undefined) throw new Error('This window cannot be driven from outside.');
  return vscode.Uri.joinPath(hostFile(folder), name);
}

/**
 * The address of a file on the machine that the workspace is on. A web worker sees that machine only
 * through its workspace's scheme, so the address is made from the workspace folder's.
 */
export function hostFile(path: string): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  return folder === undefined || folder.uri.scheme === 'file'
    ? vscode.Uri.file(path)
    : folder.uri.with({ path });
}

/** The way into the page of the webview that is shown; a selector in it follows. */
export const webview = 'iframe.webview.ready >>> iframe#active-frame >>>';
