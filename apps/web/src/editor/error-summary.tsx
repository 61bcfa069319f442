import { Anchor, List } from '@mantine/core';
import { Notice } from '../ui/notice.tsx';
import { focusElement } from './field-id.ts';
import type { FieldError } from './find-errors.ts';

/** All that keeps a draft from being saved, each leading to its field. */
export function ErrorSummary({ errors }: { errors: readonly FieldError[] }) {
  if (errors.length === 0) return null;
  return (
    <Notice
      kind="failure"
      title={errors.length === 1 ? 'One thing to mend' : `${errors.length} things to mend`}
    >
      <List size="sm" spacing={2}>
        {errors.map(({ id, where, message }) => (
          <List.Item key={id}>
            <Anchor
              href={`#${id}`}
              size="sm"
              onClick={(event) => {
                event.preventDefault();
                focusElement(id);
              }}
            >
              {where}
            </Anchor>{' '}
            {message}
          </List.Item>
        ))}
      </List>
    </Notice>
  );
}
