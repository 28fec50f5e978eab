import {
  ErrorCodes,
  LSPErrorCodes,
  ResponseError,
  type CancellationToken,
  type TextDocuments,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';

type Refused = ResponseError<never>;

/** How requests are answered, whatever they ask for. */
export interface Requests {
  /** Why a request cannot be answered now, if it cannot. */
  readonly refusal: (token: CancellationToken) => Refused | undefined;
  /** Answers a request, unless it was cancelled before or meanwhile. */
  readonly answer: <R>(token: CancellationToken, make: () => R | Promise<R>) => Promise<R | Refused>;
  /** Answers a request for an open document; a document that is not open has nothing to tell. */
  readonly forDocument: <P extends { readonly textDocument: { readonly uri: string } }, R>(
    nothing: R,
    make: (document: TextDocument, params: P, token: CancellationToken) => R | Promise<R>,
  ) => (params: P, token: CancellationToken) => Promise<R | Refused>;
  /** From now on every request is refused. */
  readonly shutDown: () => void;
}

export function requestsFor(documents: TextDocuments<TextDocument>): Requests {
  let isShutDown = false;
  const refusal = (token: CancellationToken): Refused | undefined => {
    if (isShutDown) return new ResponseError(ErrorCodes.InvalidRequest, 'The server has been shut down.');
    if (token.isCancellationRequested)
      return new ResponseError(LSPErrorCodes.RequestCancelled, 'The request was cancelled.');
    return undefined;
  };
  const answer: Requests['answer'] = async (token, make) => {
    try {
      const result = refusal(token) ?? (await make());
      // What was found in a text that was dropped meanwhile is of no use.
      return refusal(token) ?? result;
    } catch (error) {
      // Work that is cancelled may end by throwing.
      const refused = refusal(token);
      if (refused) return refused;
      throw error;
    }
  };
  return {
    refusal,
    answer,
    forDocument: (nothing, make) => (params, token) =>
      answer(token, () => {
        const document = documents.get(params.textDocument.uri);
        return document ? make(document, params, token) : nothing;
      }),
    shutDown: () => {
      isShutDown = true;
    },
  };
}
