import { listOf } from "@/lib/domain/scim/answers";
import { describeTypes } from "@/lib/domain/scim/service";
import { defineScimRoute } from "@/lib/platform/http/scim";

export const GET = defineScimRoute({ handler: async ({ ctx }) => ({ resource: listOf(describeTypes(ctx)) }) });
