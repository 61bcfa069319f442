import { Text } from '@mantine/core';
import { describeSaving, describeShare, formatCount } from '@resumint/wording';
import { activityHref, NOTHING_ASKED } from '../activity/activity-address.ts';
import { AppLink } from '../ui/app-link.tsx';
import { quotedOperation } from '../usage/operation-names.ts';
import type { Suggestion } from './answers.ts';
import classes from './suggestions.module.css';

/** What a suggestion would have saved, and the calls that speak for it. */
export function Saving({ suggestion, since }: { suggestion: Suggestion; since: Date }) {
  const { calls, operation } = suggestion;
  const { name, value, note } = describeSaving(suggestion);
  return (
    <>
      <dl className={classes['facts']}>
        <div>
          <dt>{name}</dt>
          <dd className="number" data-main>
            {value}
          </dd>
        </div>
        <div>
          <dt>Calls behind it</dt>
          <dd className="number">
            {formatCount(calls)} <AppLink href={callsHref(suggestion, since)}>Show them</AppLink>
          </dd>
        </div>
        <div>
          <dt>Share of calls affected</dt>
          <dd className="number">
            {describeShare(suggestion)} of {quotedOperation(operation)}
          </dd>
        </div>
      </dl>
      <Text size="sm" c="dimmed">
        {note}
      </Text>
    </>
  );
}

/** Those among which the calls are. */
function callsHref(suggestion: Suggestion, since: Date): string {
  const { operation } = suggestion;
  const model = suggestion.kind === 'cheaperModel' ? suggestion.from.model : null;
  const from = since.toISOString().slice(0, 10);
  return activityHref({ query: { ...NOTHING_ASKED, operation, model, from }, cursor: null });
}
