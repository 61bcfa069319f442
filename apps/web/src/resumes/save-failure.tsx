import { explain } from '../ui/explain.ts';
import { Notice } from '../ui/notice.tsx';

/** What was not saved stays on the page. */
export function SaveFailure({ error }: { error: unknown }) {
  return (
    <Notice kind="failure" title="Not saved">
      {explain(error)} What you see here is kept until you leave this page.
    </Notice>
  );
}
