import { readFile } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import {
  isIgnored,
  NO_PROJECT_SETTINGS,
  PROJECT_FILE,
  readProjectFile,
  type ProjectSettings,
} from '../configuration';
import { decodeText } from './encoding';
import { errorCode, Failure, fileErrorText } from './failure';
import { shownPath } from './paths';

/** A project file's settings, and the folder that its patterns are relative to. */
interface Project {
  readonly folder: string;
  readonly settings: ProjectSettings;
}

/**
 * The settings of each sheet: those of the nearest `atop-sheets.json` in its folder or above it, or of
 * one file for all. A project file that cannot be read or meant is a `Failure`.
 */
export class ProjectSettingsFinder {
  private readonly byFolder = new Map<string, Promise<Project | undefined>>();
  private forAll: Promise<Project> | undefined;

  constructor(
    private readonly cwd: string,
    private readonly file?: string,
  ) {}

  async settingsOf(sheet: string): Promise<ProjectSettings> {
    return (await this.projectOf(sheet))?.settings ?? NO_PROJECT_SETTINGS;
  }

  async isIgnored(sheet: string): Promise<boolean> {
    const project = await this.projectOf(sheet);
    if (!project) return false;
    return isIgnored(project.settings.ignore, relative(project.folder, sheet).split(sep).join('/'));
  }

  private projectOf(sheet: string): Promise<Project | undefined> {
    const { file } = this;
    if (file === undefined) return this.above(dirname(sheet));
    return (this.forAll ??= this.read(file, dirname(file)));
  }

  private above(folder: string): Promise<Project | undefined> {
    const known = this.byFolder.get(folder);
    if (known) return known;
    const found = this.search(folder);
    this.byFolder.set(folder, found);
    return found;
  }

  private async search(folder: string): Promise<Project | undefined> {
    try {
      return await this.read(join(folder, PROJECT_FILE), folder);
    } catch (error) {
      if (!(error instanceof MissingFile)) throw error;
      const parent = dirname(folder);
      return parent === folder ? undefined : this.above(parent);
    }
  }

  private async read(file: string, folder: string): Promise<Project> {
    const shown = shownPath(this.cwd, file);
    let bytes: Uint8Array;
    try {
      bytes = await readFile(file);
    } catch (error) {
      if (errorCode(error) === 'ENOENT' || errorCode(error) === 'ENOTDIR')
        throw new MissingFile(`${shown}: no such file.`);
      throw new Failure(`${shown}: ${fileErrorText(error)}.`);
    }
    const { settings, problems } = readProjectFile(decodeText(bytes).text);
    if (problems.length > 0) {
      throw new Failure(
        problems.map(({ line, column, message }) => `${shown}:${line}:${column}: ${message}`).join('\n'),
      );
    }
    return { folder, settings };
  }
}

class MissingFile extends Failure {}
