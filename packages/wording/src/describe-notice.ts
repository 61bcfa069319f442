import { describeAlert, type CrossedThreshold } from './describe-alert.ts';
import { formatAmount } from './format-amount.ts';
import { formatTime } from './format-time.ts';
import { LIMIT_TITLES } from './limit-titles.ts';

/** A limit that was used up, and whose window has ended since. */
export type ResetLimit = Omit<CrossedThreshold, 'percent'>;

/** What a person is told of a limit. */
export type LimitNotice = ({ kind: 'crossed' } & CrossedThreshold) | ({ kind: 'reset' } & ResetLimit);

/** What happened to which limit, and since or until when, in the person's zone. */
export function describeNotice(notice: LimitNotice, zone: string): { title: string; details: string } {
  return notice.kind === 'crossed' ? describeAlert(notice, zone) : describeReset(notice, zone);
}

function describeReset({ limit, unit, used, allowed, resetsAt }: ResetLimit, zone: string) {
  const amounts = `${formatAmount(used, unit, 'down')} of ${formatAmount(allowed, unit)}`;
  return {
    title: `Your limit of ${LIMIT_TITLES[limit]} has reset`,
    details: `Used up at ${amounts}${unit === 'tokens' ? ' tokens' : ''}, reset ${formatTime(resetsAt, zone)}`,
  };
}
