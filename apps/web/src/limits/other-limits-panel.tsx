import type { ReactNode } from 'react';
import { Panel } from '../ui/panel.tsx';
import { AppLink } from '../ui/app-link.tsx';
import type { Summary } from '../usage/answers.ts';
import { OPERATION_NAMES } from '../usage/operation-names.ts';
import type { OwnLimits } from './answers.ts';
import classes from './limits.module.css';
import { SET_BY } from './set-by.ts';

interface OtherLimitsPanelProps {
  limits: OwnLimits;
  summary: Summary;
}

/** What else bounds calls, and from when on the person is told. */
export function OtherLimitsPanel({ limits, summary }: OtherLimitsPanelProps) {
  const { maxInFlight, maxInFlightReason, operationsPerDay, warnAtPercent, alertAtPercent } = limits;
  const usedToday = new Map(summary.operationsToday.map(({ operation, used }) => [operation, used]));
  return (
    <Panel title="Other limits and warnings">
      <dl className={classes['numbers']}>
        <Entry name="Calls at once" value={`${maxInFlight}`} note={SET_BY[maxInFlightReason]} />
        {Object.entries(operationsPerDay).map(([operation, { value, reason }]) => (
          <Entry
            key={operation}
            name={`${OPERATION_NAMES[operation] ?? operation}, calls a day`}
            value={value === null ? 'unlimited' : `${usedToday.get(operation) ?? 0n} of ${value} today`}
            note={SET_BY[reason]}
          />
        ))}
        <Entry
          name="Warnings from"
          value={`${warnAtPercent.tokens} % of tokens`}
          note={`and ${warnAtPercent.cost} % of cost`}
        />
        <Entry
          name="You are told at"
          value={alertAtPercent.length === 0 ? 'no share' : `${alertAtPercent.join(', ')} %`}
          note={
            <AppLink size="xs" href="/settings#notifications">
              change it in settings
            </AppLink>
          }
        />
        {limits.enforcement === 'soft' && (
          <Entry name="Enforcement" value="Soft" note="calls past a limit are made, and charged" />
        )}
      </dl>
    </Panel>
  );
}

function Entry({ name, value, note }: { name: string; value: string; note: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd className="number">
        {value}
        <span>{note}</span>
      </dd>
    </div>
  );
}
