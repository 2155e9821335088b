const NAMES = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * Whether a Host header names this machine. A web page that points its own name at 127.0.0.1 (DNS rebinding) would
 * otherwise reach the emulator as if it came from it.
 */
export function isLoopbackHost(host: string | undefined): boolean {
  const url = `http://${host ?? ''}`;
  return host !== undefined && URL.canParse(url) && NAMES.has(new URL(url).hostname);
}
