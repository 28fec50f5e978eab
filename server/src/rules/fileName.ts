/** The name of a URI's file as a coder reads it: `4765 (AL).atop`. One that is encoded wrongly stays as it is. */
export function fileName(uri: string): string {
  return decoded(uri.slice(uri.lastIndexOf('/') + 1));
}

/** A URI or a part of one as a coder reads it. */
export function decoded(uri: string): string {
  try {
    return decodeURIComponent(uri);
  } catch {
    return uri;
  }
}
