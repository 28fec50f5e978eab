import type { Disposable } from 'vscode-languageserver';
import type { ProjectFiles } from './projectFiles';
import { USUAL_SETTINGS } from './settings';
import type { SettingsStore } from './settingsStore';

/**
 * Which questions of a sheet may stay empty: what its project file says, or else what is set for the folder
 * of the workspace that it lies in. A sheet is read without waiting, so what is known by then is told; who
 * can wait asks `whenKnown` before.
 */
export class OptionalQuestions implements Disposable {
  readonly #settings: Pick<SettingsStore, 'for'>;
  readonly #projects: Pick<ProjectFiles, 'settingsOf' | 'knownSettingsOf'>;
  readonly #folderOf: (uri: string) => string | undefined;
  /** What was set last, by folder, or by the sheet where it lies in none. */
  readonly #set = new Map<string, readonly number[]>();
  /** For which of them that has been asked since the settings changed. */
  readonly #asked = new Map<string, Promise<void>>();
  readonly #listeners = new Set<() => void>();

  constructor(
    settings: Pick<SettingsStore, 'for'>,
    projects: Pick<ProjectFiles, 'settingsOf' | 'knownSettingsOf'>,
    folderOf: (uri: string) => string | undefined,
  ) {
    this.#settings = settings;
    this.#projects = projects;
    this.#folderOf = folderOf;
  }

  /** Is told when other settings have made other questions optional in some sheets. */
  onDidChange(listener: () => void): Disposable {
    this.#listeners.add(listener);
    return { dispose: () => this.#listeners.delete(listener) };
  }

  dispose(): void {
    this.#listeners.clear();
  }

  /** The numbers of the questions, as far as it is known by now. */
  of(uri: string): readonly number[] {
    return (
      this.#projects.knownSettingsOf(uri).optionalQuestions ??
      this.#set.get(this.#scopeOf(uri)) ??
      USUAL_SETTINGS.optionalQuestions
    );
  }

  /**
   * Resolves once they are known.
   * @returns true where they are others than those that were told before
   */
  async whenKnown(uri: string): Promise<boolean> {
    const before = this.of(uri);
    await Promise.all([this.#projects.settingsOf(uri), this.#ask(this.#scopeOf(uri))]);
    return !isSame(before, this.of(uri));
  }

  /** Settings have changed. Until they are known, those before are told. */
  settingsChanged(): void {
    this.#asked.clear();
    void this.#askAgain();
  }

  /** A sheet was closed. */
  forget(uri: string): void {
    this.#set.delete(uri);
    this.#asked.delete(uri);
  }

  async #askAgain(): Promise<void> {
    const changes = [...this.#set].map(async ([scope, before]) => {
      await this.#ask(scope);
      return !isSame(before, this.#set.get(scope) ?? before);
    });
    if (!(await Promise.all(changes)).includes(true)) return;
    for (const listener of this.#listeners) listener();
  }

  #ask(scope: string): Promise<void> {
    const known = this.#asked.get(scope);
    if (known) return known;
    const asked = this.#settings.for(scope).then(({ optionalQuestions }) => {
      this.#set.set(scope, optionalQuestions);
    });
    this.#asked.set(scope, asked);
    return asked;
  }

  #scopeOf(uri: string): string {
    return this.#folderOf(uri) ?? uri;
  }
}

function isSame(a: readonly number[], b: readonly number[]): boolean {
  return a === b || [...new Set(a)].sort().join() === [...new Set(b)].sort().join();
}
