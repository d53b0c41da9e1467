/** API keys in the API description. */
import type { ZodOpenApiPathsObject } from "zod-openapi";
import { apiKeyPageSchema, createdKeySchema, createKeySchema, keyParamsSchema, listKeysQuerySchema } from "../keys";
import { always, changing, json, problems, requestBody, writing } from "./parts";

export const keyPaths: ZodOpenApiPathsObject = {
  "/api/v1/keys": {
    get: {
      operationId: "listKeys",
      summary: "List API keys",
      description: "For admins and auditors: whom each acts as, what it may do, when it was last used. Newest first.",
      tags: ["Keys"],
      requestParams: { query: listKeysQuerySchema },
      responses: { "200": json("One page", apiKeyPageSchema), ...problems(...always, "invalid_request") },
    },
    post: {
      operationId: "createKey",
      summary: "Make an API key",
      description:
        "The key acts as a person of the company within the given permissions, of what that person's role holds. " +
        "`secret` is shown in this answer alone. What is private to a person is given by that person only, and " +
        "nobody gives what they do not hold.",
      tags: ["Keys"],
      requestBody: requestBody(createKeySchema),
      responses: {
        "201": json("The key with its secret", createdKeySchema),
        ...writing,
        ...problems("already_exists", "unprocessable"),
      },
    },
  },
  "/api/v1/keys/{id}": {
    delete: {
      operationId: "revokeKey",
      summary: "Revoke an API key",
      description: "Its next call is refused.",
      tags: ["Keys"],
      requestParams: { path: keyParamsSchema },
      responses: { "204": { description: "Revoked" }, ...changing },
    },
  },
};
