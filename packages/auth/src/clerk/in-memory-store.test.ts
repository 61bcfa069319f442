import { createInMemoryStore } from './in-memory-store.ts';
import { describeClerkAuthStore } from './store-contract.ts';

describeClerkAuthStore('in memory', async () => {
  const store = createInMemoryStore();
  return {
    store,
    endSession: async (session) => store.endSession(session),
    deleteUser: async (subject) => store.setStanding(subject, 'deleted'),
  };
});
