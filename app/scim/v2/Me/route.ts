import { refuseUnoffered } from "@/lib/domain/scim/service";
import { defineScimRoute } from "@/lib/platform/http/scim";

/** A key acts as a person but is nobody's own client: RFC 7644 §3.11 lets a service say so. */
export const GET = defineScimRoute({ handler: ({ ctx }) => refuseUnoffered(ctx) });
export const POST = defineScimRoute({ handler: ({ ctx }) => refuseUnoffered(ctx) });
export const PUT = defineScimRoute({ handler: ({ ctx }) => refuseUnoffered(ctx) });
export const PATCH = defineScimRoute({ handler: ({ ctx }) => refuseUnoffered(ctx) });
export const DELETE = defineScimRoute({ handler: ({ ctx }) => refuseUnoffered(ctx) });
