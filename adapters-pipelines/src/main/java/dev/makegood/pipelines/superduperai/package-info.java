/**
 * SuperDuperAI: films out of prompts, made by flows that run one after another.
 *
 * <p>Start at {@link dev.makegood.pipelines.superduperai.SuperDuperAiPipeline}. The service has no
 * idempotency key, no status of a whole project and no way to cancel; {@code SuperDuperAiSeed}
 * and {@code SuperDuperAiSearch}, {@code SuperDuperAiProgress}, and the answer {@code Unsupported}
 * stand in for them. Not here:
 * files and images that are generated directly.
 */
@NullMarked
package dev.makegood.pipelines.superduperai;

import org.jspecify.annotations.NullMarked;
