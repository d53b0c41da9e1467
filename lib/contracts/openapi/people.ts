import { z } from "zod";
import type { ZodOpenApiPathsObject } from "zod-openapi";
import {
  changePersonSchema,
  invitePersonSchema,
  listPeopleQuerySchema,
  peoplePageSchema,
  personDetailSchema,
  personParamsSchema,
  personSchema,
  removePersonSchema,
} from "../people";
import { uuid } from "../session";
import {
  addMembersSchema,
  createTeamSchema,
  listTeamsQuerySchema,
  memberParamsSchema,
  renameTeamSchema,
  setLeadSchema,
  teamDetailSchema,
  teamParamsSchema,
  teamQuerySchema,
  teamSchema,
  teamsPageSchema,
} from "../teams";
import { always, changing, json, problems, reading, requestBody, writing } from "./parts";

const people = { tags: ["People"] };
const teams = { tags: ["Teams"] };
const done = (description: string) => ({ "204": { description } });

/** People and teams of the tenant, for administrators; auditors read. */
export const peoplePaths: ZodOpenApiPathsObject = {
  "/api/v1/users": {
    get: {
      ...people,
      operationId: "listPeople",
      summary: "List people",
      description: "By name, those removed left out.",
      requestParams: { query: listPeopleQuerySchema },
      responses: { "200": json("One page", peoplePageSchema), ...problems(...always, "invalid_request") },
    },
    post: {
      ...people,
      operationId: "invitePerson",
      summary: "Invite somebody",
      description: "Their first sign-in with this address is let in with this role. No mail is sent.",
      requestBody: requestBody(invitePersonSchema),
      responses: { "201": json("The person", personSchema), ...writing, ...problems("already_exists") },
    },
  },
  "/api/v1/users/{id}": {
    get: {
      ...people,
      operationId: "getPerson",
      summary: "Read a person",
      requestParams: { path: personParamsSchema },
      responses: { "200": json("The person", personDetailSchema), ...reading },
    },
    patch: {
      ...people,
      operationId: "changePerson",
      summary: "Rename somebody, change their role, disable or enable them",
      description: "Another role and a disabling end their sign-ins.",
      requestParams: { path: personParamsSchema },
      requestBody: requestBody(changePersonSchema),
      responses: {
        "200": json("The person", personSchema),
        ...writing,
        ...problems("version_conflict", "last_admin", "unprocessable"),
      },
    },
    delete: {
      ...people,
      operationId: "removePerson",
      summary: "Remove somebody",
      description: "For good. What they led passes on, keys that act as them are revoked, and their address is free.",
      requestParams: { path: personParamsSchema },
      requestBody: requestBody(removePersonSchema),
      responses: {
        ...done("Removed"),
        ...writing,
        ...problems("version_conflict", "last_admin", "unprocessable"),
      },
    },
  },
  "/api/v1/teams": {
    get: {
      ...teams,
      operationId: "listTeams",
      summary: "List teams",
      description: "By name; a manager is shown those they lead.",
      requestParams: { query: listTeamsQuerySchema },
      responses: { "200": json("One page", teamsPageSchema), ...problems(...always, "invalid_request") },
    },
    post: {
      ...teams,
      operationId: "createTeam",
      summary: "Make a team",
      requestBody: requestBody(createTeamSchema),
      responses: { "201": json("The team", teamSchema), ...writing, ...problems("already_exists") },
    },
  },
  "/api/v1/teams/{id}": {
    get: {
      ...teams,
      operationId: "getTeam",
      summary: "Read a team and its people",
      description: "Whoever leads it is told names alone. Nothing of anybody's practice is in it.",
      requestParams: { path: teamParamsSchema, query: teamQuerySchema },
      responses: { "200": json("The team", teamDetailSchema), ...reading },
    },
    patch: {
      ...teams,
      operationId: "renameTeam",
      summary: "Rename a team",
      requestParams: { path: teamParamsSchema },
      requestBody: requestBody(renameTeamSchema),
      responses: {
        "200": json("The team", teamSchema),
        ...writing,
        ...problems("version_conflict", "already_exists"),
      },
    },
    delete: {
      ...teams,
      operationId: "deleteTeam",
      summary: "Delete a team",
      description: "Its people stay.",
      requestParams: { path: teamParamsSchema },
      responses: { ...done("Deleted"), ...changing },
    },
  },
  "/api/v1/teams/{id}/members": {
    post: {
      ...teams,
      operationId: "addMembers",
      summary: "Put people into a team",
      requestParams: { path: teamParamsSchema },
      requestBody: requestBody(addMembersSchema),
      responses: { "200": json("Who was not in it before", z.object({ added: z.array(uuid) })), ...writing },
    },
  },
  "/api/v1/teams/{id}/members/{userId}": {
    patch: {
      ...teams,
      operationId: "setLead",
      summary: "Make a member lead, or no longer",
      requestParams: { path: memberParamsSchema },
      requestBody: requestBody(setLeadSchema),
      responses: { ...done("Set"), ...writing },
    },
    delete: {
      ...teams,
      operationId: "removeMember",
      summary: "Take somebody out of a team",
      requestParams: { path: memberParamsSchema },
      responses: { ...done("Taken out"), ...changing },
    },
  },
};
