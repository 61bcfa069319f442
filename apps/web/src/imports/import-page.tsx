'use client';

import { Skeleton } from '@mantine/core';
import { trpc } from '../trpc/react.ts';
import { PageHeader } from '../ui/page-header.tsx';
import { ImportReview } from './import-review.tsx';
import type { ImportedDocument } from './reading.ts';

export function ImportPage({ document }: { document: ImportedDocument }) {
  const { documentId, name } = document;
  const { data, error, isLoading } = trpc.documents.parse.useQuery(
    { documentId },
    { staleTime: Number.POSITIVE_INFINITY },
  );
  return (
    <>
      <PageHeader
        title={`Look over “${name}”`}
        description="Correct what was read from your file. Nothing is saved before you save it."
      />
      {isLoading ? (
        <Skeleton height={480} radius="lg" role="status" aria-busy aria-label="Your file is being read" />
      ) : (
        <ImportReview document={document} rules={data ?? null} rulesError={error} />
      )}
    </>
  );
}
