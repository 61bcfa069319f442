'use client';

import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import dynamic from 'next/dynamic';

const DeleteDialog = dynamic(async () => (await import('./delete-dialog.tsx')).DeleteDialog, { ssr: false });

interface DeleteResumeProps {
  resumeId: string;
  title: string;
}

export function DeleteResume(resume: DeleteResumeProps) {
  const [isOpen, { open, close }] = useDisclosure(false);
  return (
    <>
      <Button variant="default" onClick={open}>
        Delete
      </Button>
      {isOpen && <DeleteDialog {...resume} onClose={close} />}
    </>
  );
}
