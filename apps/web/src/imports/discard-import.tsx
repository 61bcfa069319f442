'use client';

import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import dynamic from 'next/dynamic';

const DiscardDialog = dynamic(async () => (await import('./discard-dialog.tsx')).DiscardDialog, {
  ssr: false,
});

interface DiscardImportProps {
  documentId: string;
  name: string;
}

export function DiscardImport(file: DiscardImportProps) {
  const [isOpen, { open, close }] = useDisclosure(false);
  return (
    <>
      <Button variant="default" size="xs" aria-label={`Discard ${file.name}`} onClick={open}>
        Discard
      </Button>
      {isOpen && <DiscardDialog {...file} onClose={close} />}
    </>
  );
}
