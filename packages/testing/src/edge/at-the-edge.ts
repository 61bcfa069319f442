import { mountAtEdge } from '../mount.ts';

// Imported before the tests of a file, so that they are read with the edge as their mount.
mountAtEdge();
