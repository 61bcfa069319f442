export { priceListOf } from '../prices/price-book.ts';
export { decideAdjust } from '../stream/decide-adjust.ts';
export { fitsOf } from '../usage/fits-of.ts';
export { analyticsOf, deniedOf, forecastOf, hoursOf } from './charts-of.ts';
export { auditReplay } from './audit-replay.ts';
export { readReplay, type ReadReplay } from './read-replay.ts';
export { replay } from './replay.ts';
