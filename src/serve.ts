import { startApp, type App } from './app.ts';
import { ConfigError, EXIT_CONFIG, readConfig, readEnvironment, type Config } from './config.ts';
import { createLog, type Log } from './log.ts';

/** Reads the configuration, starts, and ends in order on SIGTERM or SIGINT. */
export async function serve(): Promise<void> {
  const config = configOrExit();
  // On a laptop people want to read what to do next, not a line for each event.
  const log = createLog(config.logLevel ?? (config.channel ? 'info' : 'warn'));
  process.on('unhandledRejection', (error) => log.error({ err: error }, 'a promise failed and nobody looked'));
  const app = await startOrExit(config, log);
  console.log(app.greeting);
  let stopping = false;
  const stop = (): void => {
    if (stopping) return;
    stopping = true;
    void app.close().then(() => process.exit(0));
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}

function configOrExit(): Config {
  try {
    return readConfig(readEnvironment());
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    console.error(error.message);
    process.exit(EXIT_CONFIG);
  }
}

async function startOrExit(config: Config, log: Log): Promise<App> {
  try {
    return await startApp(config, log);
  } catch (error) {
    log.debug({ err: error }, 'could not start');
    console.error(`Prongsai could not start: ${error instanceof Error ? error.message : String(error)}`);
    process.exit(1);
  }
}
