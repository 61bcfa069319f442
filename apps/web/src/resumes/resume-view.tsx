import { Paper } from '@mantine/core';
import type { Resume } from './resume.ts';

export function ResumeView({ resume }: { resume: Resume }) {
  return <Paper p="lg">{resume.basics?.name}</Paper>;
}
