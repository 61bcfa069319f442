export { Refusal, serveAnswers, type Answers } from './serve-answers.ts';
