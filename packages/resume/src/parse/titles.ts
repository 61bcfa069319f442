const TITLE =
  /\b(?:engineer|developer|manager|director|intern|internship|analyst|scientist|researcher|consultant|designer|architect|lead|leader|head|chief|officer|c[etfoi]o|cpo|cmo|president|vp|founder|co-founder|cofounder|owner|associate|assistant|specialist|coordinator|administrator|technician|teacher|professor|lecturer|instructor|tutor|nurse|physician|accountant|bookkeeper|auditor|lawyer|attorney|paralegal|clerk|cashier|barista|server|waiter|waitress|chef|cook|driver|operator|mechanic|electrician|editor|writer|journalist|reporter|producer|artist|photographer|representative|agent|advisor|adviser|recruiter|secretary|receptionist|supervisor|trainee|apprentice|fellow|postdoc|freelancer|programmer|tester|sre|strategist|planner|buyer|executive|pharmacist|therapist|counselor|librarian|translator|interpreter|pilot|captain|sergeant|principal|dean|curator|maintainer|contributor|creator|author|volunteer|mentor|organizer|organiser|facilitator|coach|ambassador|treasurer|member|controller|modeler|statistician|economist|biologist|chemist|physicist|surveyor|inspector|janitor|carpenter|plumber|welder|guard|officer|superintendent|scrum master|product owner|teaching|werkstudent|entwickler|praktikant|ingenieur|leiter|ingénieur|développeur|ingeniero|desarrollador)(?:e?s|in|[-/])?\b/iu;

const ORGANIZATION =
  /\b(?:inc|llc|ltd|gmbh|corp|corporation|company|group|labs?|bank|university|college|institute|school|hospital|clinic|studios?|agency|foundation|partners|holdings|technologies|systems|solutions|plc|s\.a|b\.v|ag|se|ministry|department|council|association|society|research|consulting|industries|services|networks?|ventures|capital|airlines|universität|université|universidad)\b/iu;

/** How much a text looks like a job's title rather than a firm's name: 2 surely, 0 not at all. */
export function titleLikeness(text: string): number {
  if (!TITLE.test(text)) return 0;
  return ORGANIZATION.test(text) ? 1 : 2;
}
