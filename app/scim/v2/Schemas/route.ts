import { listOf } from "@/lib/domain/scim/answers";
import { describeSchemas } from "@/lib/domain/scim/service";
import { defineScimRoute } from "@/lib/platform/http/scim";

export const GET = defineScimRoute({ handler: async ({ ctx }) => ({ resource: listOf(describeSchemas(ctx)) }) });
