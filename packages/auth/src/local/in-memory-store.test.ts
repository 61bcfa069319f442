import { createInMemoryStore } from './in-memory-store.ts';
import { describeLocalAuthStore } from './store-contract.ts';

describeLocalAuthStore('in memory', async () => createInMemoryStore());
