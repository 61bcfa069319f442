/** Every page of the web app: what is checked, photographed and measured on all pages goes by this list. */
export const PAGES = [
  { name: 'home', route: '/', isPublic: true },
  { name: 'sign-in', route: '/sign-in', isPublic: true },
  { name: 'sign-up', route: '/sign-up', isPublic: true },
  { name: 'resumes', route: '/resumes', isPublic: false },
  { name: 'resume', route: '/resumes/[resumeId]', isPublic: false },
  { name: 'import', route: '/imports/[documentId]', isPublic: false },
  { name: 'billing', route: '/billing', isPublic: false },
  { name: 'activity', route: '/billing/activity', isPublic: false },
  { name: 'analytics', route: '/billing/analytics', isPublic: false },
  { name: 'receipt', route: '/billing/receipts/[operationId]', isPublic: false },
  { name: 'insights', route: '/billing/insights', isPublic: false },
  { name: 'limits', route: '/billing/limits', isPublic: false },
  { name: 'notifications', route: '/notifications', isPublic: false },
  { name: 'settings', route: '/settings', isPublic: false },
] as const;

export type PageName = (typeof PAGES)[number]['name'];

/** What the pages of one person show. */
export interface Subjects {
  resumeId: string;
  documentId: string;
  /** A call, where one was made. */
  operationId?: string;
}

/** The path under which a person finds a page. */
export function pathOf(name: PageName, subjects: Subjects): string {
  const { resumeId, documentId, operationId = 'op_none' } = subjects;
  const page = PAGES.find((candidate) => candidate.name === name);
  if (!page) throw new Error(`There is no page ${name}.`);
  return page.route
    .replace('[resumeId]', resumeId)
    .replace('[documentId]', documentId)
    .replace('[operationId]', operationId);
}
