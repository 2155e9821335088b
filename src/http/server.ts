import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express, { type ErrorRequestHandler, type Express, type Router } from 'express';
import type { Log } from '../log.ts';
import { health, type HealthOptions } from './health.ts';
import { tasks, type TasksOptions } from './tasks.ts';
import { webhook, type WebhookOptions } from './webhook.ts';

export interface HttpOptions extends WebhookOptions, HealthOptions {
  /** Pages for people (`webPages`). */
  readonly pages?: Router;
  /** Work that a cloud scheduler asks for. */
  readonly tasks?: TasksOptions;
  /** Proxies in front; that many entries at the end of X-Forwarded-For are believed. Default 0: none. */
  readonly trustedProxies?: number;
}

/** The Express app: routes and nothing else. */
export function createHttp(options: HttpOptions): Express {
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.set('trust proxy', options.trustedProxies ?? 0);
  app.post('/webhook', webhook(options));
  app.use(health(options));
  if (options.tasks) app.use(tasks(options.tasks));
  if (options.pages) app.use(options.pages);
  app.use((_req, res) => void res.status(404).type('text/plain').send('not found\n'));
  app.use(errorAnswer(options));
  return app;
}

/** Errors of body parsing carry their status (413, 415, 400 for a broken upload); anything else is a bug and is logged. */
function errorAnswer({ log, metrics }: HttpOptions): ErrorRequestHandler {
  return (error: unknown, req, res, next) => {
    const status = (error as { status?: unknown }).status;
    const answered = typeof status === 'number' && status >= 400 && status < 500 ? status : 500;
    if (answered === 500) log.error({ err: error }, 'a request failed');
    if (req.path === '/webhook') metrics.webhookRequests.inc({ status: String(answered) });
    if (res.headersSent) {
      next(error);
      return;
    }
    res.status(answered).type('text/plain').end();
  };
}

export interface ListeningServer {
  readonly port: number;
  /** No new connections; resolves when the requests under way have been answered. */
  close(): Promise<void>;
}

/** Listens; rejects with a sentence that says what to do if the port is taken. */
export async function listen(app: Express, port: number, host: string | undefined, log: Log): Promise<ListeningServer> {
  const server = createServer(app);
  // Keep-alive longer than the 60 s of common load balancers, so that they and not we close idle connections.
  server.keepAliveTimeout = 65_000;
  server.requestTimeout = 30_000;
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(
        error.code === 'EADDRINUSE'
          ? new Error(`port ${port} is in use: stop the other program or set PORT to a free one`)
          : error,
      ),
    );
    server.listen(port, host, resolve);
  });
  server.on('error', (error) => log.error({ err: error }, 'the server had an error'));
  return { port: (server.address() as AddressInfo).port, close: () => closeServer(server) };
}

/** How often connections that have become idle are looked for while closing (ms). */
const LOOK_FOR_IDLE_MS = 50;

/** Node closes what is idle now; a keep-alive connection that was busy would otherwise hold the server open for a minute. */
function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const looking = setInterval(() => server.closeIdleConnections(), LOOK_FOR_IDLE_MS);
    server.close(() => {
      clearInterval(looking);
      resolve();
    });
    server.closeIdleConnections();
  });
}
