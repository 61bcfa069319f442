import { z } from 'zod';
import { CSV_BEGIN, CSV_MEDIA_TYPE, formatCsvLine } from '../activity/format-csv.ts';
import type { Dependencies } from '../dependencies.ts';
import { createFileHandler, fileHeaders } from '../http/file-handler.ts';
import { AnalyticsQuery } from './analytics-query.ts';
import { CHART_FILES, type ChartName } from './chart-files.ts';

const ChartQuery = AnalyticsQuery.extend({ chart: z.enum(Object.keys(CHART_FILES).filter(isChart)) });

/** A chart of the person who asks as CSV. The query has the fields of `usage.analytics`, and `chart`. */
export function createChartHandler(dependencies: Dependencies): (request: Request) => Promise<Response> {
  return createFileHandler(dependencies, async ({ context, userId, fields }) => {
    const { chart, ...query } = ChartQuery.parse(fields);
    const { titles, rows } = await CHART_FILES[chart](context.ledger, userId, query);
    const text = CSV_BEGIN + [titles, ...rows].map(formatCsvLine).join('');
    return new Response(text, { headers: fileHeaders(`resumint-${chart}.csv`, CSV_MEDIA_TYPE) });
  });
}

function isChart(name: string): name is ChartName {
  return name in CHART_FILES;
}
