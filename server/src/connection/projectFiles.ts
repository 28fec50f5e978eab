import { DiagnosticSeverity, type Connection, type Diagnostic, type Disposable } from 'vscode-languageserver';
import {
  isIgnored,
  NO_PROJECT_SETTINGS,
  PROJECT_FILE,
  readProjectFile,
  type ProjectFileProblem,
  type ProjectSettings,
} from '../configuration';
import { DIAGNOSTIC_SOURCE } from '../features/diagnostics';
import { isWithin, sheetKey } from '../workspace/uris';
import { reasonOf } from './reason';

/** What project files need of the rest of the server. */
export interface ProjectFilesHost {
  /** @throws {Error} that says why a file that is there cannot be read. */
  readonly read: (uri: string) => Promise<string | undefined>;
  /** The key of the folder of the workspace that holds a sheet; nothing above it is looked at. */
  readonly rootOf: (key: string) => string | undefined;
}

/** A project file's settings, and the key of the folder that its patterns are relative to. */
interface Project {
  readonly folder: string;
  readonly settings: ProjectSettings;
}

/** A folder's own project file; `project` is what there is to be had of one that cannot be meant. */
interface Reading {
  readonly project: Project | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * The project files of the workspace. For each sheet the nearest one counts, in its folder or above it, up
 * to the folder that is open. A file that is broken is said to be so, and used as far as it goes.
 */
export class ProjectFiles implements Disposable {
  readonly #connection: Connection;
  readonly #host: ProjectFilesHost;
  /** The project of each folder that was asked for, by its key; what is being read is not known yet. */
  readonly #known = new Map<string, Project | undefined>();
  readonly #asked = new Map<string, Promise<Project | undefined>>();
  /** The files of which the client has been told that something is wrong. */
  readonly #reported = new Set<string>();
  readonly #listeners = new Set<() => void>();

  constructor(connection: Connection, host: ProjectFilesHost) {
    this.#connection = connection;
    this.#host = host;
  }

  /** Is told when any sheet may have come under other settings. */
  onDidChange(listener: () => void): Disposable {
    this.#listeners.add(listener);
    return { dispose: () => this.#listeners.delete(listener) };
  }

  dispose(): void {
    this.#listeners.clear();
  }

  /** The settings of a sheet, once its project file has been read. */
  async settingsOf(uri: string): Promise<ProjectSettings> {
    return (await this.#projectOf(folderOf(sheetKey(uri))))?.settings ?? NO_PROJECT_SETTINGS;
  }

  /** The same as far as it is known by now. */
  knownSettingsOf(uri: string): ProjectSettings {
    return this.#known.get(folderOf(sheetKey(uri)))?.settings ?? NO_PROJECT_SETTINGS;
  }

  /** Whether a sheet's project leaves it out; `undefined` while that is not known. */
  leavesOutKnown(key: string): boolean | undefined {
    const folder = folderOf(key);
    const project = this.#known.get(folder);
    if (project) return leavesOut(project, key);
    return this.#known.has(folder) || this.#host.rootOf(key) === undefined ? false : undefined;
  }

  async leavesOut(key: string): Promise<boolean> {
    const project = await this.#projectOf(folderOf(key));
    return project !== undefined && leavesOut(project, key);
  }

  /** Files or folders were created, changed or deleted; those that are no project files may hold some. */
  touch(uris: readonly string[]): void {
    const keys = uris.map(sheetKey).filter(key => !key.endsWith('.atop'));
    const isTouched = (folder: string): boolean =>
      keys.some(key => key === `${folder}/${PROJECT_FILE}` || key === folder || isWithin(folder, key));
    const own = [...this.#asked.keys()].filter(isTouched);
    if (own.length === 0) return;
    this.#forget(own);
    for (const listener of this.#listeners) listener();
  }

  /** Folders of the workspace came or went: what lies in them may have its settings from elsewhere now. */
  rootsChanged(uris: readonly string[]): void {
    this.#forget(uris.map(uri => sheetKey(uri).replace(/\/$/, '')));
  }

  /** Folders are asked for anew, and what lies in them, which may have its settings from there. */
  #forget(folders: readonly string[]): void {
    for (const asked of this.#asked.keys()) {
      if (!folders.some(folder => asked === folder || isWithin(asked, folder))) continue;
      this.#asked.delete(asked);
      this.#known.delete(asked);
    }
  }

  #projectOf(folder: string): Promise<Project | undefined> {
    const asked = this.#asked.get(folder);
    if (asked) return asked;
    const root = this.#host.rootOf(`${folder}/${PROJECT_FILE}`);
    if (root === undefined) return Promise.resolve(undefined);
    const search = this.#search(folder, root);
    this.#asked.set(folder, search);
    void search.then(project => {
      // It may have been touched meanwhile.
      if (this.#asked.get(folder) === search) this.#known.set(folder, project);
    });
    return search;
  }

  async #search(folder: string, root: string): Promise<Project | undefined> {
    const uri = `${folder}/${PROJECT_FILE}`;
    const { project, diagnostics } = await this.#read(uri, folder);
    this.#report(uri, diagnostics);
    if (project) return project;
    return folder === root.replace(/\/$/, '') ? undefined : this.#projectOf(folderOf(folder));
  }

  async #read(uri: string, folder: string): Promise<Reading> {
    try {
      const text = await this.#host.read(uri);
      if (text === undefined) return { project: undefined, diagnostics: [] };
      const { settings, problems } = readProjectFile(text);
      return {
        project: { folder, settings },
        diagnostics: problems.map(problem => diagnosticOf(text, problem)),
      };
    } catch (error) {
      return {
        project: { folder, settings: NO_PROJECT_SETTINGS },
        diagnostics: [
          diagnosticOf('', { message: `This file cannot be read: ${reasonOf(error)}`, ...BEGINNING }),
        ],
      };
    }
  }

  #report(uri: string, diagnostics: readonly Diagnostic[]): void {
    if (diagnostics.length === 0 && !this.#reported.delete(uri)) return;
    if (diagnostics.length > 0) this.#reported.add(uri);
    void this.#connection.sendDiagnostics({ uri, diagnostics: [...diagnostics] });
  }
}

const BEGINNING = { start: 0, end: 0, line: 1, column: 1 };

function leavesOut({ folder, settings }: Project, key: string): boolean {
  if (settings.ignore.length === 0) return false;
  return isIgnored(settings.ignore, decoded(key.slice(folder.length + 1)));
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** The key of the folder that holds a file or a folder. */
function folderOf(key: string): string {
  return key.slice(0, Math.max(0, key.lastIndexOf('/')));
}

/** What can be used of the file is used all the same, so it is a warning. */
function diagnosticOf(text: string, { message, start, end, line, column }: ProjectFileProblem): Diagnostic {
  const lines = text.slice(start, end).split(/\r\n|\r|\n/);
  const last = lines.at(-1) ?? '';
  return {
    range: {
      start: { line: line - 1, character: column - 1 },
      end: {
        line: line - 1 + lines.length - 1,
        character: lines.length > 1 ? last.length : column - 1 + last.length,
      },
    },
    severity: DiagnosticSeverity.Warning,
    source: DIAGNOSTIC_SOURCE,
    message: `${message} What is wrong here has no effect.`,
  };
}
