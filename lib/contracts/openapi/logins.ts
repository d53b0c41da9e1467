/** Sign-ins in the API description. */
import type { ZodOpenApiPathsObject } from "zod-openapi";
import { loginListSchema, loginRefSchema } from "../logins";
import { changing, json, problems, always } from "./parts";

export const loginPaths: ZodOpenApiPathsObject = {
  "/api/v1/logins": {
    get: {
      operationId: "listLogins",
      summary: "List own sign-ins",
      description: "The browsers the caller is signed in with, newest first.",
      tags: ["Account"],
      responses: { "200": json("Sign-ins", loginListSchema), ...problems(...always) },
    },
  },
  "/api/v1/logins/{id}": {
    delete: {
      operationId: "endLogin",
      summary: "End a sign-in",
      description: "One's own; for admins anybody's in the company. Within a minute that browser is signed out.",
      tags: ["Account"],
      requestParams: { path: loginRefSchema },
      responses: { "204": { description: "Ended" }, ...changing },
    },
  },
};
