import { compareFeedbackWeb } from './feedback-web.ts';
import { measurePosters } from './poster.ts';
import { measureFeedback } from './feedback.ts';
import { measurePushCosts } from './push/costs.ts';
import { printMonth } from './push/month.ts';
import { measurePushes } from './push/push.ts';
import { measureStart } from './start.ts';
import { measureStoreCosts } from './store-costs.ts';
import { measureText } from './text.ts';
import { compareWebhooks } from './webhook/compare.ts';
import { measurePatience } from './webhook/patience.ts';

/** `npm run bench`: everything side by side in one run. Trust the ratios, not the absolute figures. */
console.log(`Node ${process.version} on ${process.platform} ${process.arch}`);
measureText();
await measureStoreCosts();
await measurePosters();
await measureFeedback();
await printMonth();
await measurePushCosts();
await measurePushes();
await measureStart();
await measurePatience();
await compareWebhooks();
await compareFeedbackWeb();
