// Reads the body of an answer as text, up to a size that no honest answer reaches.

const longestBytes = 64 * 1024 * 1024;

/** Undefined when the body is too long; the connection is given up then. */
export async function readBody(response: Response): Promise<string | undefined> {
  if (response.body === null) return '';
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  for await (const piece of response.body) {
    bytes += piece.byteLength;
    // Leaving the loop cancels the stream, which closes the socket.
    if (bytes > longestBytes) return undefined;
    text += decoder.decode(piece, { stream: true });
  }
  return text + decoder.decode();
}
