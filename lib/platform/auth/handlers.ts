import { handlers } from "./node";

export const { GET, POST } = handlers;
