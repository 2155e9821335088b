import type { Express } from 'express';

/** What this process has used so far, in the names `/metrics` of the product has too (seconds, bytes). */
export function usage(): string {
  const { user, system } = process.cpuUsage();
  return `process_cpu_seconds_total ${(user + system) / 1e6}\nprocess_resident_memory_bytes ${process.memoryUsage.rss()}\n`;
}

export function serveUsage(app: Express): void {
  app.get('/usage', (_req, res) => void res.type('text/plain').send(usage()));
}
