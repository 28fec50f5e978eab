import * as vscode from 'vscode';
import { toBase64 } from '../base64';
import { fileNameOf } from '../fileName';
import type { SheetServer } from '../languageClient';
import { importSheetRequest, type ImportedSheet, type ImportParams, type ImportProblem } from '../protocol';
import { withRequestProgress, type ReportProgress } from '../requestProgress';
import { withServer } from '../sheetEditor';
import { exists, UnwrittenFileError, writeWholeFile } from '../wholeFile';

/** The reports of imports have a scheme of their own: they are read, and are no files until they are saved. */
const scheme = 'atop-import';

/** No published sheet is larger, by far. */
const mostMegabytes = 100;

/** *Import Coding Sheet…*: a clean sheet of a published one, a PDF or the text of one. */
export function registerImportSheet(server: SheetServer, extensionUri: vscode.Uri): vscode.Disposable {
  const reports = new Map<string, string>();
  const importer = new Importer(server, extensionUri, reports);
  return vscode.Disposable.from(
    vscode.workspace.registerTextDocumentContentProvider(scheme, {
      provideTextDocumentContent: uri =>
        reports.get(uri.toString()) ??
        vscode.l10n.t('This report is gone: it was not saved when the window was closed.'),
    }),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => reports.delete(uri.toString())),
    vscode.commands.registerCommand('atopSheets.importSheet', (uri?: unknown, selected?: unknown) =>
      withServer(server, () => importer.importFiles(uri, selected)),
    ),
  );
}

/** A file that nothing comes of, with what the user is told. */
class ImportError extends Error {}

class Importer {
  readonly #server: SheetServer;
  readonly #extensionUri: vscode.Uri;
  readonly #reports: Map<string, string>;

  constructor(server: SheetServer, extensionUri: vscode.Uri, reports: Map<string, string>) {
    this.#server = server;
    this.#extensionUri = extensionUri;
    this.#reports = reports;
  }

  async importFiles(uri: unknown, selected: unknown): Promise<void> {
    const given: unknown[] = Array.isArray(selected) && selected.length > 0 ? selected : [uri];
    const uris = given.filter(one => one instanceof vscode.Uri);
    const sources = uris.length > 0 ? uris : await chooseSources();
    for (const source of sources) {
      try {
        if (!(await this.#importFile(source))) return;
      } catch (error) {
        if (!(error instanceof ImportError) && !(error instanceof UnwrittenFileError)) throw error;
        void vscode.window.showErrorMessage(error.message);
      }
    }
  }

  /** False where the user had enough of it. */
  async #importFile(source: vscode.Uri): Promise<boolean> {
    const name = fileNameOf(source);
    const answer = await withRequestProgress(
      vscode.l10n.t('Importing {0}', name),
      false,
      async (report, token) => this.#request(source, await readSource(source), report, token),
    );
    if (!answer) return false;
    if (answer.kind === 'refused') throw new ImportError(`${name}: ${adviceOn(answer.problem)}`);
    const target = await targetFor(source);
    if (!target) return false;
    await writeWholeFile(target, answer.text, false);
    await this.#show(source, target, answer);
    return true;
  }

  async #request(
    source: vscode.Uri,
    bytes: Uint8Array,
    report: ReportProgress,
    token: vscode.CancellationToken,
  ) {
    const pdfReader = await this.#pdfReader(bytes);
    const params: ImportParams = {
      name: fileNameOf(source),
      base64: toBase64(bytes),
      ...(pdfReader !== undefined && { pdfReader }),
    };
    return this.#server.requestWithProgress(importSheetRequest, params, report, token);
  }

  /** A server in a worker was made from its script alone, and is sent the reader's when it needs that. */
  async #pdfReader(bytes: Uint8Array): Promise<string | undefined> {
    const isPdf = new TextDecoder('latin1').decode(bytes.subarray(0, 1024)).includes('%PDF-');
    if (!('importScripts' in globalThis) || !isPdf) return undefined;
    const reader = vscode.Uri.joinPath(this.#extensionUri, 'dist', 'import', 'readPdf.mjs');
    try {
      return new TextDecoder().decode(await vscode.workspace.fs.readFile(reader));
    } catch (error) {
      // The server then says that there is none.
      this.#server.log(error);
      return undefined;
    }
  }

  /** The sheet, and beside it what was mended. */
  async #show(source: vscode.Uri, target: vscode.Uri, imported: ImportedSheet): Promise<void> {
    await vscode.commands.executeCommand('vscode.open', target, { preview: false });
    if (imported.mended > 0) {
      const report = vscode.Uri.from({
        scheme,
        path: `/${vscode.l10n.t('{0}, what was mended', fileNameOf(target))}.txt`,
        query: String(Date.now()),
      });
      this.#reports.set(report.toString(), `${fileNameOf(source)}\n${imported.report}`);
      await vscode.commands.executeCommand('vscode.open', report, {
        preview: false,
        preserveFocus: true,
        viewColumn: vscode.ViewColumn.Beside,
      });
    }
    tellImported(source, target, imported);
  }
}

async function chooseSources(): Promise<readonly vscode.Uri[]> {
  const chosen = await vscode.window.showOpenDialog({
    title: vscode.l10n.t('Import Coding Sheet'),
    openLabel: vscode.l10n.t('Import'),
    canSelectMany: true,
    filters: {
      [vscode.l10n.t('Published sheets')]: ['pdf', 'txt'],
      [vscode.l10n.t('All files')]: ['*'],
    },
  });
  return chosen ?? [];
}

async function readSource(source: vscode.Uri): Promise<Uint8Array> {
  const name = fileNameOf(source);
  try {
    const { size } = await vscode.workspace.fs.stat(source);
    if (size > mostMegabytes * 1_000_000) {
      throw new ImportError(
        vscode.l10n.t('{0} is larger than {1} MB, which no coding sheet is.', name, mostMegabytes),
      );
    }
    return await vscode.workspace.fs.readFile(source);
  } catch (error) {
    if (error instanceof ImportError) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new ImportError(vscode.l10n.t('{0} cannot be read: {1}', name, reason));
  }
}

/**
 * Beside what is imported, under a name that is free; where that lies outside of the workspace, the user
 * says where. `undefined` where they do not.
 */
async function targetFor(source: vscode.Uri): Promise<vscode.Uri | undefined> {
  const name = fileNameOf(source).replace(/\.[^.]*$/, '');
  const own = vscode.workspace.getWorkspaceFolder(source);
  if (own) return freeName(vscode.Uri.joinPath(source, '..'), name);
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  return vscode.window.showSaveDialog({
    title: vscode.l10n.t('Save Imported Coding Sheet'),
    defaultUri: await freeName(folder?.uri ?? vscode.Uri.joinPath(source, '..'), name),
    filters: { [vscode.l10n.t('ATOP coding sheet')]: ['atop'] },
  });
}

/** `4765.atop`, or `4765-2.atop` where that is taken, and so on. */
async function freeName(folder: vscode.Uri, name: string): Promise<vscode.Uri> {
  for (let number = 1; ; number++) {
    const uri = vscode.Uri.joinPath(folder, `${name}${number === 1 ? '' : `-${number}`}.atop`);
    if (!(await exists(uri))) return uri;
  }
}

function tellImported(source: vscode.Uri, target: vscode.Uri, imported: ImportedSheet): void {
  const { answered, total, missing } = imported;
  const done = vscode.l10n.t(
    '{0} was imported to {1}: {2} of {3} questions are answered.',
    fileNameOf(source),
    vscode.workspace.asRelativePath(target),
    answered,
    total,
  );
  if (missing.length === 0) {
    void vscode.window.showInformationMessage(done);
    return;
  }
  const lacks = vscode.l10n.t('It lacks these questions: {0}.', missing.join(', '));
  void vscode.window.showWarningMessage(`${done} ${lacks}`);
}

/** What is wrong with a file, and what can be done about it. */
function adviceOn(problem: ImportProblem): string {
  switch (problem) {
    case 'not-a-pdf':
      return vscode.l10n.t('this is not a PDF, whatever its name says.');
    case 'encrypted':
      return vscode.l10n.t(
        'this PDF is encrypted and opens only with a password. Save a copy without one and import that.',
      );
    case 'broken':
      return vscode.l10n.t('this PDF is damaged and cannot be read. Download or export it again.');
    case 'no-text':
      return vscode.l10n.t(
        'this PDF holds no text, only pictures of pages. Run text recognition (OCR) on it first, and import the result.',
      );
    case 'other-kind':
      return vscode.l10n.t('this is neither a PDF nor plain text. Save it as one of them first.');
    case 'no-reader':
      return vscode.l10n.t(
        'PDFs cannot be read here, for the PDF reader could not be loaded. Save the PDF as text and import that, or import it in VS Code on a desktop.',
      );
    case 'no-sheet':
      return vscode.l10n.t('no question of the ATOP coding sheet is found in this file.');
  }
}
