import { describeService } from "@/lib/domain/scim/service";
import { defineScimRoute } from "@/lib/platform/http/scim";

export const GET = defineScimRoute({ handler: async ({ ctx }) => ({ resource: describeService(ctx) }) });
