import * as vscode from 'vscode';
import {
  CloseAction,
  ConnectionError,
  ErrorAction,
  ErrorCodes,
  ResponseError,
  RevealOutputChannelOn,
  State,
  WorkDoneProgress,
  type BaseLanguageClient,
  type CancellationToken,
  type LanguageClientOptions,
  type NotificationType0,
  type RequestType,
  type WorkDoneProgressParams,
} from 'vscode-languageclient';
import { alignedScheme } from './comparison/alignedUri';
import { insertSnippetCommand, nextUnansweredCommand, type InitializationOptions } from './protocol';
import { RestartPolicy } from './restartPolicy';
import { rulesUri } from './ruleDocumentation';

/** The identifier of the client, and the section of the settings that belong to it. */
const section = 'atopSheets';

const name = 'ATOP Coding Sheets';

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
 * Makes a client for one life of the server: in a process where the extension runs in Node, in a web
 * worker where it runs in a browser. What was started for a client ends with it.
 */
export type ClientFactory = (id: string, name: string, options: LanguageClientOptions) => BaseLanguageClient;

/** The language server, kept alive. */
export class SheetServer implements vscode.Disposable {
  readonly #makeClient: ClientFactory;
  readonly #channel = vscode.window.createOutputChannel(name, { log: true });
  readonly #stateChanged = new vscode.EventEmitter<ServerState>();
  readonly #policy = new RestartPolicy();
  readonly #listeners: ((client: BaseLanguageClient) => vscode.Disposable)[] = [];

  /** A client serves one life of the server: one whose start failed cannot be started again. */
  #client: BaseLanguageClient | undefined;
  #state = ServerState.Idle;
  #startedAt = 0;
  #restart: NodeJS.Timeout | undefined;
  #progressCount = 0;

  /** Fires with the new state. */
  readonly onDidChangeState = this.#stateChanged.event;

  constructor(makeClient: ClientFactory) {
    this.#makeClient = makeClient;
  }

  get state(): ServerState {
    return this.#state;
  }

  /** Starts the server where none runs. Never rejects: a failure is handled like the server's death. */
  async start(): Promise<void> {
    if (this.#client) return;
    clearTimeout(this.#restart);
    const client = quiet(this.#makeClient(section, name, this.#clientOptions()));
    this.#client = client;
    this.#startedAt = Date.now();
    this.#setState(ServerState.Starting);
    client.onDidChangeState(({ newState }) => {
      const ended = newState === State.Stopped || newState === State.StartFailed;
      if (ended && client === this.#client) this.#ended();
    });
    for (const listen of this.#listeners) listen(client);
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

  /**
   * Sends a request whose work takes a while.
   *
   * @param report Is told how far the work is, from 0 to 100.
   * @throws ServerUnavailableError where there is no server to answer.
   */
  async requestWithProgress<P extends WorkDoneProgressParams, R>(
    type: RequestType<P, R, void>,
    params: P,
    report: (percentage: number, message: string | undefined) => void,
    token: CancellationToken,
  ): Promise<R> {
    const workDoneToken = `atopSheets-${++this.#progressCount}`;
    const listener = this.#client?.onProgress(WorkDoneProgress.type, workDoneToken, value => {
      if (value.kind === 'report') report(value.percentage ?? 0, value.message);
    });
    try {
      return await this.request(type, { ...params, workDoneToken }, token);
    } finally {
      listener?.dispose();
    }
  }

  /** Answers a request of the server's, in every life of the server that begins from now on. */
  onRequest<P, R>(
    type: RequestType<P, R, void>,
    answer: (params: P, token: CancellationToken) => Promise<R>,
  ): void {
    this.#listeners.push(client => client.onRequest(type.method, answer));
  }

  /** Hears a notification of the server's, in every life of the server that begins from now on. */
  onNotification(type: NotificationType0, hear: () => void): void {
    this.#listeners.push(client => client.onNotification(type.method, hear));
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
  async #release(client: BaseLanguageClient): Promise<void> {
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

  #clientOptions(): LanguageClientOptions {
    const initializationOptions: InitializationOptions = {
      rulesUri: rulesUri.toString(),
      insertSnippetCommand,
      readsFiles: true,
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
      // Views of sheets are no sheets: the server would find the same in them once more.
      middleware: {
        didOpen: (document, next) => (isView(document) ? Promise.resolve() : next(document)),
        didChange: (event, next) => (isView(event.document) ? Promise.resolve() : next(event)),
        didClose: (document, next) => (isView(document) ? Promise.resolve() : next(document)),
      },
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

function isView({ uri }: vscode.TextDocument): boolean {
  return uri.scheme === alignedScheme;
}

/**
 * The library's client opens a notification for each trouble of its connection. This one only logs:
 * {@link SheetServer} restarts the server, and says so once if that does not help.
 */
function quiet(client: BaseLanguageClient): BaseLanguageClient {
  const log = client.error.bind(client);
  client.error = (message, data) => {
    log(message, data, false);
  };
  return client;
}

/** True for the errors of requests whose connection was closed before or while they were answered. */
function isConnectionLost(error: unknown): boolean {
  if (error instanceof ConnectionError) return true;
  return (
    error instanceof ResponseError &&
    (error.code === ErrorCodes.PendingResponseRejected || error.code === ErrorCodes.ConnectionInactive)
  );
}
