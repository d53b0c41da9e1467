import type {
  EmbeddingModelV4,
  EmbeddingModelV4CallOptions,
  EmbeddingModelV4Result,
  RerankingModelV4,
  RerankingModelV4CallOptions,
  RerankingModelV4Result,
} from "@ai-sdk/provider";
import { estimateTokens } from "./budget";
import type { PlainChain } from "./plain-chain";

const sum = (numbers: number[]) => numbers.reduce((total, one) => total + one, 0);

/** A chain of embedding models as one. Vectors of different models do not compare: `embeddedBy` of the answer says whose these are. */
export class EmbedChain implements EmbeddingModelV4 {
  readonly specificationVersion = "v4";
  readonly provider = "salesboost";
  readonly modelId = "embed";
  readonly maxEmbeddingsPerCall = 96;
  readonly supportsParallelCalls = true;

  constructor(private readonly chain: PlainChain<EmbeddingModelV4>) {}

  doEmbed({ abortSignal, ...options }: EmbeddingModelV4CallOptions): Promise<EmbeddingModelV4Result> {
    return this.chain.first({
      tokens: sum(options.values.map(estimateTokens)),
      signal: abortSignal,
      call: async (model, signal) => {
        const result = await model.doEmbed({ ...options, abortSignal: signal });
        const embeddedBy = `${model.provider}:${model.modelId}`;
        return { ...result, providerMetadata: { ...result.providerMetadata, salesboost: { embeddedBy } } };
      },
      used: (result) => result.usage?.tokens,
    });
  }
}

/** A chain of reranking models as one. */
export class RerankChain implements RerankingModelV4 {
  readonly specificationVersion = "v4";
  readonly provider = "salesboost";
  readonly modelId = "rerank";

  constructor(private readonly chain: PlainChain<RerankingModelV4>) {}

  doRerank({ abortSignal, ...options }: RerankingModelV4CallOptions): Promise<RerankingModelV4Result> {
    const { documents, query } = options;
    const texts = documents.type === "text" ? documents.values : documents.values.map((one) => JSON.stringify(one));
    return this.chain.first({
      tokens: estimateTokens(query) * texts.length + sum(texts.map(estimateTokens)),
      signal: abortSignal,
      call: (model, signal) => model.doRerank({ ...options, abortSignal: signal }),
    });
  }
}
