import type { ExpectedFacts } from '../fixtures/expected.ts';
import type { Resume } from '../src/index.ts';

interface Style {
  style: string;
  text: string;
  facts: ExpectedFacts;
  more: Resume;
  /** What the model has no field for; nothing, where it is not given. */
  unplaced?: readonly string[];
}

/** Resumes in plain text as people lay them out, with what a person reads in them. */
export const styles: readonly Style[] = [
  {
    style: 'German, one line per degree',
    text: `Zoë Müller-Çelik
Produktmanagerin / Product Manager
Torstraße 12, 10119 Berlin, Germany | +49 30 1234 5678 | zoe.mueller@beispiel.de | www.zoemueller.de

PROFILE
Product manager with nine years in payments.

WORK EXPERIENCE

Product Manager, Klarna Bank AB, Stockholm, Sweden
03/2019 – present
- Launched pay-later in 5 markets
- Grew conversion by 12%

Business Analyst, Deutsche Post DHL Group, Bonn, Germany
09/2015 – 02/2019
- Automated parcel forecasts
  with Python and SQL

EDUCATION
M.Sc. Business Informatics, Technische Universität München
2013 – 2015
B.Sc. Informatics, Universität Hamburg
2010 – 2013

SKILLS
SQL, Python, Jira; Figma

LANGUAGES
German (native), English – C1, Turkish: B2

REFERENCES
Available upon request`,
    facts: {
      name: 'Zoë Müller-Çelik',
      email: 'zoe.mueller@beispiel.de',
      phone: '+49 30 1234 5678',
      jobs: [
        { employer: 'Klarna Bank AB', position: 'Product Manager', startDate: '2019-03', endDate: null },
        {
          employer: 'Deutsche Post DHL Group',
          position: 'Business Analyst',
          startDate: '2015-09',
          endDate: '2019-02',
        },
      ],
      degrees: [
        {
          institution: 'Technische Universität München',
          studyType: 'M.Sc.',
          area: 'Business Informatics',
          startDate: '2013',
          endDate: '2015',
        },
        {
          institution: 'Universität Hamburg',
          studyType: 'B.Sc.',
          area: 'Informatics',
          startDate: '2010',
          endDate: '2013',
        },
      ],
    },
    more: {
      basics: {
        url: 'https://www.zoemueller.de',
        location: { address: 'Torstraße 12', postalCode: '10119', city: 'Berlin', countryCode: 'DE' },
        summary: 'Product manager with nine years in payments.',
      },
      languages: [
        { language: 'German', fluency: 'native' },
        { language: 'English', fluency: 'C1' },
        { language: 'Turkish', fluency: 'B2' },
      ],
    },
  },
  {
    style: 'dates in a column at the right',
    text: `JAMES O'CONNOR
Dublin, Ireland
Phone: +353 86 123 4567
Email: james.oconnor@example.ie
LinkedIn: linkedin.com/in/jamesoconnor

Professional Experience

Stripe, Dublin, Ireland                                      Jan 2020 – Present
Senior Accountant
* Closed the books in 3 days instead of 8.
* Led a team of 4.

KPMG, Cork                                                   Sept. 2015 - Dec. 2019
Audit Associate
* Audited 20+ clients.

Education & Training

University College Dublin                                    2011 - 2015
Bachelor of Commerce (Hons), 2:1

Certifications
ACCA, Association of Chartered Certified Accountants, 2018
Xero Advisor Certified (2021)

Volunteering
Treasurer, Tidy Towns, 2019 – 2021
- Kept accounts for 40 members

Hobbies: sailing, chess`,
    facts: {
      name: "James O'Connor",
      email: 'james.oconnor@example.ie',
      phone: '+353 86 123 4567',
      jobs: [
        { employer: 'Stripe', position: 'Senior Accountant', startDate: '2020-01', endDate: null },
        { employer: 'KPMG, Cork', position: 'Audit Associate', startDate: '2015-09', endDate: '2019-12' },
      ],
      degrees: [
        {
          institution: 'University College Dublin',
          studyType: 'Bachelor of Commerce (Hons)',
          startDate: '2011',
          endDate: '2015',
        },
      ],
    },
    more: {
      certificates: [
        { name: 'ACCA', issuer: 'Association of Chartered Certified Accountants', date: '2018' },
        { name: 'Xero Advisor Certified', date: '2021' },
      ],
      volunteer: [{ organization: 'Tidy Towns', position: 'Treasurer', startDate: '2019', endDate: '2021' }],
      interests: [{ name: 'sailing' }, { name: 'chess' }],
    },
  },
  {
    style: 'Markdown, several roles under one employer',
    text: `# Nguyễn Thị Mai

mai.nguyen@example.com · 090 123 4567 · Hanoi, Vietnam · github.com/mainguyen

## Experience

**Acme Corp** — Hanoi, Vietnam
**Senior Data Engineer** (Jan 2022 – Present)
- Built pipelines for 3TB a day
**Data Engineer** (Jun 2019 – Dec 2021)
- Migrated ETL to Airflow

**Freelance Developer**, 2017 – 2019
- Sites for small shops

## Projects

**gradient-viz** (https://github.com/mainguyen/gradient-viz) - Visualiser of gradient descent
Technologies: WebGL, TypeScript

## Education

Hanoi University of Science and Technology — BSc Computer Science, 2013–2017. GPA: 3.6/4.0`,
    facts: {
      name: 'Nguyễn Thị Mai',
      email: 'mai.nguyen@example.com',
      phone: '090 123 4567',
      jobs: [
        { employer: 'Acme Corp', position: 'Senior Data Engineer', startDate: '2022-01', endDate: null },
        { employer: 'Acme Corp', position: 'Data Engineer', startDate: '2019-06', endDate: '2021-12' },
        { employer: '', position: 'Freelance Developer', startDate: '2017', endDate: '2019' },
      ],
      degrees: [
        {
          institution: 'Hanoi University of Science and Technology',
          studyType: 'BSc',
          area: 'Computer Science',
          startDate: '2013',
          endDate: '2017',
        },
      ],
    },
    more: {
      projects: [
        {
          name: 'gradient-viz',
          description: 'Visualiser of gradient descent',
          keywords: ['WebGL', 'TypeScript'],
          url: 'https://github.com/mainguyen/gradient-viz',
        },
      ],
      education: [{ score: '3.6/4.0' }],
    },
  },
  {
    style: 'dates above each entry, sentences instead of points',
    text: `Maria Silva
Registered Nurse
São Paulo, Brazil
+55 (11) 91234-5678
maria@silva.com.br

Summary

Registered nurse with 10 years of hospital experience. Speaks Portuguese and English.

Employment History

2018 - Present
Head Nurse
Hospital Albert Einstein
Led a ward of 30 beds.
Introduced electronic handovers that cut errors by 20%.

2013 - 2018
Nurse
Hospital das Clínicas
Cared for patients after surgery.

Education

2009 - 2012
Universidade de São Paulo
Bachelor of Nursing

Awards
Nurse of the Year, 2019

Languages
Portuguese: native
English: fluent`,
    facts: {
      name: 'Maria Silva',
      email: 'maria@silva.com.br',
      phone: '+55 (11) 91234-5678',
      jobs: [
        { employer: 'Hospital Albert Einstein', position: 'Head Nurse', startDate: '2018', endDate: null },
        { employer: 'Hospital das Clínicas', position: 'Nurse', startDate: '2013', endDate: '2018' },
      ],
      degrees: [
        {
          institution: 'Universidade de São Paulo',
          studyType: 'Bachelor of Nursing',
          startDate: '2009',
          endDate: '2012',
        },
      ],
    },
    more: {
      basics: { label: 'Registered Nurse', location: { city: 'São Paulo', countryCode: 'BR' } },
      awards: [{ title: 'Nurse of the Year', date: '2019' }],
      work: [
        { summary: 'Led a ward of 30 beds.\nIntroduced electronic handovers that cut errors by 20%.' },
        { summary: 'Cared for patients after surgery.' },
      ],
    },
  },
  {
    style: 'one fact per line, no empty lines',
    text: `Alex Kim
alex.kim@example.com | (555) 010-7788 | Austin, TX 78701
OBJECTIVE
Seeking a role as retail supervisor.
EXPERIENCE
Shift Supervisor
Starbucks
Austin, TX
Jun 2021 to date
• Ran the morning shift
• Trained 6 baristas
Barista
Starbucks
Austin, TX
Summer 2020 – May 2021
• Served 200 guests a day
EDUCATION
High School Diploma, Austin High School, 2020
SKILLS
Customer service
Cash handling
Spanish (conversational)`,
    facts: {
      name: 'Alex Kim',
      email: 'alex.kim@example.com',
      phone: '(555) 010-7788',
      jobs: [
        { employer: 'Starbucks', position: 'Shift Supervisor', startDate: '2021-06', endDate: null },
        { employer: 'Starbucks', position: 'Barista', startDate: '2020', endDate: '2021-05' },
      ],
      degrees: [{ institution: 'Austin High School', studyType: 'High School Diploma', endDate: '2020' }],
    },
    more: {
      basics: { location: { city: 'Austin', region: 'TX', postalCode: '78701' } },
      skills: [{ name: 'Customer service' }, { name: 'Cash handling' }, { name: 'Spanish (conversational)' }],
    },
  },
  {
    style: 'a side column first, as a network exports it',
    text: `Contact
+44 7700 900123 (Mobile)
priya.raman@example.com
www.linkedin.com/in/priya-raman-1a2b
(LinkedIn)

Top Skills
Product Strategy
Data Analysis
Roadmapping

Languages
English (Native or Bilingual)
Tamil (Professional Working)

Certifications
Certified Scrum Product Owner

Priya Raman
Senior Product Manager at Monzo
London, England, United Kingdom

Summary
I build things people like to pay for.

Experience

Monzo Bank
Senior Product Manager
January 2021 - Present (3 years 2 months)
London, England, United Kingdom
Own the lending roadmap for 7M customers.

Deliveroo
4 years
Product Manager
March 2018 - December 2020 (2 years 10 months)
London
Launched the subscription.

Associate Product Manager
January 2017 - February 2018 (1 year 2 months)
London

Page 1 of 2

Education
University of Warwick
BSc, Mathematics · (2013 - 2016)

King's College School
A Levels, Maths, Physics · (2011 - 2013)`,
    facts: {
      name: 'Priya Raman',
      email: 'priya.raman@example.com',
      phone: '+44 7700 900123',
      jobs: [
        { employer: 'Monzo Bank', position: 'Senior Product Manager', startDate: '2021-01', endDate: null },
        { employer: 'Deliveroo', position: 'Product Manager', startDate: '2018-03', endDate: '2020-12' },
        {
          employer: 'Deliveroo',
          position: 'Associate Product Manager',
          startDate: '2017-01',
          endDate: '2018-02',
        },
      ],
      degrees: [
        {
          institution: 'University of Warwick',
          studyType: 'BSc',
          area: 'Mathematics',
          startDate: '2013',
          endDate: '2016',
        },
        {
          institution: "King's College School",
          studyType: 'A Levels',
          area: 'Maths',
          startDate: '2011',
          endDate: '2013',
        },
      ],
    },
    more: {
      basics: {
        label: 'Senior Product Manager at Monzo',
        location: { city: 'London', region: 'England', countryCode: 'GB' },
        summary: 'I build things people like to pay for.',
      },
      skills: [{ name: 'Product Strategy' }, { name: 'Data Analysis' }, { name: 'Roadmapping' }],
      certificates: [{ name: 'Certified Scrum Product Owner' }],
    },
    unplaced: ['Physics'],
  },
  {
    style: 'an academic, with citations',
    text: `Sofía García Hernández, PhD
Data Scientist | Madrid, Spain
sofia.garcia@example.es | (+34) 612 345 678 | github.com/sofiagh | sofia.dev

Data scientist focused on forecasting and causal inference for retail.

Skills: Python, R, SQL, PyTorch

Experience
Senior Data Scientist, Inditex — A Coruña, Spain (Apr 2021 – now)
  • Forecasted demand for 6,000 stores, cutting overstock 18%
  • Built the feature store used by four teams
Data Scientist, BBVA (Sep 2017 – Mar 2021)
  • Credit risk models

Education
PhD in Statistics, Universidad Carlos III de Madrid, 2013 – 2017
  Thesis: Bayesian hierarchical models
MSc Statistics, Universidad Carlos III de Madrid, 2012 – 2013

Publications
García Hernández, S. (2018). Hierarchical forecasting at scale. Journal of Forecasting.
García Hernández, S. & Ruiz, P. (2016). Priors for sparse counts. Bayesian Analysis.

Certifications
- AWS Certified Machine Learning – Specialty, Amazon Web Services (2022)`,
    facts: {
      name: 'Sofía García Hernández',
      email: 'sofia.garcia@example.es',
      phone: '(+34) 612 345 678',
      jobs: [
        { employer: 'Inditex', position: 'Senior Data Scientist', startDate: '2021-04', endDate: null },
        { employer: 'BBVA', position: 'Data Scientist', startDate: '2017-09', endDate: '2021-03' },
      ],
      degrees: [
        {
          institution: 'Universidad Carlos III de Madrid',
          studyType: 'PhD',
          area: 'Statistics',
          startDate: '2013',
          endDate: '2017',
        },
        {
          institution: 'Universidad Carlos III de Madrid',
          studyType: 'MSc',
          area: 'Statistics',
          startDate: '2012',
          endDate: '2013',
        },
      ],
    },
    more: {
      basics: {
        label: 'Data Scientist',
        url: 'https://sofia.dev',
        location: { city: 'Madrid', countryCode: 'ES' },
      },
      publications: [{ releaseDate: '2018' }, { releaseDate: '2016' }],
      certificates: [
        { name: 'AWS Certified Machine Learning – Specialty', issuer: 'Amazon Web Services', date: '2022' },
      ],
    },
    unplaced: ['Thesis: Bayesian hierarchical models'],
  },
];
