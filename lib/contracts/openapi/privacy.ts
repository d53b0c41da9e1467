/** One's own data in the API description. */
import { z } from "zod";
import type { ZodOpenApiPathsObject } from "zod-openapi";
import { eraseMeSchema, personalDataSchema } from "../privacy";
import { json, problems, reading, requestBody, writing } from "./parts";

export const privacyPaths: ZodOpenApiPathsObject = {
  "/api/v1/me": {
    delete: {
      operationId: "eraseMe",
      summary: "Erase everything about the caller",
      description:
        "Talks, debriefs, links, memories, hints, sign-ins and keys go at once and for good; in the audit log a number " +
        "without name or address stays. `confirm` is the caller's own address. The last administrator cannot go.",
      tags: ["Privacy"],
      requestBody: requestBody(eraseMeSchema),
      responses: { "204": { description: "Erased" }, ...writing, ...problems("last_admin") },
    },
  },
  "/api/v1/me/export": {
    get: {
      operationId: "exportMe",
      summary: "Take everything held of the caller along",
      description:
        "Sent as it is read. What a buyer keeps back in a talk that is open or not judged is left out. `version` moves " +
        "when a field changes its meaning or goes. Taking it is noted in the audit log.",
      tags: ["Privacy"],
      responses: { "200": json("The data", personalDataSchema), ...reading },
    },
  },
  "/api/v1/me/export.html": {
    get: {
      operationId: "exportMeAsPage",
      summary: "The same as a page to read and print",
      description: "One file in the caller's language, without scripts.",
      tags: ["Privacy"],
      responses: { "200": { description: "The page", content: { "text/html": { schema: z.string() } } }, ...reading },
    },
  },
};
