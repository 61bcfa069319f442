import { z } from 'zod';
import { Email, listOf, PartialDate, Text, TextList, WebUrl } from './fields.ts';

const Location = z.object({
  address: Text.optional(),
  postalCode: Text.optional(),
  city: Text.optional(),
  countryCode: Text.optional(),
  region: Text.optional(),
});

const Profile = z.object({
  network: Text.optional(),
  username: Text.optional(),
  url: WebUrl.optional(),
});

export const Basics = z.object({
  name: Text.optional(),
  label: Text.optional(),
  image: Text.optional(),
  email: Email.optional(),
  phone: Text.optional(),
  url: WebUrl.optional(),
  summary: Text.optional(),
  location: Location.optional(),
  profiles: listOf(Profile).optional(),
});

export const Work = z.object({
  name: Text.optional(),
  location: Text.optional(),
  description: Text.optional(),
  position: Text.optional(),
  url: WebUrl.optional(),
  startDate: PartialDate.optional(),
  endDate: PartialDate.optional(),
  summary: Text.optional(),
  highlights: TextList.optional(),
});

export const Volunteer = z.object({
  organization: Text.optional(),
  position: Text.optional(),
  url: WebUrl.optional(),
  startDate: PartialDate.optional(),
  endDate: PartialDate.optional(),
  summary: Text.optional(),
  highlights: TextList.optional(),
});

export const Education = z.object({
  institution: Text.optional(),
  url: WebUrl.optional(),
  area: Text.optional(),
  studyType: Text.optional(),
  startDate: PartialDate.optional(),
  endDate: PartialDate.optional(),
  score: Text.optional(),
  courses: TextList.optional(),
});

export const Award = z.object({
  title: Text.optional(),
  date: PartialDate.optional(),
  awarder: Text.optional(),
  summary: Text.optional(),
});

export const Certificate = z.object({
  name: Text.optional(),
  date: PartialDate.optional(),
  url: WebUrl.optional(),
  issuer: Text.optional(),
});

export const Publication = z.object({
  name: Text.optional(),
  publisher: Text.optional(),
  releaseDate: PartialDate.optional(),
  url: WebUrl.optional(),
  summary: Text.optional(),
});

export const Skill = z.object({
  name: Text.optional(),
  level: Text.optional(),
  keywords: TextList.optional(),
});

export const Language = z.object({ language: Text.optional(), fluency: Text.optional() });

export const Interest = z.object({ name: Text.optional(), keywords: TextList.optional() });

export const Reference = z.object({ name: Text.optional(), reference: Text.optional() });

export const Project = z.object({
  name: Text.optional(),
  description: Text.optional(),
  highlights: TextList.optional(),
  keywords: TextList.optional(),
  startDate: PartialDate.optional(),
  endDate: PartialDate.optional(),
  url: WebUrl.optional(),
  roles: TextList.optional(),
  entity: Text.optional(),
  type: Text.optional(),
});
