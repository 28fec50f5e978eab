import * as vscode from 'vscode';
import {
  CloseAction,
  ConnectionError,
  ErrorAction,
  ErrorCodes,
  LanguageClient,
  ResponseError,
  RevealOutputChannelOn,
  State,
  TransportKind,
  type CancellationToken,
  type LanguageClientOptions,
  type RequestType,
  type ServerOptions,
} from 'vscode-languageclient/node';
import { insertSnippetCommand, nextUnansweredCommand, type InitializationOptions } from './protocol';
import { RestartPolicy } from './restartPolicy';
import { rulesUri } from './ruleDocumentation';

/** The identifier of the client, and the section of the settings that belong to it. */
const section = 'atopSheets';

const name = 'ATOP Coding Sheets';

/** The port of the server's debugger, where the extension host itself is debugged; see `.vscode/launch.json`. */
const debugPort = 6009;

/** After this many errors of a connection in a row it is given up. */
const toleratedErrors = 3;

export enum ServerState {
  /** Not started, or stopped on purpose. */
  Idle,
  Starting,
  Running,
  /** It died, and will be started again in a moment. */
  Waiting,
  /** It died too often and will not be started again unless the user asks for it. */
  Failed,
}

/** Thrown by a request that found no server, or that the server's end cut short. */
export class ServerUnavailableError extends Error {
  constructor() {
    super(vscode.l10n.t('The ATOP language server is not running.'));
    this.name = 'ServerUnavailableError';
  }
}

/**
 * The library's client opens a notification for each trouble of its connection. This one only logs:
 * {@link SheetServer} restarts the server, and says so once if that does not help.
 */
class QuietLanguageClient extends LanguageClient {
  override error(message: string, data?: unknown): void {
    super.error(message, data, false);
  }
}

/** The language server, kept alive. */
export class SheetServer implements vscode.Disposable {
  readonly #serverModule: string;
  readonly #channel = vscode.window.createOutputChannel(name, { log: true });
  readonly #stateChanged = new vscode.EventEmitter<ServerState>();
  readonly #policy = new RestartPolicy();

  /** A client serves one life of the server: one whose start failed cannot be started again. */
  #client: LanguageClient | undefined;
  #state = ServerState.Idle;
  #startedAt = 0;
  #restart: NodeJS.Timeout | undefined;

  /** Fires with the new state. */
  readonly onDidChangeState = this.#stateChanged.event;

  constructor(extensionUri: vscode.Uri) {
    this.#serverModule = vscode.Uri.joinPath(extensionUri, 'dist', 'server', 'node.js').fsPath;
  }

  get state(): ServerState {
    return this.#state;
  }

  /** Starts the server where none runs. Never rejects: a failure is handled like the server's death. */
  async start(): Promise<void> {
    if (this.#client) return;
    clearTimeout(this.#restart);
    const client = new QuietLanguageClient(section, name, this.#serverOptions(), this.#clientOptions());
    this.#client = client;
    this.#startedAt = Date.now();
    this.#setState(ServerState.Starting);
    client.onDidChangeState(({ newState }) => {
      const ended = newState === State.Stopped || newState === State.StartFailed;
      if (ended && client === this.#client) this.#ended();
    });
    try {
      await client.start();
      // Only now: the client calls itself running before it has told the server of the open documents.
      if (client === this.#client) this.#setState(ServerState.Running);
    } catch (error) {
      // The state has told of it already, unless the client broke before it began.
      this.log(error);
      if (client === this.#client) this.#ended();
    }
  }

  /** Ends the server, if one runs, and starts a new one. */
  async restart(): Promise<void> {
    await this.stop();
    this.#policy.reset();
    await this.start();
  }

  async stop(): Promise<void> {
    clearTimeout(this.#restart);
    const client = this.#client;
    this.#client = undefined;
    this.#setState(ServerState.Idle);
    if (client) await this.#release(client);
  }

  /**
   * Sends a request; one that comes while the server starts waits for it.
   * @throws ServerUnavailableError where there is no server to answer.
   */
  async request<P, R>(type: RequestType<P, R, void>, params: P, token?: CancellationToken): Promise<R> {
    const client = this.#client;
    if (!client) throw new ServerUnavailableError();
    try {
      // The library takes a token that is not there for a parameter of its own.
      return await (token
        ? client.sendRequest<R>(type.method, params, token)
        : client.sendRequest<R>(type.method, params));
    } catch (error) {
      throw client !== this.#client || isConnectionLost(error) ? new ServerUnavailableError() : error;
    }
  }

  /** Writes a trouble that needs no message to the output channel. */
  log(error: unknown): void {
    this.#channel.error(error instanceof Error ? error : String(error));
  }

  async dispose(): Promise<void> {
    await this.stop();
    this.#stateChanged.dispose();
    this.#channel.dispose();
  }

  /** The server of the current client has died, or could not be started. */
  #ended(): void {
    const client = this.#client;
    this.#client = undefined;
    if (client) void this.#release(client);
    const delay = this.#policy.delayAfter(Date.now() - this.#startedAt);
    if (delay === undefined) {
      this.#channel.error(vscode.l10n.t('The server ended too often. It is not started again.'));
      this.#setState(ServerState.Failed);
      void this.#reportFailure();
      return;
    }
    this.#channel.warn(vscode.l10n.t('The server ended. It is started again in {0} ms.', delay));
    this.#restart = setTimeout(() => void this.start(), delay);
    this.#setState(ServerState.Waiting);
  }

  async #reportFailure(): Promise<void> {
    const restart = vscode.l10n.t('Restart Server');
    const showLog = vscode.l10n.t('Show Log');
    const choice = await vscode.window.showErrorMessage(
      vscode.l10n.t(
        'The ATOP language server stopped several times in a row. Until it runs again, sheets are not checked and nothing is suggested. Your sheets are not affected.',
      ),
      restart,
      showLog,
    );
    if (choice === restart) await this.restart();
    else if (choice === showLog) this.#channel.show(true);
  }

  /** Lets go of a client, whatever state it is in. */
  async #release(client: LanguageClient): Promise<void> {
    try {
      await client.dispose();
    } catch (error) {
      // A client can only be stopped while it runs. Of one whose server died there is nothing left to stop.
      this.#channel.debug(String(error));
    }
  }

  #setState(state: ServerState): void {
    if (state === this.#state) return;
    this.#state = state;
    this.#stateChanged.fire(state);
  }

  #serverOptions(): ServerOptions {
    const run = { module: this.#serverModule, transport: TransportKind.ipc };
    return { run, debug: { ...run, options: { execArgv: ['--nolazy', `--inspect=${debugPort}`] } } };
  }

  #clientOptions(): LanguageClientOptions {
    const initializationOptions: InitializationOptions = {
      rulesUri: rulesUri.toString(),
      insertSnippetCommand,
      commands: [nextUnansweredCommand],
      ownTokenTypes: true,
    };
    return {
      // Any scheme: files, unsaved sheets, sheets of a virtual workspace.
      documentSelector: [{ language: 'atop' }],
      initializationOptions,
      outputChannel: this.#channel,
      revealOutputChannelOn: RevealOutputChannelOn.Never,
      initializationFailedHandler: () => false,
      errorHandler: {
        error: (_error, _message, count) => ({
          action: (count ?? 0) <= toleratedErrors ? ErrorAction.Continue : ErrorAction.Shutdown,
          handled: true,
        }),
        // The client's own restart would leave its state at "running" until the new server is up.
        closed: () => ({ action: CloseAction.DoNotRestart, handled: true }),
      },
    };
  }
}

/** True for the errors of requests whose connection was closed before or while they were answered. */
function isConnectionLost(error: unknown): boolean {
  if (error instanceof ConnectionError) return true;
  return (
    error instanceof ResponseError &&
    (error.code === ErrorCodes.PendingResponseRejected || error.code === ErrorCodes.ConnectionInactive)
  );
}
