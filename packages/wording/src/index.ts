export { describeWay } from './describe-way.ts';
export { formatAmount } from './format-amount.ts';
export { formatCount } from './format-count.ts';
export { formatMoney } from './format-money.ts';
export { formatPercent } from './format-percent.ts';
export { formatPrice } from './format-price.ts';
export { formatClock, formatDate, formatTime } from './format-time.ts';
export { LIMIT_TITLES } from './limit-titles.ts';
