export { factsOf } from './facts-of.ts';
export { readFixture } from './read-fixture.ts';
export { textPage, writePdf } from './write-pdf.ts';
