import './at-the-edge.ts';
import '../router/main-job.integration.test.ts';
