import type { RequestHandler } from 'express';
import helmet from 'helmet';
import { STYLE_SOURCE } from './style.ts';

const YEAR_S = 31_536_000;

/**
 * Pages run no script and load nothing from elsewhere; their one style is known by its hash. Addresses of pages are as good
 * as keys (a code, a reference), so they are told to nobody else; `same-origin`, because with `no-referrer` browsers would
 * hide the origin of our own forms too. `https`: whether people come over https.
 */
export function securityHeaders(https: boolean): RequestHandler {
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'none'"],
        styleSrc: [STYLE_SOURCE],
        imgSrc: ["'self'"],
        formAction: ["'self'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
      },
    },
    referrerPolicy: { policy: 'same-origin' },
    // Other sites of the agency may live under the same domain: this says nothing about them.
    strictTransportSecurity: https ? { maxAge: YEAR_S, includeSubDomains: false } : false,
  });
}
