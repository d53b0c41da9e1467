import { refuseUnknown } from "@/lib/domain/scim/service";
import { defineScimRoute } from "@/lib/platform/http/scim";

/** Whatever else a client tries below /scim is told in the protocol's own form that it is not there. */
export const GET = defineScimRoute({ handler: ({ ctx }) => refuseUnknown(ctx) });
export const POST = defineScimRoute({ limit: "read", handler: ({ ctx }) => refuseUnknown(ctx) });
export const PUT = defineScimRoute({ limit: "read", handler: ({ ctx }) => refuseUnknown(ctx) });
export const PATCH = defineScimRoute({ limit: "read", handler: ({ ctx }) => refuseUnknown(ctx) });
export const DELETE = defineScimRoute({ limit: "read", handler: ({ ctx }) => refuseUnknown(ctx) });
