export {
  describeComparison,
  describeDenied,
  describeHours,
  describeUsage,
  formatUsage,
} from './describe-analytics.ts';
export { describeChange } from './describe-change.ts';
export { describeDenial } from './describe-denial.ts';
export { describeNotice, type LimitNotice } from './describe-notice.ts';
export {
  describeBasis,
  describeForecast,
  describePastError,
  describeReached,
  describeTooLittle,
} from './describe-forecast.ts';
export { describeOutlook, type DescribedOutlook, type OutlookOfLimit } from './describe-outlook.ts';
export { describeNoSuggestions, describeSaving } from './describe-saving.ts';
export {
  describeShare,
  describeSuggestion,
  titleOfSuggestion,
  type DescribedSuggestion,
  type SuggestedChange,
} from './describe-suggestion.ts';
export { describeAudit, type AuditProblem, type AuditReport, type DescribedAudit } from './describe-audit.ts';
export { describeEarlier } from './describe-earlier.ts';
export { describeFits, type CountedFit } from './describe-fits.ts';
export { describeReason, type ReasonToAsk } from './describe-reason.ts';
export { describeWay } from './describe-way.ts';
export { formatAbout } from './format-about.ts';
export { formatAmount } from './format-amount.ts';
export { formatCount } from './format-count.ts';
export {
  dayIn,
  formatDay,
  formatDays,
  formatHour,
  formatHours,
  formatMonth,
  formatShortDay,
} from './format-day.ts';
export { formatDeviation } from './format-deviation.ts';
export { formatDuration } from './format-duration.ts';
export { formatMoney } from './format-money.ts';
export { formatPassed } from './format-passed.ts';
export { formatPercent } from './format-percent.ts';
export { formatPrice } from './format-price.ts';
export { formatTick } from './format-tick.ts';
export { formatClock, formatDate, formatSeconds, formatTime, formatTimeOfDay } from './format-time.ts';
export { LIMIT_TITLES } from './limit-titles.ts';
export { planTitle } from './plan-title.ts';
export { TIER_TITLES } from './tier-titles.ts';
