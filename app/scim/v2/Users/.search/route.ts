import { answerList } from "@/lib/domain/scim/answers";
import { listScimUsers } from "@/lib/domain/scim/users";
import { defineScimRoute } from "@/lib/platform/http/scim";

/** A list whose filter does not stand in the address, where logs would keep it. */
export const POST = defineScimRoute({
  limit: "read",
  handler: ({ ctx, body }) => answerList("User", body, (listing) => listScimUsers(ctx, listing)),
});
